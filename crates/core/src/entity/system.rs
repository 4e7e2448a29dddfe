//! Weapon systems, told apart by what their descriptions say: "missile shield", "US anti-missile system" and
//! "missile defence systems" are one thing, "tracking radar" is another.

use super::country::Country;
use super::gazetteer::Gazetteer;
use super::kind::EntityKind;
use super::spelling::singular;
use crate::lexicon::Lexicon;
use crate::order;
use crate::segment::{TokenKind, tokens_of};

/// Makes a system or a shield one of arms.
const ARMS: [&str; 16] = [
    "air",
    "aircraft",
    "artillery",
    "ballistic",
    "cruise",
    "early",
    "launch",
    "missile",
    "nuclear",
    "radar",
    "rocket",
    "surveillance",
    "torpedo",
    "tracking",
    "warning",
    "weapon",
];

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
                let upper = part.chars().all(char::is_uppercase);
                match gazetteer.word(lexicon.look_up(part), upper).and_then(|name| owner(name.known)) {
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
        if words.iter().any(|word| word == "interceptor") {
            "interceptor".clone_into(&mut head);
        }
        // What an interceptor intercepts is understood.
        words.retain(|word| {
            *word != head && (head != "interceptor" || word != "missile" && word != "ballistic")
        });
        order::sort(&mut words);
        words.dedup();
        Self { head, words, owners }
    }

    /// Whether it is a weapon, not a "health system".
    pub(super) fn is_weapon(&self) -> bool {
        match self.head.as_str() {
            "defence" if self.words.is_empty() => true,
            "defence" | "system" => self.words.iter().any(|word| ARMS.contains(&word.as_str())),
            _ => true,
        }
    }

    /// Whether "the …" of this description can mean what `other` described: it says nothing that the other
    /// does not.
    pub(super) fn can_mean(&self, other: &Self) -> bool {
        let heads = self.head == other.head || self.head == "system" && other.head == "defence";
        let owners = self.owners.is_empty() || self.owners == other.owners;
        heads && owners && self.words.iter().all(|word| other.words.contains(word))
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
    let word = word.to_lowercase();
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
        for same in [
            "missile defence systems",
            "anti-missile system",
            "US missile defense shield",
            "antimissile shield",
        ] {
            assert_eq!(Description::of(same).key(), Description::of("missile shield").key(), "{same}");
        }
        assert_eq!(
            Description::of("missile interceptors").key(),
            Description::of("interceptor missile").key()
        );
        assert_ne!(Description::of("missile shield").key(), Description::of("missiles").key());
        assert_eq!(Description::of("Chile's rocket shield"), Description::of("Chilean rocket shield"));
        assert_eq!(Description::of("Czech Republic radar").owners().len(), 1);
        assert_eq!(Description::of("Russian and American missiles").owners().len(), 2);
    }

    #[test]
    fn weapons_and_other_systems() {
        for weapon in ["early warning radar", "missile system", "air defence system", "nuclear shield"] {
            assert!(Description::of(weapon).is_weapon(), "{weapon}");
        }
        for other in ["health system", "banking systems", "human shield"] {
            assert!(!Description::of(other).is_weapon(), "{other}");
        }
    }
}
