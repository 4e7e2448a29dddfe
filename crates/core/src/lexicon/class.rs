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
    /// What people speak at or through: "interview", "statement", "summit".
    Occasion,
    /// A first name of men.
    FirstMale,
    /// A first name of women.
    FirstFemale,
    /// Stands before a man's name ("Mr", "Lord"), or names one by his sex.
    MaleTitle,
    /// The same for women.
    FemaleTitle,
    /// What one person is ("analyst", "spokesman", "minister").
    Role,
    /// What several are ("officials", "analysts", "voters").
    People,
    /// Stands between determiner and role ("senior", "defence", "western").
    Modifier,
    /// Ends or opens the name of a body ("Ministry", "Party", "Corp").
    OrganisationHead,
    /// Ends the name of a place ("Island", "Square").
    PlaceHead,
    /// Ends the name of an event ("Summit", "War").
    EventHead,
    /// Ends or opens the name of a treaty ("pact", "Convention").
    TreatyHead,
    /// Ends a phrase for a weapon or technical system ("radar", "shield").
    SystemHead,
    /// Stands before the name of an outlet ("channel", "newspaper").
    Media,
    /// What an office is of or for ("State", "Defense", "Affairs").
    Portfolio,
    /// Stands within names ("van", "bin").
    Particle,
    /// A verb whose subject is one who acts ("said", "wants", "rejected").
    ActVerb,
    /// A verb whose object is one who acts ("urged", "accused").
    ActObject,
    /// A form of a verb of saying ("said", "warns").
    Saying,
    /// What any politician or businessman in the news may be called ("candidate", "tycoon").
    Anyone,
    /// What one person is called who was named without it ("senator", "actress").
    Calling,
    /// Makes a system one of arms ("missile").
    Arms,
    /// Makes a shield one of arms ("air").
    Defended,
    /// Opens sentences without being a name.
    Common,
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
    #[inline]
    pub fn has_any(self, classes: &[Class]) -> bool {
        self.0 & classes.iter().fold(0, |all, class| all | 1 << *class as u8) != 0
    }
}

/// Each class with its list: one word a line, in lower case, `#` opens a comment. Those in
/// [`Class::Common`] stand with their tags.
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
    (Class::Occasion, include_str!("../../data/words/occasion.txt")),
    (Class::FirstMale, include_str!("../../data/words/first_male.txt")),
    (Class::FirstFemale, include_str!("../../data/words/first_female.txt")),
    (Class::MaleTitle, include_str!("../../data/words/honorific_male.txt")),
    (Class::FemaleTitle, include_str!("../../data/words/honorific_female.txt")),
    (Class::Role, include_str!("../../data/words/role.txt")),
    (Class::People, include_str!("../../data/words/group.txt")),
    (Class::Modifier, include_str!("../../data/words/modifier.txt")),
    (Class::OrganisationHead, include_str!("../../data/words/org_head.txt")),
    (Class::PlaceHead, include_str!("../../data/words/place_head.txt")),
    (Class::EventHead, include_str!("../../data/words/event_head.txt")),
    (Class::TreatyHead, include_str!("../../data/words/treaty_head.txt")),
    (Class::SystemHead, include_str!("../../data/words/system_head.txt")),
    (Class::Media, include_str!("../../data/words/media.txt")),
    (Class::Portfolio, include_str!("../../data/words/portfolio.txt")),
    (Class::Particle, include_str!("../../data/words/particle.txt")),
    (Class::ActVerb, include_str!("../../data/words/act_verb.txt")),
    (Class::ActObject, include_str!("../../data/words/act_object.txt")),
    (Class::Saying, include_str!("../../data/words/saying.txt")),
    (Class::Anyone, include_str!("../../data/words/anyone.txt")),
    (Class::Calling, include_str!("../../data/words/calling.txt")),
    (Class::Arms, include_str!("../../data/words/arms.txt")),
    (Class::Defended, include_str!("../../data/words/defended.txt")),
];

/// The tables of names, whose words get an id without a class.
pub(super) const NAMES: &[&str] = &[
    include_str!("../../data/names/countries.tsv"),
    include_str!("../../data/names/organisations.tsv"),
    include_str!("../../data/names/places.tsv"),
    include_str!("../../data/names/treaties.tsv"),
    include_str!("../../data/names/events.tsv"),
];
