//! Where a person is said to be from: "Quebec Senator Ann Lee", "Ann Lee of Quebec", "Sen. Ann Lee, R-Ohio".

use super::Walk;
use crate::entity::kind::{EntityKind, MentionForm};
use crate::entity::nominal::Nominal;
use crate::id::EntityId;
use crate::lexicon::Class;
use crate::segment::TokenKind;
use crate::span::TokenRange;

/// A word that tells where a person is from, or what they belong to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    word: u64,
    /// It is a state, often shortened: only one is a politician's.
    state: Option<&'a str>,
}

/// A word with a capital before the noun of a phrase: its token and its hash.
pub(super) type Capital = (u32, u64);

impl<'a> Walk<'a, '_> {
    /// Remembers where a person is said to be from.
    pub(super) fn origin(&mut self, person: EntityId, name: TokenRange, sentence: TokenRange) {
        const MOST: usize = 8;
        const OFFICE: [Class; 4] = [Class::Title, Class::Role, Class::Modifier, Class::Portfolio];
        let words = self.words;
        let of = words.is_any(name.end, &["of", "from"]);
        let after = if of { name.end + 1..(name.end + 3).min(sentence.end) } else { 0..0 };
        let before = name.start.saturating_sub(4).max(sentence.start)..name.start;
        let place = |at: &u32| words.is_capital(*at) && !words.has_any(*at, &OFFICE);
        let named = before.chain(after).filter(place).map(|at| Origin { word: words.hash(at), state: None });
        for origin in named.chain(self.state_after(name.end)) {
            let origins = self.origins.entry(person).or_default();
            if let Some(known) = origins.iter_mut().find(|known| known.word == origin.word) {
                known.state = known.state.or(origin.state);
            } else if origins.len() < MOST {
                origins.push(origin);
            }
        }
    }

    /// "R-Ohio" after a politician's name: the state.
    fn state_after(&self, end: u32) -> Option<Origin<'a>> {
        if !matches!(self.words.kind(end), Some(TokenKind::Comma | TokenKind::OpenBracket)) {
            return None;
        }
        let state = self.words.party_state(end + 1)?;
        Some(Origin { word: self.words.hash_of(state), state: Some(state) })
    }

    /// The capitals before the noun of a phrase: "the Quebec senator".
    pub(super) fn capitals(&self, nominal: &Nominal) -> Vec<Capital> {
        let before = (nominal.core.start..nominal.head()).filter(|at| self.words.is_capital(*at));
        before.map(|at| (at, self.words.hash(at))).collect()
    }

    /// Whether one of the capitals is where the person is said to be from. `None` where the person is said to be
    /// from elsewhere.
    pub(super) fn is_from(&self, capitals: &[Capital], person: EntityId) -> Option<bool> {
        let origins = self.origins.get(&person).filter(|_| !capitals.is_empty());
        let Some(origins) = origins else { return Some(false) };
        if capitals.iter().any(|(_, hash)| origins.iter().any(|origin| origin.word == *hash)) {
            return Some(true);
        }
        let Some(state) = origins.iter().find_map(|origin| origin.state) else { return Some(false) };
        let Some(place) = capitals.iter().find_map(|(at, _)| self.place(*at)) else { return Some(false) };
        shortens(state, place).then_some(true)
    }

    /// The name of the place that the token is in.
    fn place(&self, at: u32) -> Option<&'a str> {
        let span = self.words.span(TokenRange::new(at, at + 1));
        let names = self.mentions.iter().rev().take(4).filter(|mention| mention.form == MentionForm::Name);
        let mut here = names.filter(|mention| mention.span.overlaps(span));
        let place = here.find(|mention| self.entities.entities[mention.entity].kind == EntityKind::Place);
        place.map(|mention| mention.span.of(self.words.text))
    }
}

/// Whether `short` has letters of `name` in their order, and the same first: "Mass" and "MA" for "Massachusetts".
fn shortens(short: &str, name: &str) -> bool {
    let mut letters = short.chars().filter(|letter| letter.is_alphabetic());
    let mut rest = name.chars();
    let stands = |letter: char| rest.any(|other| other.eq_ignore_ascii_case(&letter));
    short.chars().next() == name.chars().next() && letters.all(stands)
}
