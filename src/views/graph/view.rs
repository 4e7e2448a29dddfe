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
use crate::corpus::CorpusRef;
use crate::hooks::use_memo;
use crate::markup::html;
use crate::platform::{NARROW, NO_ROOM_FOR_EVIDENCE, PRINTING, use_media};
use crate::shared::{use_corpus, use_dispatch};
use crate::state::{Action, Dispatch, Shown, use_shown};
use crate::ui::{Dialog, Drawer, Sheet, empty, pressing, use_drawer};
use readout_core::query::{Blocker, Sureness};
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
    let unsure_would = || {
        let sieve = Sieve::of(&corpus, &shown.answer.unsure, query.is_narrowed());
        !Part::new(&corpus, &query.graph, &query.selection, &sieve, room).pairs.is_empty()
    };
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
                if part.pairs.is_empty() {
                    { nothing(&corpus, &dispatch, &shown, &part, unsure_would) }
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

/// What stands in place of an empty picture: what empties it, and the ways out. `unsure_would` tells whether
/// unsure quotations would relate something.
fn nothing(
    corpus: &CorpusRef,
    dispatch: &Dispatch,
    shown: &Shown,
    part: &Part,
    unsure_would: impl Fn() -> bool,
) -> Html {
    let (query, answer) = (&shown.query, &shown.answer);
    let narrowed = query.is_narrowed();
    if narrowed && answer.ids.is_empty() {
        return empty(corpus, dispatch, answer);
    }
    let mut lifted = query.graph.clone();
    (lifted.hidden_kinds, lifted.hidden_relations, lifted.min_support) = Default::default();
    lifted.min_support = 1;
    let mut ways: Vec<(&str, String, Action)> = Vec::new();
    if query.sureness == Sureness::Sure && unsure_would() {
        let words = format!("Show {} unsure too", answer.unsure.len());
        ways.push((
            "Only unsure quotations are left, and they do not count.",
            words,
            Action::Lift(Blocker::Sureness),
        ));
    }
    if lifted != query.graph {
        let why = "Kinds or relations are hidden, or few sentences are not enough.";
        ways.push((why, "Show all kinds and relations".into(), Action::Graph(lifted)));
    }
    if narrowed {
        let why = "No relation rests on the quotations that the filters and the search let pass.";
        ways.push((why, "Clear all filters".into(), Action::ClearAll));
    }
    html! {
        <div class="g-nothing">
            <h2>{ "Nothing is related here" }</h2>
            if ways.is_empty() {
                <p>{ if part.centres.is_empty() { "The reports name no two things together." } else { "The reports relate nothing to it." } }</p>
            }
            { for ways.into_iter().map(|(why, words, way)| html! {
                <><p>{ why }</p><button type="button" class="btn" onclick={pressing(dispatch, way)}>{ words }</button></>
            }) }
        </div>
    }
}
