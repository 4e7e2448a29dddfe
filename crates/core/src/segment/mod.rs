//! Tokens and sentences with byte spans.

mod sentence;
mod tag;
mod token;

pub use sentence::Sentence;
pub use tag::Tag;
pub use token::{Case, Token, TokenKind};

use crate::document::Document;
use crate::lexicon::Classes;
use crate::span::{Span, TokenRange};

/// A document cut into tokens and sentences. Sentences never cross a block's border.
#[derive(Debug, Clone, Default)]
pub struct Segmented {
    /// All tokens of all blocks, in order, blocks of every zone included.
    pub tokens: Vec<Token>,
    /// The part of speech of each token.
    pub tags: Vec<Tag>,
    /// The classes of each token's word, so that none is looked up again.
    pub classes: Vec<Classes>,
    /// All sentences in order.
    pub sentences: Vec<Sentence>,
    /// For each block of the document: its tokens.
    pub blocks: Vec<TokenRange>,
}

impl Segmented {
    /// Cuts every block of `document`. Linear in the length of its text.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let mut segmented = Self::default();
        segmented.cut(document);
        segmented
    }

    /// Cuts `document` in place of the one before, whose room is used again.
    pub fn cut(&mut self, document: &Document) {
        let lexicon = crate::lexicon::Lexicon::shared();
        self.tokens.clear();
        self.sentences.clear();
        self.blocks.clear();
        self.tokens.reserve(document.text.len() / 5);
        for (index, block) in document.blocks.iter().enumerate() {
            let start = self.tokens.len() as u32;
            token::tokenise(&document.text, block.span, lexicon, &mut self.tokens);
            let range = TokenRange::new(start, self.tokens.len() as u32);
            sentence::split(&self.tokens, range, index as u32, &document.text, &mut self.sentences);
            self.blocks.push(range);
        }
        self.classes.clear();
        self.classes.extend(self.tokens.iter().map(|token| lexicon.classes(token.word)));
        self.tags.clear();
        self.tags.resize(self.tokens.len(), Tag::Other);
        let mut tagger = tag::Tagger::new(&document.text, &self.tokens, lexicon);
        for sentence in &self.sentences {
            tagger.tag(sentence, &mut self.tags);
        }
    }

    /// The index of the sentence that holds the byte, or of the last one before it.
    #[must_use]
    pub fn sentence_at(&self, byte: u32) -> Option<usize> {
        self.sentences.partition_point(|s| s.span.start <= byte).checked_sub(1)
    }

    /// The tokens that share a byte with `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        TokenRange::new(start as u32, end as u32)
    }

    /// The bytes from the first to the last token of `range`; empty for an empty range.
    #[must_use]
    pub fn span_of(&self, range: TokenRange) -> Span {
        match self.tokens.get(range.range()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}

/// The tokens of a text without blocks: a name of a word list.
pub(crate) fn tokens_of(text: &str, lexicon: &crate::lexicon::Lexicon) -> Vec<Token> {
    let mut tokens = Vec::new();
    token::tokenise(text, Span::from(0..text.len()), lexicon, &mut tokens);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Zone};

    fn sentences(text: &str) -> String {
        let blocks = vec![Block { zone: Zone::Body, span: Span::from(0..text.len()) }];
        let document = Document { text: text.into(), blocks, ..Document::default() };
        let segmented = Segmented::new(&document);
        segmented.sentences.iter().map(|s| s.span.of(text)).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_stop_ends_a_sentence_where_the_next_word_opens_one() {
        assert_eq!(sentences("He left. She stayed."), "He left. | She stayed.");
        assert_eq!(sentences("The U.S. said so. Mr. Bush agreed."), "The U.S. said so. | Mr. Bush agreed.");
        assert_eq!(
            sentences("He went to the U.S. The talks failed."),
            "He went to the U.S. | The talks failed."
        );
        assert_eq!(sentences("On Oct. 12, 2007 it rained."), "On Oct. 12, 2007 it rained.");
    }

    #[test]
    fn marks_stay_with_their_sentence() {
        assert_eq!(
            sentences("“Is it?” he said. “It is.” They left."),
            "“Is it?” he said. | “It is.” | They left."
        );
        assert_eq!(sentences("\"It is.\" \"Is it?\""), "\"It is.\" | \"Is it?\"");
    }
}
