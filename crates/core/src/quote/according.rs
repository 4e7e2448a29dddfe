//! "According to X, …" and "…, according to X".

use super::Kind;
use super::attribution::{Attribution, Origin, trim};
use super::decode::{Decoder, LONGEST};
use crate::segment::{Sentence, Tag};
use crate::span::TokenRange;

impl Decoder<'_> {
    /// "According to X, …" and "…, according to X".
    pub fn according(&mut self, sentence: &Sentence, block: u32) {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        for at in start..end {
            if !self.is_according_to(at) || self.in_marks(at) {
                continue;
            }
            let source_end = self.source_end(at + 2, end);
            if source_end == at + 2 {
                continue;
            }
            let first = at == start || self.r.tag(at - 1) == Tag::Conjunction;
            let content = if first && self.r.tag(source_end) == Tag::Comma {
                TokenRange::new(source_end + 1, self.next_voice(source_end + 1, end))
            } else {
                let from =
                    self.found.iter().rev().take(2).filter(|a| a.block == block).map(Attribution::end).max();
                TokenRange::new(start.max(from.unwrap_or(0).min(at)), at)
            };
            let content = trim(self.r, content);
            if content.is_empty() {
                continue;
            }
            self.push(Attribution {
                block,
                kind: Kind::Indirect,
                content: vec![content],
                cue: Some(TokenRange::new(at, at + 2)),
                head: Some(at),
                source: Some(TokenRange::new(at + 2, source_end)),
                origin: Origin::AccordingTo,
                addressee: None,
                likelihood: 0.9,
            });
        }
    }

    fn is_according_to(&self, at: u32) -> bool {
        self.r.is(at, self.r.closed.according) && self.r.is(at + 1, self.r.closed.to)
    }

    /// Where the words of one end and "and according to Y, …" begins.
    fn next_voice(&self, from: u32, end: u32) -> u32 {
        let end = end.min(from + LONGEST);
        let joined = |at: &u32| self.r.tag(*at) == Tag::Conjunction && self.is_according_to(*at + 1);
        (from..end).find(joined).unwrap_or(end)
    }

    /// One past the source that follows "according to": up to the comma or stop, apposition included.
    pub fn source_end(&self, at: u32, end: u32) -> u32 {
        let mut i = self.r.long_noun_phrase_end(at, end);
        while i < end
            && !matches!(self.r.tag(i), Tag::Comma | Tag::Stop | Tag::Mark | Tag::Wh)
            && !self.r.tag(i).is_finite()
            && i < at + 25
        {
            i += 1;
        }
        i
    }
}
