//! Mentions and entities: who and what a report speaks of.
//!
//! Recognition works on one document and numbers its entities from zero; [`corpus`](crate::corpus) links them
//! across documents and numbers them anew. The types are the same before and after.

mod border;
mod coreference;
mod country;
mod gazetteer;
mod kind;
mod link;
mod name;
mod nominal;
mod phrase;
mod register;
mod role;
mod salience;
mod scan;
mod sense;
mod settle;
mod spelling;
mod system;
mod title;
mod treaty;
mod words;

pub use country::Country;
pub use kind::{EntityKind, Gender, MentionForm, Sense};
pub(crate) use link::{Linker, remap_readings};
pub(crate) use spelling::{singular, spaced};

use crate::document::{Document, Zone};
use crate::id::{DocumentId, EntityId, IdVec, MentionId, SentenceId};
use crate::segment::Segmented;
use crate::span::Span;
use register::{Named, Register};
use scan::Scan;
use words::Reading;

/// A person, government, organisation, place, treaty, system, event, or unnamed group.
#[derive(Debug, Clone)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name that the reports give, or the usual one where a word list knows it.
    pub name: String,
    /// Other names that the reports give, in order of first use.
    pub aliases: Vec<String>,
    /// The country whose government or institution it belongs to.
    pub side: Option<Country>,
    /// The roles that the reports give a person ("Foreign Minister"), in order of first use.
    pub roles: Vec<String>,
    /// Grammatical gender, learned from titles, first names and usage.
    pub gender: Gender,
    /// Whether it is referred to by "they".
    pub plural: bool,
    /// Its mentions in order.
    pub mentions: Vec<MentionId>,
    /// For several persons that are spoken of as one ("they" for Rice and Gates): who they are.
    pub members: Vec<EntityId>,
}

impl Entity {
    /// An entity of which no more is known.
    #[must_use]
    pub fn new(kind: EntityKind, name: String) -> Self {
        Self {
            kind,
            name,
            aliases: Vec::new(),
            side: None,
            roles: Vec::new(),
            gender: Gender::Unknown,
            plural: false,
            mentions: Vec::new(),
            members: Vec::new(),
        }
    }

    /// The role that the reports give first.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        self.roles.first().map(String::as_str)
    }

    /// Adds another name, unless it is known or there are many.
    fn add_alias(&mut self, name: &str) {
        const MOST: usize = 32;
        let known = self.name == name || self.aliases.iter().any(|alias| alias == name);
        if !known && self.aliases.len() < MOST {
            self.aliases.push(name.into());
        }
    }

    /// Adds a role, unless it is known or the person has many.
    fn add_role(&mut self, role: &str) {
        const MOST: usize = 12;
        let known = self.roles.iter().any(|known| known.eq_ignore_ascii_case(role));
        if !known && self.roles.len() < MOST {
            self.roles.push(role.into());
        }
    }
}

/// One mention of an entity.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The report.
    pub document: DocumentId,
    /// The words, title and article left off ("Lavrov" of "Mr Lavrov", "US" of "the US").
    pub span: Span,
    /// The whole noun phrase, with title, article, apposition: what a source span holds.
    pub phrase: Span,
    /// What it refers to: the best reading.
    pub entity: EntityId,
    /// Name, noun or pronoun.
    pub form: MentionForm,
    /// For a capital or a country: the government or the place.
    pub sense: Sense,
    /// The sentence that it stands in.
    pub sentence: SentenceId,
    /// Other readings with their share, where the best one is not sure; else empty.
    pub readings: Box<[(EntityId, f32)]>,
    /// The words of the earlier mention that a noun or pronoun was resolved by.
    pub antecedent: Option<Span>,
}

/// The entities of one document, or of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// The entities.
    pub entities: IdVec<EntityId, Entity>,
    /// The mentions, by document and place.
    pub mentions: IdVec<MentionId, Mention>,
}

impl Entities {
    /// Recognises and resolves the mentions of one document. Sentence ids count from zero within it.
    #[must_use]
    pub fn recognise(document: &Document, segmented: &Segmented) -> Self {
        let words = &Reading::new(&document.text, segmented);
        let mut names = Vec::new();
        let mut read = Vec::new();
        for (index, sentence) in segmented.sentences.iter().enumerate() {
            let zone = document.blocks.get(sentence.block as usize).map(|block| block.zone);
            if zone.is_some_and(Zone::is_read) {
                Scan::new(words, index as u32).run(&mut names);
                read.push(index as u32);
            }
        }
        let names = border::settle(words, names);
        let mut register = Register::new(words);
        let named = register.resolve(&names);
        for (at, one) in named.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| named.get(before));
            let is_person = register.entities.entities[one.entity].kind == EntityKind::Person;
            let phrase = phrase::around(words, one, before, is_person);
            let (entity, sense) = sense::decide(words, one, &mut register);
            register.mention(&Named { entity, ..*one }, phrase, sense);
        }
        let mut entities = register.entities;
        coreference::resolve(words, &mut entities, &read);
        settle::settle(entities)
    }

    /// Replaces the mentions by `mentions`, which stand in the order of the text, and lists them anew under
    /// their entities.
    pub fn relist(&mut self, mentions: Vec<Mention>) {
        self.mentions = mentions.into();
        for id in self.entities.ids() {
            self.entities[id].mentions.clear();
        }
        for (id, mention) in self.mentions.iter_ids() {
            if self.entities.get(mention.entity).is_some() {
                self.entities[mention.entity].mentions.push(id);
            }
        }
    }
}
