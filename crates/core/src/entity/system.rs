//! Weapon systems, told apart by what their descriptions say: "rocket shield", "Chilean anti-rocket system" and
//! "rocket defense" are one thing, "coastal radar" is another.

use super::country::Country;
use super::gazetteer::Gazetteer;
use super::kind::EntityKind;
use super::spelling::singular;
use crate::lexicon::{Class, Lexicon};
use crate::order;
use crate::segment::{TokenKind, tokens_of};
use crate::small::lowercase;

/// What a noun phrase says of a weapon system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// "defence" for a shield and for a system of defence; else the last word without number.
    head: String,
    /// The other words without number and in one spelling, sorted; those of countries apart.
    words: Vec<String>,
    /// The countries named in it, sorted.
    owners: Vec<Country>,
}

impl Description {
    /// Reads a noun phrase without its article.
    pub(super) fn of(phrase: &str) -> Self {
        let (mut words, mut owners) = (Vec::new(), Vec::new());
        let gazetteer = Gazetteer::shared();
        let lexicon = Lexicon::shared();
        let owner = |known: u16| {
            let known = gazetteer.known(known);
            known.side.filter(|_| known.kind == EntityKind::Country)
        };
        let tokens = tokens_of(phrase, lexicon);
        let mut rest = tokens.as_slice();
        while let Some(token) = rest.first() {
            let named = gazetteer.find(rest).and_then(|name| Some((owner(name.known)?, name.len() as usize)));
            let (country, taken) = named.map_or((None, 1), |(country, taken)| (Some(country), taken));
            rest = rest.get(taken..).unwrap_or_default();
            if token.kind == TokenKind::Possessive {
                continue;
            }
            if country.is_some() {
                owners.extend(country);
                continue;
            }
            for part in token.span.of(phrase).split('-') {
                match gazetteer.country_of(part) {
                    Some(country) => owners.push(country),
                    None => add(&mut words, part),
                }
            }
        }
        order::sort(&mut owners);
        owners.dedup();
        Self::new(words, owners)
    }

    fn new(mut words: Vec<String>, owners: Vec<Country>) -> Self {
        let mut head = words.pop().unwrap_or_default();
        if head == "shield" || head == "system" && words.iter().any(|word| word == "defence") {
            "defence".clone_into(&mut head);
        }
        words.retain(|word| *word != head);
        order::sort(&mut words);
        words.dedup();
        Self { head, words, owners }
    }

    /// Whether it is a weapon, not a "health system".
    pub(super) fn is_weapon(&self) -> bool {
        const DEFENCE: [Class; 2] = [Class::Arms, Class::Defended];
        let lexicon = Lexicon::shared();
        let any = |classes: &[Class]| {
            let mut classes_of = self.words.iter().map(|word| lexicon.entry(lexicon.look_up(word)).classes);
            classes_of.any(|of| of.has_any(classes))
        };
        match self.head.as_str() {
            "defence" => self.words.is_empty() || any(&DEFENCE),
            "system" => any(&[Class::Arms]),
            _ => true,
        }
    }

    /// Whether "the …" of this description can mean what `other` described: it says nothing that the other
    /// does not.
    pub(super) fn can_mean(&self, other: &Self) -> bool {
        let heads = self.head == other.head || self.head == "system" && other.head == "defence";
        let owners = self.owners.is_empty() || self.owners == other.owners;
        heads && owners && self.words.iter().all(|word| other.words.binary_search(word).is_ok())
    }

    /// What is the same in every report, but for whose it is.
    pub(super) fn key(&self) -> String {
        format!("{} {}", self.words.join(" "), self.head)
    }

    /// Whose it is, as far as it says.
    pub(super) fn owners(&self) -> &[Country] {
        &self.owners
    }
}

/// "Anti-missile", "missile defense": defence against missiles.
fn add(words: &mut Vec<String>, word: &str) {
    let word = lowercase(word);
    let singular = singular(&word).unwrap_or(&word);
    match singular {
        "anti" | "defense" => words.push("defence".to_owned()),
        "antimissile" => words.extend(["defence", "missile"].map(str::to_owned)),
        "" => {}
        _ => words.push(singular.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_in_other_words() {
        let key = |phrase| Description::of(phrase).key();
        for same in
            ["rocket defence", "rocket defense systems", "anti-rocket system", "Chile's rocket shields"]
        {
            assert_eq!(key(same), key("rocket shield"), "{same}");
        }
        assert_eq!(key("antimissile shield"), key("missile defence"));
        assert_ne!(key("rocket shield"), key("rockets"));
        assert_ne!(key("rocket interceptors"), key("rockets"));
        assert_eq!(Description::of("Chile's rocket shield"), Description::of("Chilean rocket shield"));
        assert_eq!(Description::of("Sri Lanka radar").owners().len(), 1);
        assert_eq!(Description::of("Peruvian and Chilean missiles").owners().len(), 2);
    }

    #[test]
    fn weapons_and_other_systems() {
        for weapon in ["coastal radar", "torpedo system", "air defence system", "artillery shield"] {
            assert!(Description::of(weapon).is_weapon(), "{weapon}");
        }
        for other in ["health system", "early childhood education system", "launch system", "human shield"] {
            assert!(!Description::of(other).is_weapon(), "{other}");
        }
    }
}
