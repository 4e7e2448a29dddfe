//! Learned weights: rows of small integers under hashed features.

use super::chain::{Scores, Topology};

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

impl Table<'_> {
    /// The sum of the features' rows. Sums of up to 256 rows fit in sixteen bits, and no list is longer.
    #[must_use]
    pub fn add_up<const WIDTH: usize>(&self, hashes: &[u32]) -> [i16; WIDTH] {
        let shift = 32 - self.bits;
        let (rows, _) = self.rows.as_chunks::<WIDTH>();
        let mut sums = [0_i16; WIDTH];
        for hash in hashes {
            if let Some(row) = rows.get((hash >> shift) as usize) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i16::from(*weight as i8));
                }
            }
        }
        sums
    }

    /// The same for rows of four, whose sums grow side by side in one number: what a compiler that saves bytes
    /// does not come upon.
    #[must_use]
    pub fn add_up_fours(&self, hashes: &[u32]) -> [i16; 4] {
        let shift = 32 - self.bits;
        let (rows, _) = self.rows.as_chunks::<4>();
        let (mut sums, mut count) = (0_u64, 0_u64);
        for hash in hashes {
            if let Some(row) = rows.get((hash >> shift) as usize) {
                // From 0 to 255 instead of from -128 to 127, so that none borrows from its neighbour.
                let weights = u64::from(u32::from_le_bytes(*row) ^ 0x8080_8080);
                let halves = (weights | weights << 16) & 0x0000_FFFF_0000_FFFF;
                sums = sums.wrapping_add((halves | halves << 8) & 0x00FF_00FF_00FF_00FF);
                count += 1;
            }
        }
        [0, 16, 32, 48].map(|at| ((sums >> at) as u16).wrapping_sub((count << 7) as u16) as i16)
    }

    /// Adds up the rows of the features of each token or border: `ends` says where each list ends.
    fn sum<const WIDTH: usize>(
        &self,
        add_up: impl Fn(&[u32]) -> [i16; WIDTH],
        (hashes, from): (&[u32], usize),
        ends: &[u32],
        out: &mut Vec<f32>,
    ) {
        let mut from = from;
        for end in ends {
            let sums = add_up(hashes.get(from..*end as usize).unwrap_or_default());
            out.extend(sums.map(|sum| f32::from(sum) * self.scale));
            from = *end as usize;
        }
    }

    fn sum_any(&self, width: usize, hashes: &[u32], from: usize, ends: &[u32], out: &mut Vec<f32>) {
        let features = (hashes, from);
        match width {
            1 => self.sum(|hashes| self.add_up::<1>(hashes), features, ends, out),
            2 => self.sum(|hashes| self.add_up::<2>(hashes), features, ends, out),
            4 => self.sum(|hashes| self.add_up_fours(hashes), features, ends, out),
            _ => {}
        }
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

/// Features of a sequence: lists one after another, tokens' first, then borders'.
#[derive(Debug, Default)]
pub struct Seen {
    /// Hashes.
    pub hashes: Vec<u32>,
    /// Where each token's list ends.
    pub tokens: Vec<u32>,
    /// Where each border's list ends.
    pub borders: Vec<u32>,
    /// A bit for each state that a token may take; empty: all are allowed.
    pub allowed: Vec<u8>,
    /// The borders at which nothing may open or close: those within a stretch between marks.
    pub bound: Vec<bool>,
}

impl Seen {
    /// Forgets the last sequence.
    pub fn clear(&mut self) {
        self.hashes.clear();
        self.tokens.clear();
        self.borders.clear();
        self.allowed.clear();
        self.bound.clear();
    }

    /// Ends the list of one token.
    pub fn end_token(&mut self) {
        self.tokens.push(self.hashes.len() as u32);
    }

    /// Ends the list of one border.
    pub fn end_border(&mut self) {
        self.borders.push(self.hashes.len() as u32);
    }
}

impl Weights<'_> {
    /// Scores what was seen.
    pub fn score(&self, topology: &Topology, seen: &Seen, scores: &mut Scores) {
        self.score_tokens(topology, seen, scores);
        self.score_borders(topology, seen, scores);
    }

    /// Scores the tokens that were seen.
    pub fn score_tokens(&self, topology: &Topology, seen: &Seen, scores: &mut Scores) {
        scores.emissions.clear();
        scores.allowed.clone_from(&seen.allowed);
        self.emissions.sum_any(topology.classes, &seen.hashes, 0, &seen.tokens, &mut scores.emissions);
    }

    /// Scores the borders that were seen, after the tokens.
    pub fn score_borders(&self, topology: &Topology, seen: &Seen, scores: &mut Scores) {
        scores.edges.clear();
        let from = seen.tokens.last().map_or(0, |end| *end as usize);
        self.edges.sum_any(topology.edges, &seen.hashes, from, &seen.borders, &mut scores.edges);
        scores.bind(topology, &seen.bound);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_of_four_add_up_as_any_others(rows: [[u8; 4]; 8], hashes in prop::collection::vec(any::<u32>(), 0..256)) {
            let table = Table { bits: 3, scale: 1.0, rows: rows.as_flattened() };
            prop_assert_eq!(table.add_up_fours(&hashes), table.add_up::<4>(&hashes));
        }
    }
}
