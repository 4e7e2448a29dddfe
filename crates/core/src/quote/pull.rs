//! Quotations that the page sets apart, with or without marks, signed with a name.

use super::Kind;
use super::attribution::{Attribution, Origin};
use super::decode::Decoder;
use crate::document::{Block, Zone};
use crate::segment::Tag;
use crate::span::TokenRange;

impl Decoder<'_> {
    /// Takes the pull quote in block `index`, whose name stands in the block after it.
    pub fn pull_quote(&mut self, index: usize, blocks: &[Block]) {
        let Some(words) = self.r.segmented.blocks.get(index).copied() else { return };
        let signed = blocks.get(index + 1).filter(|b| b.zone == Zone::PullQuoteSource).is_some();
        let source = if signed { self.r.segmented.blocks.get(index + 1).copied() } else { None };
        let content = self.inside_marks(words);
        if content.is_empty() {
            return;
        }
        self.found.push(Attribution {
            block: index as u32,
            kind: Kind::Pull,
            content: vec![content],
            cue: None,
            head: None,
            source: source.map(|s| self.without_dash(s)).filter(|s| !s.is_empty()),
            origin: if signed { Origin::Signed } else { Origin::Nowhere },
            addressee: None,
            likelihood: if signed { 0.97 } else { 0.7 },
        });
    }

    fn inside_marks(&self, words: TokenRange) -> TokenRange {
        let at = self.stretches.partition_point(|s| s.end() <= words.start);
        match self.stretches.get(at) {
            Some(stretch) if stretch.open == words.start && stretch.end() == words.end => stretch.inner,
            _ => words,
        }
    }

    /// "— Jane Doe"
    fn without_dash(&self, source: TokenRange) -> TokenRange {
        let mut start = source.start;
        while start < source.end && matches!(self.r.tag(start), Tag::Stop | Tag::Mark | Tag::Comma) {
            start += 1;
        }
        TokenRange::new(start, source.end)
    }
}
