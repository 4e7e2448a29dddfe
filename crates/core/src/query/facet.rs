//! Facets: the ways in which quotations are narrowed.

/// One way to narrow the quotations, shown as a list of values with counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Who speaks; each reading where that is unsure.
    Speaker,
    /// The country that the speaker belongs to.
    Side,
    /// Who published the report.
    Outlet,
    /// Direct, mixed, indirect, pull quote.
    Kind,
    /// Whom or what the words speak of.
    About,
    /// The verb of saying in its dictionary form.
    Verb,
    /// The part of the report.
    Zone,
}

impl Facet {
    /// All facets in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Speaker, Self::Side, Self::Outlet, Self::Kind, Self::About, Self::Verb, Self::Zone];

    /// Its name for people, links and the fields of the search box.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Side => "side",
            Self::Outlet => "outlet",
            Self::Kind => "kind",
            Self::About => "about",
            Self::Verb => "verb",
            Self::Zone => "zone",
        }
    }

    /// The facet of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// Its place in [`Facet::ALL`].
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}
