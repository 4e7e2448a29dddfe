//! The learned reading of attributions: cues, contents and sources as spans.
//!
//! A document is read in steps, each a linear model over hashed features whose weights `crates/train` learns:
//! heads and relations by a small parser ([`parse`]), cues sentence by sentence ([`cue`]), the source and content
//! around each cue ([`roles`]), what stands between marks ([`stretch`]) and whose words that is ([`taker`]). [`frames`]
//! puts them together; [`confidence`] says how sure each result is.

pub mod artefact;
mod asking;
pub mod beside;
pub mod chain;
pub mod confidence;
pub mod cue;
pub mod feature;
pub mod frames;
pub mod parse;
mod place;
pub mod reading;
pub mod roles;
pub mod seen;
pub mod stretch;
pub mod tag;
pub mod taker;
pub mod weights;
pub mod window;

/// The trained model as a file, for programs that carry it; others read it from where they keep it. See
/// [`frames::Model::read`].
#[cfg(feature = "model")]
pub const TRAINED: &[u8] = include_bytes!("../../../models/attribution.bin");
