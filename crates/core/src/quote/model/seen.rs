//! What is seen of a sequence, token by token, then border by border: kept to learn from, or scored at once.

use super::chain::{NEVER, Scores};
use super::feature::Adding;
use super::weights::{Sums, Weights};

/// Takes what is seen.
pub trait Sink {
    /// What a token's features are added to.
    type Token: Adding + Clone;
    /// What a border's features are added to.
    type Border: Adding;

    /// Nothing seen of a token yet.
    fn of_token(&self) -> Self::Token;

    /// The next token: what was seen of it, and a bit for each state that it may take.
    fn token(&mut self, seen: Self::Token, allowed: u8);

    /// The next border. Where it is bound nothing may open or close, and `look` need not be asked.
    fn border(&mut self, bound: bool, look: impl FnOnce(Self::Border) -> Self::Border);
}

/// Features of a sequence, to learn from: lists one after another, tokens' first, then borders'.
#[derive(Debug, Default)]
pub struct Seen {
    /// Hashes.
    pub hashes: Vec<u32>,
    /// Where each token's list ends.
    pub tokens: Vec<u32>,
    /// Where each border's list ends.
    pub borders: Vec<u32>,
    /// A bit for each state that a token may take.
    pub allowed: Vec<u8>,
    /// The borders at which nothing may open or close: those within a stretch between marks.
    pub bound: Vec<bool>,
}

impl Sink for Seen {
    type Token = Vec<u32>;
    type Border = Vec<u32>;

    fn of_token(&self) -> Vec<u32> {
        Vec::new()
    }

    fn token(&mut self, seen: Vec<u32>, allowed: u8) {
        self.hashes.extend(seen);
        self.tokens.push(self.hashes.len() as u32);
        self.allowed.push(allowed);
    }

    fn border(&mut self, bound: bool, look: impl FnOnce(Vec<u32>) -> Vec<u32>) {
        self.hashes.extend(look(Vec::new()));
        self.borders.push(self.hashes.len() as u32);
        self.bound.push(bound);
    }
}

/// Scores what is seen under the weights of a chain of so many classes and kinds of edges.
#[derive(Debug)]
pub struct Scoring<'a, const CLASSES: usize, const EDGES: usize> {
    weights: Weights<'a>,
    scores: &'a mut Scores,
}

impl<'a, const CLASSES: usize, const EDGES: usize> Scoring<'a, CLASSES, EDGES> {
    /// Starts on a sequence; `scores` forgets the last one.
    pub fn new(weights: Weights<'a>, scores: &'a mut Scores) -> Self {
        scores.emissions.clear();
        scores.edges.clear();
        scores.allowed.clear();
        Self { weights, scores }
    }

    /// For each border whether a token beside it earns what is wanted, by the first of its classes.
    #[must_use]
    pub fn beside_any(&self, wanted: impl Fn(f32) -> bool) -> Vec<bool> {
        let tokens = self.scores.emissions.chunks(CLASSES);
        let mut borders = vec![false; tokens.len() + 1];
        for (at, token) in tokens.enumerate() {
            if token.first().copied().is_some_and(&wanted) {
                borders[at..=at + 1].fill(true);
            }
        }
        borders
    }
}

impl<'a, const CLASSES: usize, const EDGES: usize> Sink for Scoring<'a, CLASSES, EDGES> {
    type Token = Sums<'a, CLASSES>;
    type Border = Sums<'a, EDGES>;

    fn of_token(&self) -> Self::Token {
        self.weights.emissions.sums()
    }

    fn token(&mut self, seen: Self::Token, allowed: u8) {
        let scale = self.weights.emissions.scale;
        self.scores.emissions.extend(seen.steps.map(|sum| sum as f32 * scale));
        self.scores.allowed.push(allowed);
    }

    fn border(&mut self, bound: bool, look: impl FnOnce(Self::Border) -> Self::Border) {
        if bound {
            self.scores.edges.extend([NEVER; EDGES]);
            return;
        }
        let seen = look(self.weights.edges.sums());
        let scale = self.weights.edges.scale;
        self.scores.edges.extend(seen.steps.map(|sum| sum as f32 * scale));
    }
}
