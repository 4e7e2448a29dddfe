//! What stands beside a verb of saying: the frames that a cue takes.

use super::reader::Reader;
use crate::lexicon::{Class, WordId};
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// What follows a cue, or how it is put into the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Frame {
    /// "said it rained"
    Clause,
    /// "said that it rained"
    That,
    /// "asked to leave"
    To,
    /// "asked whether it rained", "explained how"
    Wh,
    /// "suggested leaving"
    Gerund,
    /// "criticised the plan"
    Object,
    /// "urged the judge to leave"
    ObjectTo,
    /// "told reporters that it rained", "told reporters it rained"
    ObjectThat,
    /// "described him as unfit"
    ObjectAs,
    /// "is eager", "considered him unfit"
    Adjective,
    /// "said: …", "said, “…”": an opening mark follows.
    Quote,
    /// "…, he said." after or within what was said.
    Parenthesis,
    /// "…, said Lavrov."
    Inverted,
    /// Nothing that could be a content.
    Bare,
}

impl Frame {
    /// All frames in the order of their numbers, with the name that `data/cues.tsv` calls them by.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Clause, "clause"),
        (Self::That, "that"),
        (Self::To, "to"),
        (Self::Wh, "wh"),
        (Self::Gerund, "ing"),
        (Self::Object, "np"),
        (Self::ObjectTo, "np-to"),
        (Self::ObjectThat, "np-that"),
        (Self::ObjectAs, "np-as"),
        (Self::Adjective, "adj"),
        (Self::Quote, "quote"),
        (Self::Parenthesis, "paren"),
        (Self::Inverted, "inv"),
        (Self::Bare, "bare"),
    ];

    /// Its name in the data files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(frame, _)| *frame == self).map_or("", |(_, name)| name)
    }

    /// The frame with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(frame, _)| *frame)
    }
}

/// What follows a verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Complement {
    pub frame: Frame,
    /// The word that makes the cue of several words: "for" of "called for", "out" of "pointed out".
    pub particle: Option<u32>,
    /// The first token of what was said.
    pub start: u32,
    /// The noun phrase between cue and content: the addressee of "told reporters that".
    pub object: Option<TokenRange>,
}

impl Reader<'_> {
    /// Reads what follows the verb whose last word stands right before `at`.
    pub fn complement(&self, at: u32, end: u32) -> Complement {
        let mut i = self.skip_adverbs(at, end);
        let mut particle = None;
        if matches!(self.tag(i), Tag::Particle | Tag::Preposition)
            && i < end
            && self.kind(i) == TokenKind::Word
        {
            let after = self.skip_adverbs(i + 1, end);
            if let Some(found) = self.after_adjunct(i, end) {
                return Complement { particle: None, ..found };
            }
            particle = Some(i);
            i = after;
        }
        let (frame, start, object) = self.frame_at(i, end);
        Complement { frame, particle, start, object }
    }

    fn skip_adverbs(&self, at: u32, end: u32) -> u32 {
        let mut i = at;
        while i < end && self.tag(i) == Tag::Adverb && self.kind(i) == TokenKind::Word {
            i += 1;
        }
        i
    }

    /// "said on Tuesday that …", "said in a statement: …": the time, place or addressee between the cue and what
    /// was said, where it is plain that something was said.
    fn after_adjunct(&self, at: u32, end: u32) -> Option<Complement> {
        let mut i = at;
        for _ in 0..3 {
            let next = match self.tag(i) {
                Tag::Preposition | Tag::To => self.noun_phrase_end(i + 1, end),
                _ => self.time_end(i, end),
            };
            if next <= i + 1 && self.tag(i).is_preposition() || next == i {
                break;
            }
            i = next;
        }
        if i == at || i >= end {
            return None;
        }
        let timed = self.time_end(at, end) > at || self.time_end(at + 1, end) > at + 1;
        let (frame, start, object) = self.frame_at(i, end);
        let plain = matches!(frame, Frame::That | Frame::Quote) || (timed && matches!(frame, Frame::Clause));
        plain.then_some(Complement { frame, particle: None, start, object })
    }

    /// One past "Tuesday", "last week", "this month", "Oct. 12" at `at`.
    pub fn time_end(&self, at: u32, end: u32) -> u32 {
        let c = self.closed;
        if at >= end {
            return at;
        }
        if self.in_class(at, Class::Weekday) {
            let night =
                self.tag(at + 1) == Tag::Noun && self.token(at + 1).is_some_and(|t| t.span.len() <= 9);
            return if night && at + 1 < end { at + 2 } else { at + 1 };
        }
        if self.in_class(at, Class::Month) {
            let mut i = at + 1;
            while i < end
                && (self.tag(i) == Tag::Number
                    || (self.kind(i) == TokenKind::Stop && i == at + 1 && self.tag(i + 1) == Tag::Number))
            {
                i += 1;
            }
            return i;
        }
        if self.is_any(at, &[c.last, c.this, c.next]) && self.tag(at + 1) == Tag::Noun && self.is_time(at + 1)
        {
            return at + 2;
        }
        at
    }

    fn is_time(&self, at: u32) -> bool {
        self.token(at).is_some_and(|t| {
            matches!(
                t.span.of(self.text),
                "week"
                    | "month"
                    | "year"
                    | "night"
                    | "morning"
                    | "evening"
                    | "afternoon"
                    | "weekend"
                    | "summer"
                    | "spring"
                    | "fall"
                    | "winter"
                    | "time"
            )
        }) || self.in_class(at, Class::Weekday)
    }

    /// The frame that opens at `at`.
    fn frame_at(&self, at: u32, end: u32) -> (Frame, u32, Option<TokenRange>) {
        let c = self.closed;
        if at >= end {
            return (Frame::Bare, at, None);
        }
        if let Some(mark) = self.opening_mark(at, end) {
            return (Frame::Quote, mark, None);
        }
        let timed = self.time_end(at, end);
        if timed > at && timed < end {
            let (frame, start, object) = self.frame_at_plain(timed, end);
            if matches!(frame, Frame::That | Frame::Clause | Frame::Quote | Frame::To) {
                return (frame, start, object);
            }
        }
        if self.tag(at) == Tag::Pronoun && self.in_class(at, Class::Pronoun) && self.is_object_pronoun(at) {
            let (frame, start, _) = self.frame_at_plain(at + 1, end);
            return self.with_object(frame, start, TokenRange::new(at, at + 1));
        }
        if self.is(at, c.that) || !self.in_noun_phrase(at) || self.clause_ahead(at, end) {
            let plain = self.frame_at_plain(at, end);
            // "told reporters they would": two phrases in a row, the second one a subject.
            if plain.0 == Frame::Clause && self.in_noun_phrase(at) && self.tag(at) != Tag::Pronoun {
                let object = self.noun_phrase_end(at, end);
                if object > at && object < end && matches!(self.tag(object), Tag::Pronoun | Tag::Determiner) {
                    return (Frame::Clause, at, Some(TokenRange::new(at, object)));
                }
            }
            return plain;
        }
        let object = self.long_noun_phrase_end(at, end);
        let (frame, start, _) = self.frame_at_plain(object, end);
        self.with_object(frame, start, TokenRange::new(at, object))
    }

    fn with_object(&self, frame: Frame, start: u32, object: TokenRange) -> (Frame, u32, Option<TokenRange>) {
        let frame = match frame {
            Frame::That | Frame::Clause | Frame::Wh => Frame::ObjectThat,
            Frame::To => Frame::ObjectTo,
            Frame::Quote => Frame::Quote,
            _ if self.is(start, self.closed.as_) => Frame::ObjectAs,
            _ => return (Frame::Object, object.start, Some(object)),
        };
        (frame, start, Some(object))
    }

    fn frame_at_plain(&self, at: u32, end: u32) -> (Frame, u32, Option<TokenRange>) {
        let c = self.closed;
        if at >= end {
            return (Frame::Bare, at, None);
        }
        if let Some(mark) = self.opening_mark(at, end) {
            return (Frame::Quote, mark, None);
        }
        let frame = match self.tag(at) {
            Tag::To if self.infinitive_at(at) => Frame::To,
            _ if self.is(at, c.that) && !matches!(self.tag(at + 1), Tag::Stop | Tag::Comma) => Frame::That,
            Tag::Wh => Frame::Wh,
            _ if self.is_any(at, &[c.whether, c.how, c.why, c.what, c.who]) => Frame::Wh,
            Tag::Subordinator if self.is(at, c.if_) => Frame::Wh,
            Tag::Gerund if !self.clause_ahead(at, end) => Frame::Gerund,
            _ if self.clause_ahead(at, end) => Frame::Clause,
            Tag::Adjective | Tag::Participle if self.noun_phrase_end(at, end) == at => Frame::Adjective,
            _ if self.in_noun_phrase(at) => Frame::Object,
            _ => Frame::Bare,
        };
        (frame, at, None)
    }

    /// "to go", "not to go", "to better understand".
    pub fn infinitive_at(&self, at: u32) -> bool {
        let to = if self.tag(at) == Tag::To { at } else { at + 1 };
        if self.tag(to) != Tag::To {
            return false;
        }
        let quoted = u32::from(self.tag(to + 1) == Tag::Mark);
        let verb = self.skip_adverbs(to + 1 + quoted, to + 5);
        quoted > 0 || matches!(self.tag(verb), Tag::Base | Tag::Auxiliary | Tag::Present)
    }

    fn is_object_pronoun(&self, at: u32) -> bool {
        let c = self.closed;
        self.is_any(at, &[c.me, c.him, c.us, c.them, c.her, c.himself, c.herself, c.you, c.it])
            && !self.tag(at + 1).is_finite()
    }

    /// The opening mark at `at`, a comma or colon (and "that") before it skipped.
    fn opening_mark(&self, at: u32, end: u32) -> Option<u32> {
        let mut i = at;
        if matches!(self.kind(i), TokenKind::Comma | TokenKind::Colon | TokenKind::Dash) {
            i += 1;
        }
        let opens = match self.kind(i) {
            TokenKind::OpenMark => true,
            TokenKind::StraightMark | TokenKind::SingleMark => {
                self.token(i).is_some_and(|t| t.spaced) && self.token(i + 1).is_some_and(|t| !t.spaced)
            }
            _ => false,
        };
        (opens && i < end).then_some(i)
    }

    /// The words of a closed class that are kept in cue keys ("for" of "call for").
    pub fn particle_word(&self, complement: &Complement) -> WordId {
        complement.particle.map_or(WordId::UNKNOWN, |at| self.word(at))
    }
}
