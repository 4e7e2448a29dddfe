//! What the browser remembers for the reader. Where it may not (private windows, some files), nothing is kept.

use super::{document, window};

/// What was remembered under `key`.
#[must_use]
pub fn recall(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(&name(key)).ok()?
}

/// Remembers `value`, or forgets with `None`.
pub fn remember(key: &str, value: Option<&str>) {
    let Some(storage) = window().and_then(|w| w.local_storage().ok().flatten()) else { return };
    let _ = match value {
        Some(value) => storage.set_item(&name(key), value),
        None => storage.remove_item(&name(key)),
    };
}

fn name(key: &str) -> String {
    format!("readout.{key}")
}

/// Sets or lifts the page's own light or dark.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}
