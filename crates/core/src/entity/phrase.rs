//! The noun phrase around a name: article, title, owner, apposition.

use super::register::{Named, owns};
use super::title;
use super::words::Words;
use crate::segment::{Tag, TokenKind};
use crate::span::Span;

/// The whole phrase of a mention by name; `before` is the mention before it.
pub(super) fn around(words: Words<'_>, named: &Named, before: Option<&Named>, is_person: bool) -> Span {
    let name = &named.name;
    let Some(sentence) = words.sentences.get(name.sentence as usize).map(|s| s.tokens) else {
        return name.span;
    };
    let mut start = if is_person { name.title.start } else { name.tokens.start };
    let mut first = words.tokens.get(start as usize).map_or(name.span.start, |token| token.span.start);
    if name.span.start > first && start == name.tokens.start {
        first = name.span.start;
    }
    if is_person
        && let Some(owner) = before.filter(|owner| owns(words, &owner.name, name.title))
        && owner.name.sentence == name.sentence
    {
        start = start.min(owner.name.tokens.start);
        first = first.min(owner.name.span.start);
    }
    let article = start > sentence.start && words.tag(start - 1) == Tag::Determiner;
    let head = words.span(name.tokens) == name.span
        && !matches!(words.tag(name.tokens.end), Tag::Noun | Tag::Adjective);
    if article && if is_person { !name.title.is_empty() } else { head } {
        first = words.tokens.get(start as usize - 1).map_or(first, |token| token.span.start);
    }
    let mut end = name.span.end;
    if is_person
        && words.kind(name.tokens.end) == Some(TokenKind::Comma)
        && let Some(apposed) = title::apposition(words, sentence, name.tokens.end + 1)
    {
        end = words.span(apposed).end;
    }
    Span::new(first, end)
}
