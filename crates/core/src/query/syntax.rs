//! The language of the search box: `joint "missile shield" -moon speaker:lavrov neutrali*`.

use super::Facet;
use crate::search::Pattern;
use crate::small::lowercase;

/// More clauses than that are left out.
const MOST: usize = 64;

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Whether it must not be there.
    pub(super) negated: bool,
    /// What must be there.
    pub(super) wanted: Wanted,
}

/// What a clause asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A word, the beginning of one, or words in a row.
    Words(Pattern),
    /// A value of a facet whose label or another name of it begins so, or has a word that does.
    Value(Facet, Pattern),
}

/// Reads what was typed. Never fails: a half-typed query has the nearest sensible meaning. An open mark
/// closes at the end, a field without a value asks for nothing, and the last word typed is taken for the
/// beginning of one as long as nothing follows it.
pub(super) fn parse(text: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() && clauses.len() < MOST {
        let (piece, after) = Piece::take(rest);
        clauses.extend(piece.clause());
        rest = after.trim_start();
    }
    clauses
}

/// What stands between two spaces, or in marks.
struct Piece<'a> {
    negated: bool,
    field: Option<Facet>,
    value: &'a str,
    quoted: bool,
    /// Whether nothing shows that the value is complete: neither a space nor a closing mark.
    open: bool,
}

impl<'a> Piece<'a> {
    /// Takes one piece off the front of `text`, which doesn't begin with white space.
    fn take(text: &'a str) -> (Self, &'a str) {
        let (negated, text) = match text.strip_prefix('-') {
            Some(rest) if !rest.starts_with(char::is_whitespace) => (true, rest),
            _ => (false, text),
        };
        let (field, text) = match text.split_once(':') {
            Some((name, value)) => match Facet::named(&lowercase(name)) {
                Some(facet) => (Some(facet), value.trim_start()),
                None => (None, text),
            },
            None => (None, text),
        };
        let (value, rest, quoted, open) = match text.strip_prefix(is_mark) {
            Some(inner) => match inner.split_once(is_mark) {
                Some((value, rest)) => (value, rest, true, false),
                None => (inner, "", true, true),
            },
            None => {
                let end = text.find(|c: char| c.is_whitespace() || is_mark(c)).unwrap_or(text.len());
                let (value, rest) = text.split_at(end);
                (value, rest, false, rest.is_empty())
            }
        };
        // A star after the closing mark belongs to the phrase.
        let (open, rest) = match rest.strip_prefix('*') {
            Some(rest) if quoted => (true, rest),
            _ => (open, rest),
        };
        (Self { negated, field, value, quoted, open }, rest)
    }

    fn clause(&self) -> Option<Clause> {
        let starred = self.value.trim_end().ends_with('*');
        // Half a word to leave out would leave out too much.
        let begun = self.open && !self.negated && !(self.quoted && self.value.ends_with(char::is_whitespace));
        let prefix = starred || begun || self.field.is_some();
        let pattern = Pattern::new(self.value, prefix)?;
        let wanted = match self.field {
            Some(facet) => Wanted::Value(facet, pattern),
            None => Wanted::Words(pattern),
        };
        Some(Clause { negated: self.negated, wanted })
    }
}

const fn is_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '«' | '»')
}
