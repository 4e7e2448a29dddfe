//! Which evidence counts: the page's filters narrow the graph as they narrow the wall.

use readout_core::corpus::Corpus;
use readout_core::graph::Evidence;
use readout_core::id::{Id, QuotationId, SentenceId};
use readout_core::order;
use readout_core::quote::Quotation;

/// Lets evidence pass that belongs to a quotation which the wall shows. Two things named together need none; where
/// anything is filtered, they count in the sentences that such a quotation runs through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sieve {
    quotations: Vec<bool>,
    /// By number.
    sentences: Option<Vec<SentenceId>>,
}

impl Sieve {
    /// Lets all pass that belongs to `quotations`; `narrowed` tells whether anything is filtered.
    #[must_use]
    pub fn of(corpus: &Corpus, quotations: &[QuotationId], narrowed: bool) -> Self {
        let mut passing = vec![false; corpus.quotations().len()];
        let mut through = Vec::new();
        for id in quotations {
            let Some(quotation) = corpus.quotations().get(*id) else { continue };
            passing[id.index()] = true;
            if narrowed {
                through.extend(sentences(corpus, quotation));
            }
        }
        order::sort(&mut through);
        Self { quotations: passing, sentences: narrowed.then_some(through) }
    }

    /// Whether a piece of evidence counts.
    #[must_use]
    pub fn passes(&self, evidence: &Evidence) -> bool {
        match evidence.quotation {
            Some(id) => self.quotations.get(id.index()).copied().unwrap_or_default(),
            None => self.sentences.as_ref().is_none_or(|kept| kept.binary_search(&evidence.sentence).is_ok()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use readout_core::corpus::CorpusBuilder;
    use readout_core::id::DocumentId;
    use readout_core::span::Span;

    #[test]
    fn an_attribution_counts_where_its_quotation_is_shown_and_a_common_sentence_always() {
        let mut builder = CorpusBuilder::new();
        builder.push("talks", "Talks end\n\n\"The talks go on,\" Ann Berg said.\n".as_bytes());
        let corpus = builder.finish();
        let all: Vec<QuotationId> = corpus.quotations().ids().collect();
        let evidence = |quotation| Evidence {
            document: DocumentId(0),
            sentence: SentenceId(0),
            span: Span::new(0, 9),
            quotation,
        };
        let passes = |shown: &[QuotationId], narrowed| {
            let sieve = Sieve::of(&corpus, shown, narrowed);
            [all.first().copied(), None].map(|quotation| sieve.passes(&evidence(quotation)))
        };
        assert!(!all.is_empty());
        assert_eq!(passes(&all, false), [true, true]);
        assert_eq!(passes(&[], false), [false, true], "an unsure one, kept back");
        assert_eq!(passes(&[], true), [false, false], "filtered out");
    }
}
