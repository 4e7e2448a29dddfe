//! The state of the page: one [`Query`], changed by [`Action`]s, mirrored in the address bar.

mod action;
mod preferences;
mod shown;
mod sync;

pub use action::{Action, Record, ViewState};
pub use preferences::{Preferences, Theme, use_preferences};
pub use shown::{AnswerRef, Dispatch, Shown, use_shown};
pub use sync::use_view_state;
