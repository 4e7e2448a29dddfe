//! Byte spans into a document's text, and their conversion at the borders.

use std::ops::Range;

/// A half-open range of **bytes** into [`Document::text`](crate::document::Document::text), on character
/// boundaries. The exact span of source text is the primary key of everything that Readout shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of bytes `start..end`. An end before its start makes an empty span.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words themselves; empty where the span does not resolve in `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same bytes as a `Range<usize>`.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The span without white space at its edges.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let left = words.len() - words.trim_start().len();
        let right = words.len() - words.trim_end().len();
        Self::new(self.start + left as u32, (self.end - right as u32).max(self.start + left as u32))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }
}

/// A half-open range of token indices of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenRange {
    /// Tokens `start..end`. An end before its start makes an empty range.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Number of tokens.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the range holds no token.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `token` lies inside.
    #[must_use]
    pub const fn contains(self, token: u32) -> bool {
        self.start <= token && token < self.end
    }

    /// The same tokens as a `Range<usize>`.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Converts byte offsets of one text to code points or UTF-16 units, and back, in logarithmic time after
/// one pass over the text. Web Annotation and the gold files count code points, the DOM UTF-16 units.
#[derive(Debug, Clone)]
pub struct OffsetMap {
    /// For each character that is not ASCII: its first byte, and code points and UTF-16 units up to its end.
    wide: Vec<Wide>,
}

#[derive(Debug, Clone, Copy)]
struct Wide {
    byte_end: u32,
    code_points: u32,
    utf16: u32,
}

impl OffsetMap {
    /// Reads `text` once. Memory is proportional to the number of characters that are not ASCII.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let (mut shed_points, mut shed_units) = (0, 0);
        for (at, character) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let byte_end = (at + character.len_utf8()) as u32;
            shed_points += character.len_utf8() as u32 - 1;
            shed_units += (character.len_utf8() - character.len_utf16()) as u32;
            wide.push(Wide { byte_end, code_points: byte_end - shed_points, utf16: byte_end - shed_units });
        }
        Self { wide }
    }

    /// Byte offset to code point offset.
    #[must_use]
    pub fn code_points(&self, byte: u32) -> u32 {
        self.before(byte).map_or(byte, |w| w.code_points + (byte - w.byte_end))
    }

    /// Byte offset to UTF-16 offset.
    #[must_use]
    pub fn utf16(&self, byte: u32) -> u32 {
        self.before(byte).map_or(byte, |w| w.utf16 + (byte - w.byte_end))
    }

    /// Code point offset to byte offset.
    #[must_use]
    pub fn byte_of_code_point(&self, point: u32) -> u32 {
        let at = self.wide.partition_point(|w| w.code_points <= point);
        match at.checked_sub(1).map(|i| self.wide[i]) {
            Some(w) => w.byte_end + (point - w.code_points),
            None => point,
        }
    }

    fn before(&self, byte: u32) -> Option<Wide> {
        let at = self.wide.partition_point(|w| w.byte_end <= byte);
        at.checked_sub(1).map(|i| self.wide[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_go_there_and_back() {
        let text = "a “b” 𝄞c";
        let map = OffsetMap::new(text);
        for (points, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(map.code_points(byte as u32), points as u32);
            assert_eq!(map.byte_of_code_point(points as u32), byte as u32);
            assert_eq!(map.utf16(byte as u32) as usize, text[..byte].encode_utf16().count());
        }
        assert_eq!(map.code_points(text.len() as u32), text.chars().count() as u32);
    }

    #[test]
    fn a_span_outside_the_text_is_empty() {
        assert_eq!(Span::new(3, 99).of("abc"), "");
        assert_eq!(Span::new(0, 1).of("é"), "");
    }
}
