//! Numbers of words, by the word. Almost every word has at most sixteen letters, all ASCII: those are packed
//! into two machine words, so that one comparison decides and no byte is looked at twice.

use rustc_hash::FxHashMap;

/// The longest word, in bytes, that is packed.
const PACKED: usize = 16;

/// Words without capitals, each with its number.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordTable {
    /// Open addressing; never more than half full, its length a power of two.
    slots: Vec<Slot>,
    filled: usize,
    /// Words that are not packed.
    others: FxHashMap<Box<str>, u32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Packed,
    number: u32,
}

/// A word of 1 to 16 ASCII letters; the zero stands for no word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Packed {
    head: u64,
    tail: u64,
}

impl WordTable {
    /// The number of `word`, the capitals of an ASCII word taken as small letters.
    #[inline]
    pub fn get(&self, word: &str) -> Option<u32> {
        match Packed::new(word.as_bytes()) {
            Some(key) => {
                self.slots.get(self.place(key)).filter(|slot| slot.key == key).map(|slot| slot.number)
            }
            None if word.is_ascii() && word.bytes().any(|b| b.is_ascii_uppercase()) => {
                self.others.get(word.to_ascii_lowercase().as_str()).copied()
            }
            None => self.others.get(word).copied(),
        }
    }

    /// The number of `word`; `number` from now on, if it had none.
    pub fn get_or_insert(&mut self, word: &str, number: u32) -> u32 {
        let Some(key) = Packed::new(word.as_bytes()) else {
            return match self.others.get(word) {
                Some(known) => *known,
                None => *self.others.entry(word.into()).or_insert(number),
            };
        };
        if self.filled * 2 >= self.slots.len() {
            self.grow();
        }
        let place = self.place(key);
        match self.slots.get_mut(place) {
            Some(slot) if slot.key == key => slot.number,
            Some(slot) => {
                *slot = Slot { key, number };
                self.filled += 1;
                number
            }
            None => number,
        }
    }

    /// Where the key is, or where it would be.
    #[inline]
    fn place(&self, key: Packed) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        while let Some(slot) = self.slots.get(at) {
            if slot.key == key || slot.key == Packed::default() {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![Slot::default(); (self.slots.len() * 2).max(1024)];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.key != Packed::default() {
                let place = self.place(slot.key);
                self.slots[place] = slot;
            }
        }
    }
}

impl Packed {
    /// `None` where the word is empty, too long or not ASCII.
    #[inline]
    fn new(word: &[u8]) -> Option<Self> {
        // A word's first and last bytes overlap where it is short; with its length they make it out.
        let (head, tail) = match word.len() {
            8..=PACKED => (eight(word, 0)?, eight(word, word.len() - 8)?),
            4..8 => (four(word, 0)?, four(word, word.len() - 4)?),
            3 => (u64::from(word[0]) | u64::from(word[1]) << 8 | u64::from(word[2]) << 16, 0),
            2 => (u64::from(word[0]) | u64::from(word[1]) << 8, 0),
            1 => (u64::from(word[0]), 0),
            _ => return None,
        };
        if (head | tail) & HIGH_BITS != 0 {
            return None;
        }
        Some(Self { head: lower(head), tail: lower(tail) | LENGTHS[word.len()] })
    }

    #[inline]
    fn hash(self) -> usize {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = (self.head ^ self.tail.rotate_left(29)).wrapping_mul(ODD);
        (mixed >> 32 ^ mixed >> 17) as usize
    }
}

/// Lengths, a bit of them in the high bit of each byte: those are free in ASCII.
const LENGTHS: [u64; PACKED + 1] = {
    let mut lengths = [0; PACKED + 1];
    let mut length = 0;
    while length <= PACKED {
        let mut bit = 0;
        while bit < 5 {
            lengths[length] |= ((length as u64 >> bit) & 1) << (7 + 8 * bit);
            bit += 1;
        }
        length += 1;
    }
    lengths
};

const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

#[inline]
fn eight(word: &[u8], at: usize) -> Option<u64> {
    word.get(at..at + 8)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

#[inline]
fn four(word: &[u8], at: usize) -> Option<u64> {
    word.get(at..at + 4)?.first_chunk().map(|bytes| u64::from(u32::from_le_bytes(*bytes)))
}

/// Eight ASCII letters in lower case.
#[inline]
const fn lower(letters: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let from_a = letters + ONES * (0x80 - b'A' as u64);
    let after_z = letters + ONES * (0x7f - b'Z' as u64);
    letters | ((from_a & !after_z & HIGH_BITS) >> 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_do_not_matter_and_length_does() {
        let mut table = WordTable::default();
        for (number, word) in (0..).zip(["a", "aa", "aaa", "aaaa", "aaaaa", "us", "états-unis", "z@[`{"]) {
            assert_eq!(table.get_or_insert(word, number), number);
        }
        assert_eq!(table.get("AAA"), Some(2));
        assert_eq!(table.get("Us"), Some(5));
        assert_eq!(table.get("états-unis"), Some(6));
        assert_eq!(table.get("Z@[`{"), Some(7));
        assert_eq!(table.get("z`[`{"), None);
        assert_eq!(table.get(""), None);
        assert_eq!(table.get("aaaaaa"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_table_is_a_map(stems in prop::collection::vec("[a-c]{1,3}|[a-z'-]{1,20}|\\PC{0,6}", 0..30)) {
            // More words than the table has room for at first.
            let words: Vec<String> = (0..40)
                .flat_map(|number| stems.iter().map(move |stem| format!("{stem}{}", "x".repeat(number % 18))))
                .map(|word| word.to_lowercase())
                .collect();
            let mut table = WordTable::default();
            let mut map = std::collections::HashMap::new();
            for (number, word) in (0..).zip(&words) {
                prop_assert_eq!(table.get_or_insert(word, number), *map.entry(word).or_insert(number));
            }
            for word in &words {
                prop_assert_eq!(table.get(word), map.get(word).copied());
                if word.is_ascii() {
                    prop_assert_eq!(table.get(&word.to_ascii_uppercase()), map.get(word).copied());
                }
            }
        }
    }
}
