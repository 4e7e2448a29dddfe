//! Full text search over quotations and sentences.
//!
//! One stream of words runs through all reports. The index holds for each word its places in the stream;
//! sentences and quotations are stretches of it ([`Records`]), so that one set of places serves both.

mod build;
mod dictionary;
mod marker;
mod pattern;
mod records;
mod spelling;
mod words;

pub use marker::Marker;
pub(crate) use pattern::FoldedNames;
pub use pattern::Pattern;
pub use records::Hit;

use crate::corpus::Corpus;
use crate::span::Span;
use dictionary::{Dictionary, Terms};
use records::Records;

/// The search index of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Index {
    dictionary: Dictionary,
    /// For each place in the stream its term; `GAP` between reports.
    stream: Vec<u32>,
    /// The places of all terms, term after term, each in order.
    places: Vec<u32>,
    /// For each term where its places begin, and the end of the last one's.
    starts: Vec<u32>,
    sentences: Records,
    quotations: Records,
}

/// The words of a text as search sees them, with `between` between them.
pub(crate) fn folded(text: &str, between: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    words::each(text, Span::from(0..text.len()), |_, word| {
        if !folded.is_empty() {
            folded.push_str(between);
        }
        folded.push_str(word);
    });
    folded
}

/// No term: stands between reports.
const GAP: u32 = u32::MAX;

impl Index {
    /// Indexes the sentences and quotations of a corpus. Linear in the length of its text.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        build::build(corpus)
    }

    /// The sentences that hold the pattern, scored by BM25, in no order. A record is a
    /// [`SentenceId`](crate::id::SentenceId)'s number.
    #[must_use]
    pub fn sentences(&self, pattern: &Pattern) -> Vec<Hit> {
        self.hits(&self.sentences, pattern)
    }

    /// The quotations whose content holds the pattern, scored by BM25, in no order. A record is a
    /// [`QuotationId`](crate::id::QuotationId)'s number.
    #[must_use]
    pub fn quotations(&self, pattern: &Pattern) -> Vec<Hit> {
        self.hits(&self.quotations, pattern)
    }

    /// Number of different words.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Bytes of memory that the index takes.
    #[must_use]
    pub fn size(&self) -> usize {
        let numbers = self.stream.len() + self.places.len() + self.starts.len();
        numbers * size_of::<u32>() + self.dictionary.size() + self.sentences.size() + self.quotations.size()
    }

    fn hits(&self, records: &Records, pattern: &Pattern) -> Vec<Hit> {
        let mut tally = records.tally();
        let terms: Vec<Terms> = pattern.words().map(|(word, prefix)| self.terms(word, prefix)).collect();
        let rarest = terms.iter().enumerate().min_by_key(|(_, terms)| self.frequency(terms));
        let Some((rarest, candidates)) = rarest else { return Vec::new() };
        for range in &candidates.ranges {
            for place in self.places_of(range.start, range.end) {
                let Some(start) = place.checked_sub(rarest as u32) else { continue };
                if terms.len() == 1 || self.stands_at(&terms, start) {
                    tally.add(start, start + terms.len() as u32);
                }
            }
        }
        tally.score()
    }

    fn terms(&self, word: &str, prefix: bool) -> Terms {
        if prefix { self.dictionary.with_prefix(word) } else { self.dictionary.exactly(word) }
    }

    fn stands_at(&self, terms: &[Terms], start: u32) -> bool {
        let stream = self.stream.get(start as usize..start as usize + terms.len());
        stream.is_some_and(|stream| stream.iter().zip(terms).all(|(term, terms)| terms.has(*term)))
    }

    fn frequency(&self, terms: &Terms) -> usize {
        terms.ranges.iter().map(|range| self.places_of(range.start, range.end).len()).sum()
    }

    /// The places of the terms `first..end`, term after term.
    fn places_of(&self, first: u32, end: u32) -> std::iter::Copied<std::slice::Iter<'_, u32>> {
        let start = self.starts.get(first as usize).copied().unwrap_or_default();
        let end = self.starts.get(end as usize).copied().unwrap_or_default();
        self.places.get(start as usize..end as usize).unwrap_or_default().iter().copied()
    }
}
