//! Candidates to attributions: paragraph by paragraph, direct speech first, then what is reported without marks.

use super::Kind;
use super::attribution::{Attribution, Origin, kind_of, trim};
use super::cue::{self, Candidate, Link};
use super::cues::Cues;
use super::extent::{Borders, Next, Shape};
use super::frame::Frame;
use super::marks::Stretch;
use super::reader::Reader;
use crate::document::{Document, Zone};
use crate::segment::{Sentence, Tag, TokenKind};
use crate::span::TokenRange;

/// A verb beside marks needs to be no more likely than this: the marks speak for it.
const BESIDE_MARKS: f32 = 0.15;
/// A verb without marks must be this likely.
const WITHOUT_MARKS: f32 = 0.40;
/// A verb whose source the sentence does not tell must be this likely.
const WITHOUT_SOURCE: f32 = 0.55;
/// How many attributions back a rule looks: enough for any sentence that was written to be read.
pub(super) const NEAR: usize = 16;
/// No content goes on for more tokens than this after its cue.
const LONGEST: u32 = 400;

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
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|i| found[*i].place());
    let mut rank = vec![0; found.len()];
    for (new, old) in order.iter().enumerate() {
        rank[*old] = new;
    }
    let mut sorted: Vec<Attribution> = order.into_iter().map(|old| found[old].clone()).collect();
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
            (first..self.found.len()).rev().find(|i| self.found[*i].holds(inner.start))
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
        cue::candidates(self.r, sentence, &mut candidates);
        let cues = Cues::shared();
        let judged: Vec<(Candidate, f32)> = candidates
            .drain(..)
            .filter(|c| !self.in_marks(c.head))
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
    fn stretch_closing_at(&self, token: u32) -> Option<usize> {
        let at = self.stretches.partition_point(|s| s.end() < token);
        let ends = |i: usize| self.stretches.get(i).is_some_and(|s| s.end() == token + 1 || s.end() == token);
        [at, at + 1].into_iter().find(|i| ends(*i) && self.stretches[*i].close.is_some())
    }

    /// "…, he said.", "…, said Lavrov.": what was said stands before, and may go on after.
    fn beside(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
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
    fn marked_content(&self, index: usize, sentence: &Sentence, before: TokenRange) -> TokenRange {
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
    fn resume(&self, candidate: &Candidate, sentence: &Sentence, content: &mut Vec<TokenRange>) {
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

    /// "said that …", "said: “…”", "urged the judge to …": what was said follows.
    fn ahead(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
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
        let range = trim(self.r, TokenRange::new(start, self.content_end(start, end, shape, true)));
        if !range.is_empty() {
            self.accept(candidate, likelihood, vec![range], block);
        }
    }

    /// "which he said was outdated": the relative pronoun belongs to what was said.
    fn extracted(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) -> bool {
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
    fn raises(&self, candidate: &Candidate) -> bool {
        let frame =
            matches!(candidate.complement.frame, Frame::To | Frame::Adjective | Frame::Object | Frame::Bare);
        frame
            && Cues::shared()
                .lemma(self.r, candidate.head)
                .is_some_and(|l| matches!(l, "seem" | "appear" | "sound"))
    }

    /// "Clinton was criticised by rivals for …", "is expected to win": the subject belongs to what was said.
    fn said_of_subject(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
        let end = sentence.tokens.end;
        let asked = self.is_address(candidate);
        let by = candidate.complement.particle.filter(|p| self.r.is(*p, self.r.closed.by));
        let mut content: Vec<TokenRange> = candidate.subject.filter(|_| !asked).into_iter().collect();
        let mut start = candidate.complement.start;
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
    fn addresses(&self, candidate: &Candidate) -> bool {
        self.is_address(candidate)
            && matches!(candidate.complement.frame, Frame::ObjectTo | Frame::ObjectThat | Frame::Clause)
    }

    /// Whether the cue takes an addressee: "told him", "urged him", "called on him".
    fn is_address(&self, candidate: &Candidate) -> bool {
        let cues = Cues::shared();
        let Some(lemma) = cues.lemma(self.r, candidate.head) else { return false };
        let c = self.r.closed;
        let on = candidate.complement.particle.is_some_and(|p| self.r.is_any(p, &[c.on, c.upon]));
        matches!(cues.act(self.r, candidate.head), "ask" | "urge" | "order" | "warn")
            || ADDRESSING.contains(&lemma)
            || lemma == "call" && on
    }

    /// An opening mark follows the cue.
    fn quoted_ahead(&mut self, candidate: &Candidate, likelihood: f32, sentence: &Sentence, block: u32) {
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

    fn addresses_quote(&self, candidate: &Candidate) -> bool {
        let colon = candidate.complement.start > 0
            && matches!(self.r.kind(candidate.complement.start - 1), TokenKind::Comma | TokenKind::Colon);
        colon || self.is_address(candidate)
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
    fn accept(&mut self, candidate: &Candidate, likelihood: f32, content: Vec<TokenRange>, block: u32) {
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

    /// "According to X, …" and "…, according to X".
    fn according(&mut self, sentence: &Sentence, block: u32) {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        let c = self.r.closed;
        for at in start..end {
            if !self.r.is(at, c.according) || !self.r.is(at + 1, c.to) || self.in_marks(at) {
                continue;
            }
            let source_end = self.source_end(at + 2, end);
            if source_end == at + 2 {
                continue;
            }
            let first = at == start || self.r.tag(at - 1) == Tag::Conjunction;
            let content = if first && self.r.tag(source_end) == Tag::Comma {
                TokenRange::new(source_end + 1, end)
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

    /// One past the source that follows "according to": up to the comma or stop, apposition included.
    fn source_end(&self, at: u32, end: u32) -> u32 {
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

    /// Keeps the cue of a sentence that ends in a colon for the paragraph that follows.
    fn wait(&mut self, judged: &[(Candidate, f32)], sentence: &Sentence, block: u32, first: usize) {
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
    fn labelled(&mut self, sentence: &Sentence, block: u32) {
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

/// Verbs whose object is spoken to, beside those of asking, urging, ordering and warning.
const ADDRESSING: [&str; 9] =
    ["tell", "remind", "assure", "inform", "persuade", "convince", "promise", "show", "teach"];
