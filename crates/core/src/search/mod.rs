//! Full text search over quotations and sentences.

mod marker;

pub use marker::Marker;

/// The search index of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Index {}
