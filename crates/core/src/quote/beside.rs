//! What was said before its cue: “…, he said.”, “…, said Lavrov.”, and what a parenthesis parts.

use super::attribution::{Attribution, trim};
use super::cue::{Candidate, Link};
use super::cues::Cues;
use super::decode::{BESIDE_MARKS, Decoder, LONGEST, WITHOUT_MARKS};
use super::extent::Shape;
use crate::segment::{Sentence, Tag, TokenKind};
use crate::span::TokenRange;

impl Decoder<'_> {
    /// "…, he said.", "…, said Lavrov.": what was said stands before, and may go on after.
    pub fn beside(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
        let Some(before) = candidate.before else { return };
        let mut content = Vec::new();
        let after_marks = self.stretch_closing_at(before.end).filter(|i| !self.taken[*i]);
        if let Some(index) = after_marks {
            if likelihood < BESIDE_MARKS {
                return;
            }
            let range = self.marked_content(index, sentence, before);
            let fragment = range.start != self.stretches[index].open || self.stretches[index].inner.len() < 3;
            if fragment && likelihood < WITHOUT_MARKS {
                return;
            }
            content.push(range);
        } else {
            let known = Cues::shared().often(self.r, candidate.head);
            if likelihood < if known { WITHOUT_MARKS } else { 0.7 } || before.is_empty() {
                return;
            }
            let start =
                self.found.iter().rev().take(3).filter(|a| a.block == block).map(Attribution::end).max();
            let range = trim(self.r, TokenRange::new(before.start.max(start.unwrap_or(0)), before.end));
            if range.is_empty() {
                return;
            }
            content.push(range);
        }
        self.resume(candidate, sentence, &mut content);
        self.accept(candidate, likelihood, content, block);
    }

    /// What a stretch before the cue gives as content: the stretch, with the words before it in its sentence
    /// where it is only a part of what was said.
    pub fn marked_content(&self, index: usize, sentence: &Sentence, before: TokenRange) -> TokenRange {
        let stretch = self.stretches[index];
        let lead =
            TokenRange::new(sentence.tokens.start.max(stretch.open.saturating_sub(LONGEST)), stretch.open);
        let words = lead.range().filter(|i| self.r.kind(*i as u32) == TokenKind::Word).count();
        let led = words > 0 && stretch.open > sentence.tokens.start;
        let taken = self.found.iter().rev().take(2).any(|a| a.end() > lead.start);
        if led && !taken && (words > 1 || self.r.tag(lead.start) != Tag::Conjunction) {
            return trim(self.r, TokenRange::new(lead.start, before.end.max(stretch.end())));
        }
        TokenRange::new(stretch.open, stretch.end())
    }

    /// `…, he said, "…"` and "The reason, he said, was that …": the second half of what a parenthesis parts.
    pub fn resume(&self, candidate: &Candidate, sentence: &Sentence, content: &mut Vec<TokenRange>) {
        let end = sentence.tokens.end;
        let mut at = candidate.complement.start.max(candidate.head + 1);
        if let Some(subject) = candidate.subject.filter(|_| candidate.link == Link::Inverted) {
            at = at.max(subject.end);
        }
        // A time, a place, an addressee may stand between.
        let limit = end.min(at + 24);
        while at < limit && !matches!(self.r.tag(at), Tag::Comma | Tag::Mark | Tag::Stop) {
            at += 1;
        }
        if self.r.tag(at) != Tag::Mark
            && at < end
            && matches!(self.r.kind(at), TokenKind::Comma | TokenKind::Colon | TokenKind::Dash)
        {
            at += 1;
        }
        if at >= end {
            return;
        }
        if let Some(index) = self.stretch_at(at).filter(|i| self.stretches[*i].open == at && !self.taken[*i])
        {
            let stretch = self.stretches[index];
            content.push(TokenRange::new(stretch.open, stretch.end()));
            return;
        }
        let [first] = content.as_slice() else { return };
        let whole = (first.start..first.end).any(|i| self.r.tag(i).is_finite() && !self.in_marks(i));
        let goes_on = self.r.kind(at - 1) == TokenKind::Comma && (self.r.tag(at).is_finite() || !whole);
        if goes_on && self.stretch_at(first.end - 1).is_none() {
            let rest = TokenRange::new(at, self.content_end(at, end, Shape::Clause, false));
            content.push(trim(self.r, rest));
        }
    }
}
