//! To the next quotation and back.

use super::place::Place;
use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::{Action, Dispatch};
use readout_core::id::QuotationId;
use readout_core::query::ReaderPlace;
use yew::prelude::*;

/// The pager.
pub fn pager(corpus: &CorpusRef, dispatch: &Dispatch, place: &Place) -> Html {
    let count = place.passing.len();
    let position = match place.at() {
        Some(at) => format!("{} of {count}", at + 1),
        None => format!("– of {count}"),
    };
    let step = |to: Option<QuotationId>, label: &'static str, words: Html| {
        let corpus = corpus.clone();
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(id) = to {
                dispatch.emit(Action::ReadOn(ReaderPlace::at_quotation(&corpus, id)));
            }
        });
        // The words in sight are signs and a key: a screen reader gets the label in their place.
        html! {
            <button type="button" disabled={to.is_none()} {onclick}>
                <span class="vh">{ label }</span><span aria-hidden="true">{ words }</span>
            </button>
        }
    };
    html! {
        <span class="paging">
            { step(place.previous(), "Previous quotation", html! { <>{ "‹ " }<kbd>{ "k" }</kbd></> }) }
            <span><span class="word">{ "Quotation " }</span><b>{ position }</b></span>
            { step(place.next(), "Next quotation", html! { <><kbd>{ "j" }</kbd>{ " ›" }</> }) }
        </span>
    }
}
