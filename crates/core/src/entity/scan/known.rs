//! Names that the word lists know, and longer names that begin with them.

use super::Scan;
use crate::entity::country::Country;
use crate::entity::gazetteer::{Known, Phrase, Usage};
use crate::entity::kind::EntityKind;
use crate::entity::name::{Name, Shape};
use crate::entity::title;
use crate::lexicon::Class;
use crate::span::{Span, TokenRange};

impl Scan<'_> {
    /// A name of the word lists.
    pub(super) fn known(&self, at: u32, end: u32, names: &mut Vec<Name>) -> Option<u32> {
        let tokens = self.words.tokens.get(at as usize..end as usize)?;
        let phrase = self.gazetteer.find(tokens)?;
        let known = self.gazetteer.known(phrase.known);
        let range = TokenRange::new(at, at + phrase.len());
        let ordinary = self.words.has(at, Class::Common) && !self.words.is_acronym(at);
        if phrase.len() == 1 && ordinary && self.is_weak(at) {
            return None;
        }
        if let Some(body) = self.body_of_place(range, known, end) {
            names.push(self.name(body, Shape::Headed(EntityKind::Organisation)));
            return Some(body.end);
        }
        if known.kind != EntityKind::Country || self.is_first_name(at) {
            let run = self.extent(at, end);
            if run.len() > range.len() && self.widens(run, range, known.kind) {
                names.extend(self.judge(run));
                return Some(run.end);
            }
        }
        let foreign = known.kind == EntityKind::Organisation
            && known.side.is_some()
            && names.last().is_some_and(|before| {
                before.tokens.end == at && self.side(before).is_some_and(|side| Some(side) != known.side)
            });
        let shape = if foreign { Shape::Headed(EntityKind::Organisation) } else { shape_of(phrase) };
        let mut name = self.name(range, shape);
        name.title = title::backward(self.words, self.sentence, range);
        names.push(name);
        Some(range.end)
    }

    /// "Ohio Supreme Court": the body of a place that is no seat of a government.
    fn body_of_place(&self, place: TokenRange, known: &Known, end: u32) -> Option<TokenRange> {
        if known.kind != EntityKind::Place || known.capital_of.is_some() || self.capitals {
            return None;
        }
        let body = self.gazetteer.find(self.words.tokens.get(place.end as usize..end as usize)?)?;
        let of_place = self.gazetteer.known(body.known).kind == EntityKind::Organisation
            && body.usage == Usage::Name
            && self.words.has(place.end + body.len() - 1, Class::OrganisationHead);
        of_place.then(|| TokenRange::new(place.start, place.end + body.len()))
    }

    fn side(&self, name: &Name) -> Option<Country> {
        match name.shape {
            Shape::Known(known, _) => {
                let known = self.gazetteer.known(known);
                known.side.filter(|_| known.kind == EntityKind::Country)
            }
            _ => None,
        }
    }

    /// Whether the longer `run` is one name rather than the known one and something after it.
    fn widens(&self, run: TokenRange, known: TokenRange, kind: EntityKind) -> bool {
        let last = run.end - 1;
        if self.words.has_any(last, &[Class::OrganisationHead, Class::PlaceHead, Class::EventHead]) {
            return self.words.is_capital(last);
        }
        let plain = [Class::Common, Class::Title, Class::Role, Class::People, Class::Month, Class::Weekday];
        known.len() == 1
            && kind != EntityKind::Organisation
            && self.is_first_name(known.start)
            && !self.words.has_any(known.end, &plain)
            && self.gazetteer.find(&self.words.tokens[known.end as usize..run.end as usize]).is_none()
    }

    /// "African-American", "Irish-Americans": people, and neither a country nor a part of the world.
    pub(super) fn is_people(&self, at: u32) -> bool {
        let known = |word: &str| self.gazetteer.word(self.words.lexicon.look_up(word), false);
        let kind = |phrase: &Phrase| self.gazetteer.known(phrase.known).kind;
        let adjective =
            |phrase: &Phrase| phrase.usage == Usage::Adjective && kind(phrase) == EntityKind::Country;
        let Some((first, last)) = self.words.str(at).rsplit_once(['-', '‑']) else { return false };
        let several = || last.strip_suffix('s').and_then(known).is_some_and(adjective);
        let of_continent = || known(first).is_some_and(|first| kind(first) == EntityKind::Place);
        first.starts_with(char::is_uppercase)
            && (several() || of_continent() && known(last).is_some_and(adjective))
    }

    /// "Holm-led", "Oslo-based": a name made part of an adjective; not "Jong-un".
    pub(super) fn is_compound(&self, at: u32) -> bool {
        const TAILS: [&str; 9] =
            ["style", "type", "era", "area", "run", "like", "wide", "winning", "leaning"];
        let words = self.words;
        words.tokens.get(at as usize).is_some_and(|token| token.hyphenated)
            && words.str(at).rsplit_once(['-', '‑']).is_some_and(|(_, tail)| {
                tail.starts_with(char::is_lowercase) && tail.ends_with("ed") || TAILS.contains(&tail)
            })
    }

    /// Names of countries within a hyphenated word: "US-Russia", "anti-Russian".
    pub(super) fn parts(&self, at: u32, names: &mut Vec<Name>) -> bool {
        let before = names.len();
        let token = self.words.tokens[at as usize];
        let mut start = token.span.start;
        for part in self.words.str(at).split(['-', '‑']) {
            let span = Span::new(start, start + part.len() as u32);
            let gap = span.of(self.words.text).len() as u32;
            start += gap
                + self
                    .words
                    .text
                    .get(span.end as usize..)
                    .and_then(|t| t.chars().next())
                    .map_or(1, |c| c.len_utf8() as u32);
            if !part.starts_with(char::is_uppercase) {
                continue;
            }
            let upper = part.chars().all(|c| !c.is_lowercase());
            let Some(phrase) = self.gazetteer.word(self.words.lexicon.look_up(part), upper) else { continue };
            let mut name = self.name(TokenRange::new(at, at + 1), shape_of(phrase));
            name.span = span;
            names.push(name);
        }
        names.len() > before
    }
}

fn shape_of(phrase: &Phrase) -> Shape {
    Shape::Known(phrase.known, phrase.usage)
}
