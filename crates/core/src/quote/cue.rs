//! Where something may have been said: verbs with their groups, subjects and complements.

use super::cues::Cues;
use super::frame::{Complement, Frame};
use super::marks::Stretch;
use super::reader::Reader;
use crate::segment::{Sentence, Tag, TokenKind};
use crate::span::TokenRange;

/// A verb that may be a cue, with all that the rules read around it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The verb itself.
    pub head: u32,
    /// With auxiliaries, adverbs and particle.
    pub group: TokenRange,
    pub complement: Complement,
    /// "was asked", "is expected".
    pub passive: bool,
    /// The words that name the source.
    pub subject: Option<TokenRange>,
    /// How the subject was found.
    pub link: Link,
    /// What stands before in the sentence and was said, for parentheses.
    pub before: Option<TokenRange>,
}

/// How a verb is tied to its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Link {
    /// The subject stands right before.
    Direct,
    /// "said Lavrov"
    Inverted,
    /// "who said"
    Relative,
    /// "met him and said": the subject of a verb before.
    Shared,
    /// "…, saying", "by saying", "to say"
    Governed,
    /// "asked by reporters"
    Agent,
    /// None was found.
    None,
}

/// Reads the sentence's verbs from left to right and appends what may be cues. What stands between double marks
/// is somebody's words, and neither attributes nor lends its subject.
pub(super) fn candidates(
    reader: Reader<'_>,
    sentence: &Sentence,
    stretches: &[Stretch],
    out: &mut Vec<Candidate>,
) {
    let mut scan =
        Scan { r: reader, start: sentence.tokens.start, end: sentence.tokens.end, clause: None, main: None };
    let mut at = scan.start;
    let mut next = stretches.partition_point(|s| s.end() <= at);
    while at < scan.end {
        while stretches.get(next).is_some_and(|s| s.inner.end <= at) {
            next += 1;
        }
        if let Some(stretch) = stretches.get(next).filter(|s| s.inner.contains(at)) {
            at = stretch.inner.end;
            continue;
        }
        let tag = reader.tag(at);
        if tag.is_verb() && reader.kind(at) == TokenKind::Word {
            let candidate = scan.read(at);
            if !matches!(candidate.link, Link::None | Link::Governed) {
                scan.clause = candidate.subject.or(scan.clause);
                scan.main = scan.main.or(candidate.subject);
            }
            out.push(candidate);
        } else if matches!(tag, Tag::Auxiliary | Tag::Modal) && !scan.continues_group(at) {
            // "He is 50": a clause's subject, though no verb of its own follows.
            if let (Some(subject), Link::Direct) = scan.subject(at, false, false) {
                scan.clause = Some(subject);
                scan.main = scan.main.or(scan.clause);
            }
        }
        at += 1;
    }
}

struct Scan<'a> {
    r: Reader<'a>,
    start: u32,
    end: u32,
    /// The subject of the last finite verb.
    clause: Option<TokenRange>,
    /// The subject of the first one.
    main: Option<TokenRange>,
}

impl Scan<'_> {
    fn read(&self, head: u32) -> Candidate {
        let start = self.group_start(head);
        let passive = self.r.tag(head) == Tag::Participle
            && ((start..head).any(|i| self.r.is_be(i))
                || !(start..head).any(|i| matches!(self.r.tag(i), Tag::Auxiliary | Tag::Modal)));
        let mut complement = self.r.complement(head + 1, self.end);
        let mut group = TokenRange::new(start, complement.particle.map_or(head + 1, |p| p + 1));
        let (mut subject, mut link) =
            self.subject(start, self.r.tag(head) == Tag::Gerund, Cues::shared().often(self.r, head));
        let mut before = None;
        if let Some((inverted, next)) = self.inverted_subject(start, head, passive) {
            (subject, link) = (Some(inverted), Link::Inverted);
            complement = Complement { frame: Frame::Inverted, particle: None, start: next, object: None };
            group.end = head + 1;
            before = self.said_before(start);
        } else if let Some(range) = subject.filter(|_| link == Link::Direct)
            && let Some(said) = self.said_before(range.start)
            && self.is_parenthesis(head, range, said, &complement)
        {
            let next = complement.start.max(head + 1);
            complement = Complement {
                frame: Frame::Parenthesis,
                particle: None,
                start: next,
                object: complement.object,
            };
            group.end = head + 1;
            before = Some(said);
        }
        Candidate { head, group, complement, passive, subject, link, before }
    }

    fn continues_group(&self, at: u32) -> bool {
        at > self.start && matches!(self.r.tag(at - 1), Tag::Auxiliary | Tag::Modal)
    }

    /// The first auxiliary or adverb of the group that ends in the verb.
    fn group_start(&self, head: u32) -> u32 {
        let mut i = head;
        while i > self.start {
            let before = i - 1;
            let joined = match self.r.tag(before) {
                Tag::Auxiliary | Tag::Modal => true,
                Tag::Adverb => self.r.kind(before) == TokenKind::Word && before > self.start,
                Tag::Possessive => before > self.start && self.r.tag(before - 1) == Tag::Pronoun,
                _ => false,
            };
            if !joined {
                break;
            }
            i = before;
        }
        // An adverb that opens the sentence or follows a comma stands outside: "Earlier, …", "Later said".
        while i < head && self.r.tag(i) == Tag::Adverb && (i == self.start || self.r.tag(i - 1) == Tag::Comma)
        {
            i += 1;
        }
        i
    }

    /// The subject of the group that starts at `start`.
    fn subject(&self, start: u32, gerund: bool, cue: bool) -> (Option<TokenRange>, Link) {
        let r = self.r;
        let Some(before) = start.checked_sub(1).filter(|b| *b >= self.start) else {
            return (None, Link::None);
        };
        match r.tag(before) {
            Tag::Wh => self.antecedent(before),
            _ if r.is(before, r.closed.that) && before > self.start && r.tag(before - 1).is_nominal() => {
                self.antecedent(before)
            }
            Tag::Conjunction if cue => (self.main, Link::Shared),
            Tag::Conjunction => (self.clause, Link::Shared),
            Tag::To | Tag::Preposition | Tag::Subordinator => (self.clause, Link::Governed),
            Tag::Comma if gerund => (self.main, Link::Governed),
            Tag::Comma if before > self.start && self.r.tag(before - 1) == Tag::Wh => {
                (self.clause, Link::Governed)
            }
            Tag::Adverb if gerund => (self.clause, Link::Governed),
            _ => match r.subject_before(start, self.start) {
                Some(subject) if gerund => (Some(subject), Link::Relative),
                Some(subject) => (Some(subject), Link::Direct),
                None => (self.main, Link::Shared),
            },
        }
    }

    fn antecedent(&self, wh: u32) -> (Option<TokenRange>, Link) {
        let end = if wh > self.start && self.r.tag(wh - 1) == Tag::Comma { wh - 1 } else { wh };
        match self.r.subject_before(end, self.start) {
            Some(range) => (Some(range), Link::Relative),
            None => (None, Link::None),
        }
    }

    /// "…, said Lavrov": a noun phrase right after the verb, and nothing that could be its subject before.
    fn inverted_subject(&self, start: u32, head: u32, passive: bool) -> Option<(TokenRange, u32)> {
        let r = self.r;
        let finite = matches!(r.tag(head), Tag::Past | Tag::Third | Tag::Present | Tag::Participle);
        if !finite || (passive && start < head) {
            return None;
        }
        let led = start > self.start && matches!(r.tag(start - 1), Tag::Comma | Tag::Mark | Tag::Stop)
            || start == self.start && self.said_before(start).is_some();
        if !led || start != head || self.apposed_subject(start) {
            return None;
        }
        let first = head + 1;
        if r.time_end(first, self.end) > first {
            return None;
        }
        let end = r.long_noun_phrase_end(first, self.end);
        if end == first
            || r.clause_ahead(first, self.end) && r.tag(first) != Tag::Pronoun && start == self.start
        {
            return None;
        }
        // The phrase must end where a clause may end; "said he would go" has a verb instead.
        let ends = end >= self.end
            || matches!(
                r.tag(end),
                Tag::Comma
                    | Tag::Stop
                    | Tag::Preposition
                    | Tag::Wh
                    | Tag::Subordinator
                    | Tag::Conjunction
                    | Tag::To
                    | Tag::Gerund
                    | Tag::Other
                    | Tag::Adverb
            )
            || r.time_end(end, self.end) > end;
        if !ends {
            return None;
        }
        Some((TokenRange::new(first, self.apposition_end(end)), end))
    }

    /// "X, chief of staff, told POLITICO": the comma before the verb closes an apposition of its subject.
    fn apposed_subject(&self, verb: u32) -> bool {
        let r = self.r;
        if verb <= self.start + 2 || r.tag(verb - 1) != Tag::Comma {
            return false;
        }
        let from = self.start.max(verb.saturating_sub(26));
        let Some(comma) = (from..verb - 1).rev().find(|i| matches!(r.tag(*i), Tag::Comma | Tag::Mark)) else {
            return false;
        };
        if r.tag(comma) != Tag::Comma || comma == self.start {
            return false;
        }
        let plain = (comma + 1..verb - 1).all(|i| !r.tag(i).is_finite());
        let relative = r.tag(comma + 1) == Tag::Wh;
        let Some(subject) = r.subject_before(comma, self.start) else { return false };
        let opens = subject.start == self.start
            || matches!(
                r.tag(subject.start - 1),
                Tag::Mark | Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Subordinator
            );
        (plain || relative) && opens
    }

    /// One past ", a senator from Ohio" after the name that ends at `end`.
    fn apposition_end(&self, end: u32) -> u32 {
        let r = self.r;
        if r.tag(end) != Tag::Comma || end + 1 >= self.end {
            return end;
        }
        if !matches!(r.tag(end + 1), Tag::Determiner | Tag::Noun | Tag::Adjective) {
            return end;
        }
        let close = r.long_noun_phrase_end(end + 1, self.end);
        let closed = close > end + 1 && (close >= self.end || matches!(r.tag(close), Tag::Comma | Tag::Stop));
        if closed { close } else { end }
    }

    /// Whether subject and verb stand beside what was said before them.
    fn is_parenthesis(
        &self,
        head: u32,
        subject: TokenRange,
        said: TokenRange,
        complement: &Complement,
    ) -> bool {
        let r = self.r;
        let finite = r.tag(head) != Tag::Participle
            || (subject.end..head).any(|i| matches!(r.tag(i), Tag::Auxiliary | Tag::Modal))
            || Cues::shared().often(r, head);
        let marked =
            r.closes_marks(said.end) && subject.start > self.start && complement.frame != Frame::That;
        finite && (marked || self.ends_here(head + 1))
    }

    /// Whether the clause ends right after the verb: nothing follows that it could have as its content.
    fn ends_here(&self, at: u32) -> bool {
        let r = self.r;
        let mut i = at;
        // "he told reporters."
        if r.is_any(at - 1, &[r.closed.told, r.closed.tells, r.closed.tell]) {
            i = r.noun_phrase_end(i, self.end);
        }
        while i < self.end && (r.tag(i) == Tag::Adverb || r.time_end(i, self.end) > i) {
            i = r.time_end(i, self.end).max(i + 1);
        }
        i >= self.end
            || matches!(r.tag(i), Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Preposition | Tag::Mark)
            || i > at && matches!(r.tag(i), Tag::Subordinator)
    }

    /// What stands before the parenthesis that opens at `at`, if the marks or a comma part it off.
    fn said_before(&self, at: u32) -> Option<TokenRange> {
        let r = self.r;
        let before = at.checked_sub(1)?;
        if at == self.start {
            // "“Is it?” Mr. Smith asked." was cut after the marks.
            let cut = r.closes_marks(before)
                && r.token(before)
                    .is_some_and(|t| r.token(at).is_some_and(|n| n.span.start - t.span.end <= 2));
            return cut.then(|| TokenRange::new(before, before));
        }
        let parted = match r.tag(before) {
            Tag::Comma | Tag::Mark => true,
            Tag::Stop => matches!(r.kind(before), TokenKind::Dash | TokenKind::Ellipsis | TokenKind::Stop),
            _ => false,
        };
        (parted && before > self.start).then(|| TokenRange::new(self.start, before))
    }
}
