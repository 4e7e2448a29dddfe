//! A linear chain over tokens: which states may follow each other, what a path scores, the best path, and
//! how sure each state is.
//!
//! A path earns the emission score of each state's class, and at each border between two tokens (and at both
//! ends) the scores of what opens or closes there.

/// A chain's states and their transitions.
#[derive(Debug)]
pub struct Topology {
    /// For each state the class whose emission it earns; class 0 earns nothing.
    pub class: &'static [u8],
    /// From, to, and a bit for each kind of edge that the step earns.
    pub steps: &'static [(u8, u8, u8)],
    /// The state before the first token.
    pub start: u8,
    /// The states in which a path may end, with the edges earned by that.
    pub ends: &'static [(u8, u8)],
    /// Number of classes that earn an emission.
    pub classes: usize,
    /// Number of kinds of edges.
    pub edges: usize,
}

/// Scores of one sequence under a topology, and the states that each token may take.
#[derive(Debug, Default)]
pub struct Scores {
    /// For each token `classes` numbers.
    pub emissions: Vec<f32>,
    /// For each border, one more than tokens, `edges` numbers.
    pub edges: Vec<f32>,
    /// For each token a bit for each state allowed; empty: all are.
    pub allowed: Vec<u8>,
}

/// What is forbidden earns.
pub const NEVER: f32 = -1e30;

/// A bit for each state: a token may take any.
pub const ANY: u8 = u8::MAX;

/// No chain has more states.
const MOST_STATES: usize = 5;

/// The sum of the edges whose bits are set.
fn earned(edges: &[f32], kinds: u8) -> f32 {
    if kinds == 0 {
        return 0.0;
    }
    edges.iter().enumerate().filter(|(kind, _)| kinds >> kind & 1 == 1).map(|(_, edge)| edge).sum()
}

/// How many sets of edges there are: no chain has more than four kinds.
const SUMS: usize = 16;

/// For each set of edges their sum.
fn sums_of(edges: &[f32]) -> [f32; SUMS] {
    let mut sums = [0.0; SUMS];
    for (kind, edge) in edges.iter().enumerate() {
        let (without, with) = sums.split_at_mut(1 << kind);
        for (with, without) in with.iter_mut().zip(without) {
            *with = *without + edge;
        }
    }
    sums
}

impl Scores {
    /// Forbids that anything opens or closes at the borders that are bound.
    pub fn bind(&mut self, topology: &Topology, bound: &[bool]) {
        for (border, _) in bound.iter().enumerate().filter(|(_, bound)| **bound) {
            self.edges[border * topology.edges..(border + 1) * topology.edges].fill(NEVER);
        }
    }
}

impl Topology {
    fn edge(&self, scores: &Scores, border: usize, kinds: u8) -> f32 {
        earned(&scores.edges[border * self.edges..(border + 1) * self.edges], kinds)
    }

    fn emission(&self, scores: &Scores, at: usize, state: usize) -> f32 {
        if scores.allowed.get(at).is_some_and(|a| a >> state & 1 == 0) {
            return NEVER;
        }
        match self.class[state] {
            0 => 0.0,
            class => scores.emissions[at * self.classes + class as usize - 1],
        }
    }

    /// The states of the best path.
    #[must_use]
    pub fn best(&self, scores: &Scores, length: usize) -> Vec<u8> {
        self.best_ending(scores, length, self.ends).0
    }

    /// The states of the best path that ends as `ends` allows, and what it scores.
    #[must_use]
    pub fn best_ending(&self, scores: &Scores, length: usize, ends: &[(u8, u8)]) -> (Vec<u8>, f32) {
        let mut score = [NEVER; MOST_STATES];
        score[self.start as usize] = 0.0;
        let mut back = vec![[0_u8; MOST_STATES]; length];
        for (at, back) in back.iter_mut().enumerate() {
            let mut next = [NEVER; MOST_STATES];
            let earned = sums_of(&scores.edges[at * self.edges..(at + 1) * self.edges]);
            for &(from, to, kinds) in self.steps {
                let reached = score[from as usize] + earned[kinds as usize % SUMS];
                if reached > next[to as usize] {
                    next[to as usize] = reached;
                    back[to as usize] = from;
                }
            }
            for (state, value) in next.iter_mut().enumerate().take(self.class.len()) {
                *value += self.emission(scores, at, state);
            }
            score = next;
        }
        let ending = |end: &(u8, u8)| score[end.0 as usize] + self.edge(scores, length, end.1);
        let last = ends.iter().max_by(|a, b| ending(a).total_cmp(&ending(b)));
        let mut path = vec![last.map_or(0, |end| end.0); length];
        for at in (1..length).rev() {
            path[at - 1] = back[at][path[at] as usize];
        }
        (path, last.map_or(NEVER, ending))
    }

    /// Forward and backward sums, and the logarithm of the sum over all paths.
    #[must_use]
    pub fn sums(&self, scores: &Scores, length: usize) -> Sums {
        let states = self.class.len();
        let mut forward = vec![NEVER; (length + 1) * states];
        forward[self.start as usize] = 0.0;
        for at in 0..length {
            for &(from, to, kinds) in self.steps {
                let reached = forward[at * states + from as usize] + self.edge(scores, at, kinds);
                let slot = &mut forward[(at + 1) * states + to as usize];
                *slot = log_add(*slot, reached);
            }
            for state in 0..states {
                forward[(at + 1) * states + state] += self.emission(scores, at, state);
            }
        }
        let mut backward = vec![NEVER; (length + 1) * states];
        for &(state, kinds) in self.ends {
            backward[length * states + state as usize] = self.edge(scores, length, kinds);
        }
        for at in (0..length).rev() {
            for &(from, to, kinds) in self.steps {
                let rest = backward[(at + 1) * states + to as usize]
                    + self.emission(scores, at, to as usize)
                    + self.edge(scores, at, kinds);
                let slot = &mut backward[at * states + from as usize];
                *slot = log_add(*slot, rest);
            }
        }
        let total = backward[self.start as usize];
        Sums { forward, backward, total, states }
    }

    /// The score of one path.
    #[must_use]
    pub fn score(&self, scores: &Scores, path: &[u8]) -> f32 {
        let mut state = self.start;
        let mut sum = 0.0;
        for (at, &next) in path.iter().enumerate() {
            let kinds = self.kinds(state, next);
            sum += self.edge(scores, at, kinds) + self.emission(scores, at, next as usize);
            state = next;
        }
        let kinds = self.ends.iter().find(|e| e.0 == state).map_or(0, |e| e.1);
        sum + self.edge(scores, path.len(), kinds)
    }

    /// The edges that the step from one state to another earns.
    #[must_use]
    pub fn kinds(&self, from: u8, to: u8) -> u8 {
        self.steps.iter().find(|s| s.0 == from && s.1 == to).map_or(0, |s| s.2)
    }

    /// Expected number of each class at each token and of each edge at each border, in the layout of
    /// [`Scores`].
    #[must_use]
    pub fn expected(&self, scores: &Scores, length: usize) -> (Vec<f32>, Vec<f32>, f32) {
        let sums = self.sums(scores, length);
        let states = sums.states;
        let mut emissions = vec![0.0; length * self.classes];
        let mut edges = vec![0.0; (length + 1) * self.edges];
        for at in 0..length {
            for &(from, to, kinds) in self.steps {
                let log = sums.forward[at * states + from as usize]
                    + self.edge(scores, at, kinds)
                    + self.emission(scores, at, to as usize)
                    + sums.backward[(at + 1) * states + to as usize]
                    - sums.total;
                if log < -20.0 {
                    continue;
                }
                let p = log.exp();
                let class = self.class[to as usize];
                if class > 0 {
                    emissions[at * self.classes + class as usize - 1] += p;
                }
                for kind in 0..self.edges {
                    if kinds >> kind & 1 == 1 {
                        edges[at * self.edges + kind] += p;
                    }
                }
            }
        }
        for &(state, kinds) in self.ends {
            let log = sums.forward[length * states + state as usize] + self.edge(scores, length, kinds)
                - sums.total;
            for kind in 0..self.edges {
                if kinds >> kind & 1 == 1 {
                    edges[length * self.edges + kind] += log.exp();
                }
            }
        }
        (emissions, edges, sums.total)
    }
}

/// What [`Topology::sums`] computes.
#[derive(Debug)]
pub struct Sums {
    forward: Vec<f32>,
    backward: Vec<f32>,
    /// The logarithm of the sum over all paths.
    pub total: f32,
    states: usize,
}

fn log_add(a: f32, b: f32) -> f32 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low - high < -20.0 { high } else { high + (low - high).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::model::roles;

    /// Scores that look random and are always the same.
    fn scores(length: usize) -> Scores {
        let number = |at: usize| ((at * 7919 + 13) % 31) as f32 / 8.0 - 2.0;
        Scores {
            emissions: (0..length * 2).map(number).collect(),
            edges: (0..(length + 1) * 4).map(|at| number(at + 5)).collect(),
            allowed: Vec::new(),
        }
    }

    /// Every path that the roles' topology allows.
    fn paths(length: usize) -> Vec<Vec<u8>> {
        let mut paths = vec![Vec::new()];
        for _ in 0..length {
            let step = |path: &Vec<u8>| {
                let last = path.last().copied().unwrap_or(roles::TOPOLOGY.start);
                let next = roles::TOPOLOGY.steps.iter().filter(move |s| s.0 == last).map(|s| s.1);
                next.map(|state| [path.as_slice(), &[state]].concat()).collect::<Vec<_>>()
            };
            paths = paths.iter().flat_map(step).collect();
        }
        paths.retain(|path| roles::TOPOLOGY.ends.iter().any(|end| path.last() == Some(&end.0)));
        paths
    }

    #[test]
    fn the_best_path_is_the_best_of_all() {
        let scores = scores(6);
        let score = |path: &Vec<u8>| roles::TOPOLOGY.score(&scores, path);
        let all = paths(6);
        let best = all.iter().max_by(|a, b| score(a).total_cmp(&score(b))).unwrap();
        assert_eq!(&roles::TOPOLOGY.best(&scores, 6), best);
    }

    #[test]
    fn the_sum_is_over_all_paths() {
        let scores = scores(6);
        let sum: f32 = paths(6).iter().map(|path| roles::TOPOLOGY.score(&scores, path).exp()).sum();
        let (_, _, total) = roles::TOPOLOGY.expected(&scores, 6);
        assert!((total - sum.ln()).abs() < 1e-3, "{total} against {}", sum.ln());
    }

    #[test]
    fn nothing_opens_at_a_border_that_is_bound() {
        let mut scores = scores(6);
        scores.bind(&roles::TOPOLOGY, &[false, true, true, true, true, true, false]);
        let path = roles::TOPOLOGY.best(&scores, 6);
        assert!(path.iter().all(|state| *state == path[0]), "{path:?}");
    }
}
