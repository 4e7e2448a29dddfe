//! What the model sees of each token.

use super::confidence::Evidence;
use super::feature::mix;
use super::parse::{Parser, State};
use super::tag;
use crate::document::{Document, Zone};
use crate::quote::attribution::Attribution;
use crate::quote::reader::Reader;
use crate::quote::{decode, marks};
use crate::segment::{Case, Segmented, Token, TokenKind};
use crate::span::TokenRange;

/// One token as the model sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Hash of the folded form; marks of one sort share one.
    pub form: u32,
    /// Hash of the form without its ending.
    pub stem: u32,
    /// Hash of the last three letters.
    pub suffix: u32,
    /// Kind and case.
    pub shape: u32,
    /// Part of speech.
    pub tag: u32,
    /// The stretch between marks that holds it, counted from 1; 0 outside.
    pub stretch: u32,
    /// Its sentence.
    pub sentence: u32,
    /// Its block.
    pub block: u32,
    /// The token that governs it; itself where none does.
    pub head: u32,
    /// Its relation to the head.
    pub relation: u32,
    /// A bit for each relation of those that it governs.
    pub governed: u32,
    /// How sure the rules are that it belongs to a cue, from 1; 0: it does not.
    pub rule_cue: u32,
    /// The number of the rules' attribution whose cue holds it, counted from 1; 0: none.
    pub rule: u32,
    /// Its role in what the rules found, whatever the cue.
    pub rule_role: u32,
}

/// A longer sentence is read in pieces of so many tokens.
const LONGEST: usize = 256;

impl Word {
    /// Whether it is a word or a number.
    #[must_use]
    pub const fn is_word(&self) -> bool {
        self.shape < (TokenKind::Number as u32 + 1) * 4
    }

    /// Whether it has no capitals.
    #[must_use]
    pub const fn is_lower(&self) -> bool {
        self.shape & 3 == Case::Lower as u32
    }

    /// Whether it is a colon.
    #[must_use]
    pub const fn is_colon(&self) -> bool {
        self.shape & !3 == TokenKind::Colon as u32 * 4
    }

    /// Whether it is a double quotation mark.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        const OPEN: u32 = TokenKind::OpenMark as u32 * 4;
        const CLOSE: u32 = TokenKind::CloseMark as u32 * 4;
        const STRAIGHT: u32 = TokenKind::StraightMark as u32 * 4;
        matches!(self.shape & !3, OPEN | CLOSE | STRAIGHT)
    }
}

/// A document as the model sees it.
#[derive(Debug, Default)]
pub struct Reading {
    /// One a token.
    pub words: Vec<Word>,
    /// Sentences.
    pub sentences: Vec<TokenRange>,
    /// Blocks.
    pub blocks: Vec<TokenRange>,
    /// Stretches between marks.
    pub stretches: Vec<TokenRange>,
    /// For each block whether attributions are looked for in it.
    pub read: Vec<bool>,
    /// What the rules found.
    pub rules: Vec<Rule>,
}

/// An attribution as the rules found it.
#[derive(Debug)]
pub struct Rule {
    /// The words of saying.
    pub cue: Option<TokenRange>,
    /// The words that name the source.
    pub source: Option<TokenRange>,
    /// What was said.
    pub content: Vec<TokenRange>,
}

/// Stands beyond the first and last token of a sentence.
pub const BEYOND: Word = Word {
    form: 1,
    stem: 1,
    suffix: 1,
    shape: 99,
    tag: 99,
    stretch: 0,
    sentence: u32::MAX,
    block: u32::MAX,
    head: 0,
    relation: 99,
    governed: 0,
    rule_cue: 0,
    rule: 0,
    rule_role: 0,
};

impl Reading {
    /// Reads a document, with what the rules find in it.
    #[must_use]
    pub fn of(document: &Document, segmented: &Segmented) -> Self {
        let reader = Reader::new(&document.text, segmented);
        let stretches = marks::stretches(segmented, &document.text);
        Self::new(document, segmented, &decode::decode(document, reader, &stretches))
    }

    /// Reads all but heads and relations.
    #[must_use]
    pub(in crate::quote) fn new(document: &Document, segmented: &Segmented, by_rule: &[Attribution]) -> Self {
        let text = &document.text;
        let mut words: Vec<Word> = segmented.tokens.iter().map(|t| word(*t, text)).collect();
        for (word, tag) in words.iter_mut().zip(&segmented.tags) {
            word.tag = tag::number(*tag);
        }
        for (at, word) in words.iter_mut().enumerate() {
            word.head = at as u32;
        }
        for (index, block) in segmented.blocks.iter().enumerate() {
            for word in &mut words[block.range()] {
                word.block = index as u32;
            }
        }
        let double = marks::stretches(segmented, text).into_iter().filter(|stretch| !stretch.single);
        let stretches: Vec<TokenRange> =
            double.map(|stretch| TokenRange::new(stretch.open, stretch.end())).collect();
        for (index, stretch) in stretches.iter().enumerate() {
            for word in &mut words[stretch.range()] {
                word.stretch = index as u32 + 1;
            }
        }
        let mut sentences = Vec::with_capacity(segmented.sentences.len());
        for sentence in &segmented.sentences {
            let end = sentence.tokens.end;
            for start in (sentence.tokens.start..end).step_by(LONGEST) {
                let piece = TokenRange::new(start, end.min(start + LONGEST as u32));
                for word in &mut words[piece.range()] {
                    word.sentence = sentences.len() as u32;
                }
                sentences.push(piece);
            }
        }
        let read = document.blocks.iter().map(|b| is_read(b.zone)).collect();
        let rules = by_rule.iter();
        let rules = rules
            .map(|rule| Rule { cue: rule.cue, source: rule.source, content: rule.content.clone() })
            .collect();
        hint(&mut words, by_rule);
        Self { words, sentences, blocks: segmented.blocks.clone(), stretches, read, rules }
    }

    /// Gives every word its head and relation.
    pub fn parse(&mut self, parser: &Parser<'_>) {
        let mut state = State::default();
        for sentence in &self.sentences {
            if self.words.get(sentence.start as usize).is_some_and(|w| self.read[w.block as usize]) {
                parser.parse(&mut self.words[sentence.range()], sentence.start, &mut state);
            }
        }
    }

    /// Whether attributions are looked for at the token.
    #[must_use]
    pub fn is_read(&self, at: u32) -> bool {
        let block = self.words.get(at as usize).map_or(0, |w| w.block as usize);
        self.read.get(block).copied().unwrap_or_default()
    }

    /// What the words of a content say of it.
    #[must_use]
    pub fn evidence(&self, content: &[TokenRange]) -> Evidence {
        let length: u32 = content.iter().map(|c| c.len()).sum();
        let marked = content.iter().flat_map(|c| &self.words[c.range()]).filter(|w| w.stretch > 0).count();
        let marked = marked as f32 / length.max(1) as f32;
        Evidence { spans: content.len() as u32, length, marked, ..Evidence::default() }
    }

    /// The token at `at`, or what stands beyond.
    #[must_use]
    pub fn word(&self, at: i64) -> &Word {
        usize::try_from(at).ok().and_then(|at| self.words.get(at)).unwrap_or(&BEYOND)
    }

    /// Whether a stretch is left open at the block's end and the next block opens with a mark.
    #[must_use]
    pub fn runs_on(&self, block: usize) -> bool {
        let (Some(here), Some(next)) = (self.blocks.get(block), self.blocks.get(block + 1)) else {
            return false;
        };
        let last = here.end.checked_sub(1).and_then(|at| self.words.get(at as usize));
        let open = last.is_some_and(|w| w.stretch > 0 && !w.is_mark());
        open && self.words.get(next.start as usize).is_some_and(|w| w.stretch > 0)
    }

    /// Whether the stretch is a whole paragraph that goes on with what the one before leaves open.
    #[must_use]
    pub fn continues(&self, stretch: TokenRange) -> bool {
        let block = self.words.get(stretch.start as usize).map_or(0, |word| word.block as usize);
        self.blocks.get(block) == Some(&stretch) && block.checked_sub(1).is_some_and(|b| self.runs_on(b))
    }

    /// The token at `at` if it stands within `range`.
    #[must_use]
    pub fn within(&self, range: TokenRange, at: i64) -> &Word {
        if at >= i64::from(range.start) && at < i64::from(range.end) { self.word(at) } else { &BEYOND }
    }
}

/// Notes on the words what the rules take them for.
fn hint(words: &mut [Word], by_rule: &[Attribution]) {
    for (number, rule) in (1..).zip(by_rule) {
        for range in &rule.content {
            for word in &mut words[range.range()] {
                word.rule_role |= 2;
            }
        }
        for word in &mut words[rule.source.unwrap_or_default().range()] {
            word.rule_role |= 1;
        }
        for word in &mut words[rule.cue.unwrap_or_default().range()] {
            word.rule = number;
            word.rule_cue = 1 + (rule.likelihood * 4.0) as u32;
        }
    }
}

fn is_read(zone: Zone) -> bool {
    zone.is_read() && !matches!(zone, Zone::PullQuote | Zone::PullQuoteSource)
}

fn word(token: Token, text: &str) -> Word {
    let raw = token.span.of(text);
    let shape = token.kind as u32 * 4 + token.case as u32;
    let (form, stem, suffix) = match token.kind {
        TokenKind::Word | TokenKind::Possessive => hashes(raw),
        TokenKind::Number => (7, 7, 7),
        TokenKind::Stop | TokenKind::Symbol | TokenKind::OpenBracket | TokenKind::CloseBracket => {
            let form = hash(raw.bytes());
            (form, form, form)
        }
        kind => (kind as u32 + 100, kind as u32 + 100, kind as u32 + 100),
    };
    Word { form, stem, suffix, shape, ..Word::default() }
}

/// Hash of a word's folded letters; curly apostrophes count as straight.
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811C_9DC5, |h, b| mix(h, u32::from(b)))
}

fn hashes(raw: &str) -> (u32, u32, u32) {
    let mut buffer = [0_u8; 24];
    let mut length = 0;
    let mut characters = raw.chars();
    while let (true, Some(character)) = (length < 20, characters.next()) {
        match character {
            '’' => length += '\''.encode_utf8(&mut buffer[length..]).len(),
            ascii if ascii.is_ascii() => {
                buffer[length] = ascii.to_ascii_lowercase() as u8;
                length += 1;
            }
            wide => length += wide.encode_utf8(&mut buffer[length..]).len(),
        }
    }
    let folded = &buffer[..length];
    let form = hash(folded.iter().copied());
    let mut stem = folded;
    for ending in ["ing", "ed", "es", "s", "e"] {
        if folded.len() > ending.len() + 2 && folded.ends_with(ending.as_bytes()) {
            stem = &folded[..folded.len() - ending.len()];
            break;
        }
    }
    let suffix = hash(folded[folded.len().saturating_sub(3)..].iter().copied());
    (form, hash(stem.iter().copied()), suffix)
}
