//! The same as the picture, as two tables: for the keyboard, the screen reader, and for counting.

use super::choice::Press;
use super::look::kind_word;
use super::part::{Node, Part};
use super::scene::Target;
use crate::corpus::use_corpus;
use crate::ui::SideMark;
use readout_core::graph::Relation;
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`GraphTable`].
#[derive(Properties, PartialEq)]
pub struct GraphTableProps {
    /// What is shown.
    pub part: Rc<Part>,
    /// Called when a row is chosen.
    pub on_press: Callback<(Target, Press)>,
}

/// How many rows stand in a table before "more" is asked for.
const ROWS: usize = 200;

/// What the rows are ordered by: a column, and whether from its other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    column: usize,
    turned: bool,
}

/// The tables.
#[component]
pub fn GraphTable(props: &GraphTableProps) -> Html {
    html! {
        <div class="gtables">
            <Things part={props.part.clone()} on_press={props.on_press.clone()} />
            <Ties part={props.part.clone()} on_press={props.on_press.clone()} />
        </div>
    }
}

#[component]
fn Things(props: &GraphTableProps) -> Html {
    let corpus = use_corpus();
    let part = &props.part;
    let order = use_state_eq(|| Order { column: 3, turned: false });
    let mut ties = vec![0usize; part.nodes.len()];
    for pair in &part.pairs {
        ties[pair.a] += 1;
        ties[pair.b] += 1;
    }
    let mut rows: Vec<(usize, &Node)> = part.nodes.iter().enumerate().collect();
    let side = |node: &Node| node.side.map(|side| corpus.side(Some(side)).name);
    match order.column {
        0 => rows.sort_by_cached_key(|(_, node)| node.name.to_lowercase()),
        1 => rows.sort_by_key(|(_, node)| node.kind),
        2 => rows
            .sort_by_cached_key(|(_, node)| (node.side.is_none(), side(node).map(|name| name.to_string()))),
        3 => rows.sort_by_key(|(_, node)| Reverse(node.mentions)),
        _ => rows.sort_by_key(|(at, _)| Reverse(ties[*at])),
    }
    if order.turned {
        rows.reverse();
    }
    let row = |(at, node): (usize, &Node)| {
        html! {
            <tr key={node.entity.0}>
                <th scope="row">{ opener(&props.on_press, Target::Node(at), &node.name, None) }</th>
                <td>{ kind_word(node.kind) }</td>
                <td>if node.side.is_some() { <span aria-hidden="true"><SideMark side={node.side} /></span>{ " " }{ for side(node) } }</td>
                <td class="n">{ node.mentions }</td>
                <td class="n">{ ties[at] }</td>
            </tr>
        }
    };
    let rows: Vec<Html> = rows.into_iter().map(row).collect();
    html! { <Table title="Things" columns={&["Thing", "Kind", "Side", "Mentions", "Ties"][..]} {order} {rows} /> }
}

#[component]
fn Ties(props: &GraphTableProps) -> Html {
    let part = &props.part;
    let order = use_state_eq(|| Order { column: 3, turned: false });
    let all =
        part.pairs.iter().enumerate().flat_map(|(at, pair)| pair.ties.iter().map(move |tie| (at, pair, tie)));
    let mut rows: Vec<_> = all
        .map(|(at, pair, tie)| {
            let (from, to) = if tie.forward { (pair.a, pair.b) } else { (pair.b, pair.a) };
            (at, &part.nodes[from].name, tie, &part.nodes[to].name)
        })
        .collect();
    let relation = |relation| Relation::ALL.iter().position(|r| *r == relation);
    match order.column {
        0 => rows.sort_by_cached_key(|(_, from, ..)| from.to_lowercase()),
        1 => rows.sort_by_key(|(_, _, tie, _)| relation(tie.relation)),
        2 => rows.sort_by_cached_key(|(.., to)| to.to_lowercase()),
        _ => rows.sort_by_key(|(_, _, tie, _)| (Reverse(tie.support), relation(tie.relation))),
    }
    if order.turned {
        rows.reverse();
    }
    let rows: Vec<Html> = rows
        .into_iter()
        .map(|(at, from, tie, to)| {
            let label = format!("{} {}: sentences of {from} and {to}", tie.support, tie.relation.name());
            html! {
                <tr key={tie.edge.0}>
                    <th scope="row">{ from }</th>
                    <td><i>{ tie.relation.name() }</i></td>
                    <td>{ to }</td>
                    <td class="n">{ opener(&props.on_press, Target::Pair(at), &tie.support.to_string().into(), Some(label)) }</td>
                </tr>
            }
        })
        .collect();
    html! { <Table title="Ties" columns={&["From", "Relation", "To", "Sentences"][..]} {order} {rows} /> }
}

fn opener(
    on_press: &Callback<(Target, Press)>,
    target: Target,
    words: &AttrValue,
    label: Option<String>,
) -> Html {
    let on_press = on_press.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        on_press.emit((target, if event.shift_key() { Press::Add } else { Press::Pin }));
    });
    html! { <button type="button" class="link" aria-label={label} {onclick}>{ words }</button> }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    title: &'static str,
    columns: &'static [&'static str],
    order: UseStateHandle<Order>,
    rows: Vec<Html>,
}

/// A table whose heads sort it. The last columns hold numbers, most first.
#[component]
fn Table(props: &TableProps) -> Html {
    let whole = use_state_eq(|| false);
    let shown = if *whole { props.rows.len() } else { ROWS };
    let head = |(column, name): (usize, &&'static str)| {
        let order = props.order.clone();
        let current = order.column == column;
        let numbers = matches!(*name, "Mentions" | "Ties" | "Sentences");
        let sort = current.then_some(if order.turned == numbers { "ascending" } else { "descending" });
        let onclick = Callback::from(move |_: MouseEvent| {
            order.set(Order { column, turned: current && !order.turned });
        });
        html! {
            <th scope="col" aria-sort={sort} class={numbers.then_some("n")}>
                <button type="button" {onclick}>{ *name }<span aria-hidden="true">{ match sort {
                    Some("ascending") => " ↑",
                    Some(_) => " ↓",
                    None => "",
                } }</span></button>
            </th>
        }
    };
    let count = props.rows.len();
    let more = {
        let whole = whole.setter();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    html! {
        <>
        <table class="gtable">
            <caption>{ format!("{} {}", count, props.title.to_lowercase()) }</caption>
            <thead><tr>{ for props.columns.iter().enumerate().map(head) }</tr></thead>
            <tbody>{ for props.rows.iter().take(shown).cloned() }</tbody>
        </table>
        if count > shown {
            <button type="button" class="link more" onclick={more}>{ format!("Show all {count}") }</button>
        }
        </>
    }
}
