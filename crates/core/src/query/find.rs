//! What the words in the search box find.

use super::Query;
use super::answer::SentenceHit;
use crate::corpus::Corpus;
use crate::search::Marker;
use roaring::RoaringBitmap;

/// What the search finds, before any filter.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The quotations, or nothing where nothing is searched for.
    pub(super) quotations: Option<RoaringBitmap>,
    /// How well each quotation matches; empty where nothing is searched for.
    pub(super) scores: Vec<f32>,
    pub(super) sentences: Vec<SentenceHit>,
    pub(super) sentence_total: u32,
    pub(super) marker: Marker,
}

impl Found {
    pub(super) fn new(_corpus: &Corpus, _query: &Query) -> Self {
        Self::default()
    }
}
