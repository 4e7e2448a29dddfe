//! Kinds, relations and support: what is left out, and at the same time the key to shapes, lines and colours.

use super::look::{Outline, kind_word};
use super::part::Part;
use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::state::{Action, Dispatch};
use crate::ui::side_mark;
use readout_core::entity::{Country, EntityKind};
use readout_core::graph::Relation;
use readout_core::order;
use readout_core::query::{GraphOptions, Query};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The filters.
pub fn graph_filters(corpus: &CorpusRef, dispatch: &Dispatch, query: &Query, part: &Part) -> Html {
    let (options, tally) = (&query.graph, &part.tally);
    let kind = |(at, kind): (usize, &EntityKind)| {
        let (kind, count) = (*kind, tally.kinds[at]);
        let hidden = options.hidden_kinds.contains(&kind);
        let mut changed = options.clone();
        if !changed.hidden_kinds.remove(&kind) {
            changed.hidden_kinds.insert(kind);
        }
        (count > 0 || hidden).then(|| switch(dispatch, !hidden, count, changed, kind_word(kind), shape(kind)))
    };
    let relation = |(at, relation): (usize, &Relation)| {
        let (relation, count) = (*relation, tally.relations[at]);
        let hidden = options.hidden_relations.contains(&relation);
        let mut changed = options.clone();
        if !changed.hidden_relations.remove(&relation) {
            changed.hidden_relations.insert(relation);
        }
        switch(dispatch, !hidden, count, changed, relation.name(), line(relation))
    };
    html! {
        <>
        <section class="facet">
            <h2>{ "Kind of thing" }</h2>
            <ul>{ for EntityKind::ALL.iter().enumerate().filter_map(kind) }</ul>
        </section>
        <section class="facet">
            <h2>{ "Relation" }</h2>
            <ul>{ for Relation::ALL.iter().enumerate().map(relation) }</ul>
        </section>
        { support(dispatch, options.clone(), tally.strongest) }
        { sides(corpus, part) }
        <p class="note gkey">{ "Larger: mentioned more. Thicker: more sentences. Arrows lead from the speaker." }</p>
        </>
    }
}

/// One kind or relation, shown or hidden.
fn switch(
    dispatch: &Dispatch,
    shown: bool,
    count: usize,
    changed: GraphOptions,
    name: &'static str,
    sample: Html,
) -> Html {
    let onchange = dispatch.reform(move |_: Event| Action::Graph(changed.clone()));
    html! {
        <li key={name}>
            <label class={classes!("gswitch", (!shown).then_some("off"))}>
                <input type="checkbox" checked={shown} {onchange} />
                { sample }
                <span class="nm">{ name }</span>
                <span class="num">{ count }</span>
            </label>
        </li>
    }
}

/// In how many sentences a relation must show.
fn support(dispatch: &Dispatch, options: GraphOptions, strongest: usize) -> Html {
    let least = options.min_support.max(1);
    let most = strongest.max(least as usize).max(2);
    let oninput = dispatch.reform(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        let min_support = input.and_then(|input| input.value().parse().ok()).unwrap_or(1);
        Action::Graph(GraphOptions { min_support, ..options.clone() })
    });
    let words =
        if least == 1 { "in any sentence".to_owned() } else { format!("in {least} sentences or more") };
    html! {
        <section class="facet">
            <h2><label for="support">{ "Shown" }</label><span class="num">{ words.clone() }</span></h2>
            <input id="support" class="grange" type="range" min="1" max={most.to_string()} value={least.to_string()}
                aria-valuetext={words} {oninput} />
        </section>
    }
}

/// The sides of what is shown.
fn sides(corpus: &CorpusRef, part: &Part) -> Html {
    let mut counts: Vec<(Option<Country>, usize)> = Vec::new();
    for node in &part.nodes {
        match counts.iter_mut().find(|(side, _)| *side == node.side) {
            Some((_, count)) => *count += 1,
            None => counts.push((node.side, 1)),
        }
    }
    order::sort_by_key(&mut counts, |(side, count)| (side.is_none(), std::cmp::Reverse(*count), *side));
    html! {
        <section class="facet">
            <h2>{ "Side" }</h2>
            <ul class="gsides">{ for counts.into_iter().map(|(side, _)| {
                let name = corpus.side(side).name;
                html! { <li key={name.to_string()}><span aria-hidden="true">{ side_mark(corpus.side(side)) }</span>{ " " }{ name }</li> }
            }) }</ul>
        </section>
    }
}

/// A sample of a kind's outline.
pub(super) fn shape(kind: EntityKind) -> Html {
    let outline = Outline::of(kind);
    html! {
        <svg class="lg" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            if let Some(path) = outline.path(9.0, 6.5) {
                <path d={path} />
            } else {
                <circle class={(outline == Outline::DashedDisc).then_some("dash")} cx="9" cy="9" r="6.5" />
            }
        </svg>
    }
}

/// A sample of a relation's line.
fn line(relation: Relation) -> Html {
    let class = match relation {
        Relation::SaidOf => "said",
        Relation::Addressed => "addressed",
        Relation::CoMentioned => "together",
    };
    html! {
        <svg class={classes!("ln", class)} width="30" height="18" viewBox="0 0 30 18" aria-hidden="true">
            <path d="M2 9H27" />
            if relation.is_directed() { <path class="tip" d="M29 9L22.5 6V12Z" /> }
        </svg>
    }
}
