//! What the picture is about, and how much of the graph it shows.

use super::part::Part;
use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::{Action, Dispatch, Shown};
use crate::ui::{action_link, chips, pressing, side_mark, unsure_too};
use readout_core::query::{GraphOptions, Scope};
use yew::prelude::*;

/// Title, scope, and the switch between picture and table; `on_evidence` opens the evidence, where it has no
/// column of its own.
pub fn graph_head(
    corpus: &CorpusRef,
    dispatch: &Dispatch,
    shown: &Shown,
    part: &Part,
    on_evidence: Option<Callback<()>>,
) -> Html {
    let query = &*shown.query;
    let options = |change: &dyn Fn(&mut GraphOptions)| {
        let mut options = query.graph.clone();
        change(&mut options);
        options
    };
    let scope = |scope: Scope| {
        let name = scope_name(scope, part.centres.is_empty());
        choice(name, query.graph.scope == scope, options(&|o| o.scope = scope))
    };
    let table = query.graph.table;
    let scopes: &[Scope] =
        if part.centres.is_empty() { &[Scope::Neighbours, Scope::All] } else { Scope::ALL };
    html! {
        <>
        <div class="gbar">
            <div>
                { title(corpus, part) }
                <p class="note">{ amount(part, query.graph.scope) }{ " " }{ unsure_too(dispatch, query, shown.answer.unsure.len()) }</p>
            </div>
            <div class="gtools">
                if !part.centres.is_empty() {
                    { action_link(None, None, Action::Deselect, "Overview".into()) }
                }
                { for scopes.iter().map(|s| scope(*s)) }
                <span class="gsplit" aria-hidden="true" />
                { choice(if table { "Picture" } else { "Table" }, false, options(&|o| o.table = !table)) }
                if let Some(on_evidence) = on_evidence {
                    <button type="button" class="link" onclick={pressing(&on_evidence, ())}>{ "Evidence" }</button>
                }
            </div>
        </div>
        if query.is_narrowed() { <div class="gchips">{ chips(corpus, dispatch, query, None) }</div> }
        </>
    }
}

/// A link that changes the options; the current one says so.
fn choice(name: &'static str, current: bool, options: GraphOptions) -> Html {
    let current = current.then_some("true");
    action_link(None, current, Action::Graph(options), name.into())
}

const fn scope_name(scope: Scope, overview: bool) -> &'static str {
    match (scope, overview) {
        (Scope::All, _) => "All",
        (_, true) => "Most quoted",
        (Scope::Neighbours, _) => "Neighbours",
        (Scope::TwoSteps, _) => "Two steps",
    }
}

fn title(corpus: &CorpusRef, part: &Part) -> Html {
    let centres: Vec<_> = part.centres.iter().filter_map(|at| part.nodes.get(*at)).collect();
    match centres.as_slice() {
        [] => html! { <h1>{ "Who speaks of whom" }</h1> },
        [one] => html! { <h1>{ side_mark(corpus.side(one.side)) }{ one.name.clone() }</h1> },
        [first, .., last] => {
            html! { <h1>{ side_mark(corpus.side(first.side)) }{ format!("{} and {}", first.name, last.name) }</h1> }
        }
    }
}

/// How much is shown of what could be.
fn amount(part: &Part, scope: Scope) -> String {
    let (shown, all) = (part.nodes.len(), part.tally.things);
    if part.centres.is_empty() {
        return match scope {
            Scope::All => format!("all {all} things"),
            _ => format!("strongest ties, {shown} of {all} things"),
        };
    }
    let neighbours = match part.tally.neighbours {
        1 => "1 neighbour".to_owned(),
        n => format!("{n} neighbours"),
    };
    format!("{neighbours}, {shown} of {all} things")
}
