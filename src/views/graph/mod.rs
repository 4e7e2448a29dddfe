//! The entities' graph: who speaks of whom and to whom, as a picture and as a table, with the sentences that
//! show it.

mod camera;
mod canvas;
mod choice;
mod evidence;
mod filters;
mod gesture;
mod head;
mod labels;
mod look;
mod paint;
mod part;
mod pick;
mod picture;
mod proof;
mod scene;
mod sentence;
mod sieve;
mod spread;
mod stage;
mod table;
mod view;

pub use view::GraphView;
