//! The scorer's own tokens, on purpose not the core's: a ruler must not bend with what it measures.
//! All offsets are code points.

use std::collections::BTreeSet;

/// A set of token indices.
pub type TokenSet = BTreeSet<usize>;

/// The tokens of one text: runs of word characters (inner apostrophes, hyphens and full stops kept), or one
/// other character that is not white space.
#[derive(Debug, Default)]
pub struct Tokens {
    starts: Vec<usize>,
    ends: Vec<usize>,
    is_word: Vec<bool>,
}

impl Tokens {
    /// Cuts a text.
    #[must_use]
    pub fn new(text: &[char]) -> Self {
        let mut tokens = Self::default();
        let mut at = 0;
        while at < text.len() {
            let start = at;
            at += 1;
            if is_space(text[start]) {
                continue;
            }
            let word = is_word(text[start]);
            if word {
                at = end_of_word(text, at);
            }
            tokens.starts.push(start);
            tokens.ends.push(at);
            tokens.is_word.push(word);
        }
        tokens
    }

    /// The tokens that share at least one character with the spans.
    #[must_use]
    pub fn covered(&self, spans: &[(usize, usize)]) -> TokenSet {
        let mut found = TokenSet::new();
        for (start, end) in spans.iter().filter(|(start, end)| end > start) {
            let first = self.ends.partition_point(|e| e <= start);
            let last = self.starts.partition_point(|s| s < end);
            found.extend(first..last);
        }
        found
    }

    /// Where the first token of the set starts; zero for none.
    #[must_use]
    pub fn start(&self, set: &TokenSet) -> usize {
        set.first().and_then(|first| self.starts.get(*first)).copied().unwrap_or_default()
    }

    /// Those tokens of the set that are words.
    #[must_use]
    pub fn words(&self, set: &TokenSet) -> TokenSet {
        set.iter().copied().filter(|i| self.is_word.get(*i).copied().unwrap_or_default()).collect()
    }
}

fn end_of_word(text: &[char], mut at: usize) -> usize {
    loop {
        while text.get(at).is_some_and(|c| is_word(*c)) {
            at += 1;
        }
        let joined = text.get(at).is_some_and(|c| matches!(c, '\'' | '’' | '.' | '-'))
            && text.get(at + 1).is_some_and(|c| is_word(*c));
        if !joined {
            return at;
        }
        at += 1;
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

/// The stretches between double quotation marks, marks included. Works line by line (a line is a paragraph);
/// reads curly, straight and doubled marks, not single ones. A quotation left open at the end of its line
/// ends there.
#[must_use]
pub fn quoted_segments(text: &[char]) -> Vec<(usize, usize)> {
    let mut segments = Vec::new();
    let mut start = 0;
    for line in text.split(|c| *c == '\n') {
        quoted_in_line(line, start, &mut segments);
        start += line.len() + 1;
    }
    segments
}

fn quoted_in_line(line: &[char], offset: usize, segments: &mut Vec<(usize, usize)>) {
    let mut open_at = None;
    let mut at = 0;
    while at < line.len() {
        let doubled = line.get(at + 1) == Some(&line[at]) && matches!(line[at], '`' | '\'');
        let width = if doubled { 2 } else { 1 };
        let before = if at > 0 { line[at - 1] } else { ' ' };
        let after = line.get(at + width).copied().unwrap_or(' ');
        match line[at] {
            '“' | '„' => open_at = Some(at),
            '`' if doubled => open_at = Some(at),
            '”' | '\'' if doubled || line[at] == '”' => {
                if let Some(open) = open_at.take() {
                    segments.push((offset + open, offset + at + width));
                }
            }
            '"' => {
                let opens = (is_space(before) || "([—–-'‘".contains(before)) && !is_space(after);
                match open_at {
                    Some(open) if !opens => {
                        segments.push((offset + open, offset + at + 1));
                        open_at = None;
                    }
                    _ if opens || (open_at.is_none() && !is_space(after) && !before.is_ascii_digit()) => {
                        open_at = Some(at);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        at += width;
    }
    if let Some(open) = open_at {
        let end = line.iter().rposition(|c| !is_space(*c)).map_or(0, |last| last + 1);
        segments.push((offset + open, offset + end));
    }
}

/// "direct": every word of the content stands in marks; "indirect": none; else "mixed".
#[must_use]
pub fn kind_of(content_words: &TokenSet, quoted_words: &TokenSet) -> &'static str {
    let inside = content_words.intersection(quoted_words).count();
    match inside {
        0 => "indirect",
        n if n == content_words.len() => "direct",
        _ => "mixed",
    }
}
