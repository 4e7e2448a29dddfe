//! The words of a quotation as they are set: in marks or not, fragments in full ink, search hits marked.

use super::segments::{Mark, segments};
use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::AnswerRef;
use readout_core::id::QuotationId;
use readout_core::quote::Kind;
use readout_core::span::Span;
use yew::prelude::*;

/// Longest text between two parts of an interrupted quotation that is shown rather than left out, in bytes.
const LONGEST_GAP: usize = 90;

/// The words of a quotation, with those that were searched for.
pub fn set_words(corpus: &CorpusRef, id: QuotationId, answer: &AnswerRef) -> Html {
    let Some(quotation) = corpus.quotations().get(id) else { return Html::default() };
    let Some(document) = corpus.documents().get(quotation.document) else { return Html::default() };
    let text = document.text.as_str();
    let hits: Vec<(Span, Mark)> =
        answer.marks(corpus, id).into_iter().map(|span| (span, Mark::Hit)).collect();
    let direct = quotation.kind == Kind::Direct;
    let last = quotation.content.len().saturating_sub(1);
    let part = |(at, span): (usize, &Span)| {
        let before = at.checked_sub(1).and_then(|i| quotation.content.get(i));
        let gap = before.map(|before| gap(text, Span::new(before.end, span.start), direct));
        let words = if quotation.kind == Kind::Mixed {
            fragments(text, *span, &hits)
        } else {
            hit_words(text, *span, &hits)
        };
        html! {
            <>
                { for gap }
                if direct { <span class={(at == 0).then_some("open")}>{ "“" }</span> }
                { words }
                if direct && at == last { { "”" } }
            </>
        }
    };
    html! {
        <blockquote class="words">{ for quotation.content.iter().enumerate().map(part) }</blockquote>
    }
}

/// What stands between two parts: short words as they are, else an ellipsis.
fn gap(text: &str, span: Span, direct: bool) -> Html {
    let between = span.of(text).trim_matches(|c: char| c.is_whitespace() || "\"“”„«»".contains(c));
    let shown = span.len() as usize <= LONGEST_GAP && !between.contains('\n') && !between.is_empty();
    let words = if shown { between } else { "…" };
    let close = if direct { "”" } else { "" };
    let space = if words.starts_with([',', ';', ':', '.']) { "" } else { " " };
    html! { <>{ close }{ space }<span class="gap">{ words.to_owned() }</span>{ " " }</> }
}

/// The text of a span with the hits in it marked.
pub fn hit_words(text: &str, span: Span, hits: &[(Span, Mark)]) -> Html {
    if hits.is_empty() {
        return html! { { span.of(text).to_owned() } };
    }
    segments(span, hits)
        .into_iter()
        .map(|segment| {
            let words = segment.span.of(text).to_owned();
            if segment.marks.is_empty() {
                html! { { words } }
            } else {
                html! { <mark class="hit">{ words }</mark> }
            }
        })
        .collect()
}

/// Reported speech with the fragments in marks set in full ink.
fn fragments(text: &str, span: Span, hits: &[(Span, Mark)]) -> Html {
    let mut pieces = Vec::new();
    let (mut start, mut opened) = (span.start, None);
    for (at, c) in span.of(text).char_indices() {
        let (here, after) = (span.start + at as u32, span.start + (at + c.len_utf8()) as u32);
        match (c, opened) {
            ('“' | '"' | '«' | '„', None) => opened = Some(here),
            ('”' | '"' | '»', Some(from)) => {
                pieces.push(hit_words(text, Span::new(start, from), hits));
                pieces.push(html! { <em>{ hit_words(text, Span::new(from, after), hits) }</em> });
                (start, opened) = (after, None);
            }
            _ => {}
        }
    }
    pieces.push(hit_words(text, Span::new(start, span.end), hits));
    pieces.into_iter().collect()
}
