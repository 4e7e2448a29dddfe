//! Candidates to attributions: paragraph by paragraph, direct speech first, then what is reported without marks.

use super::Kind;
use super::attribution::{Attribution, Origin, kind_of};
use super::cue::{self, Candidate, Link};
use super::cues::Cues;
use super::extent::{Borders, Next, Shape};
use super::frame::Frame;
use super::marks::Stretch;
use super::reader::Reader;
use crate::document::{Document, Zone};
use crate::order;
use crate::segment::{Sentence, TokenKind};
use crate::span::TokenRange;

/// A verb beside marks need only be this likely: the marks speak for it.
pub(super) const BESIDE_MARKS: f32 = 0.15;
/// A verb without marks must be this likely.
pub(super) const WITHOUT_MARKS: f32 = 0.39;
/// A verb whose source the sentence does not tell must be this likely.
pub(super) const WITHOUT_SOURCE: f32 = 0.55;
/// How many attributions back a rule looks: enough for any sentence that was written to be read.
pub(super) const NEAR: usize = 16;
/// No content goes on for more tokens than this after its cue.
pub(super) const LONGEST: u32 = 400;

/// Finds all attributions of a document, in order.
pub(super) fn decode(document: &Document, reader: Reader<'_>, stretches: &[Stretch]) -> Vec<Attribution> {
    let mut decoder = Decoder {
        r: reader,
        stretches,
        taken: vec![false; stretches.len()],
        found: Vec::new(),
        candidates: Vec::new(),
        pending: None,
        waiting: None,
        open: None,
    };
    let mut sentences = reader.segmented.sentences.as_slice();
    for (index, block) in document.blocks.iter().enumerate() {
        let count = sentences.iter().take_while(|s| s.block == index as u32).count();
        let (here, rest) = sentences.split_at(count);
        sentences = rest;
        match block.zone {
            Zone::PullQuote => decoder.pull_quote(index, &document.blocks),
            Zone::PullQuoteSource => {}
            zone if zone.is_read() => {
                decoder.block(here, index as u32, zone);
                continue;
            }
            _ => {}
        }
        decoder.pending = None;
        decoder.open = None;
    }
    in_order(decoder.found)
}

/// Sorts by place in the text, and keeps what refers to one another together.
fn in_order(found: Vec<Attribution>) -> Vec<Attribution> {
    let mut rank = vec![0; found.len()];
    let mut order: Vec<(usize, Attribution)> = found.into_iter().enumerate().collect();
    order::sort_by_key(&mut order, |(_, attribution)| attribution.place());
    for (new, (old, _)) in order.iter().enumerate() {
        rank[*old] = new;
    }
    let mut sorted: Vec<Attribution> = order.into_iter().map(|(_, attribution)| attribution).collect();
    for attribution in &mut sorted {
        if let Origin::Continued(earlier) = attribution.origin {
            attribution.origin = Origin::Continued(rank[earlier]);
        }
    }
    sorted
}

pub(super) struct Decoder<'a> {
    pub r: Reader<'a>,
    pub stretches: &'a [Stretch],
    /// Stretches that some content holds.
    pub taken: Vec<bool>,
    pub found: Vec<Attribution>,
    candidates: Vec<Candidate>,
    /// "He went on:" at the end of a paragraph: the cue waits for its words.
    pub pending: Option<Attribution>,
    /// The cue at the end of the paragraph before.
    pub waiting: Option<Attribution>,
    /// The attribution whose marks were left open at the end of the last paragraph.
    pub open: Option<usize>,
}

impl Decoder<'_> {
    fn block(&mut self, sentences: &[Sentence], block: u32, zone: Zone) {
        let first = self.found.len();
        let marks = self.stretches_of(block);
        self.waiting = self.pending.take();
        for sentence in sentences {
            self.sentence(sentence, block, zone);
        }
        self.unattributed(sentences, block, first, marks.clone());
        self.open = marks.last().filter(|last| self.stretches[*last].close.is_none()).and_then(|last| {
            let inner = self.stretches[last].inner;
            // What goes on for a third paragraph is held by an attribution of the first.
            (first..self.found.len()).rev().chain(self.open).find(|i| self.found[*i].holds(inner.start))
        });
    }

    /// The indices of a block's stretches.
    fn stretches_of(&self, block: u32) -> std::ops::Range<usize> {
        self.stretches.partition_point(|s| s.block < block)
            ..self.stretches.partition_point(|s| s.block <= block)
    }

    fn sentence(&mut self, sentence: &Sentence, block: u32, zone: Zone) {
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.clear();
        cue::candidates(self.r, sentence, self.stretches, &mut candidates);
        let cues = Cues::shared();
        let judged: Vec<(Candidate, f32)> = candidates
            .drain(..)
            .map(|c| {
                let likelihood = cues.likelihood(self.r, &c);
                (c, likelihood)
            })
            .collect();
        self.candidates = candidates;
        let first = self.found.len();
        for (candidate, likelihood) in &judged {
            if matches!(candidate.complement.frame, Frame::Parenthesis | Frame::Inverted) {
                self.beside(candidate, *likelihood, sentence, block);
            }
        }
        self.according(sentence, block);
        for (candidate, likelihood) in &judged {
            let free = !self.found[first..].iter().rev().take(NEAR).any(|a| {
                a.holds(candidate.head) && a.origin != Origin::AccordingTo
                    || a.cue.is_some_and(|cue| cue.contains(candidate.head))
            });
            if free && !matches!(candidate.complement.frame, Frame::Parenthesis | Frame::Inverted) {
                self.ahead(candidate, *likelihood, sentence, block);
            }
        }
        self.wait(&judged, sentence, block, first);
        if zone == Zone::Headline || self.found.len() == first {
            self.labelled(sentence, block);
        }
    }

    /// The stretch of double marks that the token stands in.
    pub fn in_marks(&self, token: u32) -> bool {
        let at = self.stretches.partition_point(|s| s.end() <= token);
        self.stretches.get(at).is_some_and(|s| s.inner.contains(token))
    }

    /// The stretch that opens at or before `token` and holds it, marks included.
    pub fn stretch_at(&self, token: u32) -> Option<usize> {
        let at = self.stretches.partition_point(|s| s.end() <= token);
        self.stretches.get(at).filter(|s| s.open <= token).map(|_| at)
    }

    /// The stretch that closes right before the comma or mark at `token`.
    pub fn stretch_closing_at(&self, token: u32) -> Option<usize> {
        let at = self.stretches.partition_point(|s| s.end() < token);
        let ends = |i: usize| self.stretches.get(i).is_some_and(|s| s.end() == token + 1 || s.end() == token);
        [at, at + 1].into_iter().find(|i| ends(*i) && self.stretches[*i].close.is_some())
    }

    /// One past the last token of the content that starts at `start`.
    pub fn content_end(&self, start: u32, end: u32, shape: Shape, ahead: bool) -> u32 {
        let borders = Borders::shared();
        let c = self.r.closed;
        // "said if it rained, they would leave": the first clause is not the whole.
        let mut owed = u32::from(
            self.r.is_any(start, &[c.if_, c.while_, c.when, c.because, c.although, c.as_, c.since]),
        );
        let after_that = self.r.is(start, c.that);
        owed += u32::from(
            after_that && self.r.is_any(start + 1, &[c.if_, c.while_, c.when, c.because, c.although, c.as_]),
        );
        let end = end.min(start + LONGEST);
        let mut at = start;
        let mut after_comma = false;
        while at < end {
            if let Some(index) = self.stretch_at(at).filter(|i| self.stretches[*i].open >= start) {
                at = self.stretches[index].end().max(at + 1);
                after_comma = self.r.kind(at.saturating_sub(2)) == TokenKind::Comma;
                continue;
            }
            if at > start
                && let Some(mut border) = self.r.border(at, end)
            {
                // American usage puts the comma inside the marks.
                border.comma |= after_comma;
                let closes = borders.rate(shape, border) > 0.5 || border.next == Next::According;
                if closes && border.comma && owed > 0 {
                    owed -= 1;
                } else if closes && ahead {
                    return at;
                }
            }
            after_comma = false;
            at += 1;
        }
        at
    }

    /// Takes a candidate with its content.
    pub fn accept(&mut self, candidate: &Candidate, likelihood: f32, content: Vec<TokenRange>, block: u32) {
        let told = matches!(candidate.complement.frame, Frame::Parenthesis | Frame::Quote);
        let addressed = self.addresses(candidate) || told && self.addresses_quote(candidate);
        let addressee = candidate.complement.object.filter(|_| addressed);
        let cue = candidate.group;
        let source = candidate.subject.filter(|_| candidate.link != Link::None);
        let origin = if source.is_some() { Origin::Beside } else { Origin::Nowhere };
        self.push(Attribution {
            block,
            kind: Kind::Indirect,
            content,
            cue: Some(cue),
            head: Some(candidate.head),
            source,
            origin,
            addressee,
            likelihood,
        });
    }

    /// Enters an attribution: settles its kind and marks its stretches as taken.
    pub fn push(&mut self, mut attribution: Attribution) -> usize {
        for range in &attribution.content {
            let mut at = self.stretches.partition_point(|s| s.end() <= range.start);
            while self.stretches.get(at).is_some_and(|s| s.inner.start < range.end) {
                self.taken[at] = true;
                at += 1;
            }
        }
        attribution.kind = kind_of(self.r, &attribution.content, self.stretches);
        self.found.push(attribution);
        self.found.len() - 1
    }
}
