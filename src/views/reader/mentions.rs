//! The mentions of a thing: those in the report that is open by place and words, of the others their number.

use super::block::label;
use crate::corpus::CorpusRef;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::shared::use_corpus;
use crate::state::Action;
use crate::ui::{action_link, outlet_mark, when};
use readout_core::entity::Mention;
use readout_core::id::{DocumentId, MentionId};
use readout_core::query::ReaderPlace;
use readout_core::span::Span;
use yew::prelude::*;

/// Mentions that are listed at first.
const AT_FIRST: usize = 5;
/// About how many characters of the text are shown on either side of a mention.
const BESIDE: usize = 28;

#[derive(Properties, PartialEq)]
pub struct MentionsProps {
    /// The mention that was opened.
    pub mention: MentionId,
}

/// The mentions.
#[component]
pub fn Mentions(props: &MentionsProps) -> Html {
    let corpus = use_corpus();
    let all = use_state_eq(|| false);
    let Some(opened) = corpus.mentions().get(props.mention) else { return Html::default() };
    let Some(entity) = corpus.entities().get(opened.entity) else { return Html::default() };
    let mentions = || entity.mentions.iter().filter_map(|id| Some((*id, corpus.mentions().get(*id)?)));
    let here: Vec<_> = mentions().filter(|(_, mention)| mention.document == opened.document).collect();
    let count = here.len();
    // At first those around the one that was opened.
    let at = here.iter().position(|(id, _)| *id == props.mention).unwrap_or_default();
    let from = at.saturating_sub(AT_FIRST / 2).min(count.saturating_sub(AT_FIRST));
    let shown = if *all { 0..count } else { from..count.min(from + AT_FIRST) };
    let flip = {
        let (all, was) = (all.setter(), *all);
        Callback::from(move |_: MouseEvent| all.set(!was))
    };
    let rows = here.get(shown).unwrap_or_default().iter();
    html! {
        <>
            <p>{ if entity.mentions.len() == 1 { "1 mention".to_owned() } else { format!("{} mentions, {count} in this report", entity.mentions.len()) } }</p>
            <ol class="ent-here">{ for rows.map(|(id, mention)| row(&corpus, *id, mention, *id == props.mention)) }</ol>
            if count > AT_FIRST {
                <button type="button" class="link more" aria-expanded={all.to_string()} onclick={flip}>
                    { if *all { "Show fewer".to_owned() } else { format!("Show all {count}") } }
                </button>
            }
            <ul class="ent-reports">{ for elsewhere(mentions().map(|(_, mention)| mention), opened.document)
                .into_iter().map(|(mention, count)| report(&corpus, mention, count)) }</ul>
        </>
    }
}

fn link(corpus: &CorpusRef, mention: &Mention, here: bool, words: Html) -> Html {
    let place = ReaderPlace::at_words(corpus, mention.document, mention.span);
    action_link(None, here.then_some("true"), Action::Read(place), words)
}

/// A mention: where it stands, and some words around it.
fn row(corpus: &CorpusRef, id: MentionId, mention: &Mention, here: bool) -> Html {
    let Some(document) = corpus.documents().get(mention.document) else { return Html::default() };
    let holds = |span: Span| span.contains(mention.span);
    let Some(at) = document.blocks.iter().position(|block| holds(block.span)) else { return Html::default() };
    let block = document.blocks[at];
    let text = document.text.as_str();
    let before = Span::new(block.span.start, mention.span.start).of(text);
    let after = Span::new(mention.span.end, block.span.end).of(text);
    let words = html! {
        <><i>{ label(block.zone, document.paragraph_number(at).unwrap_or_default()) }</i>
        <span>{ before_it(before) }<b>{ mention.span.of(text).to_owned() }</b>{ after_it(after) }</span></>
    };
    html! { <li key={id.0}>{ link(corpus, mention, here, words) }</li> }
}

/// The last words before a mention.
fn before_it(text: &str) -> String {
    match text.char_indices().rev().nth(BESIDE) {
        Some((cut, _)) => {
            format!("…{}", text[cut..].split_once(char::is_whitespace).map_or("", |(_, words)| words))
        }
        None => text.to_owned(),
    }
}

/// The first words after a mention.
fn after_it(text: &str) -> String {
    match text.char_indices().nth(BESIDE) {
        Some((cut, _)) => {
            format!("{}…", text[..cut].rsplit_once(char::is_whitespace).map_or("", |(words, _)| words))
        }
        None => text.to_owned(),
    }
}

/// For each other report its first mention, and how many it has.
fn elsewhere<'a>(mentions: impl Iterator<Item = &'a Mention>, here: DocumentId) -> Vec<(&'a Mention, usize)> {
    let mut reports: Vec<(&Mention, usize)> = Vec::new();
    for mention in mentions.filter(|mention| mention.document != here) {
        match reports.last_mut() {
            Some((first, count)) if first.document == mention.document => *count += 1,
            _ => reports.push((mention, 1)),
        }
    }
    reports
}

fn report(corpus: &CorpusRef, first: &Mention, count: usize) -> Html {
    let Some(document) = corpus.documents().get(first.document) else { return Html::default() };
    let words = html! {
        <>{ outlet_mark(corpus.outlet(document)) }{ format!(" {} ", when::source(document)) }<span class="num">{ count }</span></>
    };
    html! { <li key={first.document.0}>{ link(corpus, first, false, words) }</li> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_stand_around_a_mention() {
        assert_eq!(before_it("He met "), "He met ");
        assert_eq!(before_it("What was agreed on Monday was signed by "), "…on Monday was signed by ");
        assert_eq!(after_it(", who left."), ", who left.");
        assert_eq!(after_it(" signed what had been agreed on Monday."), " signed what had been…");
        assert_eq!(after_it(&"x".repeat(99)), "…");
    }
}
