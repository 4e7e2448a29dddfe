//! The connected parts of a graph, and steps between nodes.

use crate::order;

/// Each node's neighbours in two flat arrays.
#[derive(Debug, Clone)]
pub(super) struct Topology {
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

/// Not reached.
pub(super) const FAR: u32 = u32::MAX;

impl Topology {
    /// `links` name nodes below `nodes`, each pair once.
    pub(super) fn new(nodes: u32, links: &[(u32, u32)]) -> Self {
        let mut starts = vec![0u32; nodes as usize + 1];
        for &(a, b) in links {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut neighbours = vec![0; links.len() * 2];
        for &(a, b) in links {
            for (from, to) in [(a, b), (b, a)] {
                neighbours[next[from as usize] as usize] = to;
                next[from as usize] += 1;
            }
        }
        Self { starts, neighbours }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn neighbours(&self, node: u32) -> &[u32] {
        let (start, end) = (self.starts[node as usize], self.starts[node as usize + 1]);
        &self.neighbours[start as usize..end as usize]
    }

    /// The nodes of each component in ascending order; larger components first, then by lowest node.
    pub(super) fn components(&self) -> Vec<Vec<u32>> {
        let mut steps = Steps::new(self.len());
        let mut seen = vec![false; self.len()];
        let mut components = Vec::new();
        for node in 0..self.len() as u32 {
            if seen[node as usize] {
                continue;
            }
            let mut component = steps.from(self, node).to_vec();
            component.iter().for_each(|n| seen[*n as usize] = true);
            steps.forget();
            order::sort(&mut component);
            components.push(component);
        }
        order::sort_by_key(&mut components, |c| std::cmp::Reverse(c.len()));
        components
    }
}

/// Breadth-first search that can be used again at the cost of what it visited.
#[derive(Debug)]
pub(super) struct Steps {
    /// Steps to each node from where the last search started, [`FAR`] where there is no way.
    pub(super) to: Vec<u32>,
    queue: Vec<u32>,
}

impl Steps {
    pub(super) fn new(nodes: usize) -> Self {
        Self { to: vec![FAR; nodes], queue: Vec::new() }
    }

    /// Counts the steps from `start` to all that can be reached, and returns these, nearest first.
    pub(super) fn from(&mut self, topology: &Topology, start: u32) -> &[u32] {
        self.forget();
        self.to[start as usize] = 0;
        self.queue.push(start);
        let mut head = 0;
        while let Some(&node) = self.queue.get(head) {
            head += 1;
            let steps = self.to[node as usize] + 1;
            for &neighbour in topology.neighbours(node) {
                if self.to[neighbour as usize] == FAR {
                    self.to[neighbour as usize] = steps;
                    self.queue.push(neighbour);
                }
            }
        }
        &self.queue
    }

    pub(super) fn forget(&mut self) {
        for node in self.queue.drain(..) {
            self.to[node as usize] = FAR;
        }
    }
}
