//! The page: Yew components over a read-only corpus. No extraction happens here.

pub mod corpus;
pub mod frame;
pub mod hooks;
pub mod markup;
pub mod platform;
pub mod shared;
pub mod state;
pub mod ui;
pub mod views;

pub use frame::App;
