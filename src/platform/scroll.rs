//! Where the page is scrolled to.

use super::{document, window};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions, WheelEvent,
};
use yew::NodeRef;

/// Where in the window something is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// In the middle.
    Middle,
    /// Anywhere, moving as little as can be.
    Nearest,
}

/// Pixels above the window's upper edge.
#[must_use]
pub fn scroll_y() -> f64 {
    window().and_then(|w| w.scroll_y().ok()).unwrap_or_default()
}

/// The window's height in pixels; a common one where there is no window.
#[must_use]
pub fn viewport_height() -> f64 {
    window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(900.0)
}

/// The element's upper edge, in pixels below the page's.
#[must_use]
pub fn top_of(node: &NodeRef) -> f64 {
    node.cast::<Element>().map_or(0.0, |e| e.get_bounding_client_rect().top() + scroll_y())
}

/// Where the upper edge of the element of that id stands, in pixels below the window's.
#[must_use]
pub fn top_in_window(id: &str) -> Option<f64> {
    Some(document()?.get_element_by_id(id)?.get_bounding_client_rect().top())
}

/// Scrolls the page at once.
pub fn scroll_to(y: f64) {
    if let Some(window) = window() {
        let options = ScrollToOptions::new();
        options.set_top(y);
        options.set_behavior(ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Scrolls so that an element is seen.
pub fn reveal(element: &Element, along: Along) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(match along {
        Along::Middle => ScrollLogicalPosition::Center,
        Along::Nearest => ScrollLogicalPosition::Nearest,
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls so that the element of that id is seen. False if there is none.
pub fn reveal_id(id: &str, along: Along) -> bool {
    let element = document().and_then(|d| d.get_element_by_id(id));
    element.inspect(|e| reveal(e, along)).is_some()
}

/// Calls `f` when the page scrolls or the window changes size. Listens until dropped.
#[must_use]
pub fn on_scroll(f: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    ["scroll", "resize"]
        .map(|event| {
            let f = f.clone();
            let options = EventListenerOptions::default();
            EventListener::new_with_options(&window, event, options, move |_| f())
        })
        .into()
}

/// Calls `f` for each turn of the wheel over an element, which then scrolls nothing. Listens until dropped.
#[must_use]
pub fn on_wheel(node: &NodeRef, f: impl Fn(&WheelEvent) + 'static) -> Option<EventListener> {
    window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&node.cast::<Element>()?.into(), "wheel", options, move |event| {
        if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
            event.prevent_default();
            f(wheel);
        }
    }))
}
