//! Rows of a list: elements with `data-row`.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::NodeRef;

/// The rows among an element's children, with their heights in pixels.
#[must_use]
pub fn row_heights(list: &NodeRef) -> Vec<(usize, f64)> {
    let mut rows = Vec::new();
    let mut child = list.cast::<Element>().and_then(|list| list.first_element_child());
    while let Some(element) = child {
        if let Some(row) = row(&element) {
            rows.push((row, element.get_bounding_client_rect().height()));
        }
        child = element.next_element_sibling();
    }
    rows
}

/// The row in which an event happened.
#[must_use]
pub fn row_of(target: Option<EventTarget>) -> Option<usize> {
    row(&target?.dyn_into::<Element>().ok()?.closest("[data-row]").ok()??)
}

/// Whether an event happened at the very element of that id, and not inside it.
#[must_use]
pub fn is_at(target: Option<EventTarget>, id: &str) -> bool {
    target.and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|element| element.id() == id)
}

fn row(element: &Element) -> Option<usize> {
    element.get_attribute("data-row")?.parse().ok()
}
