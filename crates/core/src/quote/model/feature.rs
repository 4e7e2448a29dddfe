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
#[inline(always)]
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

    /// One feature of the next template. Handed over value by value: through memory it takes twice as long, and the
    /// model does little else.
    #[inline(always)]
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        match *values.as_slice() {
            [a] => self.one(a),
            [a, b] => self.two(a, b),
            [a, b, c] => self.three(a, b, c),
            [a, b, c, d] => self.four(a, b, c, d),
            _ => self.take(values.into_iter().fold(self.template(), mix)),
        }
    }

    const fn one(&mut self, a: u32) {
        self.take(mix(self.template(), a));
    }

    const fn two(&mut self, a: u32, b: u32) {
        self.take(mix(mix(self.template(), a), b));
    }

    const fn three(&mut self, a: u32, b: u32, c: u32) {
        self.take(mix(mix(mix(self.template(), a), b), c));
    }

    const fn four(&mut self, a: u32, b: u32, c: u32, d: u32) {
        self.take(mix(mix(mix(mix(self.template(), a), b), c), d));
    }

    #[inline(always)]
    const fn template(&self) -> u32 {
        mix(0x51ED_270B, self.first + self.taken as u32 + 1)
    }

    #[inline(always)]
    const fn take(&mut self, hash: u32) {
        if self.taken < MOST {
            self.hashes[self.taken] = hash ^ hash >> 15;
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
