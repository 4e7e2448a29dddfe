//! Word classes, each with its list in `data/`.

/// A class that a word can be in; a word can be in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// "the", "a", "his", "this": opens a noun phrase.
    Determiner,
    /// A personal pronoun.
    Pronoun,
    /// "may", "would", "has", "is": an auxiliary or modal verb.
    Auxiliary,
    /// A preposition.
    Preposition,
    /// A conjunction.
    Conjunction,
    /// "Mr", "President", "General": stands before a name and makes it a person's.
    Title,
    /// An abbreviation whose full stop does not end a sentence.
    Abbreviation,
    /// The name of a month or its abbreviation.
    Month,
    /// The name of a day of the week.
    Weekday,
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u64);

impl Classes {
    /// Adds a class.
    pub const fn insert(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }

    /// Whether the class is in the set.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether one of the classes is in the set.
    #[must_use]
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|c| self.has(*c))
    }
}

/// Each class with its list: one word a line, in lower case, `#` opens a comment.
pub(super) const LISTS: &[(Class, &str)] = &[
    (Class::Determiner, include_str!("../../data/words/determiner.txt")),
    (Class::Pronoun, include_str!("../../data/words/pronoun.txt")),
    (Class::Auxiliary, include_str!("../../data/words/auxiliary.txt")),
    (Class::Preposition, include_str!("../../data/words/preposition.txt")),
    (Class::Conjunction, include_str!("../../data/words/conjunction.txt")),
    (Class::Title, include_str!("../../data/words/title.txt")),
    (Class::Abbreviation, include_str!("../../data/words/abbreviation.txt")),
    (Class::Month, include_str!("../../data/words/month.txt")),
    (Class::Weekday, include_str!("../../data/words/weekday.txt")),
];
