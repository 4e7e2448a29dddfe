//! Hashed features: what is seen at a token, as numbers under which the model keeps its weights.

/// What features are added to: a list to learn from, or the sums of their weights.
pub trait Adding {
    /// Adds one feature.
    fn take(&mut self, hash: u32);
}

impl Adding for Vec<u32> {
    fn take(&mut self, hash: u32) {
        self.push(hash);
    }
}

/// Takes features in a fixed order, so that each place in the order is a template of its own.
///
/// Handed on by value: what is added to stays in registers while a function adds, and all is set in place. The model
/// does little else.
#[derive(Debug)]
pub struct Features<A> {
    /// The number of the last template.
    template: u32,
    adding: A,
}

/// Joins two hashes.
#[inline(always)]
#[must_use]
pub const fn mix(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B9)
}

impl<A: Adding> Features<A> {
    /// Adds to `adding`, with templates counted from `first`, so that two families never share one.
    #[inline(always)]
    #[must_use]
    pub const fn new(adding: A, first: u32) -> Self {
        Self { template: first, adding }
    }

    /// Goes to another template.
    #[inline(always)]
    pub const fn number(&mut self, template: u32) {
        self.template = template;
    }

    /// One feature of the next template.
    #[inline(always)]
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        self.template += 1;
        let mut hash = mix(0x51ED_270B, self.template);
        // Spelt out: a compiler that saves bytes would put the values into memory and loop over them.
        const { assert!(N <= 5) }
        if N > 0 {
            hash = mix(hash, values[0]);
        }
        if N > 1 {
            hash = mix(hash, values[1]);
        }
        if N > 2 {
            hash = mix(hash, values[2]);
        }
        if N > 3 {
            hash = mix(hash, values[3]);
        }
        if N > 4 {
            hash = mix(hash, values[4]);
        }
        self.adding.take(hash ^ hash >> 15);
    }

    /// What all was added to.
    #[inline(always)]
    #[must_use]
    pub fn end(self) -> A {
        self.adding
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
