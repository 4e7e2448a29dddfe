//! Who is meant by an office or a description: "the former governor", "the source".

use super::Walk;
use crate::entity::Entity;
use crate::entity::country::Country;
use crate::entity::kind::{EntityKind, Gender};
use crate::entity::nominal::Nominal;
use crate::entity::salience::{Found, Part};
use crate::id::EntityId;
use crate::lexicon::{Class, Lexicon};
use crate::order;
use crate::span::Span;
use std::sync::OnceLock;

impl Walk<'_, '_> {
    /// The person who holds the office that a definite phrase names, or the one without a name who was
    /// introduced by it ("a spokesman for the union … the spokesman").
    pub(super) fn office_holder(&self, nominal: &Nominal, side: Option<Country>) -> Option<Found> {
        let office = Office::of(self.words.folded(nominal.head()));
        let capitals = self.capitals(nominal);
        let mut readings: Vec<(EntityId, f32, Span)> = Vec::new();
        for recent in self.salience.newest() {
            let person = recent.traits.kind == EntityKind::Person;
            let unnamed = recent.traits.kind == EntityKind::Group && !recent.traits.plural;
            let known = readings.iter().any(|(id, ..)| *id == recent.entity);
            if known || !person && !unnamed {
                continue;
            }
            let entity = &self.entities.entities[recent.entity];
            let clash = side.is_some() && entity.side.is_some() && side != entity.side;
            let fit = if clash {
                0.0
            } else if unnamed {
                if office.anyone { 0.0 } else { self.introduces(entity, nominal, office.head) }
            } else {
                match self.is_from(&capitals, recent.entity) {
                    None => 0.0,
                    Some(true) => (3.0 * office.fits(entity)).max(if office.calling { 0.6 } else { 0.0 }),
                    Some(false) => office.fits(entity),
                }
            };
            let part = match recent.part {
                Part::Speaker | Part::Subject => 1.5,
                Part::Owner => 0.5,
                Part::Object => 1.0,
            };
            let near = part / (1.0 + self.sentence.saturating_sub(recent.sentence) as f32);
            let same_side = if side.is_some() && side == entity.side { 1.5 } else { 1.0 };
            readings.push((recent.entity, fit * (0.3 + near) * same_side, recent.span));
        }
        readings.retain(|(_, score, _)| *score > 0.0);
        order::sort_by(&mut readings, |a, b| b.1.total_cmp(&a.1));
        let total: f32 = readings.iter().map(|(_, score, _)| score).sum();
        let (entity, best, span) = *readings.first()?;
        let sure = best / total >= 0.6;
        let near = readings.iter().take(3).map(|(id, score, _)| (*id, score / total));
        Some(Found { entity, span, readings: if sure { Box::default() } else { near.collect() } })
    }

    /// How well someone without a name who was introduced at length fits fewer of the same words.
    fn introduces(&self, unnamed: &Entity, nominal: &Nominal, head: &str) -> f32 {
        let mut name = unnamed.name.split(' ');
        let again = unnamed.roles.is_empty() || unnamed.name.contains(' ');
        let same = name.next_back().is_some_and(|last| last.eq_ignore_ascii_case(head));
        let mut others = nominal.core.start..nominal.head();
        let mut within = || {
            others.all(|at| unnamed.name.split(' ').any(|word| word.eq_ignore_ascii_case(self.words.str(at))))
        };
        if again && same && within() { 0.8 } else { 0.0 }
    }
}

/// The noun that is looked for, with what the word lists say of it.
struct Office {
    head: &'static str,
    /// What any politician or businessman may be called.
    anyone: bool,
    /// What one is called who was named without it.
    calling: bool,
    /// The roles whose holders are called by the noun too.
    roles: Vec<&'static str>,
}

impl Office {
    fn of(head: &'static str) -> Self {
        let lexicon = Lexicon::shared();
        let word = lexicon.look_up(head);
        let same = same_offices().iter().filter(|(_, called)| called.contains(&head));
        Self {
            head,
            anyone: lexicon.is(word, Class::Anyone),
            calling: lexicon.is(word, Class::Calling),
            roles: same.flat_map(|(roles, _)| roles).copied().collect(),
        }
    }

    /// How well the noun fits a person: by a role that the report gives, or by being any person's.
    fn fits(&self, entity: &Entity) -> f32 {
        let by_role = entity.roles.iter().map(|role| self.is_of(role)).fold(0.0, f32::max);
        let lexicon = Lexicon::shared();
        let any = |role: &String| lexicon.is(lexicon.look_up(last_word(role)), Class::Anyone);
        let man = self.head.ends_with("man") && !self.head.ends_with("woman");
        let woman = self.head.ends_with("woman");
        match entity.gender {
            _ if by_role > 0.0 => by_role,
            // Who was named without an office may hold this one.
            _ if self.calling && (entity.roles.is_empty() || entity.roles.iter().any(any)) => 0.2,
            Gender::Masculine if self.head == "man" => 0.3,
            Gender::Feminine if self.head == "woman" => 0.3,
            Gender::Masculine if woman => 0.0,
            Gender::Feminine if man => 0.0,
            _ if self.anyone => 0.3,
            _ => 0.0,
        }
    }

    /// How well the noun fits one of a person's roles.
    fn is_of(&self, role: &str) -> f32 {
        let last = last_word(role);
        let is = |word: &str| word.eq_ignore_ascii_case(self.head);
        let also = || self.roles.iter().any(|role| role.eq_ignore_ascii_case(last));
        match () {
            () if is(last) => 1.0,
            () if also() || role.split(' ').any(is) => 0.9,
            () => 0.0,
        }
    }
}

fn last_word(role: &str) -> &str {
    role.rsplit(' ').next().unwrap_or_default()
}

/// Roles, and what their holders are called too.
fn same_offices() -> &'static [(Vec<&'static str>, Vec<&'static str>)] {
    static OFFICES: OnceLock<Vec<(Vec<&'static str>, Vec<&'static str>)>> = OnceLock::new();
    OFFICES.get_or_init(|| {
        let table = include_str!("../../../data/offices.tsv");
        let rows = table.lines().filter_map(|line| line.split_once('\t'));
        rows.map(|(roles, called)| (roles.split(' ').collect(), called.split(' ').collect())).collect()
    })
}
