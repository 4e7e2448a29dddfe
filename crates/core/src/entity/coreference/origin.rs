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
pub(super) struct Origin {
    word: u64,
    /// It is a state: only one is a politician's. Abbreviations share its first letter.
    state: Option<u8>,
}

impl Walk<'_, '_> {
    /// Remembers where a person is said to be from.
    pub(super) fn origin(&mut self, person: EntityId, name: TokenRange, sentence: TokenRange) {
        const MOST: usize = 8;
        let words = self.words;
        let of = words.is_any(name.end, &["of", "from"]);
        let after = if of { name.end + 1..(name.end + 3).min(sentence.end) } else { 0..0 };
        let before = name.start.saturating_sub(4).max(sentence.start)..name.start;
        let office = [Class::Title, Class::Role, Class::Modifier, Class::Portfolio];
        let place = |at: &u32| words.is_capital(*at) && !words.has_any(*at, &office);
        let state = self.party_state(name.end);
        let origins = self.origins.entry(person).or_default();
        let named = before.chain(after).filter(place).map(|at| Origin { word: words.hash(at), state: None });
        for origin in named.chain(state) {
            if origins.len() < MOST && !origins.iter().any(|known| known.word == origin.word) {
                origins.push(origin);
            }
        }
    }

    /// "R-Ohio" after a politician's name: the state.
    fn party_state(&self, end: u32) -> Option<Origin> {
        let words = self.words;
        if !matches!(words.kind(end), Some(TokenKind::Comma | TokenKind::OpenBracket)) {
            return None;
        }
        let (party, state) = words.str(end + 1).split_once(['-', '‑'])?;
        let first = state.bytes().next().filter(u8::is_ascii_uppercase)?;
        (party.len() == 1).then(|| Origin { word: words.hash_of(state), state: Some(first) })
    }

    /// Whether a capital of the phrase is where the person is said to be from: "the Quebec senator". `None` where
    /// the person is said to be from elsewhere.
    pub(super) fn is_from(&self, nominal: &Nominal, person: EntityId) -> Option<bool> {
        let Some(origins) = self.origins.get(&person) else { return Some(false) };
        let words = self.words;
        let mut before = (nominal.core.start..nominal.head()).filter(|at| words.is_capital(*at));
        if before.clone().any(|at| origins.iter().any(|origin| origin.word == words.hash(at))) {
            return Some(true);
        }
        let Some(state) = origins.iter().find_map(|origin| origin.state) else { return Some(false) };
        let Some(place) = before.find(|at| self.is_place(*at)) else { return Some(false) };
        (words.str(place).bytes().next() == Some(state)).then_some(true)
    }

    /// Whether the token is a place's name.
    fn is_place(&self, at: u32) -> bool {
        let span = self.words.span(TokenRange::new(at, at + 1));
        let names = self.mentions.iter().rev().take(4).filter(|mention| mention.form == MentionForm::Name);
        let mut here = names.filter(|mention| mention.span.overlaps(span));
        here.any(|mention| self.entities.entities[mention.entity].kind == EntityKind::Place)
    }
}
