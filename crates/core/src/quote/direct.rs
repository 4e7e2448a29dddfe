//! Quotations in marks that no cue claims: those that go on, those that a sentence before introduces, and names
//! in marks that are no quotations at all.

use super::Kind;
use super::attribution::{Attribution, Origin};
use super::decode::{Decoder, NEAR};
use super::marks::Stretch;
use crate::segment::{Case, Sentence, Tag, TokenKind};
use crate::span::TokenRange;
use std::ops::Range;

impl Decoder<'_> {
    /// Attributes the stretches of a paragraph that nothing claimed yet.
    pub fn unattributed(
        &mut self,
        sentences: &[Sentence],
        block: u32,
        first: usize,
        stretches: Range<usize>,
    ) {
        let Some(start) = sentences.first().map(|s| s.tokens.start) else { return };
        for index in stretches {
            let stretch = self.stretches[index];
            if self.taken[index] {
                continue;
            }
            let opens_block = stretch.open == start;
            if opens_block && self.goes_on(index) {
                continue;
            }
            if !self.is_speech(&stretch, opens_block, sentences) {
                continue;
            }
            if self.joins_last(index, first) {
                continue;
            }
            self.speak(&stretch, sentences, block, first, opens_block);
        }
    }

    /// The paragraph opens with marks: it goes on with a quotation left open, or answers a colon.
    fn goes_on(&mut self, index: usize) -> bool {
        let stretch = self.stretches[index];
        let range = TokenRange::new(stretch.open, stretch.end());
        if let Some(mut waiting) = self.waiting.take().filter(|p| p.block + 1 == stretch.block) {
            waiting.content = vec![range];
            waiting.block = stretch.block;
            waiting.likelihood = waiting.likelihood.max(0.8);
            self.push(waiting);
            return true;
        }
        if let Some(open) = self.open.filter(|open| *open < self.found.len()) {
            self.found[open].content.push(range);
            self.taken[index] = true;
            return true;
        }
        false
    }

    /// `"A," he said. "B."`: B belongs to the attribution before it in the same paragraph.
    fn joins_last(&mut self, index: usize, first: usize) -> bool {
        let stretch = self.stretches[index];
        let last = (first..self.found.len())
            .rev()
            .take(NEAR)
            .filter(|i| self.found[*i].end() <= stretch.open)
            .max_by_key(|i| self.found[*i].end());
        let Some(last) = last else { return false };
        let attribution = &self.found[last];
        let between = attribution.end().max(attribution.source.map_or(0, |s| s.end))..stretch.open;
        let words = between.filter(|i| self.r.kind(*i) == TokenKind::Word).count();
        let marked =
            attribution.content.last().is_some_and(|r| r.end > 0 && self.stretch_at(r.end - 1).is_some());
        if !marked || words > 20 {
            return false;
        }
        self.found[last].content.push(TokenRange::new(stretch.open, stretch.end()));
        self.taken[index] = true;
        true
    }

    /// Words in marks that someone spoke, not a name, a title or a term.
    fn is_speech(&self, stretch: &Stretch, opens_block: bool, sentences: &[Sentence]) -> bool {
        let words: Vec<u32> =
            (stretch.inner.start..stretch.inner.end).filter(|i| self.r.kind(*i) == TokenKind::Word).collect();
        let sentence_start = sentences.binary_search_by_key(&stretch.open, |s| s.tokens.start).is_ok();
        let last = stretch.inner.end.saturating_sub(1);
        let stopped = matches!(self.r.kind(last), TokenKind::Stop | TokenKind::Ellipsis | TokenKind::Comma);
        let capitals = words.iter().filter(|i| self.r.case(**i) != Case::Lower).count();
        let verb = words.iter().any(|i| self.r.tag(*i).is_finite());
        if opens_block || sentence_start {
            return words.len() >= 3 || (stopped && !words.is_empty());
        }
        if capitals * 2 > words.len() + 1 && !verb {
            return false;
        }
        words.len() >= 4 || (verb && words.len() >= 3) || (stopped && words.len() >= 2 && verb)
    }

    /// A quotation without a cue: the speaker goes on, or the sentence before tells who speaks.
    fn speak(
        &mut self,
        stretch: &Stretch,
        sentences: &[Sentence],
        block: u32,
        first: usize,
        opens_block: bool,
    ) {
        let range = TokenRange::new(stretch.open, stretch.end());
        let here = (first..self.found.len()).rev().take(NEAR).find(|i| self.found[*i].end() <= stretch.open);
        let before = first.checked_sub(1).filter(|i| {
            let last = &self.found[*i];
            opens_block && last.block + 1 == block && last.kind != Kind::Indirect
        });
        let (origin, source) = match here.or(before) {
            Some(last) => (Origin::Continued(last), self.found[last].source),
            None => match self.subject_before(stretch, sentences, opens_block) {
                Some(subject) => (Origin::LastSubject, Some(subject)),
                None => (Origin::Nowhere, None),
            },
        };
        self.push(Attribution {
            block,
            kind: Kind::Direct,
            content: vec![range],
            cue: None,
            head: None,
            source,
            origin,
            addressee: None,
            likelihood: if matches!(origin, Origin::Nowhere) { 0.4 } else { 0.6 },
        });
    }

    /// The subject of the sentence that holds the stretch or stands before it.
    fn subject_before(
        &self,
        stretch: &Stretch,
        sentences: &[Sentence],
        opens_block: bool,
    ) -> Option<TokenRange> {
        let all = &self.r.segmented.sentences;
        let holding = sentences.partition_point(|s| s.tokens.start <= stretch.open).checked_sub(1)?;
        let own = sentences[holding];
        let sentence = if own.tokens.start < stretch.open {
            own
        } else if holding > 0 {
            sentences[holding - 1]
        } else if opens_block {
            let at = all.partition_point(|s| s.tokens.start < own.tokens.start);
            *all.get(at.checked_sub(1)?)?
        } else {
            return None;
        };
        let limit = sentence.tokens.end.min(sentence.tokens.start + 40);
        let verb = (sentence.tokens.start + 1..limit).find(|i| {
            let tag = self.r.tag(*i);
            tag.is_finite() && !self.in_marks(*i)
        })?;
        let mut group = verb;
        while group > sentence.tokens.start && self.r.tag(group - 1) == Tag::Adverb {
            group -= 1;
        }
        self.r.subject_before(group, sentence.tokens.start)
    }
}
