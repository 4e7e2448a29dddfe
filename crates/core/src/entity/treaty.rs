//! Names of treaties: "Treaty on Open Skies", "Lisbon treaty", "Short Range Rockets (SRR) Treaty".

use super::gazetteer::Gazetteer;
use super::words::Words;
use crate::lexicon::Class;
use crate::order;
use crate::segment::TokenKind;
use crate::small::lowercase;
use crate::span::TokenRange;

/// A treaty's name as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TreatyName {
    /// From the first word to the last, brackets and the word "treaty" included.
    pub(super) tokens: TokenRange,
    /// The name without its bracketed acronym, or within the bracket after one.
    pub(super) name: [TokenRange; 2],
    /// The acronym that stands in the brackets, or before them.
    pub(super) acronym: Option<u32>,
}

/// The treaty whose word "treaty" (or the like) stands at `head`, within `sentence`.
pub(super) fn treaty_at(words: Words<'_>, sentence: TokenRange, head: u32) -> Option<TreatyName> {
    before(words, sentence, head).or_else(|| after(words, sentence, head))
}

/// "Treaty on X in Y".
fn after(words: Words<'_>, sentence: TokenRange, head: u32) -> Option<TreatyName> {
    if !words.is_capital(head) || !words.is_any(head + 1, &["on", "of", "for"]) {
        return None;
    }
    let mut end = head + 2;
    let mut at = end;
    while at < sentence.end && at < head + 16 {
        if words.is_capital(at) || words.kind(at) == Some(TokenKind::Number) {
            end = at + 1;
        } else if !is_inner(words, at) {
            break;
        }
        at += 1;
    }
    if end == head + 2 || !words.is_capital(if words.is(head + 2, "the") { head + 3 } else { head + 2 }) {
        return None;
    }
    let name = TokenRange::new(head, end);
    let acronym = bracketed(words, sentence, end);
    let tokens = TokenRange::new(head, if acronym.is_some() { end + 3 } else { end });
    Some(TreatyName { tokens, name: [name, TokenRange::default()], acronym })
}

/// "X Treaty", "X (ACR) treaty", "X Treaty (ACR)", "ACR (X Treaty)".
fn before(words: Words<'_>, sentence: TokenRange, head: u32) -> Option<TreatyName> {
    if !words.is_capital(head) && !words.is_any(head, &["treaty", "treaties", "pact", "accord", "accords"]) {
        return None;
    }
    let mut last = head.checked_sub(1).filter(|last| *last >= sentence.start)?;
    let inner = (words.kind(last) == Some(TokenKind::CloseBracket) && last >= sentence.start + 3)
        .then(|| bracketed(words, sentence, last - 2))
        .flatten();
    if inner.is_some() {
        last -= 3;
    }
    let start = walk_back(words, sentence, last)?;
    let parts = [TokenRange::new(start, last + 1), TokenRange::new(head, head + 1)];
    let acronym = inner.or_else(|| bracketed(words, sentence, head + 1));
    let end = if acronym.is_some() && inner.is_none() { head + 4 } else { head + 1 };
    let opened = start.checked_sub(2).filter(|at| *at >= sentence.start);
    let explains = acronym.is_none()
        && words.kind(head + 1) == Some(TokenKind::CloseBracket)
        && opened.is_some_and(|at| words.kind(at + 1) == Some(TokenKind::OpenBracket) && is_short(words, at));
    match opened.filter(|_| explains) {
        Some(short) => {
            let tokens = TokenRange::new(short, head + 2);
            Some(TreatyName { tokens, name: parts, acronym: Some(short) })
        }
        None => Some(TreatyName { tokens: TokenRange::new(start, end), name: parts, acronym }),
    }
}

/// Where the name that ends with the token `last` starts.
fn walk_back(words: Words<'_>, sentence: TokenRange, last: u32) -> Option<u32> {
    let mut start = None;
    let mut at = last;
    loop {
        let opens = at == sentence.start && words.has_any(at, &[Class::Common, Class::Determiner]);
        if words.is_capital(at) && !opens && !names_country(words, at) && !words.has(at, Class::Determiner) {
            start = Some(at);
        } else if start.is_none() || !is_inner(words, at) || !words.is_capital(at.wrapping_sub(1)) {
            return start;
        }
        if at == sentence.start || last - at > 12 {
            return start;
        }
        at -= 1;
    }
}

fn is_inner(words: Words<'_>, at: u32) -> bool {
    words.is_any(at, &["in", "on", "of", "for", "and", "the"])
}

/// "START-1", "INF": short and in capitals.
fn is_short(words: Words<'_>, at: u32) -> bool {
    let word = words.str(at);
    word.len() <= 10 && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// The acronym of "(ACR)" that opens at `open`.
fn bracketed(words: Words<'_>, sentence: TokenRange, open: u32) -> Option<u32> {
    let inside = open + 2 < sentence.end
        && words.kind(open) == Some(TokenKind::OpenBracket)
        && words.kind(open + 2) == Some(TokenKind::CloseBracket)
        && is_short(words, open + 1);
    inside.then_some(open + 1)
}

/// Whether the token names a country ("Russian", "US-Russian"), which is no part of a treaty's name.
pub(super) fn names_country(words: Words<'_>, at: u32) -> bool {
    let gazetteer = Gazetteer::shared();
    let wider = at.checked_sub(1).and_then(|before| gazetteer.find(words.tokens.get(before as usize..)?));
    if wider.is_some_and(|phrase| phrase.len() > 1) {
        return false;
    }
    words.str(at).split('-').any(|word| gazetteer.country_of(word).is_some())
}

/// The words that tell treaties apart, sorted: "Treaty on Open Skies" and "Open Skies Treaty" are one.
pub(super) fn key(name: &str) -> Vec<String> {
    const EMPTY: [&str; 13] = [
        "treaty",
        "pact",
        "accord",
        "accords",
        "convention",
        "protocol",
        "agreement",
        "on",
        "of",
        "in",
        "for",
        "the",
        "and",
    ];
    let lower = lowercase(name);
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = parts.filter(|word| !EMPTY.contains(word)).map(str::to_owned).collect();
    order::sort(&mut words);
    words
}
