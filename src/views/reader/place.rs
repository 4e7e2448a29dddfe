//! Where the reader is open: report, quotation, words; and what comes next.

use crate::corpus::CorpusRef;
use crate::state::Shown;
use readout_core::id::{DocumentId, QuotationId};
use readout_core::order;
use readout_core::query::Pin;
use readout_core::span::{OffsetMap, Span};
use std::rc::Rc;

/// A place in the reader, worked out from what is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The report.
    pub document: DocumentId,
    /// The quotation that is chosen, if it stands in this report.
    pub quotation: Option<QuotationId>,
    /// The words that a link leads to.
    pub target: Option<Span>,
    /// The report's quotations that pass the filters, and the chosen one, in order.
    pub passing: Rc<[QuotationId]>,
    /// Number of the report's quotations.
    pub total: usize,
    /// How many of them are unsure, of those that pass all else.
    pub unsure: usize,
}

impl Place {
    /// The report that the link names, else that of what is chosen, else the first one.
    #[must_use]
    pub fn of(corpus: &CorpusRef, shown: &Shown) -> Option<Self> {
        let catalog = corpus.catalog();
        let asked = shown.query.reader.as_ref();
        let pinned = shown.query.selection.pins().iter().find_map(|pin| match pin {
            Pin::Quotation(key) => catalog.quotation(key),
            _ => None,
        });
        let named = asked.and_then(|place| catalog.document(&place.document));
        let of_pinned = pinned.and_then(|id| corpus.quotations().get(id)).map(|quotation| quotation.document);
        let document = named.or(of_pinned).or_else(|| corpus.documents().ids().next())?;
        let text = corpus.documents().get(document)?.text.as_str();
        let here = |id: &QuotationId| corpus.quotations().get(*id).is_some_and(|q| q.document == document);
        let asked_quotation =
            asked.and_then(|place| place.quotation.as_deref()).and_then(|key| catalog.quotation(key));
        let target = asked.and_then(|place| place.span.clone()).filter(|_| named.is_some()).map(|points| {
            let offsets = OffsetMap::new(text);
            Span::new(offsets.byte_of_code_point(points.start), offsets.byte_of_code_point(points.end))
        });
        let quotation = pinned.filter(here).or(asked_quotation.filter(here));
        let mut passing: Vec<QuotationId> =
            shown.answer.ids.iter().copied().filter(here).chain(quotation).collect();
        order::sort(&mut passing);
        passing.dedup();
        Some(Self {
            document,
            quotation,
            target,
            passing: passing.into(),
            total: corpus.quotations().ids().filter(here).count(),
            unsure: shown.answer.unsure.iter().filter(|id| here(id)).count(),
        })
    }

    /// The place of the chosen quotation among those that pass, from 0.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        self.passing.iter().position(|id| Some(*id) == self.quotation)
    }

    /// The quotation after the chosen one; the first if none is.
    #[must_use]
    pub fn next(&self) -> Option<QuotationId> {
        self.passing.get(self.at().map_or(0, |at| at + 1)).copied()
    }

    /// The quotation before the chosen one; the last if none is.
    #[must_use]
    pub fn previous(&self) -> Option<QuotationId> {
        let at = self.at().unwrap_or(self.passing.len());
        self.passing.get(at.checked_sub(1)?).copied()
    }
}
