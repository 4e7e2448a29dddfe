//! The view's root: reads the state, cuts out the part that is shown, and arranges the panels.

use super::canvas::GraphCanvas;
use super::choice::{self, Press};
use super::evidence::evidence_panel;
use super::filters::graph_filters;
use super::head::graph_head;
use super::part::{Part, Room};
use super::scene::Target;
use super::sieve::Sieve;
use super::table::GraphTable;
use crate::hooks::use_memo;
use crate::markup::html;
use crate::platform::{NARROW, NO_ROOM_FOR_EVIDENCE, PRINTING, use_media};
use crate::shared::{use_corpus, use_dispatch};
use crate::state::{Action, Dispatch, Shown, use_shown};
use crate::ui::{Dialog, Drawer, Sheet, pressing, use_drawer};
use yew::prelude::*;

/// The graph.
#[component]
pub fn GraphView() -> Html {
    let corpus = use_corpus();
    let shown = use_shown();
    let dispatch = use_dispatch();
    let query = shown.query.clone();
    let sieve = use_memo(
        (corpus.clone(), shown.answer.clone(), query.is_narrowed()),
        |(corpus, answer, narrowed)| Sieve::of(corpus, &answer.ids, *narrowed),
    );
    let options = readout_core::query::GraphOptions { table: false, ..query.graph.clone() };
    let (narrow, no_third) = (use_media(NARROW), use_media(NO_ROOM_FOR_EVIDENCE));
    let on_paper = use_media(PRINTING);
    let room = if narrow { Room::Narrow } else { Room::Wide };
    let cut_by = (corpus.clone(), options, query.selection.clone(), sieve.clone(), room);
    let part = use_memo(cut_by, |(corpus, options, selection, sieve, room)| {
        Part::new(corpus, options, selection, sieve, *room)
    });
    let emphasis = choice::emphasis(&corpus, &part, &query.selection);
    let open = use_drawer(narrow, no_third);
    let set_open = |which| {
        let open = open.setter();
        Callback::from(move |()| open.set(which))
    };
    let on_press = {
        let (corpus, dispatch) = (corpus.clone(), dispatch.clone());
        let (part, selection) = (part.clone(), query.selection.clone());
        let open = open.setter();
        Callback::from(move |(target, press): (Target, Press)| {
            if let Some(chosen) = choice::pressed(&corpus, &part, &selection, target, press) {
                // The ties of a thing are in the picture; a tie is nothing without its sentences.
                if no_third && matches!(target, Target::Pair(_)) {
                    open.set(Drawer::Evidence);
                }
                dispatch.emit(Action::Choose(chosen));
            }
        })
    };
    let filters = || graph_filters(&corpus, &dispatch, &query, &part);
    let evidence = || evidence_panel(&corpus, &query, &part, &sieve);
    let on_evidence = (no_third && !narrow).then(|| set_open(Drawer::Evidence));
    html! {
        <>
        if narrow {
            <div class="phonebar">
                <button type="button" onclick={pressing(&set_open(Drawer::Filters), ())}>{ "Filters and key" }</button>
                <button type="button" onclick={pressing(&set_open(Drawer::Evidence), ())}>{ "Evidence" }</button>
            </div>
        }
        <div class="cols">
            if !narrow { <div class="side-panel" role="region" aria-label="Filters and key">{ filters() }</div> }
            <main id="main" tabindex="-1" class="gr">
                { graph_head(&corpus, &dispatch, &shown, &part, on_evidence) }
                if part.nodes.is_empty() {
                    { nothing(&dispatch, &shown) }
                } else {
                    if !query.graph.table { <GraphCanvas part={part.clone()} {emphasis} on_press={on_press.clone()} /> }
                    if on_paper || query.graph.table { <GraphTable part={part.clone()} {on_press} /> }
                }
            </main>
            if !no_third { <div class="evidence" role="region" aria-label="Evidence">{ evidence() }</div> }
        </div>
        { match *open {
            Drawer::Closed => Html::default(),
            Drawer::Filters => html! {
                <Dialog title="Filters and key" sheet={Sheet { back: "Show the graph".into(), end: false }}
                    on_close={set_open(Drawer::Closed)}>{ filters() }</Dialog>
            },
            Drawer::Evidence => html! {
                <Dialog title="Evidence" sheet={Sheet { back: "Back to the graph".into(), end: true }}
                    on_close={set_open(Drawer::Closed)}>{ evidence() }</Dialog>
            },
        } }
        </>
    }
}

/// What stands in place of an empty picture: which filters empty it, and a way out.
fn nothing(dispatch: &Dispatch, shown: &Shown) -> Html {
    let mut lifted = shown.query.graph.clone();
    (lifted.hidden_kinds, lifted.hidden_relations, lifted.min_support) = Default::default();
    lifted.min_support = 1;
    let own = lifted != shown.query.graph;
    let narrowed = shown.query.is_narrowed();
    let show_all = pressing(dispatch, Action::Graph(lifted));
    let clear = pressing(dispatch, Action::ClearAll);
    html! {
        <div class="g-nothing">
            <h2>{ "Nothing is related here" }</h2>
            if own {
                <p>{ "Kinds or relations are hidden, or few sentences are not enough." }</p>
                <button type="button" class="btn" onclick={show_all}>{ "Show all kinds and relations" }</button>
            }
            if narrowed {
                <p>{ "No relation rests on the quotations that the filters and the search let pass." }</p>
                <button type="button" class="btn" onclick={clear}>{ "Clear all filters" }</button>
            }
            if !own && !narrowed { <p>{ "The reports name no two things together." }</p> }
        </div>
    }
}
