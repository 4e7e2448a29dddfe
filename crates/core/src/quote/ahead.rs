//! What was said after its cue: "said that …", "said: “…”", "urged the judge to …".

use super::Kind;
use super::attribution::{kind_of, trim};
use super::cue::{Candidate, Link};
use super::cues::Cues;
use super::decode::{BESIDE_MARKS, Decoder, WITHOUT_MARKS, WITHOUT_SOURCE};
use super::extent::Shape;
use super::frame::Frame;
use crate::segment::{Sentence, Tag, TokenKind};
use crate::span::TokenRange;

impl Decoder<'_> {
    /// "said that …", "said: “…”", "urged the judge to …": what was said follows.
    pub fn ahead(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
        let end = sentence.tokens.end;
        let frame = candidate.complement.frame;
        if frame == Frame::Quote {
            if likelihood >= BESIDE_MARKS {
                self.quoted_ahead(candidate, likelihood, sentence, block);
            }
            return;
        }
        if likelihood < WITHOUT_MARKS || self.extracted(candidate, likelihood, sentence, block) {
            return;
        }
        if candidate.passive || self.raises(candidate) {
            self.said_of_subject(candidate, likelihood, sentence, block);
            return;
        }
        if frame == Frame::Bare {
            return;
        }
        let addressed = self.addresses(candidate);
        let start = match candidate.complement.object {
            Some(object) if !addressed => object.start,
            _ => candidate.complement.start,
        };
        if start >= end {
            return;
        }
        let shape = match frame {
            Frame::ObjectTo | Frame::ObjectThat if !addressed => Shape::Phrase,
            frame => Shape::of(frame),
        };
        let mut range = trim(self.r, TokenRange::new(start, self.content_end(start, end, shape, true)));
        if let Some(object) = candidate.complement.object.filter(|_| frame == Frame::ObjectTo && addressed) {
            // "urged the judge to wait": who is to do it belongs to what was said, unless that stands in marks.
            if !range.is_empty() && kind_of(self.r, &[range], self.stretches) == Kind::Indirect {
                range.start = object.start;
            }
        }
        // "opposes it": a pronoun alone says nothing.
        let empty = range.is_empty() || range.len() == 1 && self.r.tag(range.start) == Tag::Pronoun;
        if !empty {
            self.accept(candidate, likelihood, vec![range], block);
        }
    }

    /// "which he said was outdated": the relative pronoun belongs to what was said.
    pub fn extracted(
        &mut self,
        candidate: &Candidate,
        likelihood: f32,
        sentence: &Sentence,
        block: u32,
    ) -> bool {
        let Some(subject) = candidate.subject.filter(|_| candidate.link == Link::Direct) else {
            return false;
        };
        let start = candidate.complement.start;
        let wh = subject.start.wrapping_sub(1);
        if subject.start <= sentence.tokens.start
            || self.r.tag(wh) != Tag::Wh
            || candidate.complement.frame != Frame::Bare
        {
            return false;
        }
        let opens = self.r.tag(start).is_finite() || self.r.tag(start).is_verb();
        if !opens || start >= sentence.tokens.end {
            return false;
        }
        let rest = trim(
            self.r,
            TokenRange::new(start, self.content_end(start, sentence.tokens.end, Shape::Clause, true)),
        );
        self.accept(candidate, likelihood, vec![TokenRange::new(wh, wh + 1), rest], block);
        true
    }

    /// "seemed to …", "appears …": what is said is said of the subject, by nobody in particular.
    pub fn raises(&self, candidate: &Candidate) -> bool {
        let frame =
            matches!(candidate.complement.frame, Frame::To | Frame::Adjective | Frame::Object | Frame::Bare);
        frame
            && Cues::shared()
                .lemma(self.r, candidate.head)
                .is_some_and(|l| matches!(l, "seem" | "appear" | "sound"))
    }

    /// "Clinton was criticised by rivals for …", "is expected to win": the subject belongs to what was said.
    pub fn said_of_subject(
        &mut self,
        candidate: &Candidate,
        likelihood: f32,
        sentence: &Sentence,
        block: u32,
    ) {
        let end = sentence.tokens.end;
        let asked = self.is_address(candidate);
        let by = candidate.complement.particle.filter(|p| self.r.is(*p, self.r.closed.by));
        let mut start = candidate.complement.start;
        // A subject behind its verb is no part of what a passive says.
        let subject = candidate.subject.filter(|s| !asked && s.end <= candidate.group.start);
        let mut content: Vec<TokenRange> = subject.into_iter().collect();
        let mut agent = None;
        if by.is_some() {
            let close = self.r.long_noun_phrase_end(start, end);
            agent = (close > start).then(|| TokenRange::new(start, close));
            start = close;
        } else if candidate.complement.frame == Frame::Bare {
            start = end;
        }
        if start < end
            && (by.is_none() || self.r.is(start, self.r.closed.as_) || self.r.is(start, self.r.closed.for_))
        {
            let shape = Shape::of(candidate.complement.frame);
            let rest = trim(self.r, TokenRange::new(start, self.content_end(start, end, shape, true)));
            if !rest.is_empty() {
                content.push(rest);
            }
        }
        if content.is_empty() || agent.is_none() && likelihood < WITHOUT_SOURCE {
            return;
        }
        let mut taken = candidate.clone();
        taken.group.end = by.unwrap_or(taken.group.end);
        taken.subject = agent;
        taken.link = if agent.is_some() { Link::Agent } else { Link::None };
        self.accept(&taken, likelihood, content, block);
    }

    /// Whether the object is who was spoken to: "told reporters that", not "called the plan that".
    pub fn addresses(&self, candidate: &Candidate) -> bool {
        self.is_address(candidate)
            && matches!(candidate.complement.frame, Frame::ObjectTo | Frame::ObjectThat | Frame::Clause)
    }

    /// Whether the cue takes an addressee: "told him", "urged him", "called on him".
    pub fn is_address(&self, candidate: &Candidate) -> bool {
        let cues = Cues::shared();
        let Some(lemma) = cues.lemma(self.r, candidate.head) else { return false };
        let c = self.r.closed;
        let on = candidate.complement.particle.is_some_and(|p| self.r.is_any(p, &[c.on, c.upon]));
        matches!(cues.act(self.r, candidate.head), "ask" | "urge" | "order" | "warn")
            || ADDRESSING.contains(&lemma)
            || lemma == "call" && on
    }

    /// An opening mark follows the cue.
    pub fn quoted_ahead(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
        let end = sentence.tokens.end;
        let Some(index) = self.stretch_at(candidate.complement.start) else { return };
        let stretch = self.stretches[index];
        let mut start = stretch.open;
        // "which he said “contradict our efforts”"
        let wh =
            candidate.subject.filter(|s| candidate.link == Link::Direct && s.start > sentence.tokens.start);
        let wh = wh.map(|s| s.start - 1).filter(|wh| self.r.tag(*wh) == Tag::Wh);
        if let Some(object) = candidate.complement.object.filter(|_| !self.addresses_quote(candidate)) {
            start = object.start;
        }
        let closed = stretch.end();
        let spoken = matches!(
            self.r.kind(closed.saturating_sub(2)),
            TokenKind::Stop | TokenKind::Comma | TokenKind::Ellipsis
        );
        let ends = closed >= end || matches!(self.r.tag(closed), Tag::Stop | Tag::Comma) || spoken;
        let shape = if self.r.tag(start) == Tag::To || self.r.tag(start + 1) == Tag::To {
            Shape::Verb
        } else {
            Shape::Phrase
        };
        let stop = if ends { closed } else { self.content_end(start, end, shape, true).max(closed) };
        if !ends && likelihood < WITHOUT_MARKS {
            return;
        }
        let range = TokenRange::new(start, stop);
        let range = if ends { range } else { trim(self.r, range) };
        let pieces = wh.map(|wh| TokenRange::new(wh, wh + 1)).into_iter().chain([range]);
        self.accept(candidate, likelihood, pieces.collect(), block);
    }

    pub fn addresses_quote(&self, candidate: &Candidate) -> bool {
        let colon = candidate.complement.start > 0
            && matches!(self.r.kind(candidate.complement.start - 1), TokenKind::Comma | TokenKind::Colon);
        colon || self.is_address(candidate)
    }
}

/// Verbs whose object is spoken to, beside those of asking, urging, ordering and warning.
const ADDRESSING: [&str; 9] =
    ["tell", "remind", "assure", "inform", "persuade", "convince", "promise", "show", "teach"];
