//! Names and cues before a colon: "Lavrov: “…”", and the paragraph that ends in one.

use super::Kind;
use super::attribution::{Attribution, Origin, trim};
use super::cue::Candidate;
use super::decode::{Decoder, NEAR};
use crate::segment::{Sentence, Tag, TokenKind};
use crate::span::TokenRange;

impl Decoder<'_> {
    /// Keeps the cue of a sentence that ends in a colon for the paragraph that follows.
    pub fn wait(&mut self, judged: &[(Candidate, f32)], sentence: &Sentence, block: u32, first: usize) {
        self.pending = None;
        let last = sentence.tokens.end.saturating_sub(1);
        if self.r.kind(last) != TokenKind::Colon {
            return;
        }
        let best = judged.iter().filter(|(c, _)| c.subject.is_some()).max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((candidate, likelihood)) = best else { return };
        // The cue reports what follows, not what it governs in its own sentence.
        if self.found.len() > first
            && self.found[first..].iter().rev().take(NEAR).any(|a| a.head == Some(candidate.head))
        {
            let at = (first..self.found.len()).rev().find(|i| self.found[*i].head == Some(candidate.head));
            if let Some(at) = at {
                self.found.remove(at);
            }
        }
        self.pending = Some(Attribution {
            block,
            kind: Kind::Direct,
            content: Vec::new(),
            cue: Some(candidate.group),
            head: Some(candidate.head),
            source: candidate.subject,
            origin: Origin::Beside,
            addressee: None,
            likelihood: *likelihood,
        });
    }

    /// "Lavrov: “…”", "Trump: I will win": a name and a colon.
    pub fn labelled(&mut self, sentence: &Sentence, block: u32) {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        let label = self.r.noun_phrase_end(start, end.min(start + 8));
        if label == start || self.r.kind(label) != TokenKind::Colon || label + 2 >= end || label >= end {
            return;
        }
        let named = (start..label).any(|i| self.r.tag(i) == Tag::Name);
        let marked =
            self.stretch_at(label + 1).filter(|i| self.stretches[*i].open == label + 1 && !self.taken[*i]);
        if !named || (start..label).any(|i| self.r.tag(i) == Tag::Number) {
            return;
        }
        let content = match marked {
            Some(index) => TokenRange::new(label + 1, self.stretches[index].end()),
            None if self.found.last().is_none_or(|a| a.end() <= start)
                && self.r.clause_ahead(label + 1, end) =>
            {
                trim(self.r, TokenRange::new(label + 1, end))
            }
            None => return,
        };
        self.push(Attribution {
            block,
            kind: Kind::Direct,
            content: vec![content],
            cue: Some(TokenRange::new(label, label + 1)),
            head: None,
            source: Some(TokenRange::new(start, label)),
            origin: Origin::Beside,
            addressee: None,
            likelihood: 0.6,
        });
    }
}
