//! What any component may ask for, wherever it stands.

use crate::corpus::CorpusRef;
use crate::state::Dispatch;
use crate::ui::{Desk, LetterKeys};
use readout_core::corpus::Corpus;
use yew::prelude::*;

/// What all of the page shares. Hardly ever changes: with the model's weights, and the switch for single keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The corpus that is shown.
    pub corpus: CorpusRef,
    /// The way to send actions.
    pub dispatch: Dispatch,
    /// Saying and copying.
    pub desk: Desk,
    /// Whether single letters are commands.
    pub letter_keys: LetterKeys,
}

/// The corpus that is shown; an empty one outside the page's frame.
#[hook]
pub fn use_corpus() -> CorpusRef {
    use_shared().corpus
}

/// The way to send actions; they go nowhere outside the page's frame.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_shared().dispatch
}

/// Saying and copying; silent outside the page's frame.
#[hook]
pub fn use_desk() -> Desk {
    use_shared().desk
}

/// Whether single letters are commands.
#[hook]
pub fn use_letter_keys() -> LetterKeys {
    use_shared().letter_keys
}

#[hook]
fn use_shared() -> Shared {
    use_context().unwrap_or_else(|| Shared {
        corpus: CorpusRef::from(Corpus::default()),
        dispatch: Callback::noop(),
        desk: Desk::default(),
        letter_keys: LetterKeys(true),
    })
}
