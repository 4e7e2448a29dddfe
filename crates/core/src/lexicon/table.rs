//! Numbers of words, by the word. Almost every word has at most sixteen letters, all ASCII: those are packed
//! into two machine words, so that one comparison decides and no byte is looked at twice.

use crate::span::Span;
use rustc_hash::FxHashMap;

/// The longest word, in bytes, that is packed.
const PACKED: usize = 16;

/// Words without capitals, each with its number.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordTable {
    /// The packed words in the order in which they came: what comes first is looked up most, and stands together.
    rows: Vec<(Packed, u32)>,
    /// Each the place of a row, counted from one, or zero for none: open addressing; never more than half full,
    /// its length a power of two.
    slots: Vec<u32>,
    /// Words that are not packed.
    others: FxHashMap<Box<str>, u32>,
}

/// A word of 1 to 16 ASCII letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    head: u64,
    tail: u64,
}

impl WordTable {
    /// The number of `word`, the capitals of an ASCII word taken as small letters.
    #[inline]
    pub fn get(&self, word: &str) -> Option<u32> {
        match Packed::new(word.as_bytes()) {
            Some(key) => self.find(key).ok(),
            None if word.is_ascii() && word.bytes().any(|b| b.is_ascii_uppercase()) => {
                self.others.get(word.to_ascii_lowercase().as_str()).copied()
            }
            None => self.others.get(word).copied(),
        }
    }

    /// The number of the word at `span` of `text`, as by [`get`](Self::get).
    #[inline]
    pub fn get_within(&self, text: &str, span: Span) -> Option<u32> {
        match Packed::within(text.as_bytes(), span) {
            Some(key) => self.find(key).ok(),
            None => self.get(span.of(text)),
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
        if self.rows.len() * 2 >= self.slots.len() {
            self.grow();
        }
        self.find(key).unwrap_or_else(|free| {
            self.rows.push((key, number));
            self.slots[free] = self.rows.len() as u32;
            number
        })
    }

    /// The number of the key, or the slot where it would be.
    #[inline]
    fn find(&self, key: Packed) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        loop {
            let place = self.slots.get(at).copied().unwrap_or_default();
            match self.rows.get((place as usize).wrapping_sub(1)) {
                Some((known, number)) if *known == key => return Ok(*number),
                Some(_) => at = (at + 1) & mask,
                None => return Err(at),
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for at in 0..self.rows.len() {
            if let Err(free) = self.find(self.rows[at].0) {
                self.slots[free] = at as u32 + 1;
            }
        }
    }
}

impl Packed {
    /// `None` where the word is empty, too long or not ASCII.
    fn new(word: &[u8]) -> Option<Self> {
        let len = word.len();
        // The first and last bytes overlap where the word is short.
        let (head, tail) = match len {
            8..=PACKED => {
                let past = 8 * (PACKED - len) as u32;
                (eight(word, 0)?, eight(word, len - 8)?.checked_shr(past).unwrap_or_default())
            }
            4..8 => (four(word, 0)? | four(word, len - 4)? << (8 * (len - 4)), 0),
            3 => (u64::from(word[0]) | u64::from(word[1]) << 8 | u64::from(word[2]) << 16, 0),
            2 => (u64::from(word[0]) | u64::from(word[1]) << 8, 0),
            1 => (u64::from(word[0]), 0),
            _ => return None,
        };
        Self::folded(head, tail, len)
    }

    /// The same of the word at `span` of a text: without a look at its length, where the text goes on long enough.
    #[inline]
    fn within(text: &[u8], span: Span) -> Option<Self> {
        let (start, len) = (span.start as usize, span.len() as usize);
        let window = text.get(start..start + PACKED)?;
        let (head, tail) = MASKS.get(len).filter(|_| len > 0)?;
        Self::folded(eight(window, 0)? & head, eight(window, 8)? & tail, len)
    }

    #[inline]
    fn folded(head: u64, tail: u64, len: usize) -> Option<Self> {
        let ascii = (head | tail) & HIGH_BITS == 0;
        ascii.then(|| Self { head: lower(head), tail: lower(tail) | LENGTHS[len] })
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

/// The bytes of a word of each length among the sixteen from its first on.
const MASKS: [(u64, u64); PACKED + 1] = {
    let mut masks = [(0, 0); PACKED + 1];
    let mut length = 1;
    while length <= PACKED {
        let (head, tail) = if length < 8 { (length, 0) } else { (8, length - 8) };
        masks[length] = (u64::MAX >> (64 - 8 * head), if tail > 0 { u64::MAX >> (64 - 8 * tail) } else { 0 });
        length += 1;
    }
    masks
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
        assert_eq!(table.get_within("an AAA of fourteen", Span::new(3, 6)), Some(2));
        assert_eq!(table.get_within("an AAA", Span::new(3, 6)), Some(2));
        assert_eq!(table.get_within("an AAA of fourteen", Span::new(3, 3)), None);
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
                let text = format!("{word} and what follows");
                prop_assert_eq!(table.get(word), map.get(word).copied());
                prop_assert_eq!(table.get_within(&text, Span::from(0..word.len())), map.get(word).copied());
                if word.is_ascii() {
                    prop_assert_eq!(table.get(&word.to_ascii_uppercase()), map.get(word).copied());
                }
            }
        }
    }
}
