//! The heights of a long list's rows, guessed until measured: where a row stands, and which row stands where,
//! in logarithmic time.

use std::ops::Range;

/// Browsers clip what is higher than this (Firefox at some 17 million pixels); a longer list is scrolled in
/// larger steps.
const HIGHEST: f64 = 12_000_000.0;

/// Row heights in pixels with their running sums (a Fenwick tree).
#[derive(Debug, Clone, Default)]
pub struct Heights {
    rows: Vec<f64>,
    sums: Vec<f64>,
}

impl Heights {
    /// From guesses.
    #[must_use]
    pub fn new(guesses: impl Iterator<Item = f64>) -> Self {
        let rows: Vec<f64> = guesses.collect();
        let mut sums = vec![0.0; rows.len() + 1];
        for (at, height) in rows.iter().enumerate() {
            let here = at + 1;
            sums[here] += height;
            let (sum, parent) = (sums[here], here + lowest_bit(here));
            if let Some(next) = sums.get_mut(parent) {
                *next += sum;
            }
        }
        Self { rows, sums }
    }

    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Height of all rows.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.offset(self.len())
    }

    /// Height of all rows before `row`.
    #[must_use]
    pub fn offset(&self, row: usize) -> f64 {
        let mut at = row.min(self.len());
        let mut sum = 0.0;
        while at > 0 {
            sum += self.sums[at];
            at -= lowest_bit(at);
        }
        sum
    }

    /// The row at `offset` pixels from the beginning; the last one beyond the end.
    #[must_use]
    pub fn row_at(&self, offset: f64) -> usize {
        let (mut at, mut left) = (0, offset.max(0.0));
        let mut step = self.len().next_power_of_two();
        while step > 0 {
            if let Some(sum) = self.sums.get(at + step)
                && *sum <= left
            {
                at += step;
                left -= sum;
            }
            step /= 2;
        }
        at.min(self.len().saturating_sub(1))
    }

    /// The first row that begins where the list is scrolled to `y`, or further down; the last one beyond the end.
    #[must_use]
    pub fn first_from(&self, y: f64) -> usize {
        let y = y.max(0.0) * self.scale();
        let row = self.row_at(y);
        if self.offset(row) < y { (row + 1).min(self.len().saturating_sub(1)) } else { row }
    }

    /// Notes a measured height. True if that is news.
    pub fn measure(&mut self, row: usize, height: f64) -> bool {
        let Some(old) = self.rows.get_mut(row) else { return false };
        let change = height - *old;
        if change.abs() < 0.5 {
            return false;
        }
        *old = height;
        let mut at = row + 1;
        while let Some(sum) = self.sums.get_mut(at) {
            *sum += change;
            at += lowest_bit(at);
        }
        true
    }

    /// How many pixels of rows one pixel of scrolling stands for.
    #[must_use]
    pub fn scale(&self) -> f64 {
        (self.total() / HIGHEST).max(1.0)
    }

    /// The rows that show where the list is scrolled to `y` in a window of `height` pixels, and some more at
    /// both ends.
    #[must_use]
    pub fn seen(&self, y: f64, height: f64, margin: f64) -> Range<usize> {
        let y = y.max(0.0) * self.scale();
        let end = (self.row_at(y + height + margin) + 1).min(self.len());
        self.row_at(y - margin).min(end)..end
    }
}

const fn lowest_bit(n: usize) -> usize {
    n & n.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter::repeat_n;

    #[test]
    fn rows_and_offsets_agree() {
        let heights = Heights::new([10.0, 20.0, 30.0, 5.0, 1.0].into_iter());
        assert_eq!(
            (0..=5).map(|row| heights.offset(row)).collect::<Vec<_>>(),
            [0.0, 10.0, 30.0, 60.0, 65.0, 66.0]
        );
        assert_eq!(
            [-5.0, 0.0, 9.9, 10.0, 59.0, 60.0, 65.5, 99.0].map(|y| heights.row_at(y)),
            [0, 0, 0, 1, 2, 3, 4, 4]
        );
    }

    #[test]
    fn a_row_cut_by_the_upper_edge_is_not_the_first() {
        let heights = Heights::new([10.0, 20.0, 30.0].into_iter());
        assert_eq!(
            [-5.0, 0.0, 0.5, 10.0, 11.0, 40.0, 99.0].map(|y| heights.first_from(y)),
            [0, 0, 1, 1, 2, 2, 2]
        );
    }

    #[test]
    fn measuring_moves_what_comes_after() {
        let mut heights = Heights::new(repeat_n(100.0, 1000));
        assert!(heights.measure(3, 250.0));
        assert!(!heights.measure(3, 250.2));
        assert_eq!((heights.offset(3), heights.offset(4), heights.total()), (300.0, 550.0, 100_150.0));
    }

    #[test]
    fn only_what_is_seen_is_drawn_however_long_the_list() {
        let short = Heights::new(repeat_n(200.0, 50));
        let long = Heights::new(repeat_n(200.0, 100_000));
        assert_eq!(short.seen(0.0, 900.0, 600.0), 0..8);
        assert_eq!(long.seen(0.0, 900.0, 600.0), 0..8);
        assert!(long.scale() > 1.0);
        assert_eq!(long.seen(HIGHEST, 900.0, 600.0).end, 100_000);
    }

    #[test]
    fn an_empty_list_shows_nothing() {
        assert_eq!(Heights::default().seen(0.0, 900.0, 600.0), 0..0);
    }
}
