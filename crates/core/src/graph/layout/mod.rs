//! Places for the nodes of a graph: a comparable request, and a state machine that answers it.
//!
//! Small graphs are laid out by stress majorisation, one component at a time, because it draws the better
//! picture; large ones by a Barnes–Hut force model in flat arrays. Both start from pivot scaling, use no
//! clock and no trigonometry, and give the same places on every machine.

mod components;
mod force;
mod measure;
mod noise;
mod pack;
mod pivots;
mod quadtree;
mod stress;

use crate::order;
use components::{Steps, Topology};
use force::Forces;
use pack::Packing;
use stress::Majorisation;

/// Up to how many nodes a graph is laid out by stress majorisation, unless the request says otherwise.
pub const MOST_FOR_STRESS: u32 = 500;

/// A place in the plane; one unit is the length of one edge, and y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// How places are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Model {
    /// Stress majorisation: the distance on the screen follows the number of steps in the graph.
    Stress,
    /// Edges pull, nodes repel.
    Forces,
}

/// What is to be laid out. Equal requests have equal layouts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LayoutRequest {
    nodes: u32,
    /// Sorted, each pair once, lower node first.
    links: Vec<(u32, u32)>,
    model: Model,
}

impl LayoutRequest {
    /// A graph of nodes `0..nodes`. Direction and repetition of links don't matter; a link from a node to
    /// itself, or to a node that is not there, is left out.
    #[must_use]
    pub fn new(nodes: u32, links: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let ordered = links.into_iter().map(|(a, b)| (a.min(b), a.max(b)));
        let mut links: Vec<(u32, u32)> = ordered.filter(|(a, b)| a != b && *b < nodes).collect();
        order::sort(&mut links);
        links.dedup();
        let model = if nodes <= MOST_FOR_STRESS { Model::Stress } else { Model::Forces };
        Self { nodes, links, model }
    }

    /// The same graph by the model that is named, whatever its size. Majorisation needs memory for the
    /// square of the largest component.
    #[must_use]
    pub fn with_model(self, model: Model) -> Self {
        Self { model, ..self }
    }

    /// How many nodes.
    #[must_use]
    pub const fn nodes(&self) -> u32 {
        self.nodes
    }

    /// The links, sorted, each pair once, lower node first.
    #[must_use]
    pub fn links(&self) -> &[(u32, u32)] {
        &self.links
    }

    /// How places will be found.
    #[must_use]
    pub const fn model(&self) -> Model {
        self.model
    }
}

/// A layout under way. Call [`tick`](Self::tick) until it has [`finished`](Self::finished); the positions
/// can be shown at any time.
#[derive(Debug, Clone)]
pub struct Layout {
    solver: Solver,
    positions: Vec<Point>,
    steps: u32,
}

#[derive(Debug, Clone)]
enum Solver {
    /// One component at a time, packed side by side.
    Stress(Packing, Vec<Majorisation>),
    Forces(Box<Forces>),
}

impl Layout {
    /// The first places, by pivot scaling of each component.
    #[must_use]
    pub fn new(request: &LayoutRequest) -> Self {
        let topology = Topology::new(request.nodes, &request.links);
        let components = topology.components();
        let mut steps = Steps::new(topology.len());
        let placed: Vec<Vec<Point>> =
            components.iter().map(|c| pivots::place(&topology, &mut steps, c)).collect();
        let packing = Packing::new(components);
        let mut positions = vec![Point::default(); request.nodes as usize];
        packing.write(placed.iter().map(Vec::as_slice), &mut positions);
        let solver = match request.model {
            Model::Forces => Solver::Forces(Box::new(Forces::new(&request.links, &positions))),
            Model::Stress => {
                let each = packing.components().iter().zip(placed);
                let parts = each.map(|(nodes, start)| Majorisation::new(&topology, &mut steps, nodes, start));
                let parts = parts.collect();
                Solver::Stress(packing, parts)
            }
        };
        Self { solver, positions, steps: 0 }
    }

    /// The finished layout.
    #[must_use]
    pub fn finish(request: &LayoutRequest) -> Self {
        let mut layout = Self::new(request);
        while !layout.finished() {
            layout.tick(16);
        }
        layout
    }

    /// Does at most `steps` steps more. A step takes time linear in the square of the largest component by
    /// stress, and n log n by forces.
    pub fn tick(&mut self, steps: u32) {
        for _ in 0..steps {
            if self.finished() {
                break;
            }
            match &mut self.solver {
                Solver::Stress(_, parts) => parts.iter_mut().for_each(Majorisation::step),
                Solver::Forces(forces) => forces.step(),
            }
            self.steps += 1;
        }
        match &self.solver {
            Solver::Stress(packing, parts) => {
                packing.write(parts.iter().map(Majorisation::positions), &mut self.positions);
            }
            Solver::Forces(forces) => forces.write(&mut self.positions),
        }
    }

    /// Whether more steps would change nothing that can be seen.
    #[must_use]
    pub fn finished(&self) -> bool {
        match &self.solver {
            Solver::Stress(_, parts) => parts.iter().all(Majorisation::settled),
            Solver::Forces(forces) => forces.settled(),
        }
    }

    /// One place for each node.
    #[must_use]
    pub fn positions(&self) -> &[Point] {
        &self.positions
    }

    /// How many steps were done.
    #[must_use]
    pub const fn steps(&self) -> u32 {
        self.steps
    }
}

/// How far distances in the picture are from distances in the graph, at the best scale: the mean of
/// (scale · distance / steps − 1)² over pairs of nodes in one component. 0 is perfect. In graphs of more than
/// a thousand nodes, the pairs with a fixed choice of 256 nodes.
#[must_use]
pub fn stress(request: &LayoutRequest, positions: &[Point]) -> f64 {
    measure::stress(&Topology::new(request.nodes, &request.links), positions)
}
