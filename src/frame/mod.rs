//! The frame of the page: what stands around every view.

mod accuracy;
mod app;
mod foot;
mod help;
mod search_box;
mod top_bar;

pub use app::{App, AppProps};
