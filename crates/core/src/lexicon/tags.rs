//! Which parts of speech a word can be, and how often it is each.

use crate::segment::Tag;

/// The tags of one word with their costs (negative logarithms of their shares).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TagShares {
    tags: [Option<Tag>; Self::MOST],
    tenths: [u8; Self::MOST],
}

/// Negative logarithms of 0.02, 0.1 to 0.9, 1.
const COSTS: [f32; 11] = [3.9, 2.3, 1.6, 1.2, 0.92, 0.69, 0.51, 0.36, 0.22, 0.105, 0.01];

/// Whether a word of this tag is no name for all its capitals.
const fn is_closed(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Pronoun
            | Tag::Determiner
            | Tag::Preposition
            | Tag::Conjunction
            | Tag::To
            | Tag::Auxiliary
            | Tag::Modal
            | Tag::Wh
            | Tag::Subordinator
    )
}

impl TagShares {
    /// A word has no more tags than this.
    pub const MOST: usize = 4;

    /// A word that is always the same.
    #[must_use]
    pub const fn one(tag: Tag) -> Self {
        Self { tags: [Some(tag), None, None, None], tenths: [10, 0, 0, 0] }
    }

    /// Reads "N6Z4": letters of tags, each with its share in tenths.
    #[must_use]
    pub fn parse(letters: &str) -> Self {
        let mut shares = Self::default();
        let pairs = letters.as_bytes().chunks_exact(2);
        for (slot, pair) in
            pairs.filter_map(|p| Some((Tag::from_letter(p[0])?, p[1]))).take(Self::MOST).enumerate()
        {
            shares.tags[slot] = Some(pair.0);
            shares.tenths[slot] = if pair.1 == b'X' { 10 } else { pair.1.saturating_sub(b'0').min(10) };
        }
        shares
    }

    /// Whether nothing is known.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.tags[0].is_none()
    }

    /// The only tag that the word can have.
    #[must_use]
    pub const fn only(self) -> Option<Tag> {
        if self.tags[1].is_none() { self.tags[0] } else { None }
    }

    /// Whether the word can be this.
    #[must_use]
    pub fn has(self, tag: Tag) -> bool {
        self.tags.contains(&Some(tag))
    }

    /// The same word written with a capital within a sentence: it may be a name, or a part of one.
    #[must_use]
    pub fn or_name(self) -> Self {
        if self.has(Tag::Name) || self.tags[0].is_some_and(is_closed) {
            return self;
        }
        let ([first, second, third, _], [of_first, of_second, of_third, _]) = (self.tags, self.tenths);
        Self {
            tags: [Some(Tag::Name), first, second, third],
            tenths: [8, of_first / 4, of_second / 4, of_third / 4],
        }
    }

    /// The tags with their costs.
    #[inline]
    pub fn iter(self) -> impl Iterator<Item = (Tag, f32)> {
        let costs = self.tenths.map(|tenths| COSTS.get(tenths as usize).copied().unwrap_or(3.9));
        self.tags.into_iter().zip(costs).map_while(|(tag, cost)| Some((tag?, cost)))
    }
}
