//! A note in the margin: who speaks, with which verb; unfolded, why it was read so.

use super::marks::rests_on;
use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::state::{Action, Dispatch};
use crate::ui::number;
use crate::ui::{Desk, action_link, citation, pressing, side_mark, voice};
use readout_core::id::QuotationId;
use readout_core::query::{ReaderPlace, View};
use readout_core::quote::{Quotation, excerpt};
use yew::prelude::*;

/// The note; it is unfolded when the quotation is chosen, and folding it lets go of that.
pub fn note(
    corpus: &CorpusRef,
    dispatch: &Dispatch,
    desk: &Desk,
    id: QuotationId,
    selected: bool,
    on_choose: &Callback<QuotationId>,
) -> Html {
    let Some(quotation) = corpus.quotations().get(id) else { return Html::default() };
    let text = corpus.documents().get(quotation.document).map_or("", |d| d.text.as_str());
    let flip = if selected { pressing(dispatch, Action::Deselect) } else { pressing(on_choose, id) };
    let cue = quotation.cue.map(|cue| cue.of(text).to_owned());
    let hearsay = voice::reported_by(corpus, id).map(|outer| format!("by way of {outer}"));
    html! {
        <div key={id.0} class={classes!("mnote", format!("kl-{}", quotation.kind.name()), selected.then_some("on"))}>
            { side_mark(corpus.side(voice::side(corpus, quotation))) }
            <div>
                <button type="button" aria-expanded={selected.to_string()} onclick={flip}>
                    <b>{ voice::speaker(corpus, quotation) }</b>{ " " }<i class="verb">{ cue.unwrap_or_default() }</i>
                    if let Some(words) = hearsay { { " " }<span class="note">{ words }</span> }
                    if !quotation.is_sure() { { " " }<span class="unsure">{ "unsure" }</span> }
                </button>
                if selected {
                    { why_so(corpus, quotation, text) }
                    <p class="note-acts">
                        { action_link(None, None, Action::Open(View::Wall), "Among the quotes".into()) }
                        <button type="button" class="link" onclick={desk.copying(corpus, id, "Citation", citation)}>{ "Copy citation" }</button>
                    </p>
                }
            </div>
        </div>
    }
}

/// Why this speaker: what decided, the words that it rests on as links to them, and how sure that is.
fn why_so(corpus: &CorpusRef, quotation: &Quotation, text: &str) -> Html {
    let words = rests_on(quotation).into_iter().map(|span| {
        let place = ReaderPlace::at_words(corpus, quotation.document, span);
        let link = action_link(None, None, Action::Read(place), excerpt(span.of(text)).into());
        html! { <>{ " " }{ link }</> }
    });
    let decided = voice::capitalised(quotation.reason.rule.in_words());
    let sure = voice::capitalised(voice::sureness(quotation));
    html! {
        <p class="why-so">
            <b>{ "Why this speaker?" }</b>{ format!(" {decided}:") }{ for words }
            { format!(". {sure}, {}.", number::percent(quotation.confidence)) }
        </p>
    }
}
