//! Which parts of speech a word can be, and how often it is each.

use crate::segment::Tag;

/// The tags of one word with their costs (negative logarithms of their shares).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TagShares {
    tags: [u8; Self::MOST],
    tenths: [u8; Self::MOST],
}

/// Negative logarithms of 0.02, 0.1 to 0.9, 1.
const COSTS: [f32; 11] = [3.9, 2.3, 1.6, 1.2, 0.92, 0.69, 0.51, 0.36, 0.22, 0.105, 0.01];
const NONE: u8 = 0;

/// The tags of words that are no names for all their capitals, a bit each.
const CLOSED: u32 = 1 << (Tag::Pronoun as u8 + 1)
    | 1 << (Tag::Determiner as u8 + 1)
    | 1 << (Tag::Preposition as u8 + 1)
    | 1 << (Tag::Conjunction as u8 + 1)
    | 1 << (Tag::To as u8 + 1)
    | 1 << (Tag::Auxiliary as u8 + 1)
    | 1 << (Tag::Modal as u8 + 1)
    | 1 << (Tag::Wh as u8 + 1)
    | 1 << (Tag::Subordinator as u8 + 1);

impl TagShares {
    /// A word has no more tags than this.
    pub const MOST: usize = 4;

    /// A word that is always the same.
    #[must_use]
    pub const fn one(tag: Tag) -> Self {
        Self { tags: [tag as u8 + 1, NONE, NONE, NONE], tenths: [10, 0, 0, 0] }
    }

    /// Reads "N6Z4": letters of tags, each with its share in tenths.
    #[must_use]
    pub fn parse(letters: &str) -> Self {
        let mut shares = Self::default();
        let pairs = letters.as_bytes().chunks_exact(2);
        for (slot, pair) in
            pairs.filter_map(|p| Some((Tag::from_letter(p[0])?, p[1]))).take(Self::MOST).enumerate()
        {
            shares.tags[slot] = pair.0 as u8 + 1;
            shares.tenths[slot] = if pair.1 == b'X' { 10 } else { pair.1.saturating_sub(b'0').min(10) };
        }
        shares
    }

    /// Whether nothing is known.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.tags[0] == NONE
    }

    /// Whether the word can be this.
    #[must_use]
    pub fn has(self, tag: Tag) -> bool {
        self.tags.contains(&(tag as u8 + 1))
    }

    /// The same word written with a capital within a sentence: it may be a name, or a part of one.
    #[must_use]
    pub fn or_name(self) -> Self {
        if self.has(Tag::Name) {
            return self;
        }
        if CLOSED & 1 << self.tags[0] != 0 {
            return self;
        }
        let mut shares = self;
        shares.tags.rotate_right(1);
        shares.tenths.rotate_right(1);
        shares.tags[0] = Tag::Name as u8 + 1;
        shares.tenths[0] = 8;
        for tenths in &mut shares.tenths[1..] {
            *tenths /= 4;
        }
        shares
    }

    /// The tags with their costs.
    pub fn iter(self) -> impl Iterator<Item = (Tag, f32)> {
        (0..Self::MOST).map_while(move |at| {
            let tag = Tag::from_number(self.tags[at].checked_sub(1)?)?;
            Some((tag, COSTS.get(self.tenths[at] as usize).copied().unwrap_or(3.9)))
        })
    }
}
