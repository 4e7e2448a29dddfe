//! Records: what a search lists, as stretches of the stream of words.

/// Places are gathered in blocks of so many, so that those who hold a place are found at once.
const BLOCK: u32 = 64;

/// How soon a word that a record repeats counts no more.
const K1: f32 = 1.2;

/// How much a long record counts less than a short one.
const B: f32 = 0.75;

/// A record that holds what is looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The record's number.
    pub record: u32,
    /// How well it matches, by BM25: more is better.
    pub score: f32,
}

/// Sentences or quotations.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    /// The stretches of all records, in the order of the records.
    ranges: Vec<Stretch>,
    /// For each block where its stretches begin in `of_block`, and the end of the last one's.
    blocks: Vec<u32>,
    /// The stretches that reach into each block.
    of_block: Vec<u32>,
    /// The number of words in each record.
    lengths: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    record: u32,
    start: u32,
    end: u32,
}

impl Records {
    /// Adds a stretch to the last record or the one after it.
    pub(super) fn add(&mut self, record: u32, start: u32, end: u32) {
        self.lengths.resize((record as usize + 1).max(self.lengths.len()), 0);
        if start < end {
            self.lengths[record as usize] += end - start;
            self.ranges.push(Stretch { record, start, end });
        }
    }

    /// Sorts the stretches into blocks; `words` is the length of the stream.
    pub(super) fn finish(mut self, words: usize) -> Self {
        let block_count = words / BLOCK as usize + 1;
        let blocks_of = |range: &Stretch| range.start / BLOCK..=(range.end - 1) / BLOCK;
        let mut starts = vec![0_u32; block_count + 1];
        for block in self.ranges.iter().flat_map(blocks_of) {
            starts[block as usize + 1] += 1;
        }
        for block in 0..block_count {
            starts[block + 1] += starts[block];
        }
        let mut next = starts.clone();
        self.of_block = vec![0; starts[block_count] as usize];
        for (at, range) in self.ranges.iter().enumerate() {
            for block in blocks_of(range) {
                self.of_block[next[block as usize] as usize] = at as u32;
                next[block as usize] += 1;
            }
        }
        self.blocks = starts;
        self
    }

    pub(super) fn size(&self) -> usize {
        self.ranges.len() * size_of::<Stretch>()
            + (self.blocks.len() + self.of_block.len() + self.lengths.len()) * size_of::<u32>()
    }

    pub(super) fn tally(&self) -> Tally<'_> {
        Tally { records: self, times: vec![0; self.lengths.len()], touched: Vec::new() }
    }
}

/// Counts how often each record holds what is looked for.
pub(super) struct Tally<'a> {
    records: &'a Records,
    times: Vec<u32>,
    touched: Vec<u32>,
}

impl Tally<'_> {
    /// Counts an occurrence at the places `start..end` for all records that hold it.
    pub(super) fn add(&mut self, start: u32, end: u32) {
        let block = (start / BLOCK) as usize;
        let Some([first, last]) = self.records.blocks.get(block..block + 2) else { return };
        let stretches = self.records.of_block.get(*first as usize..*last as usize).unwrap_or_default();
        for range in stretches.iter().map(|at| self.records.ranges[*at as usize]) {
            if range.start <= start && end <= range.end {
                let times = &mut self.times[range.record as usize];
                if *times == 0 {
                    self.touched.push(range.record);
                }
                *times += 1;
            }
        }
    }

    /// The records counted, scored.
    pub(super) fn score(self) -> Vec<Hit> {
        let lengths = &self.records.lengths;
        let all = lengths.len() as f32;
        let average = lengths.iter().map(|length| f64::from(*length)).sum::<f64>() as f32 / all.max(1.0);
        let found = self.touched.len() as f32;
        let rarity = (1.0 + (all - found + 0.5) / (found + 0.5)).ln();
        let score = |record: u32| {
            let (times, length) = (self.times[record as usize] as f32, lengths[record as usize] as f32);
            rarity * times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length / average.max(1.0)))
        };
        self.touched.iter().map(|record| Hit { record: *record, score: score(*record) }).collect()
    }
}
