//! The view's root: reads the state, cuts out the part that is shown, and arranges the panels.

use super::canvas::GraphCanvas;
use super::choice::{self, Press};
use super::evidence::EvidencePanel;
use super::filters::GraphFilters;
use super::head::GraphHead;
use super::part::{Part, Room};
use super::scene::Target;
use super::sieve::Sieve;
use super::table::GraphTable;
use crate::corpus::use_corpus;
use crate::platform::{NARROW, NO_ROOM_FOR_EVIDENCE, use_media};
use crate::state::{Action, use_dispatch, use_shown};
use crate::ui::Sheet;
use yew::prelude::*;

/// The sheets of narrow screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Filters,
    Evidence,
}

/// The graph.
#[component]
pub fn GraphView() -> Html {
    let corpus = use_corpus();
    let shown = use_shown();
    let dispatch = use_dispatch();
    let query = shown.query.clone();
    let sieve = use_memo(
        (corpus.clone(), shown.answer.clone(), query.is_narrowed()),
        |(corpus, answer, narrowed)| {
            if *narrowed { Sieve::of(corpus, &answer.ids) } else { Sieve::default() }
        },
    );
    let options = readout_core::query::GraphOptions { table: false, ..query.graph.clone() };
    let (narrow, no_third) = (use_media(NARROW), use_media(NO_ROOM_FOR_EVIDENCE));
    let room = if narrow { Room::Narrow } else { Room::Wide };
    let cut_by = (corpus.clone(), options, query.selection.clone(), sieve.clone(), room);
    let part = use_memo(cut_by, |(corpus, options, selection, sieve, room)| {
        Part::new(corpus, options, selection, sieve, *room)
    });
    let emphasis = choice::emphasis(&corpus, &part, &query.selection);
    let open = use_state_eq(|| Open::Nothing);
    let set_open = |which| {
        let open = open.setter();
        Callback::from(move |()| open.set(which))
    };
    let on_press = {
        let (corpus, part, selection) = (corpus.clone(), part.clone(), query.selection.clone());
        let open = open.setter();
        Callback::from(move |(target, press): (Target, Press)| {
            if let Some(chosen) = choice::pressed(&corpus, &part, &selection, target, press) {
                // The ties of a thing are in the picture; a tie is nothing without its sentences.
                if no_third && matches!(target, Target::Pair(_)) {
                    open.set(Open::Evidence);
                }
                dispatch.emit(Action::Choose(chosen));
            }
        })
    };
    let filters = html! { <GraphFilters query={query.clone()} part={part.clone()} /> };
    let evidence =
        html! { <EvidencePanel query={query.clone()} part={part.clone()} sieve={sieve.clone()} /> };
    html! {
        <>
        if narrow {
            <div class="phonebar">
                <button type="button" onclick={set_open(Open::Filters).reform(|_| ())}>{ "Filters and key" }</button>
                <button type="button" onclick={set_open(Open::Evidence).reform(|_| ())}>{ "Evidence" }</button>
            </div>
        }
        <div class="cols">
            if !narrow { <div class="side-panel" role="region" aria-label="Filters and key">{ filters.clone() }</div> }
            <main id="main" tabindex="-1" class="gr">
                <GraphHead query={query.clone()} part={part.clone()}
                    on_evidence={(no_third && !narrow).then(|| set_open(Open::Evidence))} />
                if part.nodes.is_empty() {
                    <Nothing />
                } else if query.graph.table {
                    <GraphTable part={part.clone()} {on_press} />
                } else {
                    <GraphCanvas part={part.clone()} {emphasis} {on_press} />
                }
            </main>
            if !no_third { <div class="evidence" role="region" aria-label="Evidence">{ evidence.clone() }</div> }
        </div>
        { match *open {
            Open::Nothing => Html::default(),
            Open::Filters => html! {
                <Sheet label="Filters and key" back="Show the graph" on_close={set_open(Open::Nothing)}>{ filters }</Sheet>
            },
            Open::Evidence => html! {
                <Sheet label="Evidence" back="Back to the graph" end=true on_close={set_open(Open::Nothing)}>{ evidence }</Sheet>
            },
        } }
        </>
    }
}

/// What stands in place of an empty picture: which filters empty it, and a way out.
#[component]
fn Nothing() -> Html {
    let dispatch = use_dispatch();
    let shown = use_shown();
    let mut lifted = shown.query.graph.clone();
    (lifted.hidden_kinds, lifted.hidden_relations, lifted.min_support) = Default::default();
    lifted.min_support = 1;
    let own = lifted != shown.query.graph;
    let narrowed = shown.query.is_narrowed();
    let show_all = dispatch.reform(move |_: MouseEvent| Action::Graph(lifted.clone()));
    let clear = dispatch.reform(|_: MouseEvent| Action::ClearAll);
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
