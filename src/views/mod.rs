//! The views. They share the state and never import each other.

mod graph;
mod reader;
mod wall;

pub use graph::GraphView;
pub use reader::Reader;
pub use wall::Wall;
