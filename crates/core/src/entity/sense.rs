//! In which sense a country or a capital is named: its government that acts, or the place.

use super::gazetteer::{Gazetteer, Usage};
use super::kind::{EntityKind, Sense};
use super::name::Shape;
use super::register::{Named, Register};
use super::words::Words;
use crate::id::EntityId;
use crate::lexicon::Class;
use crate::segment::TokenKind;
use crate::span::TokenRange;

/// The entity and sense of a mention by name. A capital that stands for its government is its country.
pub(super) fn decide(words: Words<'_>, named: &Named, register: &mut Register<'_>) -> (EntityId, Sense) {
    let gazetteer = Gazetteer::shared();
    let Shape::Known(known, usage) = named.name.shape else { return (named.entity, Sense::None) };
    if register.entities.entities[named.entity].kind == EntityKind::Person {
        return (named.entity, Sense::None);
    }
    let row = gazetteer.known(known);
    let Some(sentence) = words.sentences.get(named.name.sentence as usize).map(|s| s.tokens) else {
        return (named.entity, Sense::None);
    };
    match (row.kind, row.capital_of) {
        (EntityKind::Country, _) => {
            let before = named.name.tokens.start.checked_sub(1).filter(|at| *at >= sentence.start);
            let place = usage == Usage::Name
                && before.is_some_and(|at| {
                    words.is_any(at, &["in", "outside", "inside", "near", "across", "throughout", "into"])
                });
            (named.entity, if place { Sense::Place } else { Sense::Actor })
        }
        (EntityKind::Place, Some(country)) => {
            if stands_for_government(words, named.name.tokens, sentence) {
                (register.known(gazetteer.country(country)), Sense::Actor)
            } else {
                (named.entity, Sense::Place)
            }
        }
        (EntityKind::Place, None) => (named.entity, Sense::Place),
        _ => (named.entity, Sense::None),
    }
}

const PLACES: [&str; 21] = [
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "throughout",
    "into",
    "leave",
    "left",
    "visit",
    "visited",
    "visiting",
    "through",
    "via",
    "downtown",
    "central",
    "to",
    "reach",
    "over",
];

/// Nouns after which "from Moscow" is the government: it can ask and answer, not only lie somewhere.
const ACTS: [&str; 26] = [
    "request",
    "response",
    "reply",
    "pressure",
    "support",
    "signal",
    "signals",
    "concessions",
    "demand",
    "demands",
    "reaction",
    "criticism",
    "proposal",
    "proposals",
    "assurances",
    "guarantees",
    "condemnation",
    "objections",
    "opposition",
    "warning",
    "warnings",
    "threat",
    "threats",
    "message",
    "aid",
    "help",
];

/// Nouns that governments have with one another.
const RELATIONS: [&str; 22] = [
    "relations",
    "tensions",
    "tension",
    "ties",
    "talks",
    "relationship",
    "dispute",
    "rift",
    "conflict",
    "differences",
    "negotiations",
    "agreement",
    "deal",
    "row",
    "standoff",
    "war",
    "dialogue",
    "cooperation",
    "friction",
    "trust",
    "contacts",
    "split",
];

/// What a city has and a government has not.
const OF_CITIES: [&str; 20] = [
    "streets",
    "suburbs",
    "mayor",
    "airport",
    "skyline",
    "residents",
    "subway",
    "metro",
    "university",
    "museum",
    "downtown",
    "outskirts",
    "weather",
    "restaurants",
    "hotels",
    "traffic",
    "centre",
    "center",
    "zoo",
    "stadium",
];

fn stands_for_government(words: Words<'_>, name: TokenRange, sentence: TokenRange) -> bool {
    let before = name.start.checked_sub(1).filter(|at| *at >= sentence.start);
    let next = name.end;
    if let Some(at) = before {
        if words.is_any(at, &["between", "and"]) && relates(words, name, sentence) {
            return true;
        }
        if words.is(at, "from") || words.is(at, "by") || words.is(at, "with") || words.is(at, "on") {
            let noun = at.checked_sub(1).filter(|noun| *noun >= sentence.start);
            return words.is_any(at, &["by", "with"])
                || noun.is_some_and(|noun| {
                    words.is_any(noun, &ACTS) || words.is_any(noun, &["pressure", "sanctions"])
                });
        }
        if words.is_any(at, &PLACES) {
            let asked = words.is(at, "to")
                && at > sentence.start
                && words.is_any(
                    at - 1,
                    &[
                        "said",
                        "appealed",
                        "offer",
                        "message",
                        "according",
                        "loyal",
                        "close",
                        "opposed",
                        "important",
                    ],
                );
            return asked
                || subject_of_act(words, next, sentence) && words.kind(at) == Some(TokenKind::Comma);
        }
        if words.has(at, Class::ActObject) {
            return true;
        }
    }
    if words.kind(next) == Some(TokenKind::Possessive) {
        return !(next + 1..(next + 4).min(sentence.end)).any(|at| words.is_any(at, &OF_CITIES));
    }
    subject_of_act(words, next, sentence)
}

/// Whether the token at `at`, right after a name, is the verb of one who acts.
fn subject_of_act(words: Words<'_>, at: u32, sentence: TokenRange) -> bool {
    let mut at = at;
    // "strongly opposes", "has also asked"
    while at < sentence.end && words.is_lower(at) && words.str(at).ends_with("ly") {
        at += 1;
    }
    if at >= sentence.end || !words.is_lower(at) {
        return false;
    }
    if words.has(at, Class::ActVerb) {
        return true;
    }
    let passive = |at: u32| words.is_any(at, &["be", "been", "located", "bombed", "occupied"]);
    words.has(at, Class::Auxiliary) && !passive(at + 1) && !words.is_any(at, &["is", "was", "are", "were"])
        || words.str(at).ends_with("ed") && words.str(at).len() > 4
}

/// "between X and Y" or "X and Y" after a noun that governments have with one another.
fn relates(words: Words<'_>, name: TokenRange, sentence: TokenRange) -> bool {
    let from = name.start.saturating_sub(8).max(sentence.start);
    let between = (from..name.start).rev().find(|at| words.is(*at, "between"));
    let Some(between) = between else { return false };
    (between.saturating_sub(4).max(sentence.start)..between).any(|at| words.is_any(at, &RELATIONS))
}
