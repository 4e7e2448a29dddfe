//! Outlets: a code of letters and a bar of colour.

use crate::markup::{classes, html};
use readout_core::capital::capital;
use readout_core::corpus::Corpus;
use yew::prelude::*;

/// Number of hues in `tokens.css`. Outlets take them from the other end than sides do.
const HUES: usize = 7;

/// How one outlet looks.
#[derive(Debug, Clone, PartialEq)]
pub struct OutletLook {
    /// Its hue's number in `tokens.css`.
    pub hue: Option<usize>,
    /// A few letters.
    pub code: AttrValue,
    /// Its name.
    pub name: AttrValue,
}

/// The looks of all outlets of a corpus.
#[derive(Debug, Clone, Default)]
pub struct OutletTable {
    looks: Vec<OutletLook>,
}

impl OutletTable {
    /// Gives each outlet of the corpus its look, in order of its reports.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut names: Vec<&str> = Vec::new();
        for outlet in corpus.documents().iter().filter_map(|document| document.facts.outlet.as_ref()) {
            if !names.contains(&outlet.value.as_str()) {
                names.push(&outlet.value);
            }
        }
        Self::from_names(names.into_iter())
    }

    fn from_names<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut looks: Vec<OutletLook> = Vec::new();
        for (at, name) in names.enumerate() {
            let mut code = code(name);
            while looks.iter().any(|look| look.code == code) {
                code.push('+');
            }
            looks.push(OutletLook {
                hue: Some(HUES - 1 - at % HUES),
                code: code.into(),
                name: name.to_owned().into(),
            });
        }
        Self { looks }
    }

    /// The look of an outlet by its name.
    #[must_use]
    pub fn look(&self, name: Option<&str>) -> OutletLook {
        let known = self.looks.iter().find(|look| Some(look.name.as_str()) == name);
        known.cloned().unwrap_or_else(|| OutletLook {
            hue: None,
            code: name.map_or_else(|| "–".to_owned(), code).into(),
            name: name.unwrap_or("outlet not known").to_owned().into(),
        })
    }
}

/// A name that is an acronym already, else the initials of several words, else the first three letters.
fn code(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("the")).collect();
    match words.as_slice() {
        [] => "–".into(),
        [first, ..] if first.len() <= 4 && first.chars().all(char::is_uppercase) => (*first).into(),
        [one] => one.chars().take(3).map(capital).collect(),
        several => several.iter().take(3).filter_map(|word| word.chars().next()).map(capital).collect(),
    }
}

/// An outlet's mark.
pub fn outlet_mark(look: OutletLook) -> Html {
    let hue = look.hue.map(|hue| format!("hue-{hue}"));
    html! { <span class={classes!("out", hue)} title={look.name} aria-hidden="true">{ look.code }</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_short_and_never_the_same() {
        let names = ["BBC News", "Reuters", "The New York Times", "Morning Post", "Reuse"];
        let codes: Vec<_> = OutletTable::from_names(names.into_iter())
            .looks
            .into_iter()
            .map(|look| look.code.to_string())
            .collect();
        assert_eq!(codes, ["BBC", "REU", "NYT", "MP", "REU+"]);
    }
}
