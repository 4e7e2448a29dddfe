//! Sentences by rule: a stop ends one unless it belongs to an abbreviation or the words run on.

use super::token::{Case, Token, TokenKind};
use crate::lexicon::{Class, Lexicon};
use crate::span::{Span, TokenRange};

/// A sentence of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last, closing marks included.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The block that it stands in, as an index into [`Document::blocks`](crate::document::Document::blocks).
    pub block: u32,
}

/// Cuts the tokens of one block into sentences and appends them.
pub(super) fn split(tokens: &[Token], range: TokenRange, block: u32, text: &str, out: &mut Vec<Sentence>) {
    let lexicon = Lexicon::shared();
    let mut start = range.start;
    let mut at = range.start;
    let mut closed = range.start;
    while at < range.end {
        let ends = ends_sentence(tokens, range, at, &mut closed, text, lexicon);
        at += 1;
        if !ends {
            continue;
        }
        while at < range.end && closes(tokens, range, at) {
            at += 1;
        }
        push(tokens, start, at, block, out);
        start = at;
    }
    push(tokens, start, range.end, block, out);
}

fn push(tokens: &[Token], start: u32, end: u32, block: u32, out: &mut Vec<Sentence>) {
    let (Some(first), Some(last)) = (tokens.get(start as usize), tokens[..end as usize].last()) else {
        return;
    };
    if start < end {
        let span = Span::new(first.span.start, last.span.end);
        out.push(Sentence { span, tokens: TokenRange::new(start, end), block });
    }
}

/// Whether the token at `at`, right after a stop, still belongs to the sentence before.
fn closes(tokens: &[Token], range: TokenRange, at: u32) -> bool {
    let token = tokens[at as usize];
    match token.kind {
        TokenKind::CloseMark | TokenKind::CloseBracket | TokenKind::Stop => true,
        TokenKind::StraightMark | TokenKind::SingleMark => {
            let last = at + 1 >= range.end;
            !token.spaced && (last || tokens[at as usize + 1].spaced)
        }
        _ => false,
    }
}

/// Whether the token at `at` ends a sentence; `closed` is where the last run of tokens that close ended, which
/// every token within it would look for anew.
fn ends_sentence(
    tokens: &[Token],
    range: TokenRange,
    at: u32,
    closed: &mut u32,
    text: &str,
    lexicon: &Lexicon,
) -> bool {
    let token = tokens[at as usize];
    let next = || (at + 1 < range.end).then(|| tokens[at as usize + 1]);
    match token.kind {
        TokenKind::Stop => {}
        TokenKind::Ellipsis => return next().is_some_and(|n| n.spaced && opens(n)),
        // The token kept its full stop: "U.S." ends a sentence only before a word that opens one.
        TokenKind::Word if text.as_bytes().get(token.span.end as usize - 1) == Some(&b'.') => {
            return token.span.len() > 2 && next().is_some_and(|n| opens_after_initials(n, lexicon));
        }
        _ => return false,
    }
    let Some(next) = next() else { return true };
    if closes(tokens, range, at + 1) {
        // `"Really?" he said`: the words run on after the marks.
        let mut after = (at + 1).max(*closed)..range.end;
        *closed = after.find(|i| !closes(tokens, range, *i)).unwrap_or(range.end);
        return *closed == range.end || opens(tokens[*closed as usize]);
    }
    if !next.spaced {
        return false;
    }
    let before = (at > range.start).then(|| tokens[at as usize - 1]).filter(|_| !token.spaced);
    let abbreviated = text.as_bytes().get(token.span.start as usize) == Some(&b'.')
        && before.is_some_and(|b| b.case != Case::Lower && lexicon.is(b.word, Class::Abbreviation));
    if abbreviated {
        return false;
    }
    opens(next)
}

/// Whether a sentence may open with this token.
fn opens(token: Token) -> bool {
    match token.kind {
        TokenKind::Word => token.case != Case::Lower,
        TokenKind::Number
        | TokenKind::OpenMark
        | TokenKind::StraightMark
        | TokenKind::SingleMark
        | TokenKind::OpenBracket
        | TokenKind::Dash
        | TokenKind::Symbol
        | TokenKind::Ellipsis => true,
        _ => false,
    }
}

fn opens_after_initials(token: Token, lexicon: &Lexicon) -> bool {
    const OPENERS: [Class; 4] = [Class::Determiner, Class::Pronoun, Class::Preposition, Class::Conjunction];
    match token.kind {
        TokenKind::Word => token.case == Case::Title && lexicon.classes(token.word).has_any(&OPENERS),
        TokenKind::OpenMark => true,
        _ => false,
    }
}
