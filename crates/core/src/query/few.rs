//! A small set.

use std::borrow::Borrow;

/// A few things in ascending order, none twice. Trees of the standard library would add 6 kB to the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Few<T>(Vec<T>);

impl<T> Few<T> {
    /// The things in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Drops all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<T: Ord> Few<T> {
    /// Takes one in, if it is new.
    pub fn insert(&mut self, item: T) {
        if let Err(place) = self.0.binary_search(&item) {
            self.0.insert(place, item);
        }
    }

    /// Drops one, and tells whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).map(|place| self.0.remove(place)).is_some()
    }

    /// Whether the item is there.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_some()
    }

    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Option<usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|own| own.borrow().cmp(item)).ok()
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::default();
        items.into_iter().for_each(|item| few.insert(item));
        few
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn in_order_and_none_twice() {
        let mut few: Few<String> = ["say", "ask", "say"].map(str::to_owned).into_iter().collect();
        assert!(few.iter().eq(["ask", "say"]));
        assert!(few.contains("say") && !few.contains("tell"));
        assert!(few.remove("say") && !few.remove("say"));
        assert!(few.iter().eq(["ask"]));
    }
}
