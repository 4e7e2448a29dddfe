//! Learns the parser from a teacher's heads and relations: averaged perceptrons, with a dynamic oracle.

use crate::learner::Noise;
use crate::teacher::{Parse, relation_number};
use readout_core::quote::model::parse::{ACTIONS, Parser, State, look_at_arc};
use readout_core::quote::model::reading::{Reading, Word};
use readout_core::quote::model::weights::Table;

/// One sentence with the teacher's heads, the root's being the number of tokens.
pub struct Tree {
    pub words: Vec<Word>,
    pub heads: Vec<u32>,
    pub relations: Vec<u32>,
}

/// Averaged weights in rows of `width`.
struct Perceptron {
    bits: u32,
    width: usize,
    weights: Vec<f32>,
    totals: Vec<f32>,
    stamps: Vec<u32>,
    clock: u32,
}

impl Perceptron {
    fn new(bits: u32, width: usize) -> Self {
        let n = width << bits;
        Self { bits, width, weights: vec![0.0; n], totals: vec![0.0; n], stamps: vec![0; n], clock: 0 }
    }

    fn scores(&self, hashes: &[u32]) -> [f32; 16] {
        let mut sums = [0.0; 16];
        for hash in hashes {
            let row = (hash >> (32 - self.bits)) as usize * self.width;
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row..row + self.width]) {
                *sum += weight;
            }
        }
        sums
    }

    fn update(&mut self, hashes: &[u32], right: usize, wrong: usize) {
        for (class, step) in [(right, 1.0), (wrong, -1.0)] {
            for hash in hashes {
                let at = (hash >> (32 - self.bits)) as usize * self.width + class;
                self.totals[at] += self.weights[at] * (self.clock - self.stamps[at]) as f32;
                self.stamps[at] = self.clock;
                self.weights[at] += step;
            }
        }
    }

    /// Averages, each weight in eight bits.
    fn rows(&self, prune: f32, scale: f32) -> Vec<u8> {
        let averages: Vec<f32> = (0..self.weights.len())
            .map(|at| {
                let rest = self.weights[at] * (self.clock - self.stamps[at]) as f32;
                (self.totals[at] + rest) / self.clock as f32
            })
            .collect();
        averages
            .iter()
            .map(|a| if a.abs() < prune { 0 } else { (a * scale).round().clamp(-127.0, 127.0) as i8 as u8 })
            .collect()
    }
}

pub struct Trained {
    actions: (u32, Vec<u8>),
    relations: (u32, Vec<u8>),
}

impl Trained {
    pub fn parser(&self) -> Parser<'_> {
        Parser {
            actions: Table { bits: self.actions.0, scale: 1.0, rows: &self.actions.1 },
            relations: Table { bits: self.relations.0, scale: 1.0, rows: &self.relations.1 },
        }
    }
}

/// The actions after which the tree can still be reached as well as before.
fn free(state: &State, heads: &[u32], last_child: &[Option<u32>]) -> [bool; 3] {
    let front = state.front;
    let on_stack = |token: u32| state.stack.contains(&token);
    let top = state.stack.last().copied();
    let shift = (front as usize) < heads.len() && {
        let head = heads[front as usize];
        let lost_head = Some(head) != top && head < front && on_stack(head);
        let lost_child = state.stack.iter().any(|t| heads[*t as usize] == front);
        !lost_head && !lost_child
    };
    let (mut left, mut right) = (false, false);
    if let Some(top) = top {
        let head = heads[top as usize];
        let child_ahead = last_child[top as usize].is_some_and(|c| c >= front);
        let second = state.stack.len().checked_sub(2).map(|i| state.stack[i]);
        left = !child_ahead && head <= front && Some(head) != second;
        right = second.is_some() && !child_ahead && head < front;
    }
    [shift, left, right]
}

/// How the parser is trained.
pub struct Settings {
    pub action_bits: u32,
    pub relation_bits: u32,
    pub epochs: usize,
    /// Averages smaller than this are left out.
    pub prune: f32,
    /// Steps to a whole.
    pub scale: f32,
}

impl Settings {
    pub fn train(&self, trees: &[Tree], mut noise: Noise) -> Trained {
        let mut actions = Perceptron::new(self.action_bits, 4);
        let mut relations = Perceptron::new(self.relation_bits, 16);
        let mut order: Vec<usize> = (0..trees.len()).collect();
        let mut state = State::default();
        for epoch in 0..self.epochs {
            noise.shuffle(&mut order);
            for index in &order {
                let tree = &trees[*index];
                climb(tree, epoch, &mut actions, &mut state, &mut noise);
                label(tree, &mut relations);
            }
        }
        Trained {
            actions: (self.action_bits, actions.rows(self.prune, self.scale)),
            relations: (self.relation_bits, relations.rows(self.prune, self.scale)),
        }
    }
}

fn climb(tree: &Tree, epoch: usize, actions: &mut Perceptron, state: &mut State, noise: &mut Noise) {
    let mut last_child = vec![None; tree.heads.len() + 1];
    for (token, head) in tree.heads.iter().enumerate() {
        last_child[*head as usize] = Some(token as u32);
    }
    state.start(tree.heads.len() as u32);
    while !state.is_done() {
        let hashes = state.look(&tree.words, Vec::new());
        let scores = actions.scores(&hashes);
        let free = free(state, &tree.heads, &last_child);
        let best = |only_free: bool| {
            (0..3)
                .filter(|a| state.allows(ACTIONS[*a]) && (!only_free || free[*a]))
                .max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
        };
        let Some(guess) = best(false) else { break };
        let right = best(true).unwrap_or(guess);
        actions.clock += 1;
        if right != guess {
            actions.update(&hashes, right, guess);
        }
        let take = if epoch > 0 && noise.unit() < 0.9 { guess } else { right };
        state.take(ACTIONS[take]);
    }
}

fn label(tree: &Tree, relations: &mut Perceptron) {
    let mut first_child = vec![u32::MAX; tree.heads.len() + 1];
    for (token, head) in tree.heads.iter().enumerate().rev() {
        first_child[*head as usize] = token as u32;
    }
    for (token, first_child) in first_child.iter().enumerate().take(tree.heads.len()) {
        if tree.heads[token] as usize >= tree.heads.len() {
            continue;
        }
        let hashes = look_at_arc(&tree.words, &tree.heads, token as u32, *first_child, Vec::new());
        let scores = relations.scores(&hashes);
        let guess = (0..16).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
        let right = tree.relations[token] as usize;
        relations.clock += 1;
        if guess != right {
            relations.update(&hashes, right, guess);
        }
    }
}

/// Shares of heads, and of heads with relations, as the teacher has them.
pub fn agreement(trees: &[Tree], parser: &Parser<'_>) -> (f32, f32) {
    let (mut all, mut heads, mut both) = (0, 0, 0);
    let mut state = State::default();
    for tree in trees {
        let mut words = tree.words.clone();
        parser.parse(&mut words, 0, &mut state);
        for (token, word) in words.iter().enumerate() {
            let gold = tree.heads[token];
            let head = if gold as usize == words.len() { token as u32 } else { gold };
            all += 1;
            heads += usize::from(word.head == head);
            both += usize::from(word.head == head && word.relation == tree.relations[token]);
        }
    }
    (heads as f32 / all as f32, both as f32 / all as f32)
}

/// The trees of one article.
pub fn trees(reading: &Reading, parse: &Parse) -> Vec<Tree> {
    let mut out = Vec::new();
    for s in &reading.sentences {
        let head = |i: usize| {
            let h = parse.heads[i];
            if h as usize == i || !s.contains(h) { s.len() } else { h - s.start }
        };
        out.push(Tree {
            words: reading.words[s.range()].to_vec(),
            heads: s.range().map(head).collect(),
            relations: s.range().map(|i| relation_number(&parse.deps[i])).collect(),
        });
    }
    out
}
