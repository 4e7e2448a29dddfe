//! Sides: a hue, a shape and a letter each, so that none depends on seeing colours.

use crate::markup::{classes, html};
use readout_core::corpus::Corpus;
use readout_core::entity::{Country, EntityKind, MentionForm};
use readout_core::order;
use std::cmp::Reverse;
use yew::prelude::*;

/// Number of hues in `tokens.css`: `--hue-0` to `--hue-6`.
const HUES: usize = 7;
/// Shapes in `parts.css`, as `shape-…`.
const SHAPES: [&str; 7] = ["disc", "square", "hexagon", "shield", "house", "octagon", "slant"];

/// How one side looks.
#[derive(Debug, Clone, PartialEq)]
pub struct SideLook {
    /// Its hue's number in `tokens.css`; none for third parties.
    pub hue: Option<usize>,
    /// Its shape.
    pub shape: &'static str,
    /// One letter, or two where one would not tell it from another.
    pub letters: AttrValue,
    /// The country's name.
    pub name: AttrValue,
}

/// The looks of all sides of a corpus: those that are named most take the first hues and shapes.
#[derive(Debug, Clone, Default)]
pub struct SideTable {
    looks: Vec<(Country, SideLook)>,
}

impl SideTable {
    /// Gives each side of the corpus its look. Names decide, not quotations: looks are the same by whatever
    /// reading.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut sides: Vec<(Country, usize)> = Vec::new();
        for side in corpus.entities().iter().filter_map(|entity| entity.side) {
            if !sides.iter().any(|(known, _)| *known == side) {
                sides.push((side, 0));
            }
        }
        for mention in corpus.mentions().iter().filter(|mention| mention.form == MentionForm::Name) {
            let side = corpus.entities().get(mention.entity).and_then(|entity| entity.side);
            if let Some((_, count)) = sides.iter_mut().find(|(known, _)| Some(*known) == side) {
                *count += 1;
            }
        }
        order::sort_by_key(&mut sides, |(_, count)| Reverse(*count));
        Self::from_names(sides.into_iter().map(|(side, _)| (side, name_of(corpus, side))).collect())
    }

    fn from_names(sides: Vec<(Country, String)>) -> Self {
        let shared = |at: usize, letter: Option<char>| {
            sides.iter().enumerate().any(|(other, (_, name))| other != at && initial(name) == letter)
        };
        let look = |(at, (side, name)): (usize, &(Country, String))| {
            let letters = match initial(name) {
                letter if shared(at, letter) => two_letters(name),
                letter => letter.map(String::from).unwrap_or_default(),
            };
            // The second round pairs the hues with other shapes.
            let shape = SHAPES[(at + at / HUES) % SHAPES.len()];
            (
                *side,
                SideLook { hue: Some(at % HUES), shape, letters: letters.into(), name: name.clone().into() },
            )
        };
        Self { looks: sides.iter().enumerate().map(look).collect() }
    }

    /// The look of a side, or that of third parties.
    #[must_use]
    pub fn look(&self, side: Option<Country>) -> SideLook {
        let known = self.looks.iter().find(|(country, _)| Some(*country) == side);
        known.map(|(_, look)| look.clone()).unwrap_or_else(|| SideLook {
            hue: None,
            shape: "none",
            letters: "·".into(),
            name: "no side known".into(),
        })
    }
}

fn name_of(corpus: &Corpus, side: Country) -> String {
    let country = |e: &&readout_core::entity::Entity| e.kind == EntityKind::Country && e.side == Some(side);
    corpus.entities().iter().find(country).map_or_else(|| side.name().to_owned(), |e| e.name.clone())
}

fn initial(name: &str) -> Option<char> {
    name.chars().next().map(|c| c.to_ascii_uppercase())
}

/// The initials of two words, or the first two letters of one.
fn two_letters(name: &str) -> String {
    let initials: String = name.split_whitespace().filter_map(initial).take(2).collect();
    if initials.chars().count() == 2 { initials } else { name.chars().take(2).collect() }
}

/// A side's mark.
pub fn side_mark(look: SideLook) -> Html {
    let hue = look.hue.map(|hue| format!("hue-{hue}"));
    let two = (look.letters.chars().count() > 1).then_some("two");
    html! {
        <span class={classes!("side", format!("shape-{}", look.shape), hue, two)} role="img"
            aria-label={look.name.clone()} title={look.name}>{ look.letters }</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(names: &[&str]) -> Vec<String> {
        let sides = names.iter().enumerate().map(|(at, name)| (Country(at as u16), (*name).to_owned()));
        SideTable::from_names(sides.collect())
            .looks
            .into_iter()
            .map(|(_, look)| look.letters.to_string())
            .collect()
    }

    #[test]
    fn one_letter_where_it_suffices_and_two_where_not() {
        assert_eq!(letters(&["Norway", "Chile"]), ["N", "C"]);
        assert_eq!(letters(&["United States", "United Kingdom", "India", "Iran"]), ["US", "UK", "In", "Ir"]);
    }

    #[test]
    fn no_two_of_many_sides_share_hue_and_shape() {
        let sides = (0..30).map(|at| (Country(at), format!("{at}"))).collect();
        let mut looks: Vec<_> =
            SideTable::from_names(sides).looks.into_iter().map(|(_, look)| (look.hue, look.shape)).collect();
        looks.sort_unstable();
        looks.dedup();
        assert_eq!(looks.len(), 30);
    }
}
