//! Parts that views are made of.

mod action_link;
mod citation;
mod commands;
mod desk;
mod dialog;
mod empty;
mod facets;
mod kind_mark;
pub mod number;
mod outlet_mark;
mod press;
pub mod segments;
mod side_mark;
pub mod voice;
pub mod when;
mod words;

pub use action_link::action_link;
pub use citation::{citation, link_to, words as quoted_words};
pub use commands::{Command, LetterKeys, use_commands, use_commands_with};
pub use desk::{Desk, use_notices};
pub use dialog::{Dialog, Drawer, Sheet, use_drawer};
pub use empty::empty;
pub use facets::{chips, facet_label, facet_panel, unsure_too, value_label};
pub use kind_mark::{kind_label, kind_mark};
pub use outlet_mark::{OutletLook, OutletTable, outlet_mark};
pub use press::pressing;
pub use side_mark::{SideLook, SideTable, side_mark};
pub use words::{hit_words, set_words};
