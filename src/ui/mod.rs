//! Parts that views are made of.

mod action_link;
mod citation;
mod commands;
mod desk;
mod dialog;
mod facets;
mod kind_mark;
mod outlet_mark;
pub mod segments;
mod side_mark;
pub mod voice;
pub mod when;
mod words;

pub use action_link::ActionLink;
pub use citation::{citation, words as quoted_words};
pub use commands::{Command, LetterKeys, use_commands};
pub use desk::{Desk, DeskProvider, use_desk};
pub use dialog::{Dialog, Sheet};
pub use facets::{Chips, FacetPanel, facet_label, value_label};
pub use kind_mark::{KindMark, kind_label};
pub use outlet_mark::{OutletLook, OutletMark, OutletTable};
pub use side_mark::{SideLook, SideMark, SideTable};
pub use words::{Words, hit_words};
