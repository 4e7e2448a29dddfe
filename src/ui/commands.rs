//! Commands by key.

use crate::hooks::use_effect_with;
use crate::platform;
use crate::shared::use_letter_keys;
use readout_core::query::View;
use yew::prelude::*;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Open a view.
    Open(View),
    /// Go to the search box.
    Search,
    /// The next quotation.
    Next,
    /// The one before.
    Previous,
    /// Copy a citation.
    Cite,
    /// Show the help.
    Help,
    /// Let go.
    Escape,
}

/// Whether single keys are commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterKeys(pub bool);

impl Command {
    /// The command of a key by its name in `KeyboardEvent.key`.
    #[must_use]
    pub fn of(key: &str, letters: LetterKeys) -> Option<Self> {
        Some(match key {
            "Escape" => Self::Escape,
            _ if !letters.0 => return None,
            "/" => Self::Search,
            "j" => Self::Next,
            "k" => Self::Previous,
            "c" => Self::Cite,
            "?" => Self::Help,
            "q" | "w" => Self::Open(View::Wall),
            "g" => Self::Open(View::Graph),
            "r" => Self::Open(View::Reader),
            _ => return None,
        })
    }
}

/// Runs commands while the component is there. The handler tells whether it did something; then the key does
/// nothing else.
#[hook]
pub fn use_commands(run: Callback<Command, bool>) {
    let letters = use_letter_keys();
    use_commands_with(run, letters);
}

/// The same where no context says whether single keys are commands.
#[hook]
pub fn use_commands_with(run: Callback<Command, bool>, letters: LetterKeys) {
    use_effect_with((run, letters), |(run, letters)| {
        let (run, letters) = (run.clone(), *letters);
        let listener = platform::on_key(move |event| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            if modified || event.default_prevented() || platform::is_typing() {
                return;
            }
            if Command::of(&event.key(), letters).is_some_and(|command| run.emit(command)) {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_turns_off_all_single_keys_but_escape() {
        for key in ["/", "j", "k", "c", "?", "q", "w", "g", "r"] {
            assert!(Command::of(key, LetterKeys(true)).is_some(), "{key}");
            assert_eq!(Command::of(key, LetterKeys(false)), None, "{key}");
        }
        assert_eq!(Command::of("Escape", LetterKeys(false)), Some(Command::Escape));
    }
}
