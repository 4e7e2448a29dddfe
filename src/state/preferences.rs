//! What the browser remembers of the reader's wishes. Not part of a link.

use crate::hooks::{use_callback, use_effect_with, use_state_eq};
use crate::platform;
use yew::prelude::*;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All in the order in which the switch goes through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name for people and for the page's root.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn chosen(self) -> Option<&'static str> {
        (self != Self::System).then(|| self.name())
    }
}

/// The reader's wishes and the ways to change them.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// Whether single letters are commands.
    pub letter_keys: bool,
    /// Changes light and dark.
    pub set_theme: Callback<Theme>,
    /// Turns single letters on or off.
    pub set_letter_keys: Callback<bool>,
}

/// What the reader wished last time, and the ways to change it.
#[hook]
pub fn use_preferences() -> Preferences {
    let theme = use_state_eq(|| {
        let name = platform::recall("theme").unwrap_or_default();
        Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    });
    let letter_keys = use_state_eq(|| platform::recall("letter-keys").as_deref() != Some("off"));
    use_effect_with(*theme, |theme| {
        platform::set_theme(theme.chosen());
        platform::remember("theme", theme.chosen());
    });
    use_effect_with(*letter_keys, |on| platform::remember("letter-keys", (!on).then_some("off")));
    let (theme_setter, keys_setter) = (theme.setter(), letter_keys.setter());
    Preferences {
        theme: *theme,
        letter_keys: *letter_keys,
        set_theme: use_callback((), move |theme, ()| theme_setter.set(theme)),
        set_letter_keys: use_callback((), move |on, ()| keys_setter.set(on)),
    }
}
