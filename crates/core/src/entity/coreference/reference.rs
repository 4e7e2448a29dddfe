//! What noun phrases refer to: the holder of an office, the same people again, the last treaty named.

use super::Walk;
use crate::entity::country::Country;
use crate::entity::kind::{EntityKind, Gender, MentionForm, Sense};
use crate::entity::nominal::{Head, Nominal};
use crate::entity::salience::{Found, Recent};
use crate::entity::spelling::spaced;
use crate::entity::system::Description;
use crate::entity::{Entity, Mention, title};
use crate::id::EntityId;
use crate::lexicon::Class;
use crate::span::TokenRange;

impl Walk<'_, '_> {
    /// What a noun phrase refers to; nothing where that is of no interest.
    pub(super) fn refer(&mut self, nominal: &Nominal) -> Option<(Found, Sense)> {
        let owner = self.name_within(nominal.tokens);
        let country = owner.filter(|id| self.entities.entities[*id].kind == EntityKind::Country);
        let side =
            country.and_then(|id| self.entities.entities[id].side).or_else(|| self.own_country(nominal));
        match nominal.kind {
            Head::Role => {
                // "Russian leader" is known without an article; "a Russian woman" is not.
                let bare = nominal.core.start == nominal.tokens.start;
                let known = if nominal.definite || country.is_some() && bare {
                    self.office_holder(nominal, side)
                } else {
                    None
                };
                let found = known.unwrap_or_else(|| self.unnamed(nominal, side, false));
                Some((found, Sense::None))
            }
            Head::People => Some((self.people(nominal, side), Sense::None)),
            Head::Treaty => self.latest_treaty(nominal).map(|f| (f, Sense::None)),
            Head::System => self.system(nominal).map(|f| (f, Sense::None)),
            Head::Body => self.body(nominal, owner, country),
        }
    }

    /// The entity of the last name within the phrase.
    pub(super) fn name_within(&self, tokens: TokenRange) -> Option<EntityId> {
        let span = self.words.span(tokens);
        let within = |mention: &&Mention| mention.form == MentionForm::Name && span.overlaps(mention.span);
        self.mentions.iter().rev().take(4).find(within).map(|mention| mention.entity)
    }

    /// "his country's leader": the side of the one whose it is.
    fn own_country(&self, nominal: &Nominal) -> Option<Country> {
        let start = nominal.tokens.start;
        if !self.words.is_any(start, &["his", "her"]) || !self.words.is(start + 1, "country") {
            return None;
        }
        let span = self.words.span(TokenRange::new(start, start + 1));
        let pronoun = self.mentions.last().filter(|mention| mention.span == span)?;
        self.entities.entities[pronoun.entity].side
    }

    /// "US officials"; "the officials" after them are the same.
    fn people(&mut self, nominal: &Nominal, side: Option<Country>) -> Found {
        if nominal.definite && nominal.core.len() == 1 {
            let head = self.words.str(nominal.head());
            let same = self.salience.newest().find(|recent| {
                let mut name = self.entities.entities[recent.entity].name.rsplit(' ');
                recent.traits.plural && name.next().is_some_and(|last| last.eq_ignore_ascii_case(head))
            });
            if let Some(recent) = same {
                return recent.found();
            }
        }
        self.unnamed(nominal, side, true)
    }

    /// The last treaty, for "the treaty".
    fn latest_treaty(&self, nominal: &Nominal) -> Option<Found> {
        if !nominal.definite || nominal.core.len() > 1 {
            return None;
        }
        let treaty = |recent: &&Recent| recent.traits.kind == EntityKind::Treaty;
        self.salience.newest().find(treaty).map(Recent::found)
    }

    /// "The shield" is the last system so described; "a missile shield" one of its own.
    fn system(&mut self, nominal: &Nominal) -> Option<Found> {
        // "US missile talks": the head is still to come.
        let attribute = nominal.tokens.start == nominal.core.start
            && self.words.is_any(nominal.head(), &["missile", "warhead"]);
        let tells = nominal.core.len() > 1 && !attribute;
        if !nominal.definite && !tells {
            return None;
        }
        let described = Description::of(&spaced(self.words.span(nominal.core).of(self.words.text)));
        let means = |recent: &&Recent| {
            recent.traits.kind == EntityKind::System
                && described.can_mean(&Description::of(&self.entities.entities[recent.entity].name))
        };
        let meant = self.salience.newest().filter(|_| nominal.definite).find(means).map(Recent::found);
        let weapon = tells && described.is_weapon();
        meant.or_else(|| weapon.then(|| self.grouped(nominal, EntityKind::System, None)))
    }

    /// "the Russian government" is Russia, "the Clinton campaign" a body of that name, "the ministry" the last
    /// one named.
    fn body(
        &mut self,
        nominal: &Nominal,
        owner: Option<EntityId>,
        country: Option<EntityId>,
    ) -> Option<(Found, Sense)> {
        let head = self.words.str(nominal.head());
        let span = self.words.span(nominal.core);
        if let Some(entity) = country.filter(|_| matches!(head, "government" | "administration")) {
            return Some((Found { entity, span, readings: Box::default() }, Sense::Actor));
        }
        if nominal.core.len() == 1 && nominal.definite {
            let named = self.salience.newest().find(|recent| {
                let last = || self.entities.entities[recent.entity].name.rsplit(' ').next();
                recent.traits.kind == EntityKind::Organisation
                    && last().is_some_and(|last| last.eq_ignore_ascii_case(head))
            });
            if let Some(recent) = named {
                return Some((recent.found(), Sense::None));
            }
        }
        let acts = matches!(
            head,
            "campaign"
                | "government"
                | "administration"
                | "party"
                | "committee"
                | "ministry"
                | "department"
                | "agency"
                | "commission"
                | "company"
                | "council"
                | "court"
                | "army"
        );
        if !acts || !nominal.definite && owner.is_none() {
            return None;
        }
        let kind = if owner.is_some() { EntityKind::Organisation } else { EntityKind::Group };
        let side = owner.and_then(|id| self.entities.entities[id].side);
        let found = self.grouped(nominal, kind, side);
        self.entities.entities[found.entity].gender = Gender::Neuter;
        Some((found, Sense::None))
    }

    /// An unnamed person or group of these words.
    fn unnamed(&mut self, nominal: &Nominal, side: Option<Country>, plural: bool) -> Found {
        if plural || nominal.definite {
            let found = self.grouped(nominal, EntityKind::Group, side);
            let entity = &mut self.entities.entities[found.entity];
            if entity.plural != plural {
                entity.plural = plural;
                self.salience.learn(found.entity, entity);
            }
            if !plural {
                let gender = self.gender_of(nominal.head());
                let entity = &mut self.entities.entities[found.entity];
                if entity.gender == Gender::Unknown {
                    entity.gender = gender;
                }
                let office = title::office(self.words, nominal.core).unwrap_or(nominal.core);
                let role = spaced(self.words.span(office).of(self.words.text));
                self.entities.entities[found.entity].add_role(&role);
            }
            return found;
        }
        let span = self.words.span(nominal.core);
        let mut entity = Entity::new(EntityKind::Group, spaced(span.of(self.words.text)).into_owned());
        entity.side = side;
        entity.gender = self.gender_of(nominal.head());
        let entity = self.entities.entities.push(entity);
        Found { entity, span, readings: Box::default() }
    }

    fn gender_of(&self, head: u32) -> Gender {
        let word = self.words.str(head);
        match () {
            () if self.words.has(head, Class::FemaleTitle) || word.ends_with("woman") => Gender::Feminine,
            () if self.words.has(head, Class::MaleTitle) || word.ends_with("man") => Gender::Masculine,
            () => Gender::Unknown,
        }
    }

    /// The entity of these words, the same wherever they stand in the document.
    fn grouped(&mut self, nominal: &Nominal, kind: EntityKind, side: Option<Country>) -> Found {
        let core = nominal.core;
        let hash = (core.start..core.end)
            .fold(kind as u64 + 1, |sum: u64, at| sum.rotate_left(9) ^ self.words.hash(at));
        let span = self.words.span(core);
        let entities = &mut self.entities.entities;
        let entity = *self.groups.entry(hash).or_insert_with(|| {
            let name = spaced(span.of(self.words.text)).into_owned();
            entities.push(Entity { side, ..Entity::new(kind, name) })
        });
        Found { entity, span, readings: Box::default() }
    }
}
