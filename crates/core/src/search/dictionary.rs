//! The sorted dictionary: from a word or the beginning of one to terms.

use super::spelling;
use crate::order;
use std::ops::Range;

/// All words in order, each with its term. The spellings of one word are entries of their own with one
/// term; the spelling that no report uses is an entry too, so that its beginning finds the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    text: String,
    starts: Vec<u32>,
    terms: Vec<u32>,
}

/// A set of terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    /// Ascending, none touches another.
    pub(super) ranges: Vec<Range<u32>>,
}

impl Terms {
    /// A set of the terms given in any order.
    fn of(mut terms: Vec<u32>) -> Self {
        order::sort(&mut terms);
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for term in terms {
            match ranges.last_mut() {
                Some(last) if last.end == term => last.end += 1,
                Some(last) if last.end > term => {}
                _ => ranges.push(term..term + 1),
            }
        }
        Self { ranges }
    }

    pub(super) fn has(&self, term: u32) -> bool {
        let at = self.ranges.partition_point(|range| range.end <= term);
        self.ranges.get(at).is_some_and(|range| range.start <= term)
    }
}

impl Dictionary {
    /// A dictionary of entries in order.
    pub(super) fn new<'a>(entries: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut dictionary = Self { starts: vec![0], ..Self::default() };
        for (word, term) in entries {
            dictionary.text.push_str(word);
            dictionary.starts.push(dictionary.text.len() as u32);
            dictionary.terms.push(term);
        }
        dictionary
    }

    /// The term of the folded word in either spelling.
    pub(super) fn exactly(&self, word: &str) -> Terms {
        let canonical = spelling::canonical(word);
        let at = self.first(|entry| entry < &*canonical);
        let found = (self.entry(at) == Some(&canonical)).then(|| self.terms.get(at).copied()).flatten();
        Terms::of(found.into_iter().collect())
    }

    /// The terms of all words that begin so.
    pub(super) fn with_prefix(&self, prefix: &str) -> Terms {
        let start = self.first(|entry| entry < prefix);
        let end = self.first(|entry| entry < prefix || entry.starts_with(prefix));
        Terms::of(self.terms.get(start..end).unwrap_or_default().to_vec())
    }

    pub(super) fn size(&self) -> usize {
        self.text.len() + (self.starts.len() + self.terms.len()) * size_of::<u32>()
    }

    fn entry(&self, at: usize) -> Option<&str> {
        self.text.get(*self.starts.get(at)? as usize..*self.starts.get(at + 1)? as usize)
    }

    /// The first entry that `before` does not hold for; it must hold for a first part of them.
    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.terms.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.entry(middle).is_some_and(&before) { low = middle + 1 } else { high = middle }
        }
        low
    }
}
