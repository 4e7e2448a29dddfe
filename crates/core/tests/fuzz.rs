//! A fuzz target over the whole pipeline. `cargo test` runs it for a moment with random bytes; `cargo bolero test
//! any_report -p readout-core` runs it for as long as one likes with an engine that learns.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod sound;

#[test]
fn any_report() {
    bolero::check!().with_max_len(4096).for_each(|bytes: &[u8]| {
        sound::check(bytes);
    });
}
