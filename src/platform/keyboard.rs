//! Keys pressed anywhere on the page.

use super::{document, window};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `f` for each key. Listens until dropped.
#[must_use]
pub fn on_key(f: impl Fn(&KeyboardEvent) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = window()?;
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            f(key);
        }
    }))
}

/// Whether the key goes into a field, or to an open dialog, so that it is no command.
#[must_use]
pub fn is_typing() -> bool {
    let Some(active) = document().and_then(|d| d.active_element()) else { return false };
    active.matches("input:not([type=checkbox]), select, textarea, [contenteditable]").unwrap_or(false)
        || active.closest("dialog").ok().flatten().is_some()
}
