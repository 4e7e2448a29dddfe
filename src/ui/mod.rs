//! Parts that views are made of.

mod action_link;
mod commands;
mod desk;
mod dialog;

pub use action_link::ActionLink;
pub use commands::{Command, LetterKeys, use_commands};
pub use desk::{Desk, DeskProvider, use_desk};
pub use dialog::{Dialog, Sheet};
