//! Which evidence counts: the page's filters narrow the graph as they narrow the wall.

use readout_core::corpus::Corpus;
use readout_core::graph::Evidence;
use readout_core::id::{Id, QuotationId, SentenceId};
use readout_core::quote::Quotation;
use std::collections::HashSet;

/// Lets evidence pass. Without filters all of it; else what belongs to a quotation that the filters let pass,
/// and for two things named together the sentences that such a quotation runs through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sieve(Option<Kept>);

#[derive(Debug, Clone, PartialEq, Default)]
struct Kept {
    quotations: Vec<bool>,
    sentences: HashSet<SentenceId>,
}

impl Sieve {
    /// Lets all pass that belongs to `quotations`.
    #[must_use]
    pub fn of(corpus: &Corpus, quotations: &[QuotationId]) -> Self {
        let mut kept = Kept { quotations: vec![false; corpus.quotations().len()], ..Kept::default() };
        for id in quotations {
            let Some(quotation) = corpus.quotations().get(*id) else { continue };
            kept.quotations[id.index()] = true;
            kept.sentences.extend(sentences(corpus, quotation));
        }
        Self(Some(kept))
    }

    /// Whether a piece of evidence counts.
    #[must_use]
    pub fn passes(&self, evidence: &Evidence) -> bool {
        let Some(kept) = &self.0 else { return true };
        match evidence.quotation {
            Some(id) => kept.quotations.get(id.index()).copied().unwrap_or_default(),
            None => kept.sentences.contains(&evidence.sentence),
        }
    }
}

/// The sentences that a quotation's content runs through.
fn sentences(corpus: &Corpus, quotation: &Quotation) -> impl Iterator<Item = SentenceId> {
    let end = quotation.content.last().map_or(0, |span| span.end);
    let (first, all) = corpus.sentences_of(quotation.document);
    let from = quotation.sentence.0.saturating_sub(first.0);
    let through =
        all.get(from as usize..).unwrap_or_default().iter().take_while(|s| s.span.start < end).count();
    (0..through.max(1) as u32).map(move |n| SentenceId(first.0 + from + n))
}
