//! How often something was so, out of how often it was seen.

use std::collections::HashMap;
use std::hash::Hash;

/// Times so, and times seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rate {
    pub hits: u32,
    pub seen: u32,
}

impl Rate {
    pub fn add(&mut self, hit: bool) {
        self.hits += u32::from(hit);
        self.seen += 1;
    }

    /// The rate, drawn towards `expected` with the weight of `strength` sightings.
    pub fn smoothed(self, expected: f64, strength: f64) -> f64 {
        (f64::from(self.hits) + expected * strength) / (f64::from(self.seen) + strength)
    }

    /// The rate of all others than one of these.
    pub fn without(self, hit: bool) -> Self {
        Self { hits: self.hits.saturating_sub(u32::from(hit)), seen: self.seen.saturating_sub(1) }
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.hits, self.seen)
    }
}

/// Rates by key, in the order in which the keys were first seen.
#[derive(Debug)]
pub struct Rates<K> {
    pub rows: Vec<(K, Rate)>,
    index: HashMap<K, usize>,
}

impl<K: Hash + Eq + Clone> Rates<K> {
    pub fn new() -> Self {
        Self { rows: Vec::new(), index: HashMap::new() }
    }

    pub fn add(&mut self, key: K, hit: bool) {
        let next = self.rows.len();
        let at = *self.index.entry(key.clone()).or_insert(next);
        if at == next {
            self.rows.push((key, Rate::default()));
        }
        self.rows[at].1.add(hit);
    }

    pub fn get(&self, key: &K) -> Rate {
        self.index.get(key).map_or(Rate::default(), |at| self.rows[*at].1)
    }
}
