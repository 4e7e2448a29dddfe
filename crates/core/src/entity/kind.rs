//! The kinds of entities and of their mentions.

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person with a name.
    Person,
    /// A country and its government.
    Country,
    /// An institution, company, party, news outlet, seat of power (Kremlin, Pentagon).
    Organisation,
    /// A city, region, building.
    Place,
    /// A treaty or agreement.
    Treaty,
    /// A weapon system or other technical system.
    System,
    /// An event: talks, a war.
    Event,
    /// A group or person without a name ("US officials", "one analyst").
    Group,
}

impl EntityKind {
    /// All kinds in the order in which they are listed to people.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Country,
        Self::Organisation,
        Self::Place,
        Self::Treaty,
        Self::System,
        Self::Event,
        Self::Group,
    ];

    /// Its name for people, links and exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Treaty => "treaty",
            Self::System => "system",
            Self::Event => "event",
            Self::Group => "group",
        }
    }
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gender {
    /// "he"
    Masculine,
    /// "she"
    Feminine,
    /// "it"
    Neuter,
    /// Not known.
    #[default]
    Unknown,
}

/// How an entity is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// By a name, acronym or nationality adjective.
    Name,
    /// By a noun ("the Russian leader").
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// In which of its senses a name of a country or capital is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sense {
    /// Neither: no country or place.
    #[default]
    None,
    /// Its government acts or is acted on: "Moscow wants it revised".
    Actor,
    /// The place: "talks in Moscow".
    Place,
}
