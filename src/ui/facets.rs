//! The facets with their live counts, and the chosen values as chips.

use super::pressing;
use super::{kind_mark, outlet_mark, side_mark};
use crate::corpus::CorpusRef;
use crate::hooks::use_state_eq;
use crate::markup::{classes, html};
use crate::shared::{use_corpus, use_dispatch};
use crate::state::{Action, AnswerRef, Dispatch};
use readout_core::query::{Blocker, Facet, FacetValue, Query, Sureness, ValueCount};
use readout_core::quote::Kind;
use readout_core::small::lowercase;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Values that a facet shows at first.
const AT_FIRST: usize = 8;
/// From this number of values on a facet has a filter of its own.
const MANY: usize = 16;
/// Values that a facet shows at most; its filter finds the others.
const AT_MOST: usize = 200;

/// A facet's name for people.
#[must_use]
pub const fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Speaker",
        Facet::Side => "Side",
        Facet::Outlet => "Outlet",
        Facet::Kind => "Kind",
        Facet::About => "Spoken of",
        Facet::Verb => "Verb of saying",
        Facet::Zone => "Part of report",
    }
}

/// What its values are called: one, and several.
const fn nouns(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Speaker => ("speaker", "speakers"),
        Facet::Side => ("side", "sides"),
        Facet::Outlet => ("outlet", "outlets"),
        Facet::Kind => ("kind", "kinds"),
        Facet::About => ("name", "names"),
        Facet::Verb => ("verb", "verbs"),
        Facet::Zone => ("part", "parts"),
    }
}

fn kind_of(facet: Facet, key: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| facet == Facet::Kind && kind.name() == key)
}

/// A value's name for people; the key where the corpus doesn't hold it.
#[must_use]
pub fn value_label(corpus: &CorpusRef, facet: Facet, key: &str) -> String {
    if let Some(kind) = kind_of(facet, key) {
        return super::kind_label(kind).into();
    }
    corpus.catalog().value(facet, key).map_or_else(|| key.to_owned(), |(_, value)| value.label.clone())
}

/// All facets: what is asked, and the counts.
pub fn facet_panel(dispatch: &Dispatch, query: &Query, answer: &AnswerRef) -> Html {
    html! {
        <>
            { for answer.facets.iter().filter(|counts| !counts.values.is_empty()).map(|counts| html! {
                <FacetList key={counts.facet.name()} facet={counts.facet} answer={answer.clone()} />
            }) }
            { sureness(dispatch, query.sureness, answer.sure, answer.unsure.len()) }
        </>
    }
}

/// How many are kept back for being unsure, and the switch that shows them.
pub fn unsure_too(dispatch: &Dispatch, query: &Query, unsure: usize) -> Html {
    let (words, next) = match query.sureness {
        _ if unsure == 0 => return Html::default(),
        Sureness::Sure => (format!("Show {unsure} unsure too"), Sureness::All),
        Sureness::All => (format!("Hide {unsure} unsure"), Sureness::Sure),
        Sureness::Unsure => return Html::default(),
    };
    let onclick = pressing(dispatch, Action::Sureness(next));
    html! { <button type="button" class="link" {onclick}>{ words }</button> }
}

/// Sure and unsure quotations, each shown or not; never neither.
fn sureness(dispatch: &Dispatch, asked: Sureness, sure: usize, unsure: usize) -> Html {
    let row = |name: &'static str, count: usize, only: Sureness, other: Sureness| {
        let next = if asked == Sureness::All { other } else { Sureness::All };
        let onclick = pressing(dispatch, Action::Sureness(next));
        let share = count * 100 / (sure + unsure).max(1);
        html! {
            <li><button type="button" aria-pressed={(asked == Sureness::All || asked == only).to_string()}
                style={format!("--n:{share}")} {onclick}>
                <span class="nm">{ name }</span><span class="num">{ count }<span class="vh">{ " quotations" }</span></span>
            </button></li>
        }
    };
    html! {
        <section class="facet" aria-label="Sureness">
            <h2>{ "Sureness" }</h2>
            <ul>
                { row("Sure", sure, Sureness::Sure, Sureness::Unsure) }
                { row("Unsure", unsure, Sureness::Unsure, Sureness::Sure) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FacetListProps {
    facet: Facet,
    answer: AnswerRef,
}

#[component]
fn FacetList(props: &FacetListProps) -> Html {
    let corpus = use_corpus();
    let dispatch = use_dispatch();
    let open = use_state_eq(|| false);
    let within = use_state_eq(String::new);
    let facet = props.facet;
    let Some(counts) = props.answer.facet(facet) else { return Html::default() };
    let most = counts.values.iter().map(|value| value.count).max().unwrap_or(0).max(1);
    let all: Vec<(&ValueCount, &FacetValue)> = counts
        .values
        .iter()
        .filter_map(|count| Some((count, corpus.catalog().values(facet).get(count.value)?)))
        .collect();
    let wanted = lowercase(&within);
    let matching: Vec<_> =
        all.iter().filter(|(_, value)| lowercase(&value.label).contains(&wanted)).collect();
    // Values that would show nothing stand back, unless all would.
    let dead = all.iter().all(|(count, _)| count.count == 0);
    let first = |(count, _): &(&ValueCount, &FacetValue)| dead || count.count > 0 || count.selected;
    let live = matching.iter().filter(|row| first(row)).count();
    let shown: Vec<_> = if *open {
        matching.iter().take(AT_MOST).copied().collect()
    } else {
        let mut room = AT_FIRST;
        let mut fits = |row: &&&(&ValueCount, &FacetValue)| {
            let fits = first(row) && (room > 0 || row.0.selected);
            room = room.saturating_sub(usize::from(fits));
            fits
        };
        matching.iter().filter(|row| fits(row)).copied().collect()
    };
    let hidden = matching.len() - shown.len();
    let (one, many) = nouns(facet);
    let more = match (hidden, live > shown.len()) {
        _ if *open => "Show fewer".to_owned(),
        (1, true) => format!("1 more {one}"),
        (n, true) => format!("{n} more {many}"),
        (1, false) => format!("1 more {one}, 0"),
        (n, false) => format!("{n} more {many}, 0 each"),
    };
    let flip = {
        let (open, was) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| open.set(!was))
    };
    let type_within = {
        let within = within.setter();
        Callback::from(move |event: InputEvent| {
            within.set(event.target_dyn_into::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default());
        })
    };
    let label = facet_label(facet);
    html! {
        <section class="facet" aria-label={label}>
            <h2>{ label }</h2>
            if *open && all.len() >= MANY {
                <input class="within" type="search" placeholder={format!("Filter {many}")} value={(*within).clone()}
                    aria-label={format!("Filter the list of {many}")} oninput={type_within} />
            }
            <ul>{ for shown.into_iter().map(|(count, value)| row(&corpus, &dispatch, facet, count, value, most)) }</ul>
            if *open && hidden > 0 { <p class="note">{ format!("{hidden} more: type above to find them") }</p> }
            if hidden > 0 || (*open && all.len() > AT_FIRST) {
                <button type="button" class="more" aria-expanded={open.to_string()} onclick={flip}>{ more }</button>
            }
        </section>
    }
}

/// A value, its share of the most frequent one drawn behind it.
fn row(
    corpus: &CorpusRef,
    dispatch: &Dispatch,
    facet: Facet,
    count: &ValueCount,
    value: &FacetValue,
    most: u32,
) -> Html {
    let (key, ValueCount { count, selected, .. }) = (value.key.clone(), *count);
    let onclick = pressing(dispatch, Action::Toggle(facet, key));
    let marked = matches!(facet, Facet::Speaker | Facet::Side | Facet::About);
    let name = match kind_of(facet, &value.key) {
        Some(kind) => kind_mark(kind),
        None => html! { { value.label.clone() } },
    };
    let part = value.part_of().is_some();
    let what = if count == 1 { "quotation" } else { "quotations" };
    html! {
        <li key={value.key.clone()} class={classes!((count == 0 && !selected).then_some("none"), part.then_some("part"))}>
            <button type="button" aria-pressed={selected.to_string()} style={format!("--n:{}", count * 100 / most)} {onclick}>
                if marked { { side_mark(corpus.side(value.side)) } }
                if facet == Facet::Outlet && !part { { outlet_mark(corpus.outlet_named(Some(&value.label))) } }
                <span class="nm">{ name }</span>
                <span class="num">{ count }<span class="vh">{ format!(" {what}") }</span></span>
            </button>
        </li>
    }
}

/// What narrows the quotations, each to be taken away; `blocking` keeps quotations out most, if nothing is found.
pub fn chips(corpus: &CorpusRef, dispatch: &Dispatch, query: &Query, blocking: Option<Blocker>) -> Html {
    if !query.is_narrowed() {
        return Html::default();
    }
    let chip = |label: &'static str, words: String, blocker: Blocker, action: Action| {
        let class = classes!("chip", (blocking == Some(blocker)).then_some("blocking"));
        let say = format!("Remove {label}: {words}");
        let onclick = pressing(dispatch, action);
        html! {
            <button type="button" key={say.clone()} {class} aria-label={say} {onclick}>
                <span>{ label }{ ": " }<b>{ words }</b></span><span class="x" aria-hidden="true">{ "×" }</span>
            </button>
        }
    };
    let filters = query.filters.iter().map(|(facet, key)| {
        let action = Action::Toggle(facet, key.to_owned());
        chip(facet_label(facet), value_label(corpus, facet, key), Blocker::Facet(facet), action)
    });
    let text = (!query.text.trim().is_empty())
        .then(|| chip("Search", query.text.trim().to_owned(), Blocker::Text, Action::Lift(Blocker::Text)));
    let sureness = (query.sureness == Sureness::Unsure)
        .then(|| chip("Only", "unsure".into(), Blocker::Sureness, Action::Sureness(Sureness::Sure)));
    html! {
        <div class="chips" role="group" aria-label="Filters in use">
            { for filters }{ for text }{ for sureness }
            <button type="button" class="link" onclick={pressing(dispatch, Action::ClearAll)}>{ "Clear all" }</button>
        </div>
    }
}
