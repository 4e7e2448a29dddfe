//! A text cut into lines: what page formats look at.

use crate::span::Span;
use memchr::memchr2;

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Its bytes, white space at the edges left off.
    pub span: Span,
    /// Whether a blank line (or nothing) stands before it.
    pub opens: bool,
}

/// A decoded text and its lines.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub lines: Vec<Line>,
}

impl<'a> Page<'a> {
    /// Cuts at LF, CRLF and CR. Linear in the length of the text.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = Vec::with_capacity(text.len() / 128);
        let (mut at, mut opens) = (0, true);
        while at < bytes.len() {
            let end = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
            let span = Span::from(at..end).trim(text);
            if span.is_empty() {
                opens = true;
            } else {
                lines.push(Line { span, opens });
                opens = false;
            }
            at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        }
        Self { text, lines }
    }

    /// The words of a line; empty where there is none.
    pub fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).map_or("", |line| line.span.of(self.text))
    }

    /// The words of the first lines, where a page's header is.
    pub fn head(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        (0..self.lines.len().min(12)).map(|index| (index, self.line(index)))
    }

    /// The words of the last lines, last first.
    pub fn tail(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        (0..self.lines.len()).rev().take(24).map(|index| (index, self.line(index)))
    }

    /// Groups of lines between blank lines, as ranges of line indices.
    pub fn groups(&self) -> Vec<std::ops::Range<usize>> {
        let mut starts: Vec<usize> = (0..self.lines.len()).filter(|i| self.lines[*i].opens).collect();
        starts.push(self.lines.len());
        starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
    }
}

/// Whether a line ends as a sentence does: with a stop, or with a stop and marks after it.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…']) || (bare.len() < line.len() && bare.ends_with([',', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_line_ends_cut_alike() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["One", " two ", "", "three", "", ""].join(end);
            let page = Page::new(&text);
            let lines: Vec<_> = page.lines.iter().map(|l| (l.span.of(&text), l.opens)).collect();
            assert_eq!(lines, [("One", true), ("two", false), ("three", true)]);
            assert_eq!(page.groups(), [0..2, 2..3]);
        }
    }
}
