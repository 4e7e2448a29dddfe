//! Marking what was searched for, in any text.

use super::pattern::Pattern;
use super::{spelling, words};
use crate::span::Span;

/// Finds the words of a search in a text as the index found them: folded, in either spelling, phrases whole.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    patterns: Vec<Pattern>,
}

impl Marker {
    /// Marks whatever matches one of the patterns.
    #[must_use]
    pub const fn new(patterns: Vec<Pattern>) -> Self {
        Self { patterns }
    }

    /// Whether there is nothing to mark.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The words searched for in `text[within]`, in order and without overlap; a phrase is one span.
    #[must_use]
    pub fn marks(&self, text: &str, within: Span) -> Vec<Span> {
        let mut marks: Vec<Span> = Vec::new();
        if self.is_empty() {
            return marks;
        }
        let mut found = Vec::new();
        words::each(text, within, |span, folded| found.push(Word::new(span, folded)));
        for at in 0..found.len() {
            let rest = &found[at..];
            let Some(words) = self.patterns.iter().filter_map(|pattern| matched(pattern, rest)).max() else {
                continue;
            };
            let mark = rest[0].span.cover(rest[words - 1].span);
            match marks.last_mut() {
                Some(last) if last.overlaps(mark) => *last = last.cover(mark),
                _ => marks.push(mark),
            }
        }
        marks
    }
}

/// How many words the pattern takes at the beginning of `words`, if it stands there.
fn matched(pattern: &Pattern, words: &[Word]) -> Option<usize> {
    let count = pattern.words().len();
    let stands = words.get(..count)?.iter().zip(pattern.words()).all(|(word, (wanted, prefix))| {
        if prefix { word.begins(wanted) } else { word.canonical == *spelling::canonical(wanted) }
    });
    stands.then_some(count)
}

struct Word {
    span: Span,
    folded: String,
    canonical: String,
}

impl Word {
    fn new(span: Span, folded: &str) -> Self {
        Self { span, folded: folded.into(), canonical: spelling::canonical(folded).into_owned() }
    }

    fn begins(&self, prefix: &str) -> bool {
        self.folded.starts_with(prefix)
            || self.canonical.starts_with(prefix)
            || spelling::variant(&self.canonical).is_some_and(|variant| variant.starts_with(prefix))
    }
}
