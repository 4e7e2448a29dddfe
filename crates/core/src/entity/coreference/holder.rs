//! Who is meant by an office or a description: "the former governor", "the source".

use super::Walk;
use crate::entity::Entity;
use crate::entity::country::Country;
use crate::entity::kind::{EntityKind, Gender};
use crate::entity::nominal::Nominal;
use crate::entity::salience::{Found, Part};
use crate::id::EntityId;
use crate::order;
use crate::span::Span;

impl Walk<'_, '_> {
    /// The person who holds the office that a definite phrase names, or the one without a name who was
    /// introduced by it ("a spokesman for the union … the spokesman").
    pub(super) fn office_holder(&self, nominal: &Nominal, side: Option<Country>) -> Option<Found> {
        let head = self.words.folded(nominal.head());
        let same = SAME.iter().filter(|(_, heads)| heads.contains(&head));
        let same: Vec<&[&str]> = same.map(|(roles, _)| *roles).collect();
        let capitals = self.capitals(nominal);
        let mut readings: Vec<(EntityId, f32, Span)> = Vec::new();
        let mut unfit: Vec<EntityId> = Vec::new();
        for recent in self.salience.newest() {
            let person = recent.traits.kind == EntityKind::Person;
            let unnamed = recent.traits.kind == EntityKind::Group && !recent.traits.plural;
            let known =
                unfit.contains(&recent.entity) || readings.iter().any(|(id, ..)| *id == recent.entity);
            if known || !person && !unnamed {
                continue;
            }
            let entity = &self.entities.entities[recent.entity];
            let clash = side.is_some() && entity.side.is_some() && side != entity.side;
            let fit = if clash {
                0.0
            } else if unnamed {
                self.introduces(entity, nominal)
            } else {
                match self.is_from(&capitals, recent.entity) {
                    None => 0.0,
                    Some(true) => {
                        (3.0 * fits(head, &same, entity)).max(if is_office(head) { 0.6 } else { 0.0 })
                    }
                    Some(false) => fits(head, &same, entity),
                }
            };
            let part = match recent.part {
                Part::Speaker | Part::Subject => 1.5,
                Part::Owner => 0.5,
                Part::Object => 1.0,
            };
            let near = part / (1.0 + self.sentence.saturating_sub(recent.sentence) as f32);
            let same_side = if side.is_some() && side == entity.side { 1.5 } else { 1.0 };
            if fit > 0.0 {
                readings.push((recent.entity, fit * (0.3 + near) * same_side, recent.span));
            } else {
                unfit.push(recent.entity);
            }
        }
        order::sort_by(&mut readings, |a, b| b.1.total_cmp(&a.1));
        let total: f32 = readings.iter().map(|(_, score, _)| score).sum();
        let (entity, best, span) = *readings.first()?;
        let sure = best / total >= 0.6;
        let near = readings.iter().take(3).map(|(id, score, _)| (*id, score / total));
        Some(Found { entity, span, readings: if sure { Box::default() } else { near.collect() } })
    }

    /// How well someone without a name who was introduced at length fits fewer of the same words.
    fn introduces(&self, unnamed: &Entity, nominal: &Nominal) -> f32 {
        let head = self.words.folded(nominal.head());
        let mut name = unnamed.name.split(' ');
        let again = unnamed.roles.is_empty() || unnamed.name.contains(' ');
        let same = name.next_back().is_some_and(|last| last.eq_ignore_ascii_case(head));
        let mut others = nominal.core.start..nominal.head();
        let within = others
            .all(|at| unnamed.name.split(' ').any(|word| word.eq_ignore_ascii_case(self.words.str(at))));
        if again && same && within && !ANYONE.contains(&head) { 0.8 } else { 0.0 }
    }
}

/// What any politician or businessman in the news may be called.
const ANYONE: [&str; 8] = [
    "candidate",
    "nominee",
    "billionaire",
    "businessman",
    "politician",
    "frontrunner",
    "front-runner",
    "tycoon",
];

/// Other words for the same office: the words of a role, and what its holder is called too.
const SAME: [(&[&str], &[&str]); 9] = [
    (&["sen", "senator"], &["senator", "lawmaker", "legislator"]),
    (
        &["rep", "representative", "congressman", "congresswoman"],
        &["congressman", "congresswoman", "representative", "lawmaker", "legislator"],
    ),
    (&["gov", "governor"], &["governor"]),
    (&["president", "premier", "minister", "chancellor", "king", "leader", "emperor", "chief"], &["leader"]),
    (&["executive", "ceo"], &["executive", "ceo", "boss"]),
    (&["lawyer", "attorney", "counsel"], &["lawyer", "attorney"]),
    (&["reporter", "correspondent", "columnist", "writer", "anchor", "editor"], &["journalist"]),
    (&["author", "novelist", "columnist", "historian"], &["writer", "author"]),
    (&["surgeon", "neurosurgeon", "physician"], &["doctor", "physician"]),
];

/// How well a role's noun fits a person: by a role that the report gives, or by being any person's.
fn fits(head: &str, same: &[&[&str]], entity: &Entity) -> f32 {
    let of_role = |role: &String| {
        let words = || role.split([' ', '.']).filter(|word| !word.is_empty());
        let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
        let last = words().next_back().unwrap_or_default();
        let also = |roles: &&[&str]| roles.iter().any(|role| is(last, role));
        match () {
            () if is(last, head) => 1.0,
            () if words().any(|word| is(word, head)) || same.iter().any(also) => 0.9,
            () => 0.0,
        }
    };
    let by_role = entity.roles.iter().map(of_role).fold(0.0, f32::max);
    let any = |role: &String| {
        let last = role.rsplit(' ').next().unwrap_or_default();
        ANYONE.iter().any(|word| last.eq_ignore_ascii_case(word))
    };
    match head {
        _ if by_role > 0.0 => by_role,
        // Who was named without an office may hold this one.
        _ if is_office(head) && (entity.roles.is_empty() || entity.roles.iter().any(any)) => 0.2,
        "man" if entity.gender == Gender::Masculine => 0.3,
        "woman" if entity.gender == Gender::Feminine => 0.3,
        _ if ANYONE.contains(&head) && (head != "businessman" || entity.gender != Gender::Feminine) => 0.3,
        _ => 0.0,
    }
}

/// What one person in a report is called by who was named without it.
fn is_office(head: &str) -> bool {
    matches!(
        head,
        "senator"
            | "governor"
            | "congressman"
            | "congresswoman"
            | "lawmaker"
            | "legislator"
            | "mogul"
            | "neurosurgeon"
            | "actor"
            | "actress"
    )
}
