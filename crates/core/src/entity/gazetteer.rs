//! Names that the word lists know: countries with their adjectives and capitals, bodies, places, treaties.

use super::country::{self, Country};
use super::kind::EntityKind;
use crate::lexicon::{Lexicon, WordId};
use crate::order;
use crate::segment::{Case, Token, TokenKind, tokens_of};
use std::sync::OnceLock;

/// What the lists know under one name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) kind: EntityKind,
    /// The usual name.
    pub(super) name: &'static str,
    /// The country itself, or the one that a body belongs to.
    pub(super) side: Option<Country>,
    /// For a capital: whose government it stands for.
    pub(super) capital_of: Option<Country>,
}

/// How a phrase names what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    /// "Russia", "Pentagon".
    Name,
    /// "Russian", "Russians".
    Adjective,
}

/// One way to write a name.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    words: Box<[WordId]>,
    /// "US", "IS": counts only in capitals.
    capitals: bool,
    pub(super) known: u16,
    pub(super) usage: Usage,
}

impl Phrase {
    /// Number of tokens.
    pub(super) fn len(&self) -> u32 {
        self.words.len() as u32
    }
}

/// All names of the lists, found by their first word.
#[derive(Debug)]
pub(super) struct Gazetteer {
    known: Vec<Known>,
    /// By first word, longest first.
    phrases: Vec<Phrase>,
    /// For each word: where its phrases start.
    starts: Vec<u32>,
}

impl Gazetteer {
    /// The names of this build.
    pub(super) fn shared() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut builder = Builder { lexicon: Lexicon::shared(), known: Vec::new(), phrases: Vec::new() };
        builder.countries();
        let tables = [
            (EntityKind::Organisation, include_str!("../../data/names/organisations.tsv")),
            (EntityKind::Place, include_str!("../../data/names/places.tsv")),
            (EntityKind::Treaty, include_str!("../../data/names/treaties.tsv")),
            (EntityKind::Event, include_str!("../../data/names/events.tsv")),
        ];
        for (kind, table) in tables {
            builder.table(kind, table);
        }
        builder.finish()
    }

    /// The longest name that starts at the token.
    pub(super) fn find(&self, tokens: &[Token]) -> Option<&Phrase> {
        let first = tokens.first()?;
        if first.case == Case::Lower || !first.word.is_known() {
            return None;
        }
        let start = *self.starts.get(first.word.0 as usize)? as usize;
        let end = *self.starts.get(first.word.0 as usize + 1)? as usize;
        self.phrases.get(start..end)?.iter().find(|phrase| {
            let Some(tokens) = tokens.get(..phrase.words.len()) else { return false };
            // What no list knows stands for a stop or a number in a name, for nothing else.
            let same = |token: &Token, word: WordId| {
                token.word == word
                    && (word.is_known() || matches!(token.kind, TokenKind::Stop | TokenKind::Number))
            };
            tokens.iter().zip(&phrase.words).all(|(token, word)| same(token, *word))
                && (!phrase.capitals || tokens.iter().all(|token| token.case == Case::Upper))
        })
    }

    /// The name that is this one word.
    pub(super) fn word(&self, word: WordId, upper: bool) -> Option<&Phrase> {
        let start = *self.starts.get(word.0 as usize)? as usize;
        let end = *self.starts.get(word.0 as usize + 1)? as usize;
        let mut phrases = self.phrases.get(start..end)?.iter();
        phrases.find(|phrase| word.is_known() && phrase.words.len() == 1 && (upper || !phrase.capitals))
    }

    /// The country that a word names alone.
    pub(super) fn country_of(&self, word: &str) -> Option<Country> {
        let upper = word.chars().all(char::is_uppercase);
        let known = self.known(self.word(Lexicon::shared().look_up(word), upper)?.known);
        known.side.filter(|_| known.kind == EntityKind::Country)
    }

    /// The country whose adjective or people a word names alone: "Kenyan", "Kenyans".
    pub(super) fn people_of(&self, word: &str) -> Option<Country> {
        let phrase = self.word(Lexicon::shared().look_up(word), false)?;
        self.known(phrase.known).side.filter(|_| phrase.usage == Usage::Adjective)
    }

    /// What a phrase names.
    pub(super) fn known(&self, at: u16) -> &Known {
        &self.known[at as usize]
    }

    /// The country's own row.
    pub(super) fn country(&self, country: Country) -> u16 {
        country.0
    }
}

struct Builder {
    lexicon: &'static Lexicon,
    known: Vec<Known>,
    phrases: Vec<Phrase>,
}

impl Builder {
    /// Each country has the row of its own number; the capitals follow.
    fn countries(&mut self) {
        let table = country::table();
        for (at, row) in table.iter().enumerate() {
            let side = Some(Country(at as u16));
            let kind = EntityKind::Country;
            self.known.push(Known { kind, name: row.name, side, capital_of: None });
        }
        for (at, row) in table.iter().enumerate() {
            self.names(row.name, at, Usage::Name);
            self.names(row.variants, at, Usage::Name);
            self.names(row.adjectives, at, Usage::Adjective);
            let Some(name) = row.capital.split('|').next().filter(|name| !name.is_empty()) else { continue };
            let country = Some(Country(at as u16));
            let kind = EntityKind::Place;
            self.known.push(Known { kind, name, side: None, capital_of: country });
            self.names(row.capital, self.known.len() - 1, Usage::Name);
        }
    }

    fn table(&mut self, kind: EntityKind, table: &'static str) {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let Some(name) = fields.next().filter(|name| !name.is_empty()) else { continue };
            let variants = fields.next().unwrap_or_default();
            let country = fields.next().and_then(Country::from_key);
            self.known.push(Known { kind, name, side: country, capital_of: None });
            self.names(name, self.known.len() - 1, Usage::Name);
            self.names(variants, self.known.len() - 1, Usage::Name);
        }
    }

    fn names(&mut self, names: &str, known: usize, usage: Usage) {
        for name in names.split('|').filter(|name| !name.is_empty()) {
            let tokens = tokens_of(name, self.lexicon);
            let words: Box<[WordId]> = tokens.iter().map(|token| token.word).collect();
            let capitals = name.len() <= 4
                && tokens.iter().all(|token| token.case == Case::Upper)
                && name.bytes().filter(u8::is_ascii_uppercase).count() <= 3;
            self.phrases.push(Phrase { words, capitals, known: known as u16, usage });
        }
    }

    fn finish(mut self) -> Gazetteer {
        order::sort_by_key(&mut self.phrases, |p| {
            (p.words.first().copied(), std::cmp::Reverse(p.words.len()))
        });
        let mut starts = vec![0_u32; self.lexicon.len() + 1];
        for phrase in &self.phrases {
            let first = phrase.words.first().copied().unwrap_or_default();
            if let Some(count) = starts.get_mut(first.0 as usize + 1) {
                *count += 1;
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Gazetteer { known: self.known, phrases: self.phrases, starts }
    }
}
