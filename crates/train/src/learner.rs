//! Conditional random fields over hashed features, trained by stochastic gradient steps (AdaGrad).

use readout_core::quote::model::chain::{Scores, Topology};
use readout_core::quote::model::seen::Seen;
use readout_core::quote::model::weights::{Table, Weights};

/// One training sequence: the features seen, the states allowed, the gold path.
pub struct Sequence {
    pub hashes: Vec<u32>,
    pub tokens: Vec<u32>,
    pub borders: Vec<u32>,
    pub allowed: Vec<u8>,
    pub bound: Vec<bool>,
    pub path: Vec<u8>,
}

/// Weights in training.
#[derive(Clone)]
pub struct Learner {
    topology: &'static Topology,
    bits: (u32, u32),
    emissions: Vec<f32>,
    emission_squares: Vec<f32>,
    edges: Vec<f32>,
    edge_squares: Vec<f32>,
}

/// How to train.
#[derive(Clone, Copy)]
pub struct Settings {
    pub epochs: usize,
    pub rate: f32,
    pub decay: f32,
    pub dropout: f32,
    /// What each step takes from a weight's size.
    pub shrink: f32,
}

impl Sequence {
    /// A sequence to learn from; where gold breaks a stretch between marks, nothing is bound.
    pub fn new(seen: &Seen, topology: &Topology, path: Vec<u8>) -> Self {
        let broken = (1..path.len())
            .any(|at| seen.bound.get(at) == Some(&true) && topology.kinds(path[at - 1], path[at]) != 0);
        Self {
            hashes: seen.hashes.clone(),
            tokens: seen.tokens.clone(),
            borders: seen.borders.clone(),
            allowed: seen.allowed.clone(),
            bound: if broken { Vec::new() } else { seen.bound.clone() },
            path,
        }
    }
}

/// Rows of weights, and the same in eight bits as they are shipped.
pub struct Rows {
    bits: u32,
    step: f32,
    learned: Vec<f32>,
    shipped: Vec<u8>,
}

impl Rows {
    pub fn new(bits: u32, step: f32, learned: Vec<f32>) -> Self {
        let eight_bits = |w: &f32| (w / step).round().clamp(-127.0, 127.0) as i8 as u8;
        Self { bits, step, shipped: learned.iter().map(eight_bits).collect(), learned }
    }

    /// The mean of several of one size.
    pub fn mean(all: &[&Rows]) -> Self {
        let (bits, step, size) = all.first().map_or((0, 1.0, 0), |r| (r.bits, r.step, r.learned.len()));
        let mut learned = vec![0.0; size];
        for rows in all {
            for (mean, weight) in learned.iter_mut().zip(&rows.learned) {
                *mean += weight / all.len() as f32;
            }
        }
        Self::new(bits, step, learned)
    }

    pub fn table(&self) -> Table<'_> {
        Table { bits: self.bits, scale: self.step, rows: &self.shipped }
    }
}

/// What a chain has learned.
pub struct Trained {
    emissions: Rows,
    edges: Rows,
}

impl Trained {
    /// The mean of several: it depends less on the order of the examples than each of them.
    pub fn mean(all: &[&Trained]) -> Self {
        let rows = |of: fn(&Trained) -> &Rows| Rows::mean(&all.iter().map(|t| of(t)).collect::<Vec<_>>());
        Self { emissions: rows(|t| &t.emissions), edges: rows(|t| &t.edges) }
    }

    pub fn weights(&self) -> Weights<'_> {
        Weights { emissions: self.emissions.table(), edges: self.edges.table() }
    }
}

impl Learner {
    pub fn finish(self, step: f32) -> Trained {
        Trained {
            emissions: Rows::new(self.bits.0, step, self.emissions),
            edges: Rows::new(self.bits.1, step, self.edges),
        }
    }

    /// Empty weights: rows under so many bits for tokens and for borders.
    pub fn new(topology: &'static Topology, bits: (u32, u32)) -> Self {
        let (e, d) = (vec![0.0; topology.classes << bits.0], vec![0.0; topology.edges << bits.1]);
        Self {
            topology,
            bits,
            emission_squares: vec![1e-3; e.len()],
            edge_squares: vec![1e-3; d.len()],
            emissions: e,
            edges: d,
        }
    }

    /// Scores of a sequence under the weights; `keep` drops features in training.
    pub fn score(
        &self,
        hashes: &[u32],
        tokens: &[u32],
        borders: &[u32],
        allowed: &[u8],
        mut keep: impl FnMut(usize) -> bool,
    ) -> Scores {
        let mut scores = Scores { allowed: allowed.to_vec(), ..Scores::default() };
        let mut from = 0;
        for (ends, width, table, out, shift) in [
            (tokens, self.topology.classes, &self.emissions, &mut scores.emissions, 32 - self.bits.0),
            (borders, self.topology.edges, &self.edges, &mut scores.edges, 32 - self.bits.1),
        ] {
            out.resize(ends.len() * width, 0.0);
            for (at, end) in ends.iter().enumerate() {
                for (index, hash) in hashes.iter().enumerate().take(*end as usize).skip(from) {
                    if !keep(index) {
                        continue;
                    }
                    let row = (hash >> shift) as usize * width;
                    for k in 0..width {
                        out[at * width + k] += table[row + k];
                    }
                }
                from = *end as usize;
            }
        }
        scores
    }

    pub fn train(&mut self, sequences: &[Sequence], settings: Settings, mut noise: Noise) {
        let mut order: Vec<usize> = (0..sequences.len()).collect();
        let mut kept = Vec::new();
        // The mean of the weights after each of the later epochs: it depends less on the order of the examples.
        let mut means = (vec![0.0; self.emissions.len()], vec![0.0; self.edges.len()]);
        let first = settings.epochs / 2;
        for epoch in 0..settings.epochs {
            noise.shuffle(&mut order);
            let rate = settings.rate / (1.0 + settings.decay * epoch as f32);
            for index in &order {
                let s = &sequences[*index];
                kept.clear();
                kept.extend(
                    s.hashes.iter().map(|_| settings.dropout == 0.0 || noise.unit() >= settings.dropout),
                );
                self.step(s, &kept, rate, settings.shrink);
            }
            if epoch >= first {
                let share = 1.0 / (settings.epochs - first) as f32;
                for (mean, weights) in [(&mut means.0, &self.emissions), (&mut means.1, &self.edges)] {
                    mean.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += share * weight);
                }
            }
        }
        (self.emissions, self.edges) = means;
        if settings.dropout > 0.0 {
            for w in self.emissions.iter_mut().chain(&mut self.edges) {
                *w *= 1.0 - settings.dropout;
            }
        }
    }

    fn step(&mut self, s: &Sequence, kept: &[bool], rate: f32, shrink: f32) {
        let scores = self.score(&s.hashes, &s.tokens, &s.borders, &s.allowed, |i| kept[i]);
        let length = s.path.len();
        let mut scores = scores;
        scores.bind(self.topology, &s.bound);
        let (mut emissions, mut edges, _) = self.topology.expected(&scores, length);
        let mut state = self.topology.start;
        for (at, next) in s.path.iter().enumerate() {
            let class = self.topology.class[*next as usize] as usize;
            if class > 0 {
                emissions[at * self.topology.classes + class - 1] -= 1.0;
            }
            self.take_edges(&mut edges, at, self.topology.kinds(state, *next));
            state = *next;
        }
        let kinds = self.topology.ends.iter().find(|e| e.0 == state).map_or(0, |e| e.1);
        self.take_edges(&mut edges, length, kinds);
        let mut from = 0;
        for (ends, width, table, squares, gradient, shift) in [
            (
                &s.tokens,
                self.topology.classes,
                &mut self.emissions,
                &mut self.emission_squares,
                &emissions,
                32 - self.bits.0,
            ),
            (
                &s.borders,
                self.topology.edges,
                &mut self.edges,
                &mut self.edge_squares,
                &edges,
                32 - self.bits.1,
            ),
        ] {
            for (at, end) in ends.iter().enumerate() {
                let gradient = &gradient[at * width..(at + 1) * width];
                if gradient.iter().all(|g| g.abs() < 1e-3) {
                    from = *end as usize;
                    continue;
                }
                let range = from..*end as usize;
                for (hash, _) in s.hashes[range.clone()].iter().zip(&kept[range]).filter(|(_, kept)| **kept) {
                    let row = (hash >> shift) as usize * width;
                    for k in 0..width {
                        let g = gradient[k];
                        let square = &mut squares[row + k];
                        *square += g * g;
                        let rate = rate / square.sqrt();
                        let moved = table[row + k] - rate * g;
                        table[row + k] = moved.signum() * (moved.abs() - rate * shrink).max(0.0);
                    }
                }
                from = *end as usize;
            }
        }
    }

    fn take_edges(&self, edges: &mut [f32], border: usize, kinds: u8) {
        for kind in 0..self.topology.edges {
            if kinds >> kind & 1 == 1 {
                edges[border * self.topology.edges + kind] -= 1.0;
            }
        }
    }
}

/// Pseudo-random numbers with a seed (xorshift).
#[derive(Clone)]
pub struct Noise(pub u64);

impl Noise {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    pub fn shuffle(&mut self, items: &mut [usize]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
