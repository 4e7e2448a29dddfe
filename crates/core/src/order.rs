//! Sorting that takes little room in the program.
//!
//! The standard library makes a sort of its own, of some 5 kB, for each type and each closure: at the
//! dozens of places that sort here, a fifth of the whole program. So one sort is shared: it orders places,
//! asking through a `dyn` comparison, and what is particular to a type only moves the items there.

use std::cmp::Ordering;

/// Sorts by `compare`; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    // Much comes in order already.
    if items.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let order = places(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    rearrange(items, order);
}

/// Sorts by a key, which is worked out at each comparison; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts ascending; what is equal keeps its order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The places `0..len` in order: the only sort of the standard library.
#[inline(never)]
fn places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..len as u32).collect();
    places.sort_by(|a, b| compare(*a as usize, *b as usize));
    places
}

/// Puts at each place the item of the place that `order` names there, cycle by cycle.
fn rearrange<T>(items: &mut [T], mut order: Vec<u32>) {
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_equal_keeps_its_order() {
        let mut words = ["say", "call", "ask", "warn", "add"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["say", "ask", "add", "call", "warn"]);
    }

    proptest! {
        #[test]
        fn sorts_as_the_standard_library(mut items: Vec<(u8, u32)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(items, expected);
        }
    }
}
