//! To the next quotation and back.

use super::place::{Place, at_quotation};
use crate::corpus::CorpusRef;
use crate::state::{Action, Dispatch};
use readout_core::id::QuotationId;
use yew::prelude::*;

/// The pager.
#[must_use]
pub fn pager(corpus: &CorpusRef, dispatch: &Dispatch, place: &Place) -> Html {
    let count = place.passing.len();
    let position = match place.at() {
        Some(at) => format!("{} of {count}", at + 1),
        None => count.to_string(),
    };
    let step = |to: Option<QuotationId>, label: &'static str, words: Html| {
        let corpus = corpus.clone();
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(id) = to {
                dispatch.emit(Action::ReadOn(at_quotation(&corpus, id)));
            }
        });
        html! { <button type="button" aria-label={label} disabled={to.is_none()} {onclick}>{ words }</button> }
    };
    html! {
        <span class="paging">
            { step(place.previous(), "Previous quotation", html! { <>{ "‹ " }<kbd aria-hidden="true">{ "k" }</kbd></> }) }
            <span><span class="word">{ "Quotation " }</span><b>{ position }</b></span>
            { step(place.next(), "Next quotation", html! { <><kbd aria-hidden="true">{ "j" }</kbd>{ " ›" }</> }) }
        </span>
    }
}
