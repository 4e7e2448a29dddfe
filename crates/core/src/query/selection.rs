//! What is pinned, in all views alike.

/// Pinned things in the order in which they were pinned; the first is the focus. None stands twice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Selection {
    pins: Vec<Pin>,
}

/// One pinned thing, by the key that the [`Catalog`](super::Catalog) gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pin {
    /// A person, country, organisation …
    Entity(String),
    /// A quotation.
    Quotation(String),
    /// An edge of the graph.
    Edge(String),
}

impl Pin {
    /// The key of the thing.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Entity(key) | Self::Quotation(key) | Self::Edge(key) => key,
        }
    }
}

impl Selection {
    /// One thing alone.
    #[must_use]
    pub fn only(pin: Pin) -> Self {
        let mut selection = Self::default();
        selection.add(pin);
        selection
    }

    /// The first pinned thing.
    #[must_use]
    pub fn focus(&self) -> Option<&Pin> {
        self.pins.first()
    }

    /// All pinned things, the focus first.
    #[must_use]
    pub fn pins(&self) -> &[Pin] {
        &self.pins
    }

    /// Whether nothing is pinned.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pins.is_empty()
    }

    /// Whether the thing is pinned.
    #[must_use]
    pub fn has(&self, pin: &Pin) -> bool {
        self.pins.contains(pin)
    }

    /// Pins one thing more. A thing without a key can't be pinned.
    pub fn add(&mut self, pin: Pin) {
        if !pin.key().is_empty() && !self.has(&pin) {
            self.pins.push(pin);
        }
    }

    /// Pins the thing, or lets it go if it was pinned.
    pub fn toggle(&mut self, pin: Pin) {
        if self.has(&pin) {
            self.pins.retain(|p| *p != pin);
        } else {
            self.add(pin);
        }
    }
}
