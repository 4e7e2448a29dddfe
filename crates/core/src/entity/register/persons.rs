//! Persons by surname and first name, and whom a surname with several bearers means.

use super::Register;
use crate::entity::kind::{EntityKind, Gender};
use crate::entity::name::{Name, Shape};
use crate::id::EntityId;
use crate::span::TokenRange;

/// A person of the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    entity: EntityId,
    first: u64,
    /// The words of the full name.
    name: TokenRange,
    /// The token at which the person is first named in full.
    since: u32,
    /// How often the surname alone stands where nobody else of that name was named yet: reports call the one
    /// whom they are about by the surname alone, and others of that name in full.
    votes: u32,
}

/// More persons of one name are not told apart by it: no report has them.
const BEARERS: usize = 32;

impl Register<'_> {
    /// The person whose surname (or, failing that, first name) a single word is.
    pub(super) fn bearer(&self, name: &Name) -> Option<EntityId> {
        let hash = self.words.surname_hash(name.tokens.end - 1);
        let best = |list: &Vec<usize>| {
            self.only_one_named(name, list).or_else(|| {
                let fits = list.iter().copied().filter(|at| self.agrees(name, *at));
                fits.max_by_key(|at| (self.persons[*at].votes, std::cmp::Reverse(*at)))
            })
        };
        let surname = self.by_surname.get(&hash).and_then(best);
        let person = surname.or_else(|| self.by_first.get(&hash).and_then(best))?;
        Some(self.persons[person].entity)
    }

    /// The bearer who alone was named before.
    fn only_one_named(&self, name: &Name, bearers: &[usize]) -> Option<usize> {
        let named = |at: &usize| self.persons[*at].since <= name.tokens.start && self.agrees(name, *at);
        let mut named = bearers.iter().copied().filter(named);
        named.next().filter(|_| named.next().is_none())
    }

    fn agrees(&self, name: &Name, at: usize) -> bool {
        let gender = self.entities.entities[self.persons[at].entity].gender;
        name.gender == Gender::Unknown || gender == Gender::Unknown || gender == name.gender
    }

    /// Counts a surname alone for the one who alone was named before.
    pub(super) fn vote(&mut self, name: &Name) {
        if !self.is_single(name.tokens) || !matches!(name.shape, Shape::Open | Shape::Person) {
            return;
        }
        let hash = self.words.surname_hash(name.tokens.end - 1);
        let bearers = self.by_surname.get(&hash).filter(|bearers| bearers.len() > 1);
        if let Some(at) = bearers.and_then(|bearers| self.only_one_named(name, bearers)) {
            self.persons[at].votes += 1;
        }
    }

    /// Whether the name is the end of the person's full name: "Le Pen" of "Marine Le Pen".
    fn is_part(&self, name: &Name, at: usize) -> bool {
        let (part, whole) = (name.tokens, self.persons[at].name);
        part.len() < whole.len()
            && self.agrees(name, at)
            && (1..=part.len())
                .all(|back| self.words.hash(part.end - back) == self.words.hash(whole.end - back))
    }

    /// The person of that name, entered if new.
    pub(super) fn person(&mut self, name: &Name) -> EntityId {
        let words = self.words;
        let mut last = name.tokens.end - 1;
        while last > name.tokens.start && words.is_any(last, &["jr", "sr", "ii", "iii", "iv"]) {
            last -= 1;
        }
        let (first, last) = (words.hash(name.tokens.start), words.surname_hash(last));
        let single = self.is_single(name.tokens);
        let bearers = self.by_surname.get(&last);
        let same = |at: &&usize| single || self.persons[**at].first == first;
        let known = || bearers.into_iter().flatten();
        if let Some(at) = known().find(same).or_else(|| known().find(|at| self.is_part(name, **at))) {
            return self.persons[*at].entity;
        }
        let entity = self.add(EntityKind::Person, words.span(name.tokens), None);
        self.entities.entities[entity].gender = name.gender;
        let at = self.persons.len();
        self.persons.push(Person { entity, first, name: name.tokens, since: name.tokens.start, votes: 0 });
        let enter = |bearers: &mut Vec<usize>| {
            if bearers.len() < BEARERS {
                bearers.push(at);
            }
        };
        enter(self.by_surname.entry(last).or_default());
        if !single {
            enter(self.by_first.entry(first).or_default());
        }
        entity
    }
}
