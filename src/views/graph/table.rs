//! The same as the picture, as two tables: for the keyboard, the screen reader, and for counting.

use super::choice::Press;
use super::look::kind_word;
use super::part::{Node, Part};
use super::scene::Target;
use crate::corpus::CorpusRef;
use crate::hooks::{State, use_state_eq};
use crate::markup::html;
use crate::shared::use_corpus;
use crate::ui::side_mark;
use readout_core::entity::EntityKind;
use readout_core::graph::Relation;
use readout_core::order;
use readout_core::small::lowercase;
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

/// What the rows are ordered by: a column, and whether from its other end; and whether all are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    column: usize,
    turned: bool,
    whole: bool,
}

/// A row, and where it stands in the order: by number, then by words.
struct Row {
    key: (usize, usize, String),
    html: Html,
}

impl Row {
    fn by_number(first: usize, second: usize, html: Html) -> Self {
        Self { key: (first, second, String::new()), html }
    }

    fn by_words(words: &str, html: Html) -> Self {
        Self { key: (0, 0, lowercase(words)), html }
    }
}

/// The tables.
#[component]
pub fn GraphTable(props: &GraphTableProps) -> Html {
    let corpus = use_corpus();
    let start = || Order { column: 3, turned: false, whole: false };
    let (things, ties) = (use_state_eq(start), use_state_eq(start));
    html! {
        <div class="gtables">
            { table("Things", &["Thing", "Kind", "Side", "Mentions", "Ties"], &things, thing_rows(&corpus, props, things.column)) }
            { table("Ties", &["From", "Relation", "To", "Sentences"], &ties, tie_rows(props, ties.column)) }
        </div>
    }
}

fn thing_rows(corpus: &CorpusRef, props: &GraphTableProps, column: usize) -> Vec<Row> {
    let part = &props.part;
    let mut ties = vec![0usize; part.nodes.len()];
    for pair in &part.pairs {
        ties[pair.a] += 1;
        ties[pair.b] += 1;
    }
    let row = |(at, node): (usize, &Node)| {
        let side = node.side.map(|side| corpus.side(Some(side)));
        let name = side.as_ref().map(|look| look.name.clone());
        let html = html! {
            <tr key={node.entity.0}>
                <th scope="row">{ opener(&props.on_press, Target::Node(at), &node.name, None) }</th>
                <td>{ kind_word(node.kind) }</td>
                <td>if let Some(look) = side { <span aria-hidden="true">{ side_mark(look) }</span>{ " " }{ name.clone() } }</td>
                <td class="n">{ node.mentions }</td>
                <td class="n">{ ties[at] }</td>
            </tr>
        };
        match (column, name) {
            (0, _) => Row::by_words(&node.name, html),
            (1, _) => Row::by_number(place(&EntityKind::ALL, &node.kind), 0, html),
            (2, Some(name)) => Row { key: (0, 0, name.to_string()), html },
            (2, None) => Row::by_number(1, 0, html),
            (3, _) => Row::by_number(usize::MAX - node.mentions, 0, html),
            _ => Row::by_number(usize::MAX - ties[at], 0, html),
        }
    };
    part.nodes.iter().enumerate().map(row).collect()
}

fn tie_rows(props: &GraphTableProps, column: usize) -> Vec<Row> {
    let part = &props.part;
    let all =
        part.pairs.iter().enumerate().flat_map(|(at, pair)| pair.ties.iter().map(move |tie| (at, pair, tie)));
    all.map(|(at, pair, tie)| {
        let (from, to) = if tie.forward { (pair.a, pair.b) } else { (pair.b, pair.a) };
        let (from, to) = (&part.nodes[from].name, &part.nodes[to].name);
        let label = format!("{} {}: sentences of {from} and {to}", tie.support, tie.relation.name());
        let html = html! {
            <tr key={tie.edge.0}>
                <th scope="row">{ from }</th>
                <td><i>{ tie.relation.name() }</i></td>
                <td>{ to }</td>
                <td class="n">{ opener(&props.on_press, Target::Pair(at), &tie.support.to_string().into(), Some(label)) }</td>
            </tr>
        };
        let relation = place(&Relation::ALL, &tie.relation);
        match column {
            0 => Row::by_words(from, html),
            1 => Row::by_number(relation, 0, html),
            2 => Row::by_words(to, html),
            _ => Row::by_number(usize::MAX - tie.support, relation, html),
        }
    })
    .collect()
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(all.len())
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

/// A table whose heads sort it. The last columns hold numbers, most first.
fn table(
    title: &'static str,
    columns: &'static [&'static str],
    order: &State<Order>,
    mut rows: Vec<Row>,
) -> Html {
    order::sort_by(&mut rows, |a, b| a.key.cmp(&b.key));
    if order.turned {
        rows.reverse();
    }
    let count = rows.len();
    let shown = if order.whole { count } else { ROWS };
    let head = |(column, name): (usize, &&'static str)| {
        let order = order.clone();
        let current = order.column == column;
        let numbers = matches!(*name, "Mentions" | "Ties" | "Sentences");
        let sort = current.then_some(if order.turned == numbers { "ascending" } else { "descending" });
        let onclick = Callback::from(move |_: MouseEvent| {
            order.set(Order { column, turned: current && !order.turned, ..*order });
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
    let more = {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| order.set(Order { whole: true, ..*order }))
    };
    html! {
        <>
        <table class="gtable">
            <caption>{ format!("{} {}", count, lowercase(title)) }</caption>
            <thead><tr>{ for columns.iter().enumerate().map(head) }</tr></thead>
            <tbody>{ for rows.into_iter().take(shown).map(|row| row.html) }</tbody>
        </table>
        if count > shown {
            <button type="button" class="link more" onclick={more}>{ format!("Show all {count}") }</button>
        }
        </>
    }
}
