//! Where noun phrases and clauses begin and end, by tags alone.

use super::reader::Reader;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// No phrase is longer than this, in tokens: what keeps the rules linear on any input.
const REACH: u32 = 48;

impl Reader<'_> {
    /// One past the simple noun phrase that opens at `at` ("the former secretary of state" ends before "of");
    /// `at` itself where none does.
    pub fn noun_phrase_end(&self, at: u32, end: u32) -> u32 {
        let end = end.min(at + REACH);
        let mut i = at;
        if self.tag(i) == Tag::Pronoun {
            return i + 1;
        }
        let mut head = at;
        while i < end {
            match self.tag(i) {
                Tag::Noun | Tag::Name | Tag::Number => {
                    i += 1;
                    head = i;
                }
                Tag::Determiner if i == at || self.tag(i - 1) == Tag::Determiner => i += 1,
                Tag::Adjective => i += 1,
                Tag::Participle | Tag::Gerund if i == at || !self.tag(i - 1).is_nominal() => i += 1,
                Tag::Adverb if self.tag(i + 1) == Tag::Adjective => i += 1,
                Tag::Possessive => i += 1,
                Tag::Conjunction
                    if i > 0 && self.tag(i - 1) == Tag::Adjective && self.tag(i + 1) == Tag::Adjective =>
                {
                    i += 1
                }
                Tag::Mark if self.kind(i) == TokenKind::SingleMark && self.tag(i + 1).is_nominal() => i += 1,
                _ => break,
            }
        }
        // "the rich", "this", "some": a phrase without a noun.
        if head == at && i > at && matches!(self.tag(at), Tag::Determiner | Tag::Adjective) {
            i
        } else {
            head
        }
    }

    /// One past the noun phrase with its "of", "for", "in" … phrases.
    pub fn long_noun_phrase_end(&self, at: u32, end: u32) -> u32 {
        let mut i = self.noun_phrase_end(at, end);
        if i == at || self.tag(at) == Tag::Pronoun {
            return i;
        }
        let end = end.min(at + REACH);
        while i < end && self.tag(i) == Tag::Preposition && self.time_end(i + 1, end) == i + 1 {
            let next = self.noun_phrase_end(i + 1, end);
            if next == i + 1 {
                break;
            }
            i = next;
        }
        i
    }

    /// Whether a clause with a subject and a finite verb of its own opens at `at`.
    pub fn clause_ahead(&self, at: u32, end: u32) -> bool {
        let mut i = at;
        // Adverbs and "in this case," may stand before the subject.
        while i < end && matches!(self.tag(i), Tag::Adverb) {
            i += 1;
        }
        if matches!(self.tag(i), Tag::Subordinator) && i < end {
            return self.is_any(
                i,
                &[self.closed.if_, self.closed.while_, self.closed.because, self.closed.although],
            );
        }
        if i >= end
            || !(self.in_noun_phrase(i)
                || self.tag(i) == Tag::Gerund
                || self.kind(i) == TokenKind::OpenBracket)
        {
            return false;
        }
        let limit = end.min(i + 40);
        let mut owed = 0;
        let mut commas = 0;
        let mut nominal = false;
        while i < limit {
            let tag = self.tag(i);
            match tag {
                tag if tag.is_finite() => {
                    if owed == 0 {
                        return nominal;
                    }
                    owed -= 1;
                    // "who had been told to": the rest of this verb group belongs to it.
                    i += 1;
                    while i < limit && matches!(self.tag(i), Tag::Auxiliary | Tag::Adverb) {
                        i += 1;
                    }
                    continue;
                }
                Tag::Wh => owed += 1,
                Tag::Subordinator => {
                    if nominal && !self.is(i, self.closed.that) && commas == 0 {
                        return false;
                    }
                    owed += 1;
                }
                // "the man he met": a clause within.
                Tag::Pronoun if nominal && i > at && self.tag(i - 1).is_nominal() => owed += 1,
                Tag::Comma => {
                    commas += 1;
                    if commas > 2 {
                        return false;
                    }
                }
                Tag::Stop if !matches!(self.kind(i), TokenKind::Dash) => return false,
                Tag::Conjunction if self.is(i, self.closed.but) => return false,
                // "urged Moscow to leave"; "a plan to leave" may yet be a subject, "the agency to “leave”" hardly.
                Tag::To
                    if !nominal
                        || matches!(self.tag(i - 1), Tag::Name | Tag::Pronoun)
                        || self.tag(i + 1) == Tag::Mark =>
                {
                    return false;
                }
                _ => nominal |= self.in_noun_phrase(i) || tag == Tag::Gerund,
            }
            i += 1;
        }
        false
    }

    /// The first token of the noun phrase whose last token is `last`, not before `start`.
    pub fn noun_phrase_start(&self, last: u32, start: u32) -> u32 {
        let start = start.max(last.saturating_sub(REACH));
        let mut i = last;
        if self.tag(i) == Tag::Pronoun {
            return i;
        }
        while i > start {
            let before = i - 1;
            let joined = match self.tag(before) {
                Tag::Noun | Tag::Name | Tag::Number | Tag::Possessive => !self.starts_new_phrase(i),
                Tag::Adjective | Tag::Determiner => {
                    !self.starts_new_phrase(i) || self.tag(before) == Tag::Determiner
                }
                Tag::Participle | Tag::Gerund => {
                    before > start && matches!(self.tag(before - 1), Tag::Determiner | Tag::Adjective)
                }
                Tag::Adverb => {
                    (self.tag(i) == Tag::Adjective
                        && before > start
                        && self.tag(before - 1) == Tag::Determiner)
                        || (matches!(self.tag(i), Tag::Number | Tag::Determiner) || before == start)
                            && self.quantifies(before)
                }
                _ => false,
            };
            if !joined {
                break;
            }
            i = before;
        }
        i
    }

    /// "only four percent", "not everyone", "about a third"
    fn quantifies(&self, at: u32) -> bool {
        let c = self.closed;
        self.is_any(at, &[c.about, c.not, c.over])
            || self.token(at).is_some_and(|t| {
                ["only", "nearly", "almost", "roughly", "even", "just"]
                    .iter()
                    .any(|w| t.span.of(self.text).eq_ignore_ascii_case(w))
            })
    }

    fn starts_new_phrase(&self, at: u32) -> bool {
        matches!(self.tag(at), Tag::Determiner | Tag::Pronoun)
    }

    /// A subject's phrase that ends right before `end`: title and apposition, "of" phrases, relative clauses and
    /// coordinated names included; nothing before `start` is looked at.
    pub fn subject_before(&self, end: u32, start: u32) -> Option<TokenRange> {
        self.subject_within(self.before_adjuncts(end, start), start.max(end.saturating_sub(REACH)), 3)
    }

    fn subject_within(&self, end: u32, start: u32, depth: u32) -> Option<TokenRange> {
        let depth = depth.checked_sub(1)?;
        let last = end.checked_sub(1).filter(|last| *last >= start)?;
        if matches!(self.kind(last), TokenKind::Comma | TokenKind::Dash) && last > start {
            return self.inserted_before(last, start, depth);
        }
        if self.kind(last) == TokenKind::CloseBracket {
            let open = (start.max(last.saturating_sub(12))..last)
                .rev()
                .find(|i| self.kind(*i) == TokenKind::OpenBracket)?;
            let subject = self.subject_within(open, start, depth)?;
            return Some(TokenRange::new(subject.start, last + 1));
        }
        let article = self.tag(last) == Tag::Determiner && !self.stands_alone(last);
        if !self.in_noun_phrase(last) || article {
            return None;
        }
        Some(TokenRange::new(self.extend_subject(self.noun_phrase_start(last, start), start), last + 1))
    }

    /// "X, an analyst in Moscow, said": the apposition belongs to the source, its last comma doesn't. "Lavrov,
    /// speaking at a news conference, said": what stands between is no part of his name.
    fn inserted_before(&self, last: u32, start: u32, depth: u32) -> Option<TokenRange> {
        let comma = self.insertion_start(last, start)?;
        if comma <= start {
            return None;
        }
        let apposed = matches!(
            self.tag(comma + 1),
            Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Wh | Tag::Number
        );
        let subject = self.subject_within(comma, start, depth)?;
        Some(if apposed { TokenRange::new(subject.start, last) } else { subject })
    }

    /// The comma or dash that opens the insertion which the one at `last` closes.
    fn insertion_start(&self, last: u32, start: u32) -> Option<u32> {
        let kind = self.kind(last);
        let mut nearest = None;
        let mut commas = 0;
        for i in (start..last).rev() {
            if self.kind(i) == kind {
                commas += 1;
                nearest = nearest.or(Some(i));
                // "…, speaking with Rice, Gates and Serdyukov, said": the list's commas are within.
                if matches!(self.tag(i + 1), Tag::Gerund | Tag::Participle | Tag::Wh) {
                    return Some(i);
                }
                if commas == 4 {
                    break;
                }
            } else {
                let parted =
                    matches!(self.kind(i), TokenKind::Stop | TokenKind::Semicolon | TokenKind::CloseMark);
                if parted || self.tag(i).is_finite() && nearest.is_some() {
                    break;
                }
            }
        }
        nearest
    }

    /// "on Friday described", "in the past described": the verb's adjuncts stand between it and its subject.
    fn before_adjuncts(&self, end: u32, start: u32) -> u32 {
        let from = start.max(end.saturating_sub(5));
        for at in from..end {
            let opens = if self.tag(at) == Tag::Preposition { at + 1 } else { at };
            if at > start && self.time_end(opens, end) == end && end > opens {
                return at;
            }
        }
        end
    }

    /// "This", "that", "some", "many", "both": a determiner that can be a subject.
    fn stands_alone(&self, at: u32) -> bool {
        let c = self.closed;
        self.is_any(
            at,
            &[
                c.this, c.that, c.some, c.many, c.all, c.both, c.another, c.each, c.neither, c.either, c.few,
                c.most,
            ],
        )
    }

    /// Adds what stands before a simple noun phrase and belongs to it.
    fn extend_subject(&self, first: u32, start: u32) -> u32 {
        let mut first = first;
        for _ in 0..6 {
            if first <= start {
                break;
            }
            let before = first - 1;
            let wider = match self.tag(before) {
                Tag::Preposition if before > start && self.joins_nouns(before) => {
                    self.noun_phrase_start(before - 1, start)
                }
                Tag::Conjunction if before > start && self.joins_subjects(before, start) => {
                    self.noun_phrase_start(before - 1, start)
                }
                tag if tag.is_verb() || tag == Tag::Auxiliary => match self.relative_start(before, start) {
                    Some(head) => head,
                    None => break,
                },
                _ => break,
            };
            if wider >= first {
                break;
            }
            first = wider;
        }
        first
    }

    /// "a spokesman for the campaign", not "said in Moscow": a noun stands before the preposition.
    fn joins_nouns(&self, preposition: u32) -> bool {
        let noun = matches!(self.tag(preposition - 1), Tag::Noun | Tag::Name | Tag::Number)
            || self.is_any(
                preposition - 1,
                &[
                    self.closed.one,
                    self.closed.some,
                    self.closed.many,
                    self.closed.most,
                    self.closed.all,
                    self.closed.both,
                ],
            );
        noun && !self.in_class(preposition - 1, Class::Weekday)
            && !self.in_class(preposition - 1, Class::Month)
    }

    /// "Rice and Gates": both sides are noun phrases and the left one opens its clause.
    fn joins_subjects(&self, conjunction: u32, start: u32) -> bool {
        let c = self.closed;
        if !self.is_any(conjunction, &[c.and_, c.or]) || !self.in_noun_phrase(conjunction - 1) {
            return false;
        }
        let first = self.noun_phrase_start(conjunction - 1, start);
        first <= start
            || matches!(
                self.tag(first - 1),
                Tag::Comma | Tag::Stop | Tag::Subordinator | Tag::Mark | Tag::Conjunction
            )
    }

    /// "the woman who accused him": the noun phrase before the relative pronoun, if there is one close by.
    fn relative_start(&self, verb: u32, start: u32) -> Option<u32> {
        let from = start.max(verb.saturating_sub(6));
        let wh = (from..verb).rev().find(|i| self.tag(*i) == Tag::Wh)?;
        (wh > start && self.tag(wh - 1).is_nominal()).then(|| self.noun_phrase_start(wh - 1, start))
    }
}
