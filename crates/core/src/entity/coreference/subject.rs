//! What a noun phrase is in its clause. Subjects stand before their verb, before an aside and the verb, or after a
//! verb of saying.

use super::Walk;
use crate::entity::salience::Part;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

impl Walk<'_, '_> {
    /// What the noun phrase `start..end` is.
    pub(super) fn part(&self, start: u32, end: u32, sentence: TokenRange) -> Part {
        match () {
            () if self.words.kind(end) == Some(TokenKind::Possessive) => Part::Owner,
            () if !self.is_subject(start, end, sentence) => Part::Object,
            () => self.subject(start, end, sentence),
        }
    }

    /// The subject `start..end` as a speaker or another.
    pub(super) fn subject(&self, start: u32, end: u32, sentence: TokenRange) -> Part {
        let words = self.words;
        let said = |at: u32| words.tag(at).is_verb() && words.has(at, Class::Saying);
        // "Lee has never said": not "Lee was told", "Lee left, said".
        let within = end..sentence.end.min(end + 3);
        let passed =
            |at: &u32| words.tag(*at) == Tag::Adverb || words.is_any(*at, &["has", "have", "had", "who"]);
        let verb = within.clone().find(|at| !passed(at));
        let speaks = start > sentence.start && said(start - 1) || verb.is_some_and(said);
        if speaks { Part::Speaker } else { Part::Subject }
    }

    /// Whether the noun phrase `start..end` is the subject of a verb.
    fn is_subject(&self, start: u32, end: u32, sentence: TokenRange) -> bool {
        let words = self.words;
        if start > sentence.start && matches!(words.tag(start - 1), Tag::Preposition | Tag::To) {
            return false;
        }
        let comma = words.kind(end) == Some(TokenKind::Comma);
        self.acts_at(if comma { end + 1 } else { end }, sentence)
            || comma && self.acts_after_aside(end + 1, sentence)
            || self.is_inverted(start, sentence)
    }

    /// Whether a verb stands at `at`, or an adverb and a verb.
    fn acts_at(&self, mut at: u32, sentence: TokenRange) -> bool {
        while at < sentence.end && self.words.tag(at) == Tag::Adverb {
            at += 1;
        }
        at < sentence.end && self.words.tag(at).is_finite()
    }

    /// "Lee, a lawyer from Lyon, France, said": whether the verb follows what a comma opens and a comma closes.
    fn acts_after_aside(&self, aside: u32, sentence: TokenRange) -> bool {
        const LONGEST: u32 = 30;
        let mut relative = false;
        for at in aside..sentence.end.min(aside + LONGEST) {
            match self.words.tag(at) {
                Tag::Stop | Tag::Mark => return false,
                Tag::Comma if self.acts_at(at + 1, sentence) => return true,
                Tag::Wh => relative = true,
                tag if tag.is_finite() && !relative => return false,
                _ => {}
            }
        }
        false
    }

    /// "…,” said Lee": the subject follows its verb.
    fn is_inverted(&self, start: u32, sentence: TokenRange) -> bool {
        let words = self.words;
        start >= sentence.start + 2
            && words.has(start - 1, Class::ActVerb)
            && words.tag(start - 1).is_finite()
            && matches!(words.tag(start - 2), Tag::Comma | Tag::Mark)
    }
}
