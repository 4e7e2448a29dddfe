//! A view of one document's tokens with their tags, for the rules to read.

use super::closed::Closed;
use crate::lexicon::{Class, Lexicon, WordId};
use crate::segment::{Case, Segmented, Tag, Token, TokenKind};
use crate::span::{Span, TokenRange};

/// What the rules read. Indices outside the document read as a full stop, so that no rule has to check.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub segmented: &'a Segmented,
    pub closed: &'static Closed,
    pub lexicon: &'static Lexicon,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, segmented: &'a Segmented) -> Self {
        Self { text, segmented, closed: Closed::shared(), lexicon: Lexicon::shared() }
    }

    pub fn token(&self, at: u32) -> Option<Token> {
        self.segmented.tokens.get(at as usize).copied()
    }

    pub fn tag(&self, at: u32) -> Tag {
        self.segmented.tags.get(at as usize).copied().unwrap_or(Tag::Stop)
    }

    pub fn word(&self, at: u32) -> WordId {
        self.token(at).map_or(WordId::UNKNOWN, |t| t.word)
    }

    pub fn kind(&self, at: u32) -> TokenKind {
        self.token(at).map_or(TokenKind::Stop, |t| t.kind)
    }

    pub fn case(&self, at: u32) -> Case {
        self.token(at).map_or(Case::Lower, |t| t.case)
    }

    pub fn is(&self, at: u32, word: WordId) -> bool {
        word.is_known() && self.word(at) == word
    }

    pub fn is_any(&self, at: u32, words: &[WordId]) -> bool {
        let word = self.word(at);
        word.is_known() && words.contains(&word)
    }

    pub fn in_class(&self, at: u32, class: Class) -> bool {
        self.segmented.classes.get(at as usize).is_some_and(|classes| classes.has(class))
    }

    pub fn words_of(&self, range: TokenRange) -> &'a str {
        self.segmented.span_of(range).of(self.text)
    }

    pub fn span(&self, range: TokenRange) -> Span {
        self.segmented.span_of(range)
    }

    /// A form of be, also shortened ("'s" after a subject, "they're").
    pub fn is_be(&self, at: u32) -> bool {
        let c = self.closed;
        self.is_any(at, &[c.is, c.are, c.was, c.were, c.be, c.been, c.being])
    }

    /// A mark that closes: curly, or tight after its word.
    pub fn closes_marks(&self, at: u32) -> bool {
        match self.kind(at) {
            TokenKind::CloseMark => true,
            TokenKind::StraightMark | TokenKind::SingleMark => {
                self.token(at).is_some_and(|t| !t.spaced)
                    && self.token(at + 1).is_none_or(|t| t.spaced || t.kind == TokenKind::Comma)
            }
            TokenKind::Comma if at > 0 => matches!(
                self.kind(at - 1),
                TokenKind::CloseMark | TokenKind::StraightMark | TokenKind::SingleMark
            ),
            _ => false,
        }
    }

    /// "not", "never", "didn't".
    pub fn negates(&self, at: u32) -> bool {
        let word = self.token(at).map_or("", |t| t.span.of(self.text));
        self.is(at, self.closed.not) || word == "never" || word.ends_with("n't") || word.ends_with("n’t")
    }

    /// A word that can stand within a noun phrase.
    pub fn in_noun_phrase(&self, at: u32) -> bool {
        matches!(
            self.tag(at),
            Tag::Noun
                | Tag::Name
                | Tag::Pronoun
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Number
                | Tag::Possessive
        )
    }
}
