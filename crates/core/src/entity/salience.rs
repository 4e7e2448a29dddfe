//! Who was mentioned lately, and who is meant by a pronoun or a noun.

use super::Entity;
use super::kind::{EntityKind, Gender};
use crate::id::EntityId;
use crate::order;
use crate::span::Span;

/// One mention as the search for an antecedent remembers it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recent {
    pub(super) entity: EntityId,
    pub(super) traits: Traits,
    pub(super) span: Span,
    pub(super) sentence: u32,
    /// Subject of a verb.
    pub(super) subject: bool,
    /// Within quotation marks.
    pub(super) quoted: bool,
    /// Before "'s", or a possessive pronoun.
    pub(super) possessive: bool,
}

/// What agreement asks of an entity, kept with its mentions so that nobody has to look it up again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    pub(super) kind: EntityKind,
    pub(super) gender: Gender,
    pub(super) plural: bool,
}

impl From<&Entity> for Traits {
    fn from(entity: &Entity) -> Self {
        Self { kind: entity.kind, gender: entity.gender, plural: entity.plural }
    }
}

/// What an antecedent must agree with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) sentence: u32,
    pub(super) gender: Gender,
    pub(super) plural: bool,
    pub(super) quoted: bool,
    /// Who is named as the object of the pronoun's verb: "he told Lee".
    pub(super) other: Option<EntityId>,
    /// The pronoun is an object: it can't be the subject of its own clause.
    pub(super) object: bool,
}

/// The antecedent found: the best reading, its words, and the readings that are near.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) entity: EntityId,
    pub(super) span: Span,
    pub(super) readings: Box<[(EntityId, f32)]>,
}

/// The last mentions, oldest first.
#[derive(Debug, Default)]
pub(super) struct Salience {
    recent: Vec<Recent>,
}

/// Mentions further back are forgotten.
const MEMORY: usize = 40;
/// A best reading with less than this share is not sure.
const SURE: f32 = 0.62;
/// A reading with less than this share is not worth a word.
const NEAR: f32 = 0.2;

impl Salience {
    /// Remembers a mention.
    pub(super) fn push(&mut self, recent: Recent) {
        if self.recent.len() >= 2 * MEMORY {
            self.recent.drain(..MEMORY);
        }
        self.recent.push(recent);
    }

    /// Takes over what was learned of an entity after it was mentioned.
    pub(super) fn learn(&mut self, id: EntityId, entity: &Entity) {
        for recent in self.recent.iter_mut().filter(|recent| recent.entity == id) {
            recent.traits = entity.into();
        }
    }

    /// The last mentions, newest first.
    pub(super) fn newest(&self) -> impl Iterator<Item = &Recent> {
        self.recent.iter().rev().take(MEMORY)
    }

    /// Who is meant by a pronoun.
    pub(super) fn resolve(&self, wanted: Wanted) -> Option<Found> {
        let mut scores: Vec<(EntityId, f32, Span)> = Vec::new();
        for recent in self.newest() {
            let agreement = agreement(recent.traits, wanted);
            if agreement <= 0.0 || wanted.other == Some(recent.entity) {
                continue;
            }
            let weight = agreement * weight(recent, wanted);
            match scores.iter_mut().find(|(id, ..)| *id == recent.entity) {
                // Each earlier mention counts for less: the last one decides, the others tip the scale.
                Some((_, score, _)) => *score += 0.1 * weight,
                None => scores.push((recent.entity, weight, recent.span)),
            }
        }
        order::sort_by(&mut scores, |a, b| b.1.total_cmp(&a.1));
        let total: f32 = scores.iter().map(|(_, score, _)| score).sum();
        let (entity, best, span) = *scores.first()?;
        let readings = if best / total >= SURE {
            Box::default()
        } else {
            let shares = scores.iter().map(|(id, score, _)| (*id, score / total)).enumerate();
            shares
                .filter(|(rank, (_, share))| *rank < 2 || *share >= NEAR)
                .map(|(_, reading)| reading)
                .collect()
        };
        Some(Found { entity, span, readings })
    }
}

fn weight(recent: &Recent, wanted: Wanted) -> f32 {
    let distance = wanted.sentence.saturating_sub(recent.sentence);
    let near = match distance {
        0 => 1.0,
        1 => 0.45,
        2 => 0.3,
        3 => 0.2,
        4..=6 => 0.1,
        _ => 0.04,
    };
    let role = if recent.subject { 1.6 } else { 0.8 };
    let clash = if wanted.object && recent.subject && distance == 0 { 0.25 } else { 1.0 };
    // Few name themselves in their own words.
    let voice = if recent.quoted && !wanted.quoted { 0.15 } else { 1.0 };
    let possessive = if recent.possessive { 0.8 } else { 1.0 };
    near * role * clash * voice * possessive
}

fn agreement(entity: Traits, wanted: Wanted) -> f32 {
    if wanted.plural {
        return match entity.kind {
            EntityKind::Group if entity.plural => 1.0,
            EntityKind::Organisation => 0.35,
            EntityKind::Country => 0.2,
            _ => 0.0,
        };
    }
    if entity.plural {
        return 0.0;
    }
    match (wanted.gender, entity.kind) {
        (Gender::Neuter, EntityKind::Country | EntityKind::Organisation) => 1.0,
        (Gender::Neuter, EntityKind::Treaty | EntityKind::System) => 0.7,
        (Gender::Neuter, EntityKind::Place) => 0.2,
        (Gender::Neuter, _) | (_, EntityKind::Country | EntityKind::Organisation) => 0.0,
        (wanted, EntityKind::Person | EntityKind::Group) => match entity.gender {
            gender if gender == wanted => 1.0,
            Gender::Unknown if entity.kind == EntityKind::Person => 0.8,
            Gender::Unknown => 0.5,
            _ => 0.0,
        },
        _ => 0.0,
    }
}
