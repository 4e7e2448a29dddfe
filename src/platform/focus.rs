//! Where the keyboard is.

use super::{Along, document, reveal, window};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::NodeRef;

/// Focuses an element, and moves the page as little as shows it.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        focus_element(&element);
        reveal(&element, Along::Nearest);
    }
}

/// Focuses the element of that id without moving the page. False if there is none.
pub fn focus_id(id: &str) -> bool {
    let element =
        document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.as_ref().is_some_and(focus_element)
}

fn focus_element(element: &HtmlElement) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Whether no element has the focus: what had it went away.
fn is_lost() -> bool {
    document().is_some_and(|d| d.active_element().is_none_or(|active| active.tag_name() == "BODY"))
}

/// Focuses the element of that id if what had the focus went away.
pub fn focus_if_lost(id: &str) {
    if is_lost() {
        focus_id(id);
    }
}

/// Where a pressed button goes away, the focus goes to the next one: that beside it, or that in the first row by
/// which it made the list before it longer; else to the content. Listens until dropped.
#[must_use]
pub fn on_press_gone() -> Option<EventListener> {
    // Before the page's own listeners, which draw it anew.
    let options = EventListenerOptions::run_in_capture_phase();
    Some(EventListener::new_with_options(&window()?.into(), "click", options, |event| {
        let Some(pressed) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
        let Ok(Some(button)) = pressed.closest("button") else { return };
        let beside = button.next_element_sibling();
        let list = button.previous_element_sibling();
        let last = list
            .and_then(|list| list.query_selector(":scope>li:last-child,:scope>tbody>:last-child").ok()?);
        let after = move || {
            if button.is_connected() || !is_lost() {
                return;
            }
            let row = || last?.next_element_sibling()?.query_selector("a,button").ok()?;
            let next = row().or(beside).and_then(|e| e.dyn_into::<HtmlElement>().ok());
            if !next.is_some_and(|next| next.is_connected() && focus_element(&next) && !is_lost()) {
                focus_id("main");
            }
        };
        Timeout::new(0, after).forget();
    }))
}

/// Whether the element that has the focus lies inside `node`.
pub fn focused_inside(node: &NodeRef) -> bool {
    let active = document().and_then(|d| d.active_element());
    node.get().is_some_and(|n| n.contains(active.as_ref().map(AsRef::as_ref)))
}

/// Opens a `<dialog>` as a modal: the browser keeps the focus inside and gives it back at the end.
pub fn dialog_open(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes a `<dialog>`, so that the focus goes back to where it was.
pub fn dialog_close(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && dialog.open()
    {
        dialog.close();
    }
}

/// Selects all the words of a text area.
pub fn select_all(node: &NodeRef) {
    if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    }
}
