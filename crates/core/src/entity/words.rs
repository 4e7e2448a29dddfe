//! A document's tokens as recognition looks at them.

use crate::letters::base;
use crate::lexicon::{Class, Classes, Lexicon, WordId};
use crate::segment::{Case, Segmented, Sentence, Tag, Token, TokenKind};
use crate::small::small;
use crate::span::{Span, TokenRange};
use std::hash::Hasher;

/// What all steps of recognition share.
pub(super) type Words<'a> = &'a Reading<'a>;

/// Text, tokens and lexicon together.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    tags: &'a [Tag],
    classes: &'a [Classes],
    pub(super) sentences: &'a [Sentence],
    pub(super) lexicon: &'static Lexicon,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, segmented: &'a Segmented) -> Self {
        let lexicon = Lexicon::shared();
        Self {
            text,
            tokens: &segmented.tokens,
            tags: &segmented.tags,
            classes: &segmented.classes,
            sentences: &segmented.sentences,
            lexicon,
        }
    }

    /// The token's words.
    pub(super) fn str(&self, at: u32) -> &'a str {
        self.tokens.get(at as usize).map_or("", |token| token.span.of(self.text))
    }

    /// The token's word without capitals; empty where no list knows it.
    pub(super) fn folded(&self, at: u32) -> &'static str {
        self.tokens.get(at as usize).map_or("", |token| self.lexicon.word(token.word))
    }

    pub(super) fn tag(&self, at: u32) -> Tag {
        self.tags.get(at as usize).copied().unwrap_or(Tag::Other)
    }

    pub(super) fn kind(&self, at: u32) -> Option<TokenKind> {
        self.tokens.get(at as usize).map(|token| token.kind)
    }

    pub(super) fn classes(&self, at: u32) -> Classes {
        self.classes.get(at as usize).copied().unwrap_or_default()
    }

    pub(super) fn has(&self, at: u32, class: Class) -> bool {
        self.classes(at).has(class)
    }

    pub(super) fn has_any(&self, at: u32, classes: &[Class]) -> bool {
        self.classes(at).has_any(classes)
    }

    /// Whether the token is that word in any case.
    pub(super) fn is(&self, at: u32, word: &str) -> bool {
        self.str(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, at: u32, words: &[&str]) -> bool {
        let own = self.str(at).as_bytes();
        let Some(first) = own.first().map(u8::to_ascii_lowercase) else { return false };
        let alike = |word: &&[u8]| {
            word.len() == own.len() && word.first().is_some_and(|other| other.to_ascii_lowercase() == first)
        };
        words.iter().map(|word| word.as_bytes()).filter(alike).any(|word| own.eq_ignore_ascii_case(word))
    }

    /// Whether the token is too long for a word: no name or description takes it up, for each later mention
    /// would copy or compare all of it.
    pub(super) fn is_endless(&self, at: u32) -> bool {
        self.tokens.get(at as usize).is_some_and(is_endless)
    }

    /// Whether the token is a word with a capital first, or a surname with a small word set before it.
    #[inline]
    pub(super) fn is_capital(&self, at: u32) -> bool {
        self.tokens.get(at as usize).is_some_and(|token| match token.case {
            Case::Title | Case::Upper => !is_endless(token),
            Case::Mixed => self.is_name_like(token),
            Case::Lower => false,
        })
    }

    /// Few words have capitals within.
    #[inline(never)]
    fn is_name_like(&self, token: &Token) -> bool {
        let word = token.span.of(self.text);
        !is_endless(token) && (word.starts_with(char::is_uppercase) || without_prefix(word).is_some())
    }

    pub(super) fn is_lower(&self, at: u32) -> bool {
        self.tokens.get(at as usize).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
    }

    /// Whether the token is written in capitals, two at least, without stops.
    pub(super) fn is_acronym(&self, at: u32) -> bool {
        let Some(token) = self.tokens.get(at as usize) else { return false };
        let word = token.span.of(self.text);
        token.case == Case::Upper && word.len() > 1 && !is_endless(token) && !word.contains('.')
    }

    /// "J." or "W".
    pub(super) fn is_initial(&self, at: u32) -> bool {
        let word = self.str(at).trim_end_matches('.');
        self.is_capital(at)
            && word.chars().filter(|c| c.is_alphabetic()).count() <= 2
            && (word.chars().count() == 1 || word.contains('.'))
    }

    /// The state of "R-Ohio", which tells a politician's party and state.
    pub(super) fn party_state(&self, at: u32) -> Option<&'a str> {
        let (party, state) = self.str(at).split_once(['-', '‑'])?;
        (matches!(party, "R" | "D" | "I") && state.starts_with(char::is_uppercase)).then_some(state)
    }

    pub(super) fn is_mark(&self, at: u32) -> bool {
        use TokenKind::{CloseMark, OpenMark, SingleMark, StraightMark};
        matches!(self.kind(at), Some(OpenMark | CloseMark | StraightMark | SingleMark))
    }

    /// The bytes of the tokens.
    pub(super) fn span(&self, tokens: TokenRange) -> Span {
        match self.tokens.get(tokens.range()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// A number for the token's word, the same for the same word in any case, with accents and without.
    pub(super) fn hash(&self, at: u32) -> u64 {
        self.tokens.get(at as usize).map_or(0, |token| {
            let word = token.span.of(self.text);
            if word.is_ascii() { hash(token.word, word) } else { self.hash_of(word) }
        })
    }

    /// The number of a surname, the same with and without what is set before it: "Assad", "al-Assad".
    pub(super) fn surname_hash(&self, at: u32) -> u64 {
        self.without_prefix(at).map_or_else(|| self.hash(at), |bare| self.hash_of(bare))
    }

    /// Whether the token is a surname with a small word set before it, as in "al-Assad".
    pub(super) fn is_prefixed(&self, at: u32) -> bool {
        self.without_prefix(at).is_some() && self.str(at).starts_with(char::is_lowercase)
    }

    #[inline]
    fn without_prefix(&self, at: u32) -> Option<&'a str> {
        let token = self.tokens.get(at as usize).filter(|token| token.case == Case::Mixed)?;
        without_prefix(token.span.of(self.text))
    }

    /// The same number for a part of a token.
    pub(super) fn hash_of(&self, word: &str) -> u64 {
        if word.is_ascii() {
            return hash(self.lexicon.look_up(word), word);
        }
        let plain: String = word.chars().flat_map(small).map(base).collect();
        hash(self.lexicon.look_up(&plain), &plain)
    }
}

/// "Assad" of "al-Assad", "Estaing" of "d'Estaing".
fn without_prefix(word: &str) -> Option<&str> {
    const PREFIXES: [&str; 10] = ["al", "el", "ad", "ar", "as", "ash", "az", "ibn", "d", "l"];
    let (prefix, name) = word.split_once(['-', '‑', '\'', '’'])?;
    let known = PREFIXES.iter().any(|known| prefix.eq_ignore_ascii_case(known));
    (known && name.starts_with(char::is_uppercase)).then_some(name)
}

fn is_endless(token: &Token) -> bool {
    const LONGEST: u32 = 64;
    token.span.len() > LONGEST
}

fn hash(id: WordId, word: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    if id.is_known() {
        hasher.write_u32(id.0);
        return hasher.finish() | 1;
    }
    for character in word.chars() {
        if character.is_ascii() {
            hasher.write_u32(character.to_ascii_lowercase() as u32);
        } else {
            small(character).for_each(|lower| hasher.write_u32(base(lower) as u32));
        }
    }
    hasher.finish() & !1
}
