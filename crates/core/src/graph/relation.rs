//! The relations that an edge can stand for.

/// How two entities are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// A speaker speaks of an entity in the content. Directed.
    SaidOf,
    /// A speaker speaks to an entity. Directed.
    Addressed,
    /// Both are mentioned in one sentence. Undirected: `from` has the lower id.
    CoMentioned,
}

impl Relation {
    /// All relations in the order in which they are listed to people.
    pub const ALL: [Self; 3] = [Self::SaidOf, Self::Addressed, Self::CoMentioned];

    /// Its name for people, links and exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SaidOf => "said of",
            Self::Addressed => "addressed",
            Self::CoMentioned => "named together",
        }
    }

    /// Whether `from` and `to` differ in meaning.
    #[must_use]
    pub const fn is_directed(self) -> bool {
        !matches!(self, Self::CoMentioned)
    }
}
