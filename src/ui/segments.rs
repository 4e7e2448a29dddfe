//! A stretch of text cut at every boundary of what is marked in it, so that marks may nest and overlap.

use readout_core::id::{MentionId, QuotationId};
use readout_core::order;
use readout_core::span::Span;

/// One mark on the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Words of a quotation.
    Content(QuotationId),
    /// The verb of saying.
    Cue(QuotationId),
    /// Who says it.
    Source(QuotationId),
    /// A mention of an entity.
    Mention(MentionId),
    /// Words on which the chosen quotation's speaker rests.
    Why,
    /// Words that were searched for.
    Hit,
    /// The place that a link leads to.
    Target,
}

/// Text between two boundaries, with all marks that cover it, outer ones first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its bytes.
    pub span: Span,
    /// What covers it.
    pub marks: Vec<Mark>,
}

impl Segment {
    /// The innermost quotation whose words these are.
    #[must_use]
    pub fn quotation(&self) -> Option<QuotationId> {
        self.marks.iter().rev().find_map(|mark| match mark {
            Mark::Content(id) => Some(*id),
            _ => None,
        })
    }

    /// In how many quotations these words stand at once.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.marks.iter().filter(|mark| matches!(mark, Mark::Content(_))).count()
    }

    /// The mention that these words belong to.
    #[must_use]
    pub fn mention(&self) -> Option<MentionId> {
        self.marks.iter().rev().find_map(|mark| match mark {
            Mark::Mention(id) => Some(*id),
            _ => None,
        })
    }

    /// Whether a mark covers it.
    #[must_use]
    pub fn any(&self, test: impl Fn(&Mark) -> bool) -> bool {
        self.marks.iter().any(test)
    }
}

/// Cuts `within`. Marks may stand in any order and reach outside; the segments tile `within` in order.
#[must_use]
pub fn segments(within: Span, marks: &[(Span, Mark)]) -> Vec<Segment> {
    let mut inside: Vec<(Span, Mark)> = marks
        .iter()
        .map(|(span, mark)| (Span::new(span.start.max(within.start), span.end.min(within.end)), *mark))
        .filter(|(span, _)| !span.is_empty())
        .collect();
    order::sort_by_key(&mut inside, |(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut cuts: Vec<u32> = inside.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    cuts.extend([within.start, within.end]);
    order::sort(&mut cuts);
    cuts.dedup();
    let mut open: Vec<(Span, Mark)> = Vec::new();
    let mut coming = inside.into_iter().peekable();
    let mut segments = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|(span, _)| span.end > start);
        while let Some(mark) = coming.next_if(|(span, _)| span.start <= start) {
            open.push(mark);
        }
        segments.push(Segment {
            span: Span::new(start, end),
            marks: open.iter().map(|(_, mark)| *mark).collect(),
        });
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTER: Mark = Mark::Content(QuotationId(0));
    const INNER: Mark = Mark::Content(QuotationId(1));
    const NAME: Mark = Mark::Mention(MentionId(7));

    fn shown(marks: &[(Span, Mark)]) -> Vec<(u32, u32, usize)> {
        segments(Span::new(10, 30), marks).iter().map(|s| (s.span.start, s.span.end, s.marks.len())).collect()
    }

    #[test]
    fn without_marks_it_is_one_piece() {
        assert_eq!(shown(&[]), [(10, 30, 0)]);
    }

    #[test]
    fn overlapping_marks_are_cut_at_every_boundary() {
        let marks = [(Span::new(18, 25), NAME), (Span::new(12, 20), OUTER)];
        assert_eq!(shown(&marks), [(10, 12, 0), (12, 18, 1), (18, 20, 2), (20, 25, 1), (25, 30, 0)]);
    }

    #[test]
    fn marks_that_reach_outside_are_cut_off_and_empty_ones_left_out() {
        assert_eq!(
            shown(&[(Span::new(0, 12), NAME), (Span::new(40, 50), OUTER), (Span::new(15, 15), INNER)]),
            [(10, 12, 1), (12, 30, 0)]
        );
    }

    #[test]
    fn of_nested_quotations_the_inner_one_is_meant() {
        let pieces = segments(Span::new(10, 30), &[(Span::new(15, 18), INNER), (Span::new(10, 30), OUTER)]);
        let named: Vec<_> = pieces.iter().map(|s| (s.quotation().map(|id| id.0), s.depth())).collect();
        assert_eq!(named, [(Some(0), 1), (Some(1), 2), (Some(0), 1)]);
    }
}
