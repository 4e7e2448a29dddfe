//! Learned weights: rows of small integers under hashed features.

use super::feature::Adding;

/// The weights of one family of features: a row of eight-bit numbers for each value of a hash's first bits.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// How many bits of a hash number the rows.
    pub bits: u32,
    /// What one step of a weight is worth.
    pub scale: f32,
    /// The rows, as two's complement.
    pub rows: &'a [u8],
}

/// Sums of the rows of features, in steps, for rows of up to four.
#[derive(Debug, Clone, Copy)]
pub struct Sums<'a, const WIDTH: usize> {
    rows: &'a [[u8; WIDTH]],
    shift: u32,
    /// The sums so far.
    pub steps: [i32; WIDTH],
}

/// The same for rows of sixteen: sums side by side in four numbers, the row's even places and its odd ones. Those of
/// up to 256 rows fit.
#[derive(Debug, Clone, Copy)]
pub struct WideSums<'a> {
    rows: &'a [[[u8; 8]; 2]],
    shift: u32,
    count: u32,
    even: [u64; 2],
    odd: [u64; 2],
}

impl<'a> Table<'a> {
    /// Sums of rows of `WIDTH`, none added yet.
    #[must_use]
    pub const fn sums<const WIDTH: usize>(&self) -> Sums<'a, WIDTH> {
        Sums { rows: self.rows.as_chunks().0, shift: 32 - self.bits, steps: [0; WIDTH] }
    }

    /// Sums of rows of sixteen, none added yet.
    #[must_use]
    pub const fn wide_sums(&self) -> WideSums<'a> {
        let rows = self.rows.as_chunks().0.as_chunks().0;
        WideSums { rows, shift: 32 - self.bits, count: 0, even: [0; 2], odd: [0; 2] }
    }
}

impl<const WIDTH: usize> Adding for Sums<'_, WIDTH> {
    #[inline(always)]
    fn take(&mut self, hash: u32) {
        if let Some(row) = self.rows.get((hash >> self.shift) as usize) {
            let weight = |at: usize| i32::from(row[at] as i8);
            // Spelt out: a compiler that saves bytes would loop, and keep the sums in memory.
            const { assert!(WIDTH == 1 || WIDTH == 2 || WIDTH == 4) }
            self.steps[0] += weight(0);
            if WIDTH > 1 {
                self.steps[1] += weight(1);
            }
            if WIDTH > 2 {
                self.steps[2] += weight(2);
                self.steps[3] += weight(3);
            }
        }
    }
}

/// Every other byte, as numbers of sixteen bits.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

impl Adding for WideSums<'_> {
    #[inline(always)]
    fn take(&mut self, hash: u32) {
        if let Some(row) = self.rows.get((hash >> self.shift) as usize) {
            // From 0 to 255 instead of from -128 to 127, so that none borrows from its neighbour.
            let positive = |half| u64::from_le_bytes(half) ^ 0x8080_8080_8080_8080;
            let (first, second) = (positive(row[0]), positive(row[1]));
            self.even[0] += first & EVEN;
            self.odd[0] += first >> 8 & EVEN;
            self.even[1] += second & EVEN;
            self.odd[1] += second >> 8 & EVEN;
            self.count += 1;
        }
    }
}

impl WideSums<'_> {
    /// The sum of one place.
    #[must_use]
    pub const fn step(&self, place: usize) -> i32 {
        let sums = if place & 1 == 0 { self.even } else { self.odd };
        (sums[place / 8] >> (place % 8 / 2 * 16)) as u16 as i32 - (self.count << 7) as i32
    }
}

/// The weights of one chain.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    /// For what a token is.
    pub emissions: Table<'a>,
    /// For what opens or closes at a border.
    pub edges: Table<'a>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn added<A: Adding>(mut adding: A, hashes: &[u32]) -> A {
        hashes.iter().for_each(|hash| adding.take(*hash));
        adding
    }

    proptest! {
        #[test]
        fn rows_add_up(rows: [[i8; 16]; 8], hashes in prop::collection::vec(any::<u32>(), 0..256)) {
            let bytes: Vec<u8> = rows.as_flattened().iter().map(|weight| *weight as u8).collect();
            let table = |bits| Table { bits, scale: 1.0, rows: &bytes };
            let wide = added(table(3).wide_sums(), &hashes);
            let narrow = added(table(5).sums::<4>(), &hashes);
            let weight = |at: usize| i32::from(rows.as_flattened()[at]);
            let sum = |place, bits: u32, width: usize| -> i32 {
                hashes.iter().map(|hash| weight((hash >> (32 - bits)) as usize * width + place)).sum()
            };
            prop_assert!((0..16).all(|place| wide.step(place) == sum(place, 3, 16)));
            prop_assert!((0..4).all(|place| narrow.steps[place] == sum(place, 5, 4)));
        }
    }
}
