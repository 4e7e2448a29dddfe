//! Bodies, places, events and treaties by their own words.

use super::Register;
use crate::entity::kind::EntityKind;
use crate::entity::name::Name;
use crate::entity::spelling::title_case;
use crate::entity::treaty::{self, TreatyName};
use crate::id::EntityId;
use crate::span::{Span, TokenRange};

impl Register<'_> {
    /// A body, place or event whose own words tell what it is. "Foreign Ministry" after "Russian" is Russia's.
    pub(super) fn headed(&mut self, names: &[Name], at: usize, name: &Name, kind: EntityKind) -> EntityId {
        let before = at.checked_sub(1).and_then(|before| names.get(before));
        let owner =
            before.filter(|owner| owner.tokens.end == name.tokens.start && kind == EntityKind::Organisation);
        let side = owner.and_then(|owner| self.side_of(owner));
        let hash = self.full_hash(name.tokens) ^ side.map_or(0, |side| u64::from(side.0) + 1).rotate_left(17);
        if let Some(entity) = self.by_name.get(&(kind, hash)) {
            return *entity;
        }
        let span = match owner.filter(|_| side.is_some()) {
            Some(owner) => owner.span.cover(self.words.span(name.tokens)),
            None => self.words.span(name.tokens),
        };
        let entity = self.add(kind, span, side);
        self.by_name.insert((kind, hash), entity);
        entity
    }

    pub(super) fn treaty(&mut self, found: TreatyName) -> EntityId {
        let words = self.words;
        let only_acronym = found.name[0].len() == 1;
        let first = words.hash(found.name[0].start);
        let acronym = found.acronym.map(|at| words.hash(at));
        let met =
            acronym.or(only_acronym.then_some(first)).and_then(|hash| self.acronyms.get(&hash).copied());
        let mut name = title_case(words.span(found.name[0]).of(words.text));
        if !found.name[1].is_empty() {
            name.push(' ');
            name.push_str(&title_case(words.span(found.name[1]).of(words.text)));
        }
        let key = treaty::key(&name);
        let hash = key.iter().fold(0_u64, |sum, word| {
            use std::hash::Hasher;
            let mut hasher = rustc_hash::FxHasher::default();
            hasher.write(word.as_bytes());
            sum.rotate_left(5) ^ hasher.finish()
        });
        let entity = met.or_else(|| self.by_name.get(&(EntityKind::Treaty, hash)).copied());
        let entity = entity.or_else(|| self.known_treaty(found).map(|known| self.known(known)));
        let entity = entity.unwrap_or_else(|| {
            let entity = self.add(EntityKind::Treaty, Span::default(), None);
            self.entities.entities[entity].name.clone_from(&name);
            entity
        });
        self.by_name.insert((EntityKind::Treaty, hash), entity);
        self.alias(entity, &name);
        if let (Some(at), Some(hash)) = (found.acronym, acronym) {
            self.acronyms.insert(hash, entity);
            self.alias(entity, words.str(at));
        }
        entity
    }

    /// The treaty of the word lists that has this name or acronym.
    fn known_treaty(&self, found: TreatyName) -> Option<u16> {
        let tokens = |range: TokenRange| self.words.tokens.get(range.range()).unwrap_or_default();
        let acronym = found.acronym.map(|at| TokenRange::new(at, at + 1));
        let whole = TokenRange::new(found.tokens.start, found.tokens.end);
        [Some(whole), Some(found.name[0]), acronym].into_iter().flatten().find_map(|range| {
            let phrase = self.gazetteer.find(tokens(range))?;
            let known = self.gazetteer.known(phrase.known);
            let all = phrase.len() >= range.len().min(found.name[0].len());
            (known.kind == EntityKind::Treaty && all).then_some(phrase.known)
        })
    }
}
