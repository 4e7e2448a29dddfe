//! One report, whole: its parts, its quotations and mentions marked, notes in the margin.

mod block;
mod entity_note;
mod legend;
mod marks;
mod mentions;
mod note;
mod pager;
mod place;
mod report;
mod reports;

use crate::hooks::{use_callback, use_effect_with, use_memo, use_state_eq};
use crate::markup::html;
use crate::platform::{NARROW, use_media};
use crate::shared::{use_corpus, use_desk, use_dispatch};
use crate::state::{Action, use_shown};
use crate::ui::{Command, Dialog, Sheet, citation, pressing, use_commands};
use legend::{Layers, legend};
use pager::pager;
use place::Place;
use readout_core::query::ReaderPlace;
use report::Report;
use reports::reports;
use yew::prelude::*;

/// The reader.
#[component]
pub fn Reader() -> Html {
    let corpus = use_corpus();
    let shown = use_shown();
    let dispatch = use_dispatch();
    let desk = use_desk();
    let narrow = use_media(NARROW);
    let sheet = use_state_eq(|| false);
    let layers = use_state_eq(Layers::default);
    let place = use_memo((corpus.clone(), shown.clone()), |(corpus, shown)| Place::of(corpus, shown));

    {
        // Whoever chose a report in the sheet wants to see it; where there is room, the sheet stands beside.
        let sheet = sheet.setter();
        use_effect_with((place.as_ref().as_ref().map(|place| place.document), narrow), move |_| {
            sheet.set(false)
        });
    }
    {
        let copy = desk.copy.clone();
        let asked = (corpus.clone(), place.clone(), dispatch.clone());
        let run = use_callback(asked, move |command: Command, (corpus, place, dispatch)| {
            let Some(place) = place.as_ref() else { return false };
            let next = match command {
                Command::Next => place.next(),
                Command::Previous => place.previous(),
                Command::Cite => {
                    if let Some(id) = place.quotation {
                        copy.emit((citation(corpus, id).into(), "Citation"));
                    }
                    return place.quotation.is_some();
                }
                _ => return false,
            };
            if let Some(id) = next {
                dispatch.emit(Action::ReadOn(ReaderPlace::at_quotation(corpus, id)));
            }
            true
        });
        use_commands(run);
    }
    let Some(place) = (*place).clone() else {
        return html! { <main class="doc" id="main" tabindex="-1"><p class="note">{ "No report is loaded." }</p></main> };
    };
    let set_sheet = {
        let sheet = sheet.setter();
        move |on: bool| {
            let sheet = sheet.clone();
            Callback::from(move |()| sheet.set(on))
        }
    };
    let set_layers = {
        let layers = layers.setter();
        Callback::from(move |new| layers.set(new))
    };
    let aside = || {
        html! {
            <>
                { reports(&corpus, place.document, &shown.answer, shown.query.is_narrowed()) }
                { legend(*layers, &set_layers) }
            </>
        }
    };
    let count = corpus.documents().len();
    html! {
        <>
            <nav class="phonebar" aria-label="Panels">
                <button type="button" onclick={pressing(&set_sheet(true), ())}>{ format!("{count} reports and key") }</button>
                { pager(&corpus, &dispatch, &place) }
            </nav>
            <div class="cols cols-2">
                if !narrow { <aside class="side-panel" aria-label="Reports and key">{ aside() }</aside> }
                <main class="doc" id="main" tabindex="-1">
                    <Report place={place.clone()} layers={*layers} query={shown.query.clone()} answer={shown.answer.clone()} />
                </main>
            </div>
            if narrow && *sheet {
                <Dialog title="Reports and key" sheet={Sheet { back: "Back to the report".into(), end: false }}
                    on_close={set_sheet(false)}>{ aside() }</Dialog>
            }
        </>
    }
}
