//! What the picture is about, and how much of the graph it shows.

use super::part::Part;
use crate::state::Action;
use crate::ui::{ActionLink, Chips, SideMark};
use readout_core::query::{GraphOptions, Query, Scope, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`GraphHead`].
#[derive(Properties, PartialEq)]
pub struct GraphHeadProps {
    /// What is asked.
    pub query: Rc<Query>,
    /// What is shown.
    pub part: Rc<Part>,
    /// Opens the evidence, where it has no column of its own.
    pub on_evidence: Option<Callback<()>>,
}

/// Title, scope, and the switch between picture and table.
#[component]
pub fn GraphHead(props: &GraphHeadProps) -> Html {
    let (query, part) = (&props.query, &props.part);
    let options = |change: &dyn Fn(&mut GraphOptions)| {
        let mut options = query.graph.clone();
        change(&mut options);
        options
    };
    let scope = |scope: Scope| {
        let name = scope_name(scope, part.centres.is_empty());
        choice(query, name, query.graph.scope == scope, options(&|o| o.scope = scope))
    };
    let table = query.graph.table;
    let scopes: &[Scope] =
        if part.centres.is_empty() { &[Scope::Neighbours, Scope::All] } else { Scope::ALL };
    let back = Query { selection: Selection::default(), ..(**query).clone() };
    html! {
        <>
        <div class="gbar">
            <div>
                { title(part) }
                <p class="note">{ amount(part, query.graph.scope) }</p>
            </div>
            <div class="gtools">
                if !part.centres.is_empty() {
                    <ActionLink href={back.to_hash()} action={Action::Deselect}>{ "Overview" }</ActionLink>
                }
                { for scopes.iter().map(|s| scope(*s)) }
                <span class="gsplit" aria-hidden="true" />
                { choice(query, if table { "Picture" } else { "Table" }, false, options(&|o| o.table = !table)) }
                if let Some(on_evidence) = props.on_evidence.clone() {
                    <button type="button" class="link" onclick={on_evidence.reform(|_| ())}>{ "Evidence" }</button>
                }
            </div>
        </div>
        if query.is_narrowed() { <div class="gchips"><Chips query={query.clone()} /></div> }
        </>
    }
}

/// A link that changes the options; the current one says so.
fn choice(query: &Query, name: &'static str, current: bool, options: GraphOptions) -> Html {
    let target = Query { graph: options.clone(), ..query.clone() };
    html! {
        <ActionLink key={name} href={target.to_hash()} action={Action::Graph(options)} current={current.then_some("true")}>
            { name }
        </ActionLink>
    }
}

const fn scope_name(scope: Scope, overview: bool) -> &'static str {
    match (scope, overview) {
        (Scope::All, _) => "All",
        (_, true) => "Most quoted",
        (Scope::Neighbours, _) => "Neighbours",
        (Scope::TwoSteps, _) => "Two steps",
    }
}

fn title(part: &Part) -> Html {
    let centres: Vec<_> = part.centres.iter().filter_map(|at| part.nodes.get(*at)).collect();
    match centres.as_slice() {
        [] => html! { <h1>{ "Who speaks of whom" }</h1> },
        [one] => html! { <h1><SideMark side={one.side} />{ one.name.clone() }</h1> },
        [first, .., last] => {
            html! { <h1><SideMark side={first.side} />{ format!("{} and {}", first.name, last.name) }</h1> }
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
