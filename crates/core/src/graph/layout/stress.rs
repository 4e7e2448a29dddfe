//! Stress majorisation (SMACOF; Gansner, Koren and North, 2004): each node moves to the mean of the places
//! that its distances to all others call for. Every move lowers the stress, so the picture only gets better.

use super::Point;
use super::components::{Steps, Topology};

/// Settled when no node moved by more than this share of an edge's length.
const STILL: f32 = 0.002;
const MOST_STEPS: u32 = 300;

/// One component under way.
#[derive(Debug, Clone)]
pub(super) struct Majorisation {
    /// For each pair of nodes one over the steps between them; 0 from a node to itself. The weight of a pair
    /// is the square of it, so that near pairs count most.
    closeness: Vec<f32>,
    positions: Vec<Point>,
    steps: u32,
    moved: f32,
}

impl Majorisation {
    pub(super) fn new(topology: &Topology, steps: &mut Steps, component: &[u32], start: Vec<Point>) -> Self {
        let mut closeness = Vec::with_capacity(component.len() * component.len());
        for &from in component {
            steps.from(topology, from);
            closeness.extend(component.iter().map(|to| match steps.to[*to as usize] {
                0 => 0.0,
                n => 1.0 / n as f32,
            }));
        }
        Self { closeness, positions: start, steps: 0, moved: f32::INFINITY }
    }

    /// Moves every node once, in order.
    pub(super) fn step(&mut self) {
        if self.settled() {
            return;
        }
        let count = self.positions.len();
        self.moved = 0.0;
        for (node, row) in self.closeness.chunks_exact(count).enumerate() {
            let at = self.positions[node];
            let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
            for (other, near) in self.positions.iter().zip(row) {
                let (dx, dy) = (at.x - other.x, at.y - other.y);
                let length = (dx * dx + dy * dy).sqrt();
                let pull = if length > 0.0 { near / length } else { 0.0 };
                let weight = near * near;
                x += weight * other.x + pull * dx;
                y += weight * other.y + pull * dy;
                weights += weight;
            }
            if weights > 0.0 {
                let to = Point { x: x / weights, y: y / weights };
                self.moved = self.moved.max((to.x - at.x).abs()).max((to.y - at.y).abs());
                self.positions[node] = to;
            }
        }
        self.steps += 1;
    }

    pub(super) fn settled(&self) -> bool {
        self.moved < STILL || self.steps >= MOST_STEPS || self.positions.len() < 3
    }

    pub(super) fn positions(&self) -> &[Point] {
        &self.positions
    }
}
