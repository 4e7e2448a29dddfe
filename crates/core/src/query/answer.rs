//! What a query finds.

use super::Facet;
use crate::corpus::Corpus;
use crate::id::{DocumentId, QuotationId, SentenceId};
use crate::search::Marker;
use crate::span::Span;
use std::fmt;

/// What a [`Query`](super::Query) finds in a [`Corpus`].
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The quotations in the order that was asked for, groups one after the other.
    pub ids: Vec<QuotationId>,
    /// The groups as stretches of `ids`; empty without grouping.
    pub groups: Vec<GroupRange>,
    /// For each facet, in the order of [`Facet::ALL`], its values with live counts.
    pub facets: Vec<FacetCounts>,
    /// Number of the corpus's quotations that are as sure as is asked, whatever else is asked.
    pub total: u32,
    /// Of the quotations that pass all else that is asked: how many are sure.
    pub sure: usize,
    /// The others of them, in the order of the documents.
    pub unsure: Vec<QuotationId>,
    /// The sentences that the search finds, best first, at most [`Answer::SENTENCES`]; empty without a search.
    pub sentences: Vec<SentenceHit>,
    /// Number of sentences that the search finds.
    pub sentence_total: u32,
    /// Marks the words that were searched for, in any text.
    pub marker: Marker,
    /// Where nothing is found: what keeps quotations out, the one that gives most back first.
    pub blocking: Vec<Blocking>,
}

impl Answer {
    /// How many sentences are listed at most.
    pub const SENTENCES: usize = 200;

    /// The words of a quotation's content that were searched for, in order; a phrase is one span.
    #[must_use]
    pub fn marks(&self, corpus: &Corpus, id: QuotationId) -> Vec<Span> {
        let Some(quotation) = corpus.quotations().get(id) else { return Vec::new() };
        let Some(document) = corpus.documents().get(quotation.document) else { return Vec::new() };
        quotation.content.iter().flat_map(|span| self.marker.marks(&document.text, *span)).collect()
    }

    /// The words of a report that were searched for, in order; a phrase is one span.
    #[must_use]
    pub fn document_marks(&self, corpus: &Corpus, id: DocumentId) -> Vec<Span> {
        let Some(document) = corpus.documents().get(id) else { return Vec::new() };
        self.marker.marks(&document.text, Span::from(0..document.text.len()))
    }

    /// The counts of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> Option<&FacetCounts> {
        self.facets.iter().find(|counts| counts.facet == facet)
    }
}

/// A group of quotations: `len` ids from `start` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRange {
    /// Its name for people.
    pub label: String,
    /// Its key: that of a value of the facet of the same name.
    pub key: String,
    /// Place of its first quotation in [`Answer::ids`].
    pub start: usize,
    /// Number of its quotations.
    pub len: usize,
}

/// The values of a facet with their counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Each value, those with most quotations first, unknown last, a part after its whole; kinds and zones in their
    /// own order.
    pub values: Vec<ValueCount>,
}

/// How many quotations choosing a value would show, all else as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueCount {
    /// Place in [`Catalog::values`](super::Catalog::values).
    pub value: usize,
    /// Quotations that have the value and pass the search and the filters of all **other** facets; can be 0.
    pub count: u32,
    /// Whether the value is chosen.
    pub selected: bool,
}

/// A sentence that the search found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SentenceHit {
    /// The report.
    pub document: DocumentId,
    /// The sentence.
    pub sentence: SentenceId,
    /// How well it matches: more is better.
    pub score: f32,
}

/// Something that keeps quotations out and can be lifted: see [`Query::lift`](super::Query::lift).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker {
    /// The chosen values of a facet.
    Facet(Facet),
    /// The words in the search box.
    Text,
    /// The wish for sure or unsure speakers.
    Sureness,
}

/// What keeps quotations out, and what lifting it alone gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocking {
    /// What it is.
    pub blocker: Blocker,
    /// In words: "outlet: Reuters or Trend", "search: “joint work”".
    pub label: String,
    /// How many quotations show if it is lifted.
    pub gives: u32,
}

/// Something that a query names and the corpus doesn't hold, as in a link made with other documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// A value of a facet.
    Value(Facet, String),
    /// A pinned entity.
    Entity(String),
    /// A pinned quotation, or the reader's.
    Quotation(String),
    /// A pinned edge.
    Edge(String),
    /// The reader's document.
    Document(String),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(Facet::Outlet, key) => write!(f, "no report by “{key}” is loaded; filter ignored"),
            Self::Value(facet, key) => {
                write!(f, "no {} “{key}” in the reports loaded; filter ignored", facet.name())
            }
            Self::Entity(key) => write!(f, "“{key}” is not named in the reports loaded"),
            Self::Quotation(key) => {
                write!(
                    f,
                    "no quotation {key} in the reports loaded: its report is missing, or its words changed"
                )
            }
            Self::Edge(key) => write!(f, "no relation “{key}” in the reports loaded"),
            Self::Document(key) => write!(f, "no report “{key}” is loaded"),
        }
    }
}
