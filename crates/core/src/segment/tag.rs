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

    fn from_state(state: u8) -> Self {
        TAGS.get(state as usize).map_or(Self::Adverb, |(tag, _)| *tag)
    }
}

/// Costs (negative logarithms) of the model, from `data/tags/`.
struct Model {
    /// From the state before (row) to the state (column).
    transitions: [[f32; STATES]; STATES],
    /// The tags of an unknown word by its ending, under the ending's last letter; the first that fits counts.
    endings: [Vec<(&'static str, TagShares)>; 128],
    priors: [f32; STATES],
    /// Of a word with no such ending.
    unknown: TagShares,
    /// Of an unknown word with a capital, and of one that opens a sentence.
    unknown_names: [TagShares; 2],
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
                *cell = f32::from(cost.parse::<u8>().unwrap_or(80)) / 10.0;
            }
        }
        let mut priors = [3.0; STATES];
        for (cell, cost) in
            priors.iter_mut().zip(include_str!("../../data/tags/priors.tsv").split_whitespace())
        {
            *cell = f32::from(cost.parse::<u8>().unwrap_or(30)) / 10.0;
        }
        let mut endings = [const { Vec::new() }; 128];
        let mut unknown = TagShares::one(Tag::Noun);
        let rows = include_str!("../../data/tags/endings.tsv").lines().filter(|l| !l.starts_with('#'));
        for (ending, shares) in rows.filter_map(|l| l.split_once('\t')) {
            let shares = TagShares::parse(shares);
            match ending.bytes().last() {
                Some(last) => {
                    endings.get_mut(last as usize).into_iter().for_each(|under| under.push((ending, shares)))
                }
                None => unknown = shares,
            }
        }
        let unknown_names = ["E9N1", "E7N2J1"].map(TagShares::parse);
        Self { transitions, endings, priors, unknown, unknown_names }
    }

    /// The tags that the word or number can have, with the share of each.
    fn shares(&self, token: Token, text: &str, first: bool, lexicon: &Lexicon) -> TagShares {
        // "US", "IT", "WHO" in capitals are no pronouns.
        if token.case == Case::Upper && matches!(token.span.of(text), "US" | "IT" | "WHO") {
            return TagShares::one(Tag::Name);
        }
        let known = lexicon.tags(token.word);
        let capital = token.case != Case::Lower;
        if !known.is_empty() {
            return if capital && !first { known.or_name() } else { known };
        }
        if token.kind == TokenKind::Number {
            return TagShares::one(Tag::Number);
        }
        if capital {
            return self.unknown_names[usize::from(first)];
        }
        let word = token.span.of(text);
        let endings = word.bytes().last().and_then(|last| self.endings.get(last as usize));
        let found = endings.into_iter().flatten().find(|(ending, _)| word.ends_with(ending));
        found.map_or(self.unknown, |(_, shares)| *shares)
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
fn is_glue(sentence: &[Token], at: usize, text: &str, lexicon: &Lexicon) -> bool {
    let token = sentence[at];
    if token.spaced || !matches!(token.kind, TokenKind::Stop | TokenKind::Symbol) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| sentence.get(before));
    let (Some(before), Some(next)) = (before, sentence.get(at + 1)) else { return false };
    match token.span.of(text) {
        "." => before.case != Case::Lower && lexicon.is(before.word, Class::Abbreviation),
        "/" | "&" => !next.spaced && before.kind == TokenKind::Word,
        _ => false,
    }
}

/// One hypothesis about a token: its state, and the hypothesis about the token before on the best way to it.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    state: u8,
    back: u8,
}

/// The hypotheses about one token.
#[derive(Debug, Clone, Copy, Default)]
struct Column {
    steps: [Step; TagShares::MOST],
    /// What the best way to each cost.
    costs: [f32; TagShares::MOST],
    len: usize,
}

impl Column {
    /// What stands before a sentence.
    fn opening() -> Self {
        let mut column = Self { len: 1, ..Self::default() };
        column.steps[0].state = Tag::Stop as u8;
        column
    }

    fn cheapest(&self) -> usize {
        let mut best = 0;
        for index in 1..self.len {
            if self.costs[index] < self.costs[best] {
                best = index;
            }
        }
        best
    }
}

/// Tags the sentences of one text.
pub(super) struct Tagger<'a> {
    model: &'static Model,
    lexicon: &'a Lexicon,
    text: &'a str,
    tokens: &'a [Token],
    /// The tokens since the last one that was certain.
    undecided: Vec<[Step; TagShares::MOST]>,
}

impl<'a> Tagger<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Self {
        Self { model: Model::shared(), lexicon, text, tokens, undecided: Vec::new() }
    }

    /// Tags the tokens of one sentence. Linear in their number.
    pub(super) fn tag(&mut self, sentence: &Sentence, out: &mut [Tag]) {
        let (model, range) = (self.model, sentence.tokens.range());
        let (Some(tokens), Some(out)) = (self.tokens.get(range.clone()), out.get_mut(range)) else { return };
        let mut before = Column::opening();
        let mut opening = true;
        for (at, token) in tokens.iter().enumerate() {
            let shares = match by_kind(token.kind) {
                Some(_) if is_glue(tokens, at, self.text, self.lexicon) => TagShares::one(Tag::Name),
                Some(tag) => TagShares::one(tag),
                None => model.shares(*token, self.text, std::mem::take(&mut opening), self.lexicon),
            };
            // Most words can be one thing only: every way leads through them, whatever it costs.
            if let (1, Some(tag)) = (before.len, shares.only()) {
                let state = state_after(before.steps[0].state, tag);
                (before.steps[0].state, before.costs[0]) = (state, 0.0);
                out[at] = Tag::from_state(state);
                continue;
            }
            before = model.after(&before, shares);
            self.undecided.push(before.steps);
            if before.len == 1 {
                self.decide(0, &mut out[..=at]);
            }
        }
        if before.len > 1 {
            self.decide(before.cheapest(), out);
        }
    }

    /// Follows the best way back from a hypothesis about the last token, `out` ending there.
    fn decide(&mut self, last: usize, out: &mut [Tag]) {
        let mut at = last;
        for (steps, tag) in self.undecided.drain(..).rev().zip(out.iter_mut().rev()) {
            *tag = Tag::from_state(steps[at].state);
            at = steps[at].back as usize;
        }
    }
}

impl Model {
    /// The hypotheses about a token with these shares, given those about the one before.
    fn after(&self, before: &Column, shares: TagShares) -> Column {
        let mut column = Column::default();
        let ways = column.steps.iter_mut().zip(&mut column.costs);
        for ((step, least), (tag, cost)) in ways.zip(shares.iter()) {
            (*step, *least) = self.best_way(before, tag, cost);
            column.len += 1;
        }
        column
    }

    fn best_way(&self, before: &Column, tag: Tag, cost: f32) -> (Step, f32) {
        let prior = self.priors[tag as usize];
        let mut best = (Step { state: tag as u8, back: 0 }, f32::INFINITY);
        let ways = before.steps.iter().zip(before.costs).take(before.len);
        for (index, (from, so_far)) in (0..).zip(ways) {
            let state = state_after(from.state, tag);
            let total = so_far + self.transitions[from.state as usize][state as usize] + cost - prior;
            if total < best.1 {
                best = (Step { state, back: index }, total);
            }
        }
        best
    }
}

/// The state of a token of this tag after one in that state.
const fn state_after(before: u8, tag: Tag) -> u8 {
    if matches!(tag, Tag::Adverb) && keeps_auxiliary(before) { ADVERB_AFTER_AUXILIARY } else { tag as u8 }
}

const fn keeps_auxiliary(state: u8) -> bool {
    state == ADVERB_AFTER_AUXILIARY || state == Tag::Auxiliary as u8 || state == Tag::Modal as u8
}
