//! Where the keyboard is.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::NodeRef;

/// Focuses an element without moving the page.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        focus_element(&element);
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
