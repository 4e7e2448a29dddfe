//! Who speaks, in words.

use readout_core::capital::capital;
use readout_core::corpus::Corpus;
use readout_core::entity::{Country, Entity};
use readout_core::id::{EntityId, QuotationId};
use readout_core::query::Facet;
use readout_core::quote::{Quotation, Speaker};
use readout_core::span::Span;

/// From this confidence on a sure reading is called so without "fairly".
const QUITE_SURE: f32 = 0.75;

/// The name of an entity.
#[must_use]
pub fn name(corpus: &Corpus, id: EntityId) -> &str {
    corpus.entities().get(id).map_or("", |entity| entity.name.as_str())
}

/// Who speaks: one name, several with "and", two readings with "or"; where nobody is known, the words that
/// stand for the speaker.
#[must_use]
pub fn speaker(corpus: &Corpus, quotation: &Quotation) -> String {
    match &quotation.speaker {
        Speaker::One(id) => name(corpus, *id).to_owned(),
        Speaker::Joint(ids) => listed(ids.iter().map(|id| name(corpus, *id)), "and"),
        Speaker::Unsure(readings) => listed(readings.iter().map(|(id, _)| name(corpus, *id)), "or"),
        Speaker::Unknown => match quotation.source.and_then(|source| words(corpus, quotation, source)) {
            Some(words) => format!("“{words}”"),
            None => "Speaker not known".into(),
        },
    }
}

fn words(corpus: &Corpus, quotation: &Quotation, span: Span) -> Option<String> {
    let words: Vec<&str> =
        span.of(&corpus.documents().get(quotation.document)?.text).split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The side of a quotation: that of the first who speaks.
#[must_use]
pub fn side(corpus: &Corpus, quotation: &Quotation) -> Option<Country> {
    let first = quotation.speaker.entities().next()?;
    corpus.entities().get(first)?.side
}

/// Role and country of a speaker: "Foreign Minister, Norway".
#[must_use]
pub fn role(corpus: &Corpus, quotation: &Quotation) -> Option<String> {
    let Speaker::One(id) = quotation.speaker else { return None };
    role_of(corpus, corpus.entities().get(id)?)
}

/// Role and country of an entity.
#[must_use]
pub fn role_of(corpus: &Corpus, entity: &Entity) -> Option<String> {
    let country = entity.side.and_then(|side| {
        let values = corpus.catalog().values(Facet::Side);
        let label = values.iter().find(|value| value.side == Some(side)).map(|value| value.label.as_str());
        label.or_else(|| Some(side.name())).filter(|name| !name.is_empty() && *name != entity.name)
    });
    match (entity.role().map(capitalised), country) {
        (Some(role), Some(country)) if !role.contains(country) => Some(format!("{role}, {country}")),
        (Some(role), _) => Some(role),
        (None, country) => country.map(str::to_owned),
    }
}

/// With a capital at the beginning.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| std::iter::once(capital(first)).chain(letters).collect()).unwrap_or_default()
}

/// The voice through which hearsay is known: "US officials".
#[must_use]
pub fn reported_by(corpus: &Corpus, id: QuotationId) -> Option<String> {
    let outer = corpus.quotations().get(corpus.quotations().get(id)?.reported_by?)?;
    Some(speaker(corpus, outer))
}

/// How sure the reading is, in words.
#[must_use]
pub fn sureness(quotation: &Quotation) -> &'static str {
    match &quotation.speaker {
        Speaker::Unsure(_) => "unsure who speaks: two readings are near",
        Speaker::Unknown if quotation.source.is_some() => "unsure who that is",
        Speaker::Unknown => "unsure: the text does not say who speaks",
        _ if quotation.confidence >= QUITE_SURE => "sure",
        _ if quotation.is_sure() => "fairly sure",
        _ => "unsure",
    }
}

/// "a", "a and b", "a, b and c".
fn listed<'a>(names: impl Iterator<Item = &'a str>, last: &str) -> String {
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_one_speaks() {
        assert_eq!(listed(["Lind"].into_iter(), "and"), "Lind");
        assert_eq!(listed(["Lind", "Okoro", "Wu"].into_iter(), "and"), "Lind, Okoro and Wu");
        assert_eq!(listed(["Lind", "Okoro"].into_iter(), "or"), "Lind or Okoro");
    }
}
