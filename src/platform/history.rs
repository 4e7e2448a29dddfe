//! The address bar and the browser's history.

use super::{document, window};
use gloo_events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The hash of the page's address, `#` included; empty if there is none.
#[must_use]
pub fn current_hash() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Goes to `hash` with a new entry in the history.
pub fn push(hash: &str) {
    write(hash, true);
}

/// Goes to `hash` in place of the present entry.
pub fn replace(hash: &str) {
    write(hash, false);
}

thread_local! {
    /// The address as the page knows it. Where the history is closed, the browser tells of what the page itself wrote,
    /// and late: more may have been typed by then.
    static KNOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

fn write(hash: &str, new_entry: bool) {
    let Some(window) = window() else { return };
    let done = window.history().and_then(|history| {
        if new_entry {
            history.push_state_with_url(&JsValue::NULL, "", Some(hash))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(hash))
        }
    });
    // Some browsers close the history to pages that are opened as files; the hash is always open.
    if done.is_err() {
        let location = window.location();
        let _ = if new_entry { location.set_hash(hash) } else { location.replace(hash) };
    }
    KNOWN.set(current_hash());
}

/// The whole address that shows `hash` to someone else.
#[must_use]
pub fn address_of(hash: &str) -> String {
    let href = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    format!("{}{hash}", href.split('#').next().unwrap_or_default())
}

/// Calls `f` when the reader goes back, forward, or edits the address. Listens until dropped.
#[must_use]
pub fn on_navigation(f: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    KNOWN.set(current_hash());
    ["popstate", "hashchange"]
        .map(|event| {
            let f = f.clone();
            EventListener::new(&window, event, move |_| {
                let now = current_hash();
                if KNOWN.replace(now.clone()) != now {
                    f();
                }
            })
        })
        .into()
}

/// Names the page in tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}
