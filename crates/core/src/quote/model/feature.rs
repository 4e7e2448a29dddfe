//! Hashed features: what is seen at a token, as numbers under which the model keeps its weights.

/// Takes features in a fixed order, so that each place in the order is a template of its own.
#[derive(Debug)]
pub struct Features<'a> {
    out: &'a mut Vec<u32>,
    template: u32,
}

/// Joins two hashes.
#[must_use]
pub const fn mix(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B9)
}

impl<'a> Features<'a> {
    /// Appends to `out`, with templates counted from `first`, so that two families never share one.
    #[must_use]
    pub const fn new(out: &'a mut Vec<u32>, first: u32) -> Self {
        Self { out, template: first }
    }

    /// One feature of the next template.
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        self.template += 1;
        let mut hash = mix(0x51ED_270B, self.template);
        for value in values {
            hash = mix(hash, value);
        }
        self.out.push(hash ^ hash >> 15);
    }

    /// The list itself, for another family of templates.
    pub const fn reborrow(&mut self) -> &mut Vec<u32> {
        self.out
    }

    /// One feature of the next template where it holds; the template is used up all the same.
    pub fn add_if<const N: usize>(&mut self, holds: bool, values: [u32; N]) {
        if holds {
            self.add(values);
        } else {
            self.template += 1;
        }
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
