//! Full text search over quotations and sentences.

/// The search index of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Index {}
