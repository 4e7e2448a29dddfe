//! The quotations as cards: facets at the left, evidence at the right; on a phone one at a time.

mod card;
mod evidence;
mod head;
mod heights;
mod in_text;
mod list;
mod overview;
mod rows;

use crate::hooks::{use_callback, use_effect_with, use_memo, use_mut_ref};
use crate::markup::html;
use crate::platform::{self, NARROW, NO_ROOM_FOR_EVIDENCE, use_media};
use crate::shared::{use_corpus, use_desk, use_dispatch};
use crate::state::{Action, use_shown};
use crate::ui::{
    Command, Dialog, Drawer, Sheet, chips, citation, empty, facet_panel, pressing, use_commands, use_drawer,
};
use card::Chosen;
use evidence::evidence;
use head::head;
use in_text::InText;
use list::List;
use overview::overview;
use readout_core::id::QuotationId;
use readout_core::query::{Pin, Query, Selection, Sureness};
use yew::prelude::*;

/// The wall.
#[component]
pub fn Wall() -> Html {
    let corpus = use_corpus();
    let shown = use_shown();
    let dispatch = use_dispatch();
    let desk = use_desk();
    let narrow = use_media(NARROW);
    let no_evidence = use_media(NO_ROOM_FOR_EVIDENCE);
    let open = use_drawer(narrow, no_evidence);
    let pinned = use_memo((corpus.clone(), shown.query.selection.clone()), |(corpus, selection)| {
        pinned(selection, |key| corpus.catalog().quotation(key))
    });
    let selected = pinned.first().copied();

    let found = shown.answer.ids.len();
    let set_open = {
        let open = open.setter();
        move |what| {
            let open = open.clone();
            Callback::from(move |()| open.set(what))
        }
    };
    let choose = {
        let open = open.setter();
        use_callback(
            (corpus.clone(), dispatch.clone(), no_evidence),
            move |(id, how): (QuotationId, Chosen), (corpus, dispatch, no_evidence)| {
                let pin = Pin::Quotation(corpus.catalog().quotation_key(id));
                dispatch.emit(match how {
                    Chosen::Alone => Action::Select(pin),
                    Chosen::More => Action::SelectMore(pin),
                    Chosen::Stepped => Action::Step(pin),
                });
                if *no_evidence && how == Chosen::Alone {
                    open.set(Drawer::Evidence);
                }
            },
        )
    };
    let cite = {
        let copy = desk.copy.clone();
        use_callback((corpus.clone(), selected), move |command: Command, (corpus, selected)| {
            match (command, selected) {
                (Command::Cite, Some(id)) => {
                    copy.emit((citation(corpus, *id).into(), "Citation"));
                    true
                }
                _ => false,
            }
        })
    };
    use_commands(cite);

    let filters = || facet_panel(&dispatch, &shown.query, &shown.answer);
    let aside = || match pinned.as_slice() {
        [] => overview(&corpus),
        pinned => {
            html! { { for pinned.iter().map(|id| evidence(&corpus, &dispatch, &desk, *id, &shown.answer)) } }
        }
    };
    use_top_of_news(&shown.query);
    let most = shown.answer.blocking.first().filter(|way| way.gives > 0);
    let blocking = most.map(|way| way.blocker);
    let chosen = shown.query.filters.iter().count() + usize::from(shown.query.sureness == Sureness::Unsure);
    html! {
        <>
            <nav class="phonebar" aria-label="Panels">
                <button type="button" onclick={pressing(&set_open(Drawer::Filters), ())}>
                    { if chosen == 0 { "Filters".to_owned() } else { format!("Filters, {chosen} active") } }
                </button>
                <button type="button" onclick={pressing(&set_open(Drawer::Evidence), ())}>
                    { if selected.is_some() { "Evidence" } else { "Reports" } }
                </button>
            </nav>
            <div class="cols">
                if !narrow { <aside class="side-panel" aria-label="Filters">{ filters() }</aside> }
                <main class="wall" id="main" tabindex="-1">
                    { head(&dispatch, &shown.query, &shown.answer) }
                    { chips(&corpus, &dispatch, &shown.query, blocking) }
                    <InText answer={shown.answer.clone()} />
                    if found == 0 {
                        { empty(&corpus, &dispatch, &shown.answer) }
                    } else {
                        <List answer={shown.answer.clone()} pinned={pinned.clone()} on_choose={choose} />
                    }
                </main>
                if !no_evidence { <aside class="evidence" aria-label="Evidence">{ aside() }</aside> }
            </div>
            if narrow && *open == Drawer::Filters {
                <Dialog title="Filters" sheet={Sheet { back: format!("Show {found} quotations").into(), end: false }}
                    on_close={set_open(Drawer::Closed)}>{ filters() }</Dialog>
            }
            if no_evidence && *open == Drawer::Evidence {
                <Dialog title="Evidence" sheet={Sheet { back: "Back to the quotations".into(), end: true }}
                    on_close={set_open(Drawer::Closed)}>{ aside() }</Dialog>
            }
        </>
    }
}

/// What is newly asked is shown from its beginning; by Back too; not when the view opens.
#[hook]
fn use_top_of_news(query: &Query) {
    let opened = use_mut_ref(|| false);
    use_effect_with(query.asked(), move |_| {
        if std::mem::replace(&mut *opened.borrow_mut(), true) {
            platform::scroll_to(0.0);
        }
    });
}

/// The pinned quotations.
fn pinned(selection: &Selection, find: impl Fn(&str) -> Option<QuotationId>) -> Vec<QuotationId> {
    let quotation = |pin: &Pin| match pin {
        Pin::Quotation(key) => find(key),
        _ => None,
    };
    selection.pins().iter().filter_map(quotation).collect()
}
