//! Hashed features: what is seen at a token, as numbers under which the model keeps its weights.

/// Takes features in a fixed order, so that each place in the order is a template of its own. What was taken goes
/// to the list in one piece, at the end.
#[derive(Debug)]
pub struct Features<'a> {
    out: &'a mut Vec<u32>,
    first: u32,
    taken: usize,
    hashes: [u32; MOST],
}

/// No family has more templates.
const MOST: usize = 80;

/// Joins two hashes.
#[must_use]
pub const fn mix(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B9)
}

impl<'a> Features<'a> {
    /// Appends to `out`, with templates counted from `first`, so that two families never share one.
    #[must_use]
    pub const fn new(out: &'a mut Vec<u32>, first: u32) -> Self {
        Self { out, first, taken: 0, hashes: [0; MOST] }
    }

    /// One feature of the next template.
    #[inline]
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        let mut hash = mix(0x51ED_270B, self.first + self.taken as u32 + 1);
        for value in values {
            hash = mix(hash, value);
        }
        if let Some(place) = self.hashes.get_mut(self.taken) {
            *place = hash ^ hash >> 15;
            self.taken += 1;
        }
    }
}

impl Drop for Features<'_> {
    #[inline]
    fn drop(&mut self) {
        self.out.extend_from_slice(self.hashes.get(..self.taken).unwrap_or_default());
    }
}

/// A distance in tokens, coarser the greater it is.
#[must_use]
pub const fn bucket(distance: u32) -> u32 {
    match distance {
        0..=4 => distance,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}
