//! Who was mentioned lately, and who is meant by a pronoun or a noun.

use super::Entity;
use super::kind::{EntityKind, Gender, MentionForm};
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
    /// The text's block, which is a paragraph mostly.
    pub(super) block: u32,
    pub(super) part: Part,
    pub(super) form: MentionForm,
    /// Within quotation marks.
    pub(super) quoted: bool,
}

impl Recent {
    /// The mention as the only antecedent.
    pub(super) fn found(&self) -> Found {
        Found { entity: self.entity, span: self.span, readings: Box::default() }
    }
}

/// What a mention is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Subject of a verb of saying.
    Speaker,
    /// Subject of another verb.
    Subject,
    /// Before "'s", or a possessive pronoun.
    Owner,
    /// Anything else.
    Object,
}

impl Part {
    pub(super) const fn is_subject(self) -> bool {
        matches!(self, Self::Speaker | Self::Subject)
    }
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
    pub(super) block: u32,
    pub(super) gender: Gender,
    pub(super) plural: bool,
    pub(super) quoted: bool,
    /// Who is named as the object of the pronoun's verb: "he told Lee".
    pub(super) other: Option<EntityId>,
    /// What the pronoun is in its clause.
    pub(super) part: Part,
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
/// For each other candidate that stands nearer in the pronoun's own sentence.
const FARTHER: f32 = 0.7;
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

    /// The last mention speaks of several.
    pub(super) fn is_several(&mut self) {
        if let Some(last) = self.recent.last_mut() {
            last.traits.plural = true;
        }
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
        let mut nearer = 1.0;
        for recent in self.newest() {
            let agreement = agreement(recent.traits, wanted);
            if agreement <= 0.0 || wanted.other == Some(recent.entity) {
                continue;
            }
            let weight = agreement * weight(recent, wanted);
            match scores.iter_mut().find(|(id, ..)| *id == recent.entity) {
                // Each earlier mention counts for less: the last one decides, the others tip the scale.
                Some((_, score, _)) => *score += 0.2 * weight,
                None if recent.sentence == wanted.sentence => {
                    scores.push((recent.entity, weight * nearer, recent.span));
                    nearer *= FARTHER;
                }
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

/// How much a mention speaks for being meant. Fitted on news where two persons of different gender are near and
/// the gender is hidden.
fn weight(recent: &Recent, wanted: Wanted) -> f32 {
    let distance = wanted.sentence.saturating_sub(recent.sentence);
    let near = match distance {
        0 if wanted.part == Part::Owner => 1.7,
        0 => 1.0,
        1 => 0.54,
        2 => 0.13,
        3 => 0.1,
        _ => 0.04,
    };
    let block = match (recent.block == wanted.block, wanted.part) {
        (true, _) => 1.0,
        (false, Part::Speaker) => 0.72,
        (false, _) => 0.43,
    };
    let part = match (recent.part, wanted.part) {
        (part, Part::Object) if part.is_subject() && distance == 0 => 0.15,
        (Part::Speaker, Part::Speaker) => 3.4,
        (Part::Subject, Part::Speaker | Part::Subject) => 2.0,
        (Part::Speaker, Part::Subject) => 1.2,
        (Part::Subject, _) => 1.4,
        (Part::Speaker, _) => 0.85,
        _ => 1.0,
    };
    let form = match recent.form {
        MentionForm::Name => 1.0,
        MentionForm::Nominal => 0.85,
        MentionForm::Pronoun => 1.7,
    };
    // Few name themselves in their own words.
    let voice = match (recent.quoted, wanted.quoted) {
        (true, false) => 0.05,
        (false, true) => 0.18,
        _ => 1.0,
    };
    near * block * part * form * voice
}

fn agreement(entity: Traits, wanted: Wanted) -> f32 {
    if wanted.plural {
        return match entity.kind {
            EntityKind::Group | EntityKind::Organisation | EntityKind::Country if entity.plural => 1.0,
            EntityKind::Organisation => 0.15,
            EntityKind::Country => 0.06,
            _ => 0.0,
        };
    }
    if entity.plural {
        return 0.0;
    }
    match (wanted.gender, entity.kind) {
        (Gender::Neuter, EntityKind::Country | EntityKind::Organisation) => 1.0,
        (Gender::Neuter, EntityKind::Group) if entity.gender == Gender::Neuter => 1.0,
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
