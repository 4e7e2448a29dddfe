//! How far a content goes: the places where it may end, and how often it does.

use super::closed::Closed;
use super::cues::{Cues, Rate};
use super::frame::Frame;
use super::reader::Reader;
use crate::lexicon::{Lexicon, WordId};
use crate::segment::{Tag, TokenKind};
use std::sync::OnceLock;

/// A place where a content may end, named by what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Border {
    /// The first token that would no longer belong to the content.
    pub at: u32,
    /// Whether a comma stands there.
    pub comma: bool,
    pub next: Next,
}

/// What follows a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Next {
    AndThat,
    AndTo,
    AndCue,
    AndVerb,
    AndClause,
    AndPhrase,
    ButThat,
    ButCue,
    ButVerb,
    ButClause,
    ButPhrase,
    Which,
    Who,
    As,
    When,
    While,
    After,
    Before,
    Because,
    If,
    Since,
    Although,
    Subordinate,
    Gerund,
    Participle,
    According,
    Attribution,
    Clause,
    NounPhrase,
    Adverb,
    In,
    On,
    At,
    For,
    With,
    From,
    To,
    Of,
    About,
    By,
    During,
    Including,
    Preposition,
    Time,
    Semicolon,
    Colon,
    Dash,
    Bracket,
    Mark,
    Other,
}

impl Next {
    /// All in the order of their numbers, with the names that `data/borders.tsv` calls them by.
    pub const ALL: [(Self, &'static str); 50] = [
        (Self::AndThat, "and that"),
        (Self::AndTo, "and to"),
        (Self::AndCue, "and cue"),
        (Self::AndVerb, "and verb"),
        (Self::AndClause, "and clause"),
        (Self::AndPhrase, "and phrase"),
        (Self::ButThat, "but that"),
        (Self::ButCue, "but cue"),
        (Self::ButVerb, "but verb"),
        (Self::ButClause, "but clause"),
        (Self::ButPhrase, "but phrase"),
        (Self::Which, "which"),
        (Self::Who, "who"),
        (Self::As, "as"),
        (Self::When, "when"),
        (Self::While, "while"),
        (Self::After, "after"),
        (Self::Before, "before"),
        (Self::Because, "because"),
        (Self::If, "if"),
        (Self::Since, "since"),
        (Self::Although, "although"),
        (Self::Subordinate, "subordinate"),
        (Self::Gerund, "gerund"),
        (Self::Participle, "participle"),
        (Self::According, "according"),
        (Self::Attribution, "attribution"),
        (Self::Clause, "clause"),
        (Self::NounPhrase, "noun phrase"),
        (Self::Adverb, "adverb"),
        (Self::In, "in"),
        (Self::On, "on"),
        (Self::At, "at"),
        (Self::For, "for"),
        (Self::With, "with"),
        (Self::From, "from"),
        (Self::To, "to"),
        (Self::Of, "of"),
        (Self::About, "about"),
        (Self::By, "by"),
        (Self::During, "during"),
        (Self::Including, "including"),
        (Self::Preposition, "preposition"),
        (Self::Time, "time"),
        (Self::Semicolon, "semicolon"),
        (Self::Colon, "colon"),
        (Self::Dash, "dash"),
        (Self::Bracket, "bracket"),
        (Self::Mark, "mark"),
        (Self::Other, "other"),
    ];

    /// Its name in the data file.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(next, _)| *next == self).map_or("", |(_, name)| name)
    }
}

/// How often contents end at each sort of border, from `data/borders.tsv`.
pub(super) struct Borders {
    /// By shape, sort and comma.
    rates: [[[f32; 2]; Next::ALL.len()]; 3],
    /// By word, for those that name a sort by themselves.
    words: Vec<Option<Next>>,
}

impl Borders {
    /// The table of this build.
    pub fn shared() -> &'static Self {
        static BORDERS: OnceLock<Borders> = OnceLock::new();
        BORDERS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut rates = [[[0.0; 2]; Next::ALL.len()]; 3];
        for line in include_str!("../../data/borders.tsv").lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(shape), Some(next), Some(rate)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let comma = next.starts_with(',');
            let next = Next::ALL.iter().position(|(_, name)| *name == next.trim_start_matches(','));
            let shape = Shape::ALL.iter().position(|(_, name)| *name == shape);
            if let (Some(next), Some(shape)) = (next, shape) {
                rates[shape][next][usize::from(comma)] = Rate::parse(rate).smoothed(0.3, 2.0);
            }
        }
        Self { rates, words: Self::words(Closed::shared(), Lexicon::shared()) }
    }

    fn words(c: &Closed, lexicon: &Lexicon) -> Vec<Option<Next>> {
        let mut words = vec![None; lexicon.len()];
        let named = [
            (c.which, Next::Which),
            (c.who, Next::Who),
            (c.when, Next::When),
            (c.while_, Next::While),
            (c.after, Next::After),
            (c.before, Next::Before),
            (c.because, Next::Because),
            (c.if_, Next::If),
            (c.since, Next::Since),
            (c.although, Next::Although),
            (c.though, Next::Although),
            (c.as_, Next::As),
            (c.according, Next::According),
            (c.during, Next::During),
            (c.in_, Next::In),
            (c.on, Next::On),
            (c.at, Next::At),
            (c.for_, Next::For),
            (c.with, Next::With),
            (c.from, Next::From),
            (c.to, Next::To),
            (c.of, Next::Of),
            (c.about, Next::About),
            (c.by, Next::By),
        ];
        for (word, next) in named.into_iter().filter(|(word, _)| word.is_known()) {
            words[word.0 as usize] = Some(next);
        }
        words
    }

    /// What a border is called after by its first word alone.
    fn of_word(&self, word: WordId) -> Option<Next> {
        self.words.get(word.0 as usize).copied().flatten()
    }

    /// The share of contents of this shape that ended at such a border.
    pub fn rate(&self, shape: Shape, border: Border) -> f32 {
        self.rates[shape as usize][border.next as usize][usize::from(border.comma)]
    }
}

impl Reader<'_> {
    /// The border at `at`, if a content may end before it.
    pub fn border(&self, at: u32, end: u32) -> Option<Border> {
        let comma = self.kind(at) == TokenKind::Comma;
        let first = if comma { at + 1 } else { at };
        let next = match self.kind(at) {
            TokenKind::Semicolon => Next::Semicolon,
            TokenKind::Colon => Next::Colon,
            TokenKind::Dash => Next::Dash,
            TokenKind::OpenBracket => Next::Bracket,
            TokenKind::CloseMark => Next::Mark,
            TokenKind::StraightMark if self.token(at).is_some_and(|t| !t.spaced) => Next::Mark,
            TokenKind::SingleMark if self.token(at).is_some_and(|t| !t.spaced) => Next::Mark,
            TokenKind::Comma => self.next_at(first, end, true)?,
            TokenKind::Word | TokenKind::Number => self.next_at(first, end, false)?,
            _ => return None,
        };
        Some(Border { at, comma, next })
    }

    fn next_at(&self, at: u32, end: u32, comma: bool) -> Option<Next> {
        let c = self.closed;
        if self.time_end(at, end) > at {
            return Some(Next::Time);
        }
        if self.tag(at) == Tag::Conjunction || self.is_any(at, &[c.but, c.yet]) {
            return self.after_conjunction(at, end, comma);
        }
        if let Some(next) = Borders::shared().of_word(self.word(at)) {
            return Some(next);
        }
        Some(match self.tag(at) {
            Tag::Gerund if self.kind(at) == TokenKind::Word && comma => {
                if self.token(at).is_some_and(|t| t.span.of(self.text) == "including") {
                    Next::Including
                } else {
                    Next::Gerund
                }
            }
            Tag::Gerund if matches!(self.tag(at - 1), Tag::Noun | Tag::Name | Tag::Adverb) => Next::Gerund,
            Tag::Preposition => Next::Preposition,
            Tag::Subordinator => Next::Subordinate,
            _ if !comma => return None,
            Tag::Participle => Next::Participle,
            _ if self.attribution_at(at, end) => Next::Attribution,
            _ if self.clause_ahead(at, end) => Next::Clause,
            Tag::Adverb => Next::Adverb,
            _ if self.in_noun_phrase(at) => Next::NounPhrase,
            _ => Next::Other,
        })
    }

    fn after_conjunction(&self, at: u32, end: u32, comma: bool) -> Option<Next> {
        let c = self.closed;
        let but = self.is_any(at, &[c.but, c.yet]);
        let mut i = at + 1;
        if self.is(i, c.that) {
            return Some(if but { Next::ButThat } else { Next::AndThat });
        }
        if self.tag(i) == Tag::To && !but {
            return Some(Next::AndTo);
        }
        while i < end && self.tag(i) == Tag::Adverb {
            i += 1;
        }
        if matches!(self.tag(i), Tag::Past | Tag::Third | Tag::Present) && Cues::shared().often(*self, i) {
            return Some(if but { Next::ButCue } else { Next::AndCue });
        }
        if self.tag(i).is_finite() {
            return Some(if but { Next::ButVerb } else { Next::AndVerb });
        }
        if self.clause_ahead(i, end) {
            return Some(if but { Next::ButClause } else { Next::AndClause });
        }
        match (but, comma) {
            (true, _) => Some(Next::ButPhrase),
            (false, true) => Some(Next::AndPhrase),
            _ => None,
        }
    }

    /// ", he said", ", Lavrov said,": a parenthesis that attributes.
    pub fn attribution_at(&self, at: u32, end: u32) -> bool {
        let subject = self.noun_phrase_end(at, end);
        let verb = if subject > at { subject } else { at };
        if verb >= end || !matches!(self.tag(verb), Tag::Past | Tag::Third | Tag::Present) {
            return false;
        }
        if subject == at {
            // ", said Lavrov"
            return self.noun_phrase_end(at + 1, end) > at + 1 && !self.clause_ahead(at + 1, end);
        }
        let mut after = verb + 1;
        while after < end && self.tag(after) == Tag::Adverb {
            after += 1;
        }
        after >= end
            || matches!(self.tag(after), Tag::Comma | Tag::Stop)
            || self.time_end(after, end) > after
            || self.is(after, self.closed.in_)
            || self.is(after, self.closed.on)
    }
}

/// Contents that end in the same places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Shape {
    /// A clause with a verb of its own.
    Clause,
    /// A noun phrase.
    Phrase,
    /// An infinitive or -ing form.
    Verb,
}

impl Shape {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Clause, "clause"), (Self::Phrase, "phrase"), (Self::Verb, "verb")];

    /// Its name in the data file.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(shape, _)| *shape == self).map_or("", |(_, name)| name)
    }

    /// The shape of what follows a cue in this frame.
    pub const fn of(frame: Frame) -> Self {
        match frame {
            Frame::Clause | Frame::That | Frame::ObjectThat | Frame::Wh => Self::Clause,
            Frame::To | Frame::ObjectTo | Frame::Gerund => Self::Verb,
            _ => Self::Phrase,
        }
    }
}
