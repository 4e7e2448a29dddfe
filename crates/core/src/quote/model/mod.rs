//! The learned reading of attributions: cues, contents and sources as spans.
//!
//! A document is read in steps, each a linear model over hashed features whose weights `crates/train` learns:
//! heads and relations by a small parser ([`parse`]), cues sentence by sentence ([`cue`]), the source and content
//! around each cue ([`roles`]), and what stands between marks though no cue took it ([`stretch`]). [`frames`]
//! puts them together; [`confidence`] says how sure each result is.

pub mod artefact;
pub mod chain;
pub mod confidence;
pub mod cue;
pub mod feature;
pub mod frames;
pub mod parse;
pub mod reading;
pub mod roles;
pub mod stretch;
pub mod tag;
pub mod weights;

use frames::Model;

/// The model of this build; none where it was built without.
#[cfg(feature = "model")]
#[must_use]
pub fn shared() -> Option<&'static Model<'static>> {
    use std::sync::OnceLock;
    static MODEL: OnceLock<Option<Model<'static>>> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(include_bytes!("../../../models/attribution.bin"))).as_ref()
}

/// The model of this build; none where it was built without.
#[cfg(not(feature = "model"))]
#[must_use]
pub const fn shared() -> Option<&'static Model<'static>> {
    None
}
