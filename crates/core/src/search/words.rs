//! The words of a text as search sees them: folded, so that case, diacritics and marks don't matter.

use crate::letters::{base, is_mark};
use crate::small::small;
use crate::span::Span;

/// Longer words are known by so many bytes.
const LONGEST: usize = 64;

/// Calls `take` with each word of `text[within]`, its place and its folded form. Linear in the length.
pub(super) fn each(text: &str, within: Span, mut take: impl FnMut(Span, &str)) {
    let end = (within.end as usize).min(text.len());
    let Some(text) = text.get(..end) else { return };
    let mut scanner = Scanner { text, at: within.start as usize, folded: String::with_capacity(LONGEST + 4) };
    let bytes = text.as_bytes();
    loop {
        while bytes.get(scanner.at).is_some_and(|byte| BYTES[*byte as usize] == PARTING) {
            scanner.at += 1;
        }
        let start = scanner.at;
        let (mut run_end, mut seen) = (start, 0);
        while let Some(kind) = bytes.get(run_end).map(|byte| BYTES[*byte as usize]).filter(|k| k & PLAIN != 0)
        {
            run_end += 1;
            seen |= kind;
        }
        // By far the most words are letters between spaces and stops.
        if run_end > start && run_end - start <= LONGEST && parts(&bytes[run_end..]) {
            let word = text.get(start..run_end).unwrap_or_default();
            scanner.at = run_end;
            if seen & CAPITAL == 0 {
                take(Span::from(start..run_end), word);
            } else {
                scanner.folded.clear();
                scanner.folded.push_str(word);
                scanner.folded.make_ascii_lowercase();
                take(Span::from(start..run_end), &scanner.folded);
            }
            continue;
        }
        let Some(character) = scanner.peek(start) else { return };
        if !character.is_alphanumeric() {
            scanner.at += character.len_utf8();
            continue;
        }
        let word_end = scanner.word();
        if !scanner.folded.is_empty() {
            take(Span::from(start..word_end), &scanner.folded);
        }
    }
}

/// What each byte is to words.
const BYTES: [u8; 256] = {
    let mut bytes = [WIDE; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        bytes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => FOLDED,
            b'A'..=b'Z' => CAPITAL,
            _ => PARTING,
        };
        byte += 1;
    }
    bytes
};
/// Parts words, unless it stands within one.
const PARTING: u8 = 0;
/// An ASCII letter or digit that folding leaves as it is.
const FOLDED: u8 = 1;
const CAPITAL: u8 = 2;
const PLAIN: u8 = FOLDED | CAPITAL;
/// A part of a character outside ASCII.
const WIDE: u8 = 4;

/// Whether what stands after a run of ASCII letters and digits surely ends the word.
fn parts(rest: &[u8]) -> bool {
    match rest {
        [b' ', ..] | [] => true,
        [b'\'' | b'.' | b',', next, ..] => next.is_ascii() && !next.is_ascii_alphanumeric(),
        [next, ..] => next.is_ascii(),
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    folded: String,
}

impl Scanner<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        match *self.text.as_bytes().get(at)? {
            ascii @ 0..=0x7f => Some(ascii as char),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    /// Takes the word that opens here, folds it, and returns where it ends.
    fn word(&mut self) -> usize {
        self.folded.clear();
        // Where the letters since the last mark within the word begin.
        let mut part = self.at;
        loop {
            self.ascii_run();
            // By far the most frequent ends.
            if matches!(self.text.as_bytes().get(self.at), Some(b' ' | b'\n' | b'-' | b'"')) {
                return self.at;
            }
            let Some(next) = self.peek(self.at) else { return self.at };
            let end = self.at;
            match next {
                '\'' | '’' if self.is_letter(end + next.len_utf8()) => {
                    self.at += next.len_utf8();
                    if self.is_possessive() {
                        self.at += 1;
                        return end;
                    }
                }
                '.' if self.is_initial(part) => self.at += 1,
                '.' | ',' if self.stands_in_number() => {
                    self.at += 1;
                    if next == '.' {
                        self.push('.');
                    }
                }
                '\u{ad}' | '\u{200d}' => self.at += next.len_utf8(),
                _ if is_ideograph(next) => {
                    if end == part {
                        self.at += next.len_utf8();
                        self.push(next);
                    }
                    return self.at;
                }
                _ if next.is_alphanumeric() || is_mark(next) => {
                    self.at += next.len_utf8();
                    self.fold(next);
                    continue;
                }
                _ => return end,
            }
            part = self.at;
        }
    }

    fn ascii_run(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let len = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let kept = len.min(LONGEST.saturating_sub(self.folded.len()));
        let old = self.folded.len();
        self.folded.push_str(self.text.get(self.at..self.at + kept).unwrap_or_default());
        if let Some(new) = self.folded.get_mut(old..) {
            new.make_ascii_lowercase();
        }
        self.at += len;
    }

    fn is_letter(&self, at: usize) -> bool {
        self.peek(at).is_some_and(char::is_alphanumeric)
    }

    /// Whether "s" stands here at a word's end, an apostrophe before it.
    fn is_possessive(&self) -> bool {
        matches!(self.peek(self.at), Some('s' | 'S')) && !self.is_letter(self.at + 1)
    }

    /// Whether the full stop here stands between single letters: "U.S".
    fn is_initial(&self, part: usize) -> bool {
        let after = self.peek(self.at + 1).filter(|c| c.is_alphabetic());
        let before = self.text.get(part..self.at).is_some_and(|letters| {
            letters.chars().next().is_some_and(|c| c.is_alphabetic() && c.len_utf8() == letters.len())
        });
        before && after.is_some_and(|c| !self.is_letter(self.at + 1 + c.len_utf8()))
    }

    fn stands_in_number(&self) -> bool {
        let digit = |at: Option<usize>| {
            at.and_then(|at| self.text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit)
        };
        digit(self.at.checked_sub(1)) && digit(Some(self.at + 1))
    }

    fn push(&mut self, character: char) {
        if self.folded.len() + character.len_utf8() <= LONGEST {
            self.folded.push(character);
        }
    }

    fn fold(&mut self, character: char) {
        for lower in small(character) {
            match lower {
                'ß' => ['s', 's'].into_iter().for_each(|c| self.push(c)),
                'æ' => ['a', 'e'].into_iter().for_each(|c| self.push(c)),
                'œ' => ['o', 'e'].into_iter().for_each(|c| self.push(c)),
                'þ' => ['t', 'h'].into_iter().for_each(|c| self.push(c)),
                'ø' => self.push('o'),
                'ł' => self.push('l'),
                'đ' | 'ð' => self.push('d'),
                'ı' => self.push('i'),
                _ if is_mark(lower) => {}
                _ => self.push(base(lower)),
            }
        }
    }
}

/// Whether the character is a word of its own, in scripts that put no space between words.
const fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut words = Vec::new();
        each(text, Span::from(0..text.len()), |span, folded| {
            words.push(format!("{}={folded}", span.of(text)))
        });
        words.join(" ")
    }

    #[test]
    fn case_diacritics_and_marks_fold() {
        assert_eq!(words("Śląsk, Genève’s É"), "Śląsk=slask Genève=geneve É=e");
        assert_eq!(
            words("e\u{301}te\u{301} Straße Ørsted"),
            "e\u{301}te\u{301}=ete Straße=strasse Ørsted=orsted"
        );
        assert_eq!(words("don't don’t O'Brien’s"), "don't=dont don’t=dont O'Brien=obrien");
    }

    #[test]
    fn hyphens_part_words_and_initials_join() {
        assert_eq!(words("anti-missile"), "anti=anti missile=missile");
        assert_eq!(words("The U.S. and J.Smith"), "The=the U.S=us and=and J=j Smith=smith");
        assert_eq!(words("3,000 men, 10.5 km."), "3,000=3000 men=men 10.5=10.5 km=km");
    }

    #[test]
    fn an_ideograph_is_a_word() {
        assert_eq!(words("中国x y中"), "中=中 国=国 x=x y=y 中=中");
    }

    #[test]
    fn a_long_word_is_known_by_its_beginning() {
        let mut seen = Vec::new();
        let text = "x".repeat(1000);
        each(&text, Span::from(0..text.len()), |span, folded| seen.push((span.len(), folded.len())));
        assert_eq!(seen, [(1000, LONGEST)]);
    }
}
