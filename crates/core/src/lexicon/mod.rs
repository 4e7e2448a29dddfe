//! What is known of words. One look-up a token gives a [`WordId`], whose [`Entry`] holds all that the word
//! lists in `data/` say of the word; later stages test flags and never hash a string again.

mod class;
mod inflect;
mod table;
mod tags;

pub use class::{Class, Classes};
pub use inflect::verb_forms;
pub(crate) use table::WordTable;
pub use tags::TagShares;

use crate::packed::{Numbers, column, for_each_word, lines};
use crate::small::lowercase;
use crate::span::Span;
use std::sync::OnceLock;

/// A word of the lexicon, case folded. `UNKNOWN` stands for every other word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that no list holds.
    pub const UNKNOWN: Self = Self(0);

    /// Whether some list holds the word.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// What the word lists say of one word.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Entry {
    /// The classes that the word is in.
    pub classes: Classes,
    /// The parts of speech that the word can be.
    pub tags: TagShares,
    /// The verb of the table of cues that the word is a form of, counted from one; 0 for none.
    pub cue: u16,
}

/// All words of all lists, built once from the files in `data/`.
#[derive(Debug)]
pub struct Lexicon {
    ids: WordTable,
    words: Vec<Box<str>>,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// The lexicon of this build.
    pub fn shared() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut lexicon =
                Self { ids: WordTable::default(), words: vec!["".into()], entries: vec![Entry::default()] };
            for (class, list) in class::LISTS {
                for word in list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
                    lexicon.add(word, *class);
                }
            }
            lexicon.add_tags();
            for table in class::NAMES {
                for row in table.lines().filter(|l| !l.starts_with('#')) {
                    let words = row.split(|c: char| c.is_whitespace() || matches!(c, '|' | ','));
                    for word in words.filter(|w| !w.is_empty()) {
                        lexicon.intern(&lowercase(word));
                    }
                }
            }
            lexicon.add_cues();
            lexicon
        })
    }

    /// Reads `data/tags/words.tsv` as `build/words.rs` packs it.
    fn add_tags(&mut self) {
        let kind = |line: &str| (TagShares::parse(line.trim_end_matches('+')), line.ends_with('+'));
        let kinds: Vec<(TagShares, bool)> = lines!("kinds.txt").lines().map(kind).collect();
        let mut numbers = Numbers(column!("words.kinds"));
        for_each_word(lines!("words.front"), |word| {
            let (shares, opens) = kinds[numbers.next().unwrap_or_default() as usize];
            let id = self.intern(word);
            let entry = &mut self.entries[id.0 as usize];
            entry.tags = shares;
            if opens {
                entry.classes.insert(Class::Common);
            }
        });
    }

    /// Numbers the verbs of the table of cues in their order, and enters all their forms.
    fn add_cues(&mut self) {
        let mut rows = (1..).zip(lines!("verbs.forms").split('\n'));
        for_each_word(lines!("verbs.front"), |lemma| {
            let (row, irregular) = rows.next().unwrap_or_default();
            let irregular = irregular.split(',').filter(|form| !form.is_empty());
            for form in verb_forms(lemma).into_iter().chain(irregular.map(Into::into)) {
                let id = self.intern(&form);
                let entry = &mut self.entries[id.0 as usize];
                if entry.cue == 0 {
                    entry.cue = row;
                }
            }
        });
    }

    fn add(&mut self, word: &str, class: Class) {
        let id = self.intern(word);
        self.entries[id.0 as usize].classes.insert(class);
    }

    fn intern(&mut self, word: &str) -> WordId {
        let next = self.words.len() as u32;
        let id = self.ids.get_or_insert(word, next);
        if id == next {
            self.words.push(word.into());
            self.entries.push(Entry::default());
        }
        WordId(id)
    }

    /// Number of words, `UNKNOWN` included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no list holds a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.len() <= 1
    }

    /// The id of `word` in any case; `UNKNOWN` where no list holds it. Curly apostrophes count as straight.
    #[must_use]
    pub fn look_up(&self, word: &str) -> WordId {
        self.ids.get(word).map_or_else(|| self.look_up_wide(word), WordId)
    }

    /// The id of a word that is not in the lists as it stands: others than ASCII may be there as they are folded.
    fn look_up_wide(&self, word: &str) -> WordId {
        const LONGEST: usize = 64;
        if word.is_ascii() || word.len() > LONGEST {
            return WordId::UNKNOWN;
        }
        self.ids.get(&lowercase(word).replace('’', "'")).map_or(WordId::UNKNOWN, WordId)
    }

    /// The id of the word at `span` of `text`, as by [`look_up`](Self::look_up).
    #[must_use]
    pub fn look_up_within(&self, text: &str, span: Span) -> WordId {
        self.ids.get_within(text, span).map_or_else(|| self.look_up_wide(span.of(text)), WordId)
    }

    /// What is known of the word.
    #[must_use]
    pub fn entry(&self, id: WordId) -> Entry {
        self.entries.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// The classes that the word is in.
    #[must_use]
    #[inline]
    pub fn classes(&self, id: WordId) -> Classes {
        self.entries.get(id.0 as usize).map_or(Classes::default(), |entry| entry.classes)
    }

    /// The parts of speech that the word can be.
    #[must_use]
    #[inline]
    pub fn tags(&self, id: WordId) -> TagShares {
        self.entries.get(id.0 as usize).map_or(TagShares::default(), |entry| entry.tags)
    }

    /// The verb of the table of cues that the word is a form of, counted from zero.
    #[must_use]
    pub fn cue(&self, id: WordId) -> Option<u16> {
        self.entries.get(id.0 as usize)?.cue.checked_sub(1)
    }

    /// The word itself, case folded; empty for `UNKNOWN`.
    #[must_use]
    pub fn word(&self, id: WordId) -> &str {
        self.words.get(id.0 as usize).map_or("", |w| w)
    }

    /// Whether the word is in the class.
    #[must_use]
    pub fn is(&self, id: WordId, class: Class) -> bool {
        self.classes(id).has(class)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_has_its_tags() {
        let lexicon = Lexicon::shared();
        for line in include_str!("../../data/tags/words.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            for (words, opens) in columns[1..].iter().zip([true, false]) {
                for word in words.split(' ').filter(|word| !word.is_empty()) {
                    let id = lexicon.look_up(word);
                    assert_eq!(lexicon.tags(id), TagShares::parse(columns[0]), "{word}");
                    assert_eq!(lexicon.is(id, Class::Common), opens, "{word}");
                }
            }
        }
    }

    #[test]
    fn case_and_apostrophe_do_not_matter() {
        let lexicon = Lexicon::shared();
        assert!(lexicon.look_up("THE").is_known());
        assert_eq!(lexicon.look_up("The"), lexicon.look_up("the"));
        assert!(!lexicon.look_up("Novo-Ogaryovo").is_known());
    }
}
