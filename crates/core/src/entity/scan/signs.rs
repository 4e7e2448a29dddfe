//! What the words around a name say of its kind.

use super::Scan;
use crate::entity::gazetteer::Usage;
use crate::entity::kind::EntityKind;
use crate::entity::name::Signs;
use crate::entity::title;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

impl Scan<'_> {
    /// What speaks for which kind around the run.
    pub(super) fn signs(&self, run: TokenRange, title: TokenRange) -> Signs {
        let words = self.words;
        let mut signs = Signs { weak: self.is_weak(run.start), headline: self.capitals, ..Signs::default() };
        if !title.is_empty() {
            let capital = words.is_capital(title.start) && words.has(title.start, Class::Title);
            signs.person += if capital || run.len() > 1 { 6 } else { 1 };
        }
        if words.is_acronym(run.end - 1) && run.len() == 1 && !self.capitals {
            signs.organisation += 3;
            signs.person -= 3;
        }
        let next = run.end;
        let follows = if next < self.sentence.end { words.kind(next) } else { None };
        if follows == Some(TokenKind::Word) && words.is_lower(next) {
            if words.has(next, Class::ActVerb) {
                signs.person += 3;
            } else if words.is(next, "who") {
                signs.person += 4;
            } else if words.has(next, Class::Auxiliary) || words.str(next).ends_with("ed") {
                signs.person += 1;
            }
        }
        if follows == Some(TokenKind::Possessive) {
            signs.person += 1;
        }
        if run.len() == 1 && title.is_empty() && self.is_several(run.start) {
            signs.person -= 6;
        }
        if follows == Some(TokenKind::Comma) {
            self.signs_after_comma(next + 1, &mut signs);
        }
        if run.start > self.sentence.start {
            self.signs_before(run.start - 1, &mut signs);
        }
        signs
    }

    /// Whether a noun that the name before it describes may stand at `next`, or words that tell which person is meant.
    pub(super) fn goes_on(&self, next: u32) -> bool {
        let words = self.words;
        next < self.sentence.end
            && (words.tag(next).is_nominal()
                || matches!(
                    words.tag(next),
                    Tag::Adjective | Tag::Possessive | Tag::Mark | Tag::Pronoun | Tag::Wh
                )
                || words.is(next, "of")
                || words.is_capital(next)
                || words.is_lower(next) && words.tag(next).is_verb())
    }

    /// "TV channel “X”", "newspaper X".
    pub(super) fn follows_media(&self, at: u32) -> bool {
        let before = if at > self.sentence.start && self.words.is_mark(at - 1) { at - 1 } else { at };
        before > self.sentence.start && self.words.has(before - 1, Class::Media)
    }

    /// Whether the capital is a plural of people: "Latinos are", "many Latinos".
    fn is_several(&self, at: u32) -> bool {
        let words = self.words;
        let plural = words.str(at).ends_with(['s', 'S']);
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start);
        plural
            && (words.is_any(at + 1, &["are", "were", "have", "aren't", "weren't", "haven't"])
                || words.tag(at + 1) == Tag::Present && words.is_lower(at + 1)
                || before.is_some_and(|before| {
                    words.is_any(before, &["many", "most", "all", "some", "few", "other", "among", "these"])
                        || words.is_lower(before) && words.tag(before) == Tag::Adjective
                }))
    }

    fn signs_after_comma(&self, at: u32, signs: &mut Signs) {
        let words = self.words;
        if at >= self.sentence.end {
            return;
        }
        if words.kind(at) == Some(TokenKind::Number) && words.kind(at + 1) == Some(TokenKind::Comma) {
            signs.person += if words.str(at).len() == 2 { 4 } else { 0 };
        } else if words.is_any(at, &["who", "whose"]) || title::apposition(words, self.sentence, at).is_some()
        {
            signs.person += 4;
        } else if words.is_any(at, &["a", "an"]) {
            signs.person += 1;
        } else if let Some(phrase) =
            self.gazetteer.find(&words.tokens[at as usize..self.sentence.end as usize])
        {
            let known = self.gazetteer.known(phrase.known);
            let place = known.kind == EntityKind::Place || known.kind == EntityKind::Country;
            if place && phrase.usage == Usage::Name {
                signs.place += 3;
            }
        }
    }

    fn signs_before(&self, before: u32, signs: &mut Signs) {
        let words = self.words;
        if words.is_any(before, &["in", "near", "outside", "throughout", "across", "around"]) {
            signs.place += 3;
        } else if words.is_any(before, &["at", "from", "to"]) {
            signs.place += 1;
        } else if words.is(before, "the") {
            signs.person -= 4;
            signs.organisation += 1;
        } else if words.has(before, Class::ActVerb) && !words.is_capital(before) || words.is(before, "by") {
            signs.person += 1;
        } else if words.is(before, "and") && before > self.sentence.start {
            let other = before - 1;
            signs.person += match () {
                () if words.is_any(other, &["he", "she", "him", "her"]) => 3,
                () if words.is_capital(other)
                    && self.gazetteer.find(&words.tokens[other as usize..]).is_none() =>
                {
                    2
                }
                () => 0,
            };
        }
    }
}
