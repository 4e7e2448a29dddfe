//! The chosen values of all facets.

use super::{Facet, Few};

/// Chosen values by their keys: one of them within a facet, all facets together. A facet without a chosen
/// value lets everything pass. No key is empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Filters {
    chosen: [Few<String>; Facet::ALL.len()],
}

impl Filters {
    /// The chosen keys of one facet, sorted.
    #[must_use]
    pub const fn of(&self, facet: Facet) -> &Few<String> {
        &self.chosen[facet.index()]
    }

    /// Whether the value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, key: &str) -> bool {
        self.of(facet).contains(key)
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.iter().all(Few::is_empty)
    }

    /// All chosen values, by facet and key.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| self.of(facet).iter().map(move |key| (facet, key.as_str())))
    }

    /// Chooses a value. An empty key is no value.
    pub fn insert(&mut self, facet: Facet, key: impl Into<String>) {
        let key = key.into();
        if !key.is_empty() {
            self.chosen[facet.index()].insert(key);
        }
    }

    /// Drops a value.
    pub fn remove(&mut self, facet: Facet, key: &str) {
        self.chosen[facet.index()].remove(key);
    }

    /// Chooses a value, or drops it if it was chosen.
    pub fn toggle(&mut self, facet: Facet, key: &str) {
        if self.has(facet, key) {
            self.remove(facet, key);
        } else {
            self.insert(facet, key);
        }
    }

    /// Drops all values of one facet.
    pub fn clear(&mut self, facet: Facet) {
        self.chosen[facet.index()].clear();
    }
}
