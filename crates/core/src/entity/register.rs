//! Decides for a whole document what its names name, and gathers the entities.

mod bodies;
mod open;
mod persons;

use super::country::Country;
use super::gazetteer::{Gazetteer, Usage};
use super::kind::{EntityKind, Gender, MentionForm, Sense};
use super::name::{Name, Shape, Signs};
use super::role;
use super::spelling::spaced;
use super::title;
use super::words::Words;
use super::{Entities, Entity, Mention};
use crate::id::{DocumentId, EntityId, SentenceId};
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::{Span, TokenRange};
use persons::Person;
use rustc_hash::FxHashMap;

/// A mention by name, with what later steps need to know of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) name: Name,
    pub(super) entity: EntityId,
}

/// The entities of one document while its names are read.
pub(super) struct Register<'a> {
    words: Words<'a>,
    gazetteer: &'static Gazetteer,
    pub(super) entities: Entities,
    known: FxHashMap<u16, EntityId>,
    persons: Vec<Person>,
    by_surname: FxHashMap<u64, Vec<usize>>,
    by_first: FxHashMap<u64, Vec<usize>>,
    by_name: FxHashMap<(EntityKind, u64), EntityId>,
    acronyms: FxHashMap<u64, EntityId>,
    signs: FxHashMap<u64, (Signs, bool)>,
}

impl<'a> Register<'a> {
    pub(super) fn new(words: Words<'a>) -> Self {
        Self {
            words,
            gazetteer: Gazetteer::shared(),
            entities: Entities::default(),
            known: FxHashMap::default(),
            persons: Vec::new(),
            by_surname: FxHashMap::default(),
            by_first: FxHashMap::default(),
            by_name: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            signs: FxHashMap::default(),
        }
    }

    /// Gives each name its entity, or drops it; in the order of the text.
    pub(super) fn resolve(&mut self, names: &[Name]) -> Vec<Named> {
        self.gather_signs(names);
        for (at, name) in names.iter().enumerate() {
            self.enter_full_names(names, at, name);
        }
        names.iter().for_each(|name| self.vote(name));
        let mut named = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            if let Some(entity) = self.entity_of(names, at, name) {
                named.push(Named { name: *name, entity });
                let before = at.checked_sub(1).and_then(|before| names.get(before));
                self.learn(entity, name, before);
            }
        }
        named
    }

    /// Adds up what speaks for which kind over all occurrences of a name.
    fn gather_signs(&mut self, names: &[Name]) {
        for name in names {
            if !matches!(name.shape, Shape::Open | Shape::Person) || name.signs.plain {
                continue;
            }
            let (sum, strong) = self.signs.entry(self.full_hash(name.tokens)).or_default();
            sum.person = sum.person.saturating_add(name.signs.person);
            sum.place = sum.place.saturating_add(name.signs.place);
            sum.organisation = sum.organisation.saturating_add(name.signs.organisation);
            *strong |= !name.signs.weak;
        }
    }

    /// Enters persons with a full name and bodies with an acronym, so that short forms before them are known.
    fn enter_full_names(&mut self, names: &[Name], at: usize, name: &Name) {
        match self.kind_of(name) {
            Some(EntityKind::Person) if !self.is_single(name.tokens) => {
                self.person(name);
            }
            Some(EntityKind::Organisation) if name.tokens.len() > 1 => {
                self.enter_host(name);
                if let Some(acronym) = self.acronym_after(name.tokens) {
                    let entity = self.headed(names, at, name, EntityKind::Organisation);
                    self.acronyms.insert(self.words.hash(acronym), entity);
                    self.alias(entity, self.words.str(acronym));
                }
            }
            Some(EntityKind::Treaty) => {
                if let Shape::Treaty(treaty) = name.shape {
                    self.treaty(treaty);
                }
            }
            _ => {}
        }
    }

    /// "The Ann Lee Show" gives the full name of Lee.
    fn enter_host(&mut self, name: &Name) {
        let words = self.words;
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let hosted = words.is(last, "show") && words.has_any(first, &[Class::FirstMale, Class::FirstFemale]);
        if hosted && name.tokens.len() > 2 {
            let tokens = TokenRange::new(first, last);
            self.person(&Name { tokens, gender: title::first_gender(words, tokens), ..*name });
        }
    }

    /// The acronym in brackets after the name, if its letters are the name's.
    fn acronym_after(&self, tokens: TokenRange) -> Option<u32> {
        let open = tokens.end;
        let short = self.words.str(open + 1);
        let bracketed = self.words.kind(open) == Some(TokenKind::OpenBracket)
            && self.words.kind(open + 2) == Some(TokenKind::CloseBracket)
            && self.words.is_acronym(open + 1);
        let first = |at: u32| self.words.str(at).chars().next();
        (bracketed && first(tokens.start) == short.chars().next()).then_some(open + 1)
    }

    /// What kind of thing the name names, as far as the document tells.
    fn kind_of(&self, name: &Name) -> Option<EntityKind> {
        match name.shape {
            Shape::Known(known, _) => Some(self.gazetteer.known(known).kind),
            Shape::Treaty(_) => Some(EntityKind::Treaty),
            Shape::Headed(kind) => Some(kind),
            Shape::Person => Some(EntityKind::Person),
            Shape::Open => self.open_kind(name),
        }
    }

    fn entity_of(&mut self, names: &[Name], at: usize, name: &Name) -> Option<EntityId> {
        if name.signs.plain {
            return self.bearer(name).filter(|bearer| self.entities.entities[*bearer].name.contains(' '));
        }
        let single = self.is_single(name.tokens);
        if single && matches!(name.shape, Shape::Open | Shape::Person) {
            if let Some(person) = self.bearer(name) {
                return Some(person);
            }
            if let Some(entity) = self.acronyms.get(&self.words.hash(name.tokens.start)) {
                return Some(*entity);
            }
        }
        match name.shape {
            Shape::Known(known, usage) => {
                if single && self.is_surname_here(name, usage) {
                    return self.bearer(name).or_else(|| Some(self.person(name)));
                }
                Some(self.known(known))
            }
            Shape::Treaty(treaty) => Some(self.treaty(treaty)),
            Shape::Person => Some(self.person(name)),
            Shape::Headed(kind) => Some(self.headed(names, at, name, kind)),
            Shape::Open => match self.open_kind(name)? {
                EntityKind::Person => Some(self.person(name)),
                kind => Some(self.headed(names, at, name, kind)),
            },
        }
    }

    /// Whether a name of the lists is a person's here: "Mr Jordan", or "Jordan" after "Vernon Jordan",
    /// "Cuban said" after "Lia Cuban".
    fn is_surname_here(&self, name: &Name, usage: Usage) -> bool {
        let words = self.words;
        // "US-Chilean": no part of a word is a surname.
        if words.span(name.tokens) != name.span {
            return false;
        }
        let next = words.tag(name.tokens.end);
        if usage != Usage::Name && (next.is_nominal() || next == Tag::Adjective) {
            return false;
        }
        let honorific = !name.title.is_empty()
            && (name.title.start..name.title.end)
                .any(|at| words.has_any(at, &[Class::MaleTitle, Class::FemaleTitle]));
        let place =
            name.tokens.start > 0 && words.is_any(name.tokens.start - 1, &["in", "at", "near", "to", "from"]);
        let kind = match name.shape {
            Shape::Known(known, _) => self.gazetteer.known(known).kind,
            _ => return false,
        };
        (kind == EntityKind::Place || kind == EntityKind::Country || kind == EntityKind::Organisation)
            && (honorific || !place && self.by_surname.contains_key(&words.hash(name.tokens.start)))
    }

    /// The entity of a row of the word lists.
    pub(super) fn known(&mut self, known: u16) -> EntityId {
        let row = self.gazetteer.known(known);
        let entities = &mut self.entities.entities;
        *self.known.entry(known).or_insert_with(|| {
            entities.push(Entity {
                side: row.side,
                gender: Gender::Neuter,
                ..Entity::new(row.kind, row.name.into())
            })
        })
    }

    fn add(&mut self, kind: EntityKind, name: Span, side: Option<Country>) -> EntityId {
        let gender = if kind == EntityKind::Person { Gender::Unknown } else { Gender::Neuter };
        let name = spaced(name.of(self.words.text)).into_owned();
        self.entities.entities.push(Entity { side, gender, ..Entity::new(kind, name) })
    }

    fn alias(&mut self, entity: EntityId, name: &str) {
        self.entities.entities[entity].add_alias(name);
    }

    /// Takes from a mention what it tells of its entity: role, side, gender, another name.
    fn learn(&mut self, id: EntityId, name: &Name, before: Option<&Name>) {
        let words = self.words;
        let text = spaced(name.span.of(words.text));
        if matches!(name.shape, Shape::Known(..)) {
            if !matches!(name.shape, Shape::Known(_, Usage::Adjective)) {
                self.alias(id, &text);
            }
            return;
        }
        let owner = before.filter(|owner| owns(words, owner, name.title));
        let side = owner.and_then(|owner| self.side_of(owner));
        let apposed = (words.kind(name.tokens.end) == Some(TokenKind::Comma))
            .then(|| {
                let sentence = words.sentences.get(name.sentence as usize)?.tokens;
                title::apposition(words, sentence, name.tokens.end + 1)
            })
            .flatten();
        let entity = &mut self.entities.entities[id];
        if entity.kind == EntityKind::Person {
            let mut add = |role| entity.add_role(&spaced(words.span(role).of(words.text)));
            title::office(words, name.title).into_iter().for_each(&mut add);
            if let Some(sentence) = words.sentences.get(name.sentence as usize) {
                role::described(words, sentence.tokens, name.tokens.end, add);
            }
            entity.side = entity.side.or(side.filter(|_| !name.title.is_empty()));
            if entity.gender == Gender::Unknown {
                entity.gender = match name.gender {
                    Gender::Unknown => title::gender(words, apposed.unwrap_or_default()),
                    gender => gender,
                };
            }
            if text.len() > entity.name.len() && name.tokens.len() > 1 {
                let old = std::mem::replace(&mut entity.name, text.clone().into_owned());
                entity.add_alias(&old);
            }
        }
        self.alias(id, &text);
    }

    /// The country of a mention of a country or of one of its institutions.
    pub(super) fn side_of(&self, name: &Name) -> Option<Country> {
        match name.shape {
            Shape::Known(known, _) => self.gazetteer.known(known).side,
            _ => None,
        }
    }

    /// Whether a name is one word, particles before it apart: "Gates", "van der Berg".
    fn is_single(&self, tokens: TokenRange) -> bool {
        (tokens.start..tokens.end - 1).all(|at| self.words.is_lower(at))
    }

    fn full_hash(&self, tokens: TokenRange) -> u64 {
        (tokens.start..tokens.end).fold(0, |sum: u64, at| sum.rotate_left(7) ^ self.words.hash(at))
    }

    /// Adds the mentions by name; their phrases are as wide as titles and articles make them.
    pub(super) fn mention(&mut self, named: &Named, phrase: Span, sense: Sense) {
        let mention = Mention {
            document: DocumentId(0),
            span: named.name.span,
            phrase,
            entity: named.entity,
            form: MentionForm::Name,
            sense,
            sentence: SentenceId(named.name.sentence),
            readings: Box::default(),
            antecedent: None,
        };
        self.entities.mentions.push(mention);
    }
}

/// Whether the mention of a country or body stands right before the title: "US Defence Secretary",
/// "Russia's President", "the BBC's diplomatic correspondent".
pub(super) fn owns(words: Words<'_>, owner: &Name, title: TokenRange) -> bool {
    let end = owner.tokens.end;
    !title.is_empty()
        && (end == title.start
            || end + 1 == title.start && words.kind(end) == Some(TokenKind::Possessive)
            || title.contains(end))
}
