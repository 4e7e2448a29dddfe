//! Fuzz targets over the whole pipeline. `cargo test` runs them for a moment with random bytes and words; `cargo bolero
//! test any_report -p readout-core` runs one for as long as one likes with an engine that learns.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod made;
mod sound;

#[test]
fn any_report() {
    bolero::check!().with_max_len(4096).for_each(|bytes: &[u8]| {
        sound::check(bytes);
    });
}

#[test]
fn any_words() {
    bolero::check!().with_type::<Vec<u16>>().for_each(|draws| {
        sound::check(made::report(draws).as_bytes());
    });
}
