//! What is looked for: a word, the beginning of one, or several in a row.

use super::{spelling, words};
use crate::span::Span;

/// Folded words in a row, the last of them perhaps only begun.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    words: Vec<String>,
    prefix: bool,
}

impl Pattern {
    /// The words of `text`; with `prefix`, whatever begins with the last one counts. `None` where there is no
    /// word.
    #[must_use]
    pub fn new(text: &str, prefix: bool) -> Option<Self> {
        let mut folded = Vec::new();
        words::each(text, Span::from(0..text.len()), |_, word| folded.push(word.to_owned()));
        (!folded.is_empty()).then_some(Self { words: folded, prefix })
    }

    /// What to look for in [`FoldedNames`]: the words in their own spelling and in the canonical one.
    pub(crate) fn needles(&self) -> [String; 2] {
        let end = if self.prefix { "" } else { " " };
        let canonical: Vec<_> = self.words.iter().map(|word| spelling::canonical(word)).collect();
        [format!(" {}{end}", self.words.join(" ")), format!(" {}{end}", canonical.join(" "))]
    }

    /// Each folded word, and whether it is only the beginning of one.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = (&str, bool)> {
        let last = self.words.len().saturating_sub(1);
        self.words.iter().enumerate().map(move |(at, word)| (word.as_str(), self.prefix && at == last))
    }
}

/// The names of one thing, folded, to look for patterns in.
#[derive(Debug, Clone, Default)]
pub(crate) struct FoldedNames {
    /// Each name between spaces, in its own spelling and in the canonical one.
    text: String,
}

impl FoldedNames {
    pub(crate) fn add(&mut self, name: &str) {
        let (mut own, mut canonical) = (String::from(" "), String::from(" "));
        words::each(name, Span::from(0..name.len()), |_, word| {
            own.extend([word, " "]);
            canonical.extend([&*spelling::canonical(word), " "]);
        });
        self.text.extend([own.as_str(), "\n"]);
        if canonical != own {
            self.text.extend([canonical.as_str(), "\n"]);
        }
    }

    /// Whether one of the names holds the pattern whose [`Pattern::needles`] these are.
    pub(crate) fn have(&self, needles: &[String; 2]) -> bool {
        needles.iter().any(|needle| self.text.contains(needle.as_str()))
    }
}
