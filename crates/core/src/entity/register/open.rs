//! What kind of thing a name names of which no list knows.

use super::Register;
use crate::entity::kind::EntityKind;
use crate::entity::name::Name;
use crate::lexicon::Class;

impl Register<'_> {
    /// What the signs around all occurrences of the name speak for.
    pub(super) fn open_kind(&self, name: &Name) -> Option<EntityKind> {
        let words = self.words;
        let tokens = name.tokens;
        if tokens.len() > 1 && self.acronym_after(tokens).is_some() {
            return Some(EntityKind::Organisation);
        }
        let (signs, strong) = self.signs.get(&self.full_hash(tokens)).copied().unwrap_or_default();
        let ordinary = (tokens.start..tokens.end).any(|at| {
            words.has_any(
                at,
                &[Class::Common, Class::Modifier, Class::People, Class::Portfolio, Class::Auxiliary],
            )
        });
        if tokens.len() > 1 {
            let acronym = (tokens.start..tokens.end).any(|at| words.is_acronym(at));
            // A sentence's opening accounts for one capital, not for two.
            let surname =
                self.signs.get(&words.hash(tokens.end - 1)).is_some_and(|(alone, _)| alone.person > 0);
            let opens = !name.signs.headline && !ends_like_a_word(words.str(tokens.start));
            let strong = strong || opens && (signs.person > 0 || surname);
            let base = if ordinary || acronym || tokens.len() > 3 || !strong { 0 } else { 2 };
            let person = signs.person + base;
            return match () {
                () if signs.place > person && signs.place >= 2 => Some(EntityKind::Place),
                () if person >= 2 => Some(EntityKind::Person),
                () if signs.organisation >= 1 && strong => Some(EntityKind::Organisation),
                () => None,
            };
        }
        const PEOPLES: [&str; 5] = ["ians", "ics", "nials", "ism", "phobia"];
        if PEOPLES.iter().any(|end| words.str(tokens.start).ends_with(end)) {
            return None;
        }
        if !strong && (ordinary || ends_like_a_word(words.str(tokens.start))) {
            return None;
        }
        match () {
            () if signs.place >= 3 && signs.place > signs.person => Some(EntityKind::Place),
            () if signs.person >= if ordinary { 5 } else { 3 } => Some(EntityKind::Person),
            () if signs.organisation >= 3 => Some(EntityKind::Organisation),
            () => None,
        }
    }
}

/// Whether an unknown word that opens a sentence ends as ordinary words do.
fn ends_like_a_word(word: &str) -> bool {
    const ENDS: [&str; 9] = ["ing", "tion", "tions", "ment", "ments", "ness", "ers", "ists", "ly"];
    word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end))
}
