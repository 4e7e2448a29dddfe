//! A note in the margin: who speaks, with which verb; unfolded, why it was read so.

use crate::corpus::use_corpus;
use crate::state::Action;
use crate::ui::{ActionLink, SideMark, citation, use_desk, voice};
use readout_core::id::QuotationId;
use readout_core::query::{Pin, Query, Selection, View};
use yew::prelude::*;

/// Props of [`Note`].
#[derive(Properties, PartialEq)]
pub struct NoteProps {
    /// The quotation.
    pub id: QuotationId,
    /// Whether it is chosen, and the note unfolded.
    pub selected: bool,
    /// Called when it is chosen.
    pub on_choose: Callback<QuotationId>,
}

/// The note.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let corpus = use_corpus();
    let desk = use_desk();
    let id = props.id;
    let Some(quotation) = corpus.quotations().get(id) else { return Html::default() };
    let text = corpus.documents().get(quotation.document).map_or("", |d| d.text.as_str());
    let pin = Pin::Quotation(corpus.catalog().quotation_key(id));
    let on_wall = Query { view: View::Wall, selection: Selection::only(pin), ..Query::default() }.to_hash();
    let cite = {
        let (copy, corpus) = (desk.copy.clone(), corpus.clone());
        Callback::from(move |_: MouseEvent| copy.emit((citation(&corpus, id).into(), "Citation")))
    };
    let cue = quotation.cue.map(|cue| cue.of(text).to_owned());
    let hearsay = voice::reported_by(&corpus, id).map(|outer| format!("by way of {outer}"));
    html! {
        <div class={classes!("mnote", format!("kl-{}", quotation.kind.name()), props.selected.then_some("on"))}>
            <SideMark side={voice::side(&corpus, quotation)} />
            <div>
                <button type="button" aria-expanded={props.selected.to_string()} onclick={props.on_choose.reform(move |_| id)}>
                    <b>{ voice::speaker(&corpus, quotation) }</b>{ " " }<i class="verb">{ cue.unwrap_or_default() }</i>
                    if let Some(words) = hearsay { { " " }<span class="note">{ words }</span> }
                    if voice::is_unsure(quotation) { { " " }<span class="unsure">{ "unsure" }</span> }
                </button>
                if props.selected {
                    <p class="why-so">{ format!("{}. {}.", voice::capitalised(&quotation.reason.in_words(text)), voice::capitalised(voice::sureness(quotation))) }</p>
                    <p class="note-acts">
                        <ActionLink href={on_wall} action={Action::Open(View::Wall)}>{ "Among the quotes" }</ActionLink>
                        <button type="button" class="link" onclick={cite}>{ "Copy citation" }</button>
                    </p>
                }
            </div>
        </div>
    }
}
