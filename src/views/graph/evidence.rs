//! The evidence panel: what is pinned, its relations, and the sentences that show them.

use super::choice::{self, Subject};
use super::look::kind_word;
use super::part::{Part, Tie};
use super::proof::{self, Proof, proofs};
use super::sentence::{proof_sentence, sentence_id};
use super::sieve::Sieve;
use crate::corpus::CorpusRef;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::platform::{self, Along};
use crate::shared::use_corpus;
use crate::state::Action;
use crate::ui::{Command, action_link, pressing, side_mark, use_commands, voice};
use readout_core::corpus::Corpus;
use readout_core::entity::Entity;
use readout_core::graph::Relation;
use readout_core::id::{EdgeId, EntityId};
use readout_core::order;
use readout_core::query::Query;
use std::rc::Rc;
use yew::prelude::*;

/// How many sentences, and how many relations, are listed before "more" is asked for.
const SENTENCES: usize = 40;
const RELATIONS: usize = 8;

/// What the panel's parts draw from.
#[derive(Clone, Copy)]
struct Shelf<'a> {
    corpus: &'a CorpusRef,
    query: &'a Query,
    part: &'a Part,
}

/// The panel; the sieve tells which evidence counts.
pub fn evidence_panel(corpus: &CorpusRef, query: &Rc<Query>, part: &Rc<Part>, sieve: &Sieve) -> Html {
    let Some(subject) = choice::subject(corpus, &query.selection) else { return invitation() };
    let found = proofs(corpus, part, sieve, subject);
    let shelf = Shelf { corpus, query, part };
    html! {
        <>
        { match subject {
            Subject::Entity(id) => html! { <ThingHead {id} query={query.clone()} part={part.clone()} /> },
            Subject::Edge(edge) => edge_head(shelf, edge, &found),
        } }
        <Sentences key={match subject {
            Subject::Entity(id) => format!("thing-{}", id.0),
            Subject::Edge(id) => format!("edge-{}", id.0),
        }} found={Rc::from(found)} />
        </>
    }
}

fn invitation() -> Html {
    html! {
        <>
        <div class="ev-top"><h2>{ "Evidence" }</h2></div>
        <p class="gnone">{ "Choose a thing or a line. Each opens the sentences that it stands for, with outlet and place." }</p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SentencesProps {
    found: Rc<[Proof]>,
}

/// The sentences, with previous and next.
#[component]
fn Sentences(props: &SentencesProps) -> Html {
    let corpus = use_corpus();
    let stepped = use_state_eq(|| None::<usize>);
    let most = use_state_eq(|| SENTENCES);
    let count = props.found.len();
    let last = count.saturating_sub(1);
    let at = stepped.unwrap_or(0).min(last);
    let step = {
        let (stepped, most) = (stepped.setter(), most.clone());
        Callback::from(move |forward: bool| {
            let next = if forward { (at + 1).min(last) } else { at.saturating_sub(1) };
            most.set((*most).max(next + 1));
            stepped.set(Some(next));
        })
    };
    // Once it is drawn.
    use_effect_with(*stepped, |stepped| {
        if let Some(at) = stepped {
            platform::reveal_id(&sentence_id(*at), Along::Nearest);
        }
    });
    let by_key = step.clone();
    use_commands(Callback::from(move |command: Command| {
        match command {
            Command::Next => by_key.emit(true),
            Command::Previous => by_key.emit(false),
            _ => return false,
        }
        true
    }));
    if count == 0 {
        return html! { <p class="gnone">{ "No sentence passes the filters." }</p> };
    }
    let (previous, next) = (pressing(&step, false), pressing(&step, true));
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(usize::MAX))
    };
    html! {
        <>
        <div class="pager">
            <h3>{ if count == 1 { "1 sentence".to_owned() } else { format!("{count} sentences") } }</h3>
            if count > 1 {
                <button type="button" aria-label="Previous sentence" disabled={at == 0} onclick={previous}>{ "‹" }</button>
                <span aria-live="polite">{ format!("{} of {count}", at + 1) }</span>
                <button type="button" aria-label="Next sentence" disabled={at == last} onclick={next}>{ "›" }</button>
            }
        </div>
        <ol>{ for props.found.iter().take(*most).enumerate().map(|(i, proof)| {
            proof_sentence(&corpus, proof, i, i == at)
        }) }</ol>
        if count > *most {
            <button type="button" class="link more" onclick={more}>{ format!("Show {} more", count - *most) }</button>
        }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ThingHeadProps {
    id: EntityId,
    query: Rc<Query>,
    part: Rc<Part>,
}

/// A thing: its name, what it is, and its relations.
#[component]
fn ThingHead(props: &ThingHeadProps) -> Html {
    let corpus = use_corpus();
    let all = use_state_eq(|| false);
    let Some(entity) = corpus.entities().get(props.id) else { return Html::default() };
    let pairs = props.part.place(props.id).into_iter().flat_map(|node| props.part.pairs_at(node));
    let mut ties: Vec<&Tie> = pairs.flat_map(|(_, pair)| &pair.ties).collect();
    order::sort_by_key(&mut ties, |tie| {
        (tie.relation == Relation::CoMentioned, std::cmp::Reverse(tie.support), tie.edge)
    });
    let shelf = Shelf { corpus: &corpus, query: &props.query, part: &props.part };
    let count = ties.len();
    let shown = if *all { count } else { RELATIONS };
    let most = ties.iter().map(|tie| tie.support).max().unwrap_or(1);
    let more = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
        <div class="ev-top"><h2>{ kind_word(entity.kind) }</h2>{ around(shelf, props.id) }</div>
        <div class="rel">{ side_mark(corpus.side(entity.side)) }<span>{ entity.name.clone() }</span></div>
        <p class="note">{ known(&corpus, entity) }</p>
        <ul class="grels">{ for ties.into_iter().take(shown).map(|tie| relation(shelf, props.id, tie, most)) }</ul>
        if count > shown {
            <button type="button" class="link more" onclick={more}>{ format!("All {count} relations") }</button>
        }
        </>
    }
}

/// Makes the thing the focus, if it is not.
fn around(Shelf { corpus, query, .. }: Shelf, id: EntityId) -> Html {
    let pin = readout_core::query::Pin::Entity(corpus.catalog().entity_key(id).to_owned());
    if query.selection.pins() == [pin.clone()] {
        return Html::default();
    }
    let selection = readout_core::query::Selection::only(pin);
    action_link(None, None, Action::Choose(selection), "Draw around it".into())
}

/// Role, other names, number of mentions.
fn known(corpus: &Corpus, entity: &Entity) -> String {
    let mut words: Vec<String> = voice::role_of(corpus, entity).into_iter().collect();
    let others: Vec<&str> =
        entity.aliases.iter().filter(|a| **a != entity.name).take(3).map(String::as_str).collect();
    if !others.is_empty() {
        words.push(format!("also {}", others.join(", ")));
    }
    words.push(match entity.mentions.len() {
        1 => "1 mention".to_owned(),
        n => format!("{n} mentions"),
    });
    words.join(" · ")
}

/// One relation of a thing, as a way to its evidence.
fn relation(shelf: Shelf, id: EntityId, tie: &Tie, most: usize) -> Html {
    let Shelf { corpus, query, .. } = shelf;
    let Some(edge) = corpus.graph().edges.get(tie.edge) else { return Html::default() };
    let Some(pin) = choice::edge_pin(corpus, tie.edge) else { return Html::default() };
    let other = corpus.entities().get(edge.other(id));
    let words = match (tie.relation, edge.from == id) {
        (Relation::SaidOf, true) => "speaks of",
        (Relation::SaidOf, false) => "spoken of by",
        (Relation::Addressed, true) => "speaks to",
        (Relation::Addressed, false) => "spoken to by",
        (Relation::CoMentioned, _) => "named with",
    };
    let words = html! {
        <><i>{ words }</i><span class="nm">{ other.map(|e| e.name.clone()) }</span><span class="num">{ tie.support }</span></>
    };
    let selection = choice::with_focus(&query.selection, pin);
    html! {
        <li key={tie.edge.0} style={format!("--n:{}", 100 * tie.support / most.max(1))}>
            { action_link(None, None, Action::Choose(selection), words) }
        </li>
    }
}

/// A relation: who, what, whom; its verbs; and the pair's other relations.
fn edge_head(shelf: Shelf, id: EdgeId, found: &[Proof]) -> Html {
    let Shelf { corpus, part, .. } = shelf;
    let Some(edge) = corpus.graph().edges.get(id) else { return Html::default() };
    let thing = |entity: EntityId| {
        let side = corpus.entities().get(entity).and_then(|e| e.side);
        let name = voice::name(corpus, entity).to_owned();
        html! { <span class="end">{ side_mark(corpus.side(side)) }{ " " }{ name }</span> }
    };
    let verbs: Vec<String> =
        proof::verbs(corpus, found).into_iter().take(5).map(|(verb, n)| format!("{verb} {n}")).collect();
    let reports = proof::reports(found);
    let pair = part.pair_of(id).and_then(|pair| part.pairs.get(pair));
    let siblings = pair.map(|pair| pair.ties.as_slice()).unwrap_or_default();
    html! {
        <>
        <div class="ev-top"><h2>{ "Relation" }</h2></div>
        <div class="rel">{ thing(edge.from) }<i>{ edge.relation.name() }</i>{ thing(edge.to) }</div>
        <p class="note">
            { format!("in {} {} of {}", found.len(), plural(found.len(), "sentence"), reports) }{ " " }{ plural(reports, "report") }
            if !verbs.is_empty() { { format!(". Verbs: {}", verbs.join(", ")) } }
        </p>
        if siblings.len() > 1 {
            <ul class="gties">{ for siblings.iter().map(|tie| sibling(shelf, tie, id)) }</ul>
        }
        </>
    }
}

fn sibling(shelf: Shelf, tie: &Tie, current: EdgeId) -> Html {
    let Shelf { corpus, query, part } = shelf;
    let (Some(edge), Some(pin)) = (corpus.graph().edges.get(tie.edge), choice::edge_pin(corpus, tie.edge))
    else {
        return Html::default();
    };
    let selection = choice::with_focus(&query.selection, pin);
    let label = |id| part.place(id).map(|at| part.nodes[at].label.clone()).unwrap_or_default();
    let words = match edge.relation {
        Relation::CoMentioned => edge.relation.name().to_owned(),
        relation => format!("{} {} {}", label(edge.from), relation.name(), label(edge.to)),
    };
    let words = html! { <>{ words }{ " " }<span class="num">{ tie.support }</span></> };
    let here = (tie.edge == current).then_some("true");
    let link = action_link(None, here, Action::Choose(selection), words);
    html! { <li key={tie.edge.0}>{ link }</li> }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}
