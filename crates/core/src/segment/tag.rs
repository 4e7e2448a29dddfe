//! Parts of speech: a hidden Markov model over the tags that the word list allows, decided sentence by
//! sentence. Small on purpose: it parts verbs from nouns ("plans", "claims") and finds where phrases end.

use super::sentence::Sentence;
use super::token::{Case, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, TagShares};
use std::sync::OnceLock;

/// The part of speech of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tag {
    /// A common noun.
    Noun,
    /// A proper noun.
    Name,
    /// A personal pronoun, or "there".
    Pronoun,
    /// An article, a demonstrative, a possessive pronoun.
    Determiner,
    /// An adjective.
    Adjective,
    /// An adverb, "not".
    Adverb,
    /// A modal verb.
    Modal,
    /// A form of be, have or do, auxiliary or not.
    Auxiliary,
    /// A verb's base form.
    Base,
    /// A verb's present tense, third person singular apart.
    Present,
    /// A verb's third person singular.
    Third,
    /// A verb's past tense.
    Past,
    /// A past participle.
    Participle,
    /// A verb's -ing form.
    Gerund,
    /// "to" before a verb or a noun.
    To,
    /// A preposition.
    Preposition,
    /// A conjunction that opens a subordinate clause, "that" among them.
    Subordinator,
    /// "and", "but", "or".
    Conjunction,
    /// "which", "who", "what", "how".
    Wh,
    /// A number.
    Number,
    /// The particle of a verb ("point out").
    Particle,
    /// "'s".
    Possessive,
    /// A comma.
    Comma,
    /// Any other stop: full stop, colon, semicolon, dash, ellipsis.
    Stop,
    /// A quotation mark.
    Mark,
    /// A bracket, a symbol, an interjection.
    Other,
}

/// The tags in the order of their numbers, with the letter that the data files call them by.
const TAGS: [(Tag, u8); 26] = [
    (Tag::Noun, b'N'),
    (Tag::Name, b'E'),
    (Tag::Pronoun, b'P'),
    (Tag::Determiner, b'D'),
    (Tag::Adjective, b'J'),
    (Tag::Adverb, b'R'),
    (Tag::Modal, b'M'),
    (Tag::Auxiliary, b'X'),
    (Tag::Base, b'B'),
    (Tag::Present, b'V'),
    (Tag::Third, b'Z'),
    (Tag::Past, b'T'),
    (Tag::Participle, b'K'),
    (Tag::Gerund, b'G'),
    (Tag::To, b'O'),
    (Tag::Preposition, b'I'),
    (Tag::Subordinator, b'S'),
    (Tag::Conjunction, b'C'),
    (Tag::Wh, b'W'),
    (Tag::Number, b'U'),
    (Tag::Particle, b'L'),
    (Tag::Possessive, b'H'),
    (Tag::Comma, b','),
    (Tag::Stop, b'.'),
    (Tag::Mark, b'"'),
    (Tag::Other, b'?'),
];

/// States of the model: the tags, and the adverb that follows an auxiliary ("has repeatedly said"), so that the
/// auxiliary is not forgotten.
const STATES: usize = TAGS.len() + 1;
const ADVERB_AFTER_AUXILIARY: u8 = TAGS.len() as u8;

impl Tag {
    /// The tag that a letter of the data files stands for.
    #[must_use]
    pub fn from_letter(letter: u8) -> Option<Self> {
        TAGS.iter().find(|(_, l)| *l == letter).map(|(tag, _)| *tag)
    }

    /// A verb that can be a clause's own: not an infinitive, participle or -ing form.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Modal | Self::Auxiliary | Self::Present | Self::Third | Self::Past)
    }

    /// Any form of a verb but auxiliaries.
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Base | Self::Present | Self::Third | Self::Past | Self::Participle | Self::Gerund
        )
    }

    /// A preposition or "to".
    #[must_use]
    pub const fn is_preposition(self) -> bool {
        matches!(self, Self::Preposition | Self::To)
    }

    /// A word that can stand inside a noun phrase before its end.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number)
    }

    /// The tag with a number, as [`TagShares`] keeps it.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        TAGS.get(number as usize).map(|(tag, _)| *tag)
    }

    fn from_state(state: u8) -> Self {
        TAGS.get(state as usize).map_or(Self::Adverb, |(tag, _)| *tag)
    }
}

/// Costs (negative logarithms) of the model, from `data/tags/`.
struct Model {
    /// From the state before (row) to the state (column).
    transitions: [[f32; STATES]; STATES],
    /// Cost of a tag given an unknown word's shape, minus the tag's own cost.
    endings: Vec<(&'static str, TagShares)>,
    priors: [f32; STATES],
}

impl Model {
    fn shared() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut transitions = [[8.0; STATES]; STATES];
        let rows = include_str!("../../data/tags/transitions.tsv").lines().filter(|l| !l.starts_with('#'));
        for (row, line) in transitions.iter_mut().zip(rows) {
            for (cell, cost) in row.iter_mut().zip(line.split('\t')) {
                *cell = cost.parse::<f32>().unwrap_or(80.0) / 10.0;
            }
        }
        let mut priors = [3.0; STATES];
        for (cell, cost) in
            priors.iter_mut().zip(include_str!("../../data/tags/priors.tsv").split_whitespace())
        {
            *cell = cost.parse::<f32>().unwrap_or(30.0) / 10.0;
        }
        let endings = include_str!("../../data/tags/endings.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|l| l.split_once('\t'))
            .map(|(ending, shares)| (ending, TagShares::parse(shares)))
            .collect();
        Self { transitions, endings, priors }
    }

    /// The tags that the token can have, with the share of each.
    fn shares(&self, token: Token, text: &str, first: bool, lexicon: &Lexicon) -> TagShares {
        if let Some(tag) = by_kind(token.kind) {
            return TagShares::one(tag);
        }
        // "US", "IT", "WHO" in capitals are no pronouns.
        if token.case == Case::Upper && matches!(token.span.of(text), "US" | "IT" | "WHO") {
            return TagShares::one(Tag::Name);
        }
        let known = lexicon.entry(token.word).tags;
        let capital = token.case != Case::Lower;
        if !known.is_empty() {
            return if capital && !first { known.or_name() } else { known };
        }
        if token.kind == TokenKind::Number {
            return TagShares::one(Tag::Number);
        }
        if capital {
            return if first { TagShares::parse("E7N2J1") } else { TagShares::parse("E9N1") };
        }
        let word = token.span.of(text);
        let found = self.endings.iter().find(|(ending, _)| word.ends_with(ending));
        found.map_or_else(|| TagShares::parse("N6J2B1R1"), |(_, shares)| *shares)
    }
}

const fn by_kind(kind: TokenKind) -> Option<Tag> {
    match kind {
        TokenKind::Word | TokenKind::Number => None,
        TokenKind::Possessive => Some(Tag::Possessive),
        TokenKind::OpenMark | TokenKind::CloseMark | TokenKind::StraightMark | TokenKind::SingleMark => {
            Some(Tag::Mark)
        }
        TokenKind::Comma => Some(Tag::Comma),
        TokenKind::Stop | TokenKind::Ellipsis | TokenKind::Dash | TokenKind::Colon | TokenKind::Semicolon => {
            Some(Tag::Stop)
        }
        TokenKind::OpenBracket | TokenKind::CloseBracket | TokenKind::Symbol => Some(Tag::Other),
    }
}

/// The full stop of "Gov." or "Mr.", the stroke of "Reuters/Ipsos": within a name, not between phrases.
fn is_glue(tokens: &[Token], at: usize, text: &str, lexicon: &Lexicon) -> bool {
    let (token, before, next) = (tokens[at], tokens[at - 1], tokens[at + 1]);
    match token.kind {
        TokenKind::Stop if !token.spaced && before.case != Case::Lower => {
            lexicon.is(before.word, Class::Abbreviation) && token.span.of(text) == "."
        }
        TokenKind::Symbol => {
            !token.spaced
                && !next.spaced
                && matches!(token.span.of(text), "/" | "&")
                && before.kind == TokenKind::Word
        }
        _ => false,
    }
}

/// One hypothesis: the state, the best way to it, and what that cost.
#[derive(Clone, Copy)]
struct Step {
    state: u8,
    back: u8,
    cost: f32,
}

/// Tags the tokens of one sentence. Linear in their number.
pub(super) fn tag(sentence: &Sentence, tokens: &[Token], text: &str, lexicon: &Lexicon, out: &mut [Tag]) {
    let model = Model::shared();
    let range = sentence.tokens.range();
    let mut lattice: Vec<[Step; TagShares::MOST]> = Vec::with_capacity(range.len());
    let start = Step { state: Tag::Stop as u8, back: 0, cost: 0.0 };
    let mut before = [start; TagShares::MOST];
    let mut before_len = 1;
    let mut lengths = Vec::with_capacity(range.len());
    let mut opening = true;
    for (at, token) in tokens.iter().enumerate().take(range.end).skip(range.start) {
        let glued = at > range.start && at + 1 < range.end && is_glue(tokens, at, text, lexicon);
        let shares =
            if glued { TagShares::one(Tag::Name) } else { model.shares(*token, text, opening, lexicon) };
        opening &= by_kind(token.kind).is_some();
        let mut column = [start; TagShares::MOST];
        let mut len = 0;
        for (tag, cost) in shares.iter() {
            column[len] = best_way(model, &before[..before_len], tag, cost);
            len += 1;
        }
        lattice.push(column);
        lengths.push(len);
        (before, before_len) = (column, len);
    }
    let mut at = cheapest(&before[..before_len]);
    for (index, column) in lattice.iter().enumerate().rev() {
        let step = column[at];
        out[range.start + index] = Tag::from_state(step.state);
        at = step.back as usize;
    }
}

fn best_way(model: &Model, before: &[Step], tag: Tag, cost: f32) -> Step {
    let mut best = Step { state: tag as u8, back: 0, cost: f32::INFINITY };
    for (index, step) in before.iter().enumerate() {
        let after_auxiliary = step.state == ADVERB_AFTER_AUXILIARY
            || step.state == Tag::Auxiliary as u8
            || step.state == Tag::Modal as u8;
        let state = if tag == Tag::Adverb && after_auxiliary { ADVERB_AFTER_AUXILIARY } else { tag as u8 };
        let total = step.cost + model.transitions[step.state as usize][state as usize] + cost
            - model.priors[tag as usize];
        if total < best.cost {
            best = Step { state, back: index as u8, cost: total };
        }
    }
    best
}

fn cheapest(steps: &[Step]) -> usize {
    let mut best = 0;
    for (index, step) in steps.iter().enumerate() {
        if step.cost < steps[best].cost {
            best = index;
        }
    }
    best
}
