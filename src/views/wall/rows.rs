//! The heights of the cards, kept where the reports are read anew.

use super::heights::Heights;
use super::list::{Goal, To};
use crate::corpus::CorpusRef;
use crate::hooks::{use_memo, use_mut_ref};
use crate::platform;
use crate::state::AnswerRef;
use readout_core::id::{DocumentId, QuotationId};
use readout_core::quote::Kind;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use yew::prelude::*;

/// A list's rows with their heights.
#[derive(Clone)]
struct Rows {
    corpus: CorpusRef,
    answer: AnswerRef,
    heights: Rc<RefCell<Heights>>,
}

/// What a quotation is known by in another reading of the same reports: its report, and where it starts.
type Known = (DocumentId, u32);

impl Rows {
    fn known(&self) -> impl Iterator<Item = Option<Known>> + '_ {
        self.answer.ids.iter().map(|id| {
            let quotation = self.corpus.quotations().get(*id)?;
            Some((quotation.document, quotation.content.first()?.start))
        })
    }
}

/// The heights of the rows of an answer, guessed until measured. Where another reading of the reports takes the
/// place of one, known rows keep their heights, and the goal is that what the window shows stays where it is.
#[hook]
pub fn use_heights(
    corpus: &CorpusRef,
    answer: &AnswerRef,
    list: &NodeRef,
    goal: &Rc<RefCell<Option<Goal>>>,
) -> Rc<RefCell<Heights>> {
    let last = use_mut_ref(|| None::<Rows>);
    let (goal, list) = (goal.clone(), list.clone());
    let rows = use_memo((corpus.clone(), answer.clone()), move |(corpus, answer)| {
        let guesses = answer.ids.iter().map(|id| guess(corpus, *id));
        let heights = Rc::new(RefCell::new(Heights::new(guesses)));
        let rows = Rows { corpus: corpus.clone(), answer: answer.clone(), heights };
        let before = last.borrow_mut().replace(rows.clone());
        if let Some(before) = before.filter(|before| before.corpus != *corpus)
            && let Some(stay) = carry_over(&before, &rows, &list)
        {
            *goal.borrow_mut() = Some(stay);
        }
        rows
    });
    rows.heights.clone()
}

/// Gives rows the heights that they had. The first card in the window that is in both readings shall stay where
/// it is, unless the list is seen from its beginning.
fn carry_over(before: &Rows, now: &Rows, list: &NodeRef) -> Option<Goal> {
    let old = before.heights.borrow();
    let places: HashMap<Known, usize> =
        before.known().enumerate().filter_map(|(row, known)| Some((known?, row))).collect();
    let mut heights = now.heights.borrow_mut();
    let top = platform::scroll_y() - platform::top_of(list);
    let first = old.row_at(top);
    let mut stay = None;
    for (row, known) in now.known().enumerate() {
        let Some(place) = known.and_then(|known| places.get(&known).copied()) else { continue };
        heights.measure(row, old.offset(place + 1) - old.offset(place));
        if place >= first && stay.is_none() {
            let id = before.answer.ids.get(place)?;
            stay = platform::top_in_window(&card_id(*id)).map(|top| Goal { row, to: To::Top(top) });
        }
    }
    stay.filter(|_| top > 0.0)
}

/// The name of a quotation's card among the page's elements.
pub fn card_id(id: QuotationId) -> String {
    format!("q{}", id.0)
}

/// About how high a card will be: lines of words, and what stands below them.
fn guess(corpus: &CorpusRef, id: QuotationId) -> f64 {
    let Some(quotation) = corpus.quotations().get(id) else { return 0.0 };
    let letters: u32 = quotation.content.iter().map(|span| span.len()).sum();
    let (per_line, line) = match quotation.kind {
        Kind::Direct => (46.0, 31.0),
        Kind::Mixed => (52.0, 28.0),
        Kind::Indirect => (62.0, 26.0),
        Kind::Pull => (38.0, 34.0),
    };
    (f64::from(letters) / per_line).ceil().max(3.0) * line + 100.0
}
