//! All marks of one report.

use crate::corpus::CorpusRef;
use crate::state::AnswerRef;
use crate::ui::segments::Mark;
use readout_core::id::{DocumentId, QuotationId};
use readout_core::order;
use readout_core::quote::Quotation;
use readout_core::span::Span;

/// The marks of a report by place: quotations that pass, mentions, hits, the link's target, and what the chosen
/// quotation's speaker rests on.
#[must_use]
pub fn marks(
    corpus: &CorpusRef,
    document: DocumentId,
    passing: &[QuotationId],
    answer: &AnswerRef,
    target: Option<Span>,
    chosen: Option<QuotationId>,
) -> Vec<(Span, Mark)> {
    let mut marks: Vec<(Span, Mark)> = Vec::new();
    for &id in passing {
        let Some(quotation) = corpus.quotations().get(id) else { continue };
        marks.extend(quotation.content.iter().map(|span| (*span, Mark::Content(id))));
        marks.extend(quotation.cue.map(|span| (span, Mark::Cue(id))));
        marks.extend(quotation.source.map(|span| (span, Mark::Source(id))));
    }
    let mentions = corpus.mentions().iter_ids().filter(|(_, mention)| mention.document == document);
    marks.extend(mentions.map(|(id, mention)| (mention.span, Mark::Mention(id))));
    marks.extend(answer.document_marks(corpus, document).into_iter().map(|span| (span, Mark::Hit)));
    marks.extend(target.map(|span| (span, Mark::Target)));
    if let Some(quotation) = chosen.and_then(|id| corpus.quotations().get(id)) {
        marks.extend(rests_on(quotation).into_iter().map(|span| (span, Mark::Why)));
    }
    order::sort_by_key(&mut marks, |(span, _)| (span.start, std::cmp::Reverse(span.end)));
    marks
}

/// The words on which the speaker rests: the evidence, else the words that name the source.
#[must_use]
pub fn rests_on(quotation: &Quotation) -> Vec<Span> {
    let named = quotation.source.filter(|_| quotation.reason.evidence.is_empty());
    quotation.reason.evidence.iter().copied().chain(named).collect()
}
