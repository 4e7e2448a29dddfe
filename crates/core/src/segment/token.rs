//! Tokens: words, numbers, marks.

use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and full stops ("don't", "anti-missile", "U.S.").
    Word,
    /// Opens with a digit ("10", "2007-10-13", "20th", "3,000").
    Number,
    /// "'s" or the lone apostrophe of a possessive.
    Possessive,
    /// An opening double quotation mark: curly, low, or two grave accents.
    OpenMark,
    /// A closing double quotation mark: curly.
    CloseMark,
    /// A straight double quotation mark or two apostrophes, whose side its neighbours tell.
    StraightMark,
    /// A single quotation mark or apostrophe that belongs to no word.
    SingleMark,
    /// A comma.
    Comma,
    /// A full stop, question or exclamation mark.
    Stop,
    /// Two or more full stops without spaces between them, or the one character.
    Ellipsis,
    /// A dash, or a hyphen between spaces; two hyphens.
    Dash,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// An opening bracket of any shape.
    OpenBracket,
    /// A closing bracket of any shape.
    CloseBracket,
    /// Anything else.
    Symbol,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital, or no letter.
    Lower,
    /// A capital first, small letters after.
    Title,
    /// Capitals only: two letters or more.
    Upper,
    /// Capitals within ("McCain", "eBay").
    Mixed,
}

/// A token of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// Its entry in the lexicon.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Whether a hyphen stands within ("US-Russia"): its parts may be names.
    pub hyphenated: bool,
    /// Whether white space stands before it (or nothing).
    pub spaced: bool,
}

/// Cuts `text[span]` into tokens and appends them. Linear in the length of the span.
pub(super) fn tokenise(text: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let first = out.len();
    cut(text, span, out);
    // In a turn of its own the processor looks up several words at once.
    for token in out.iter_mut().skip(first).filter(|token| token.kind == TokenKind::Word) {
        token.word = lexicon.look_up_within(text, token.span);
    }
}

/// Appends the tokens without their words.
fn cut(text: &str, span: Span, out: &mut Vec<Token>) {
    let end = (span.end as usize).min(text.len());
    let letters = Letters::default();
    let mut cutter = Cutter { text, bytes: text.as_bytes(), at: span.start as usize, end, letters };
    let mut spaced = true;
    while cutter.at < end {
        if cutter.take_space() {
            spaced = true;
            continue;
        }
        let start = cutter.at;
        let kind = if cutter.take_plain_word() {
            TokenKind::Word
        } else {
            let Some(character) = cutter.peek(0) else { break };
            let before = out.last().filter(|t| !spaced && t.span.end as usize == start).map(|t| t.kind);
            cutter.take(character, spaced, before)
        };
        let span = Span::from(start..cutter.at);
        let (mut case, mut hyphenated) = (Case::Lower, false);
        if kind == TokenKind::Word {
            case = cutter.letters.case(span.len());
            hyphenated = cutter.letters.hyphen;
        }
        out.push(Token { span, word: WordId::UNKNOWN, kind, case, hyphenated, spaced });
        spaced = false;
    }
}

/// How the letters of a word are written.
#[derive(Default)]
struct Letters {
    capitals: u32,
    small: bool,
    opens_with_capital: bool,
    hyphen: bool,
}

impl Letters {
    fn add(&mut self, character: char) {
        self.capitals += u32::from(character.is_uppercase());
        self.small |= character.is_lowercase();
        self.hyphen |= matches!(character, '-' | '‑');
    }

    fn case(&self, len: u32) -> Case {
        match self.capitals {
            0 => Case::Lower,
            1 if self.opens_with_capital && (self.small || len == 1) => Case::Title,
            _ if !self.small => Case::Upper,
            _ => Case::Mixed,
        }
    }
}

/// What an ASCII byte is: 0 where neither letter, digit nor white space.
const ASCII: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'A'..=b'Z' => CAPITAL,
            b'a'..=b'z' => SMALL,
            b'0'..=b'9' => DIGIT,
            b'\t'..=b'\r' | b' ' => SPACE,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
const CAPITAL: u8 = 1;
const SMALL: u8 = 2;
const DIGIT: u8 = 4;
const SPACE: u8 = 8;
const LETTERS_AND_DIGITS: u8 = CAPITAL | SMALL | DIGIT;

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    end: usize,
    /// Of the word that was taken last.
    letters: Letters,
}

impl Cutter<'_> {
    /// The character `ahead` bytes further on, which must be a character's start.
    #[inline]
    fn peek(&self, ahead: usize) -> Option<char> {
        let at = self.at + ahead;
        if at >= self.end {
            return None;
        }
        match self.bytes[at] {
            ascii @ 0..=0x7f => Some(ascii as char),
            _ => self.text.get(at..self.end)?.chars().next(),
        }
    }

    /// Takes one token that opens with `first`.
    fn take(&mut self, first: char, spaced: bool, before: Option<TokenKind>) -> TokenKind {
        if first.is_alphanumeric() {
            return self.take_word(first);
        }
        let next = self.peek(first.len_utf8());
        let after_word =
            matches!(before, Some(TokenKind::Word | TokenKind::Number | TokenKind::CloseBracket));
        self.at += first.len_utf8();
        match first {
            '“' | '„' | '«' => TokenKind::OpenMark,
            '”' | '»' => TokenKind::CloseMark,
            '"' => TokenKind::StraightMark,
            '`' if next == Some('`') => self.second(TokenKind::OpenMark),
            '\'' if next == Some('\'') => self.second(TokenKind::StraightMark),
            '\'' | '’' if after_word && matches!(next, Some('s' | 'S')) && self.ends_after(1) => {
                self.second(TokenKind::Possessive)
            }
            '\'' | '’' | '‘' | '`' | '‚' => TokenKind::SingleMark,
            ',' => TokenKind::Comma,
            '.' if next == Some('.') => self.run('.', TokenKind::Ellipsis),
            '.' | '!' | '?' => TokenKind::Stop,
            '…' => TokenKind::Ellipsis,
            '-' if next == Some('-') => self.run('-', TokenKind::Dash),
            '-' if spaced || next.is_none_or(char::is_whitespace) => TokenKind::Dash,
            '–' | '—' | '―' => TokenKind::Dash,
            ':' => TokenKind::Colon,
            ';' => TokenKind::Semicolon,
            '(' | '[' | '{' => TokenKind::OpenBracket,
            ')' | ']' | '}' => TokenKind::CloseBracket,
            _ => TokenKind::Symbol,
        }
    }

    /// Takes the white space that stands here, if there is any.
    #[inline]
    fn take_space(&mut self) -> bool {
        let width = match self.bytes[self.at] {
            ascii @ 0..=0x7f => usize::from(ASCII[ascii as usize] == SPACE),
            _ => self.peek(0).filter(|c| c.is_whitespace()).map_or(0, char::len_utf8),
        };
        self.at += width;
        width > 0
    }

    /// Takes the word that stands here if it is ASCII letters with no mark in or after it that may be its own:
    /// what most words are.
    #[inline]
    fn take_plain_word(&mut self) -> bool {
        let rest = self.bytes.get(self.at..self.end).unwrap_or_default();
        let first = rest.first().map_or(0, |byte| ASCII[*byte as usize]);
        if first & (CAPITAL | SMALL) == 0 {
            return false;
        }
        let (run, capitals, seen) = run(rest);
        let ends = match rest.get(run..).unwrap_or_default() {
            [b' ', ..] | [] => true,
            [b'.', ..] if run == 1 => false,
            [b'-' | b'\'' | b'.' | b'&', next, ..] => {
                next.is_ascii() && ASCII[*next as usize] & LETTERS_AND_DIGITS == 0
            }
            [next, ..] => next.is_ascii(),
        };
        if ends {
            let (small, opens_with_capital) = (seen & SMALL != 0, first == CAPITAL);
            self.letters = Letters { capitals, small, opens_with_capital, hyphen: false };
            self.at += run;
        }
        ends
    }

    fn second(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        kind
    }

    fn run(&mut self, character: char, kind: TokenKind) -> TokenKind {
        while self.peek(0) == Some(character) {
            self.at += character.len_utf8();
        }
        kind
    }

    /// Whether no letter or digit follows `ahead` bytes further on.
    fn ends_after(&self, ahead: usize) -> bool {
        !self.peek(ahead).is_some_and(char::is_alphanumeric)
    }

    fn take_word(&mut self, first: char) -> TokenKind {
        let start = self.at;
        let number = first.is_numeric();
        let mut dotted = true;
        let mut letters = 0;
        self.letters = Letters { opens_with_capital: first.is_uppercase(), ..Letters::default() };
        loop {
            letters += self.ascii_run();
            let Some(character) = self.peek(0) else { break };
            if !character.is_ascii() && (character.is_alphanumeric() || is_combining(character)) {
                letters += 1;
                self.letters.add(character);
                self.at += character.len_utf8();
                continue;
            }
            let Some(next) = self.peek(character.len_utf8()).filter(|c| c.is_alphanumeric()) else {
                break;
            };
            let inner = match character {
                '-' | '‑' => true,
                '\'' | '’' => !number && !self.is_possessive(character.len_utf8()),
                '.' => (number && next.is_numeric()) || (dotted && letters == 1 && next.is_alphabetic()),
                ',' | ':' => number && next.is_numeric() && self.bytes[self.at - 1].is_ascii_digit(),
                '&' => letters == 1 && next.is_uppercase(),
                _ => false,
            };
            if !inner {
                break;
            }
            dotted &= character == '.';
            letters = 0;
            self.letters.add(character);
            self.at += character.len_utf8();
        }
        // "U.S." and "J." keep their last full stop; "vitamin C." does too, and the sentence rule decides.
        let initials = dotted && letters == 1 && !number && first.is_uppercase();
        if initials && self.peek(0) == Some('.') && self.peek(1) != Some('.') && self.at > start {
            self.at += 1;
        }
        if number { TokenKind::Number } else { TokenKind::Word }
    }

    /// Takes the ASCII letters and digits that stand here, and counts them.
    fn ascii_run(&mut self) -> usize {
        let (run, capitals, seen) = run(self.bytes.get(self.at..self.end).unwrap_or_default());
        self.letters.capitals += capitals;
        self.letters.small |= seen & SMALL != 0;
        self.at += run;
        run
    }

    /// Whether the apostrophe here (of `width` bytes) opens "'s" at a word's end.
    fn is_possessive(&self, width: usize) -> bool {
        matches!(self.peek(width), Some('s' | 'S')) && self.ends_after(width + 1)
    }
}

/// How many ASCII letters and digits open `bytes`, how many of them are capitals, and all that they are.
#[inline]
fn run(bytes: &[u8]) -> (usize, u32, u8) {
    let (mut run, mut capitals, mut seen) = (0, 0, 0);
    for byte in bytes {
        let kind = ASCII[*byte as usize];
        if kind & LETTERS_AND_DIGITS == 0 {
            break;
        }
        seen |= kind;
        capitals += u32::from(kind & CAPITAL);
        run += 1;
    }
    (run, capitals, seen)
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenise(text, Span::from(0..text.len()), Lexicon::shared(), &mut tokens);
        tokens.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_keep_their_inner_marks() {
        assert_eq!(cut("Iran’s U.S. anti-missile don't 3,000."), "Iran|’s|U.S.|anti-missile|don't|3,000|.");
        assert_eq!(cut("countries’ armaments"), "countries|’|armaments");
        assert_eq!(cut("\"two-plus-two\", said J. Smith..."), "\"|two-plus-two|\"|,|said|J.|Smith|...");
        assert_eq!(cut("shield -- a radar - and it"), "shield|--|a|radar|-|and|it");
        assert_eq!(cut("``Yes,'' he said"), "``|Yes|,|''|he|said");
    }
}
