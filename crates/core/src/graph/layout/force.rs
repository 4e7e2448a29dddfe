//! A force model in flat arrays: edges pull towards one unit, nodes repel by Barnes and Hut's approximation,
//! all cools down (the model of d3-force, with the constants of its many-body and link forces).

use super::Point;
use super::quadtree::Quadtree;

/// Repulsion between two nodes one unit apart: d3's −30 at its link length of 30.
const REPULSION: f32 = 1.0 / 30.0;
/// Nearer than this (squared), nodes repel no more.
const LEAST2: f32 = 1.0 / 900.0;
const THETA: f32 = 0.9;
/// What is left of a node's speed after a step.
const GLIDE: f32 = 0.6;
/// Pull to the centre: keeps components that nothing ties together in sight.
const GRAVITY: f32 = 0.015;
/// The share of heat lost in a step: 0.001 is reached in 120 steps. The start is good, so few are needed.
const COOLING: f32 = 0.055_95;
const COLD: f32 = 0.001;

#[derive(Debug, Clone)]
pub(super) struct Forces {
    positions: Vec<Point>,
    speeds: Vec<Point>,
    links: Vec<Spring>,
    heat: f32,
    tree: Quadtree,
}

/// A link with its strength, and the share of the correction that its second end takes.
#[derive(Debug, Clone, Copy)]
struct Spring {
    from: u32,
    to: u32,
    strength: f32,
    share: f32,
}

impl Forces {
    pub(super) fn new(links: &[(u32, u32)], start: &[Point]) -> Self {
        let mut degrees = vec![0.0f32; start.len()];
        for &(a, b) in links {
            degrees[a as usize] += 1.0;
            degrees[b as usize] += 1.0;
        }
        let springs = links.iter().map(|&(from, to)| {
            let (a, b) = (degrees[from as usize], degrees[to as usize]);
            Spring { from, to, strength: 1.0 / a.min(b), share: a / (a + b) }
        });
        let count = start.len().max(1) as f32;
        let sum = start.iter().fold(Point::default(), |s, p| Point { x: s.x + p.x, y: s.y + p.y });
        Self {
            positions: start
                .iter()
                .map(|p| Point { x: p.x - sum.x / count, y: p.y - sum.y / count })
                .collect(),
            speeds: vec![Point::default(); start.len()],
            links: springs.collect(),
            heat: 1.0,
            tree: Quadtree::default(),
        }
    }

    pub(super) fn step(&mut self) {
        self.heat -= self.heat * COOLING;
        for spring in &self.links {
            let (a, b) = (spring.from as usize, spring.to as usize);
            // Where the ends will be, as in d3: damps oscillation.
            let dx = self.positions[b].x + self.speeds[b].x - self.positions[a].x - self.speeds[a].x;
            let dy = self.positions[b].y + self.speeds[b].y - self.positions[a].y - self.speeds[a].y;
            let length = (dx * dx + dy * dy).sqrt().max(1e-6);
            let pull = (length - 1.0) / length * self.heat * spring.strength;
            let (to_second, to_first) = (spring.share, 1.0 - spring.share);
            self.speeds[b].x -= dx * pull * to_second;
            self.speeds[b].y -= dy * pull * to_second;
            self.speeds[a].x += dx * pull * to_first;
            self.speeds[a].y += dy * pull * to_first;
        }
        self.tree.build(&self.positions);
        let (speeds, strength) = (&mut self.speeds, REPULSION * self.heat);
        self.tree.repulsion(THETA, LEAST2, |node, push| {
            speeds[node].x += push.x * strength;
            speeds[node].y += push.y * strength;
        });
        for (at, speed) in self.positions.iter_mut().zip(&mut self.speeds) {
            speed.x = (speed.x - at.x * GRAVITY * self.heat) * GLIDE;
            speed.y = (speed.y - at.y * GRAVITY * self.heat) * GLIDE;
            at.x += speed.x;
            at.y += speed.y;
        }
    }

    pub(super) fn settled(&self) -> bool {
        self.heat < COLD || self.positions.len() < 2
    }

    pub(super) fn write(&self, positions: &mut [Point]) {
        positions.copy_from_slice(&self.positions);
    }
}
