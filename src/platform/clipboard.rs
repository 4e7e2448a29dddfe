//! Copying text, with what to do where the clipboard is closed to the page (as under `file:` in some browsers).

use super::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies `text` and tells whether that worked. If not, the text is to be shown for copying by hand.
pub async fn copy(text: &str) -> bool {
    by_clipboard(text).await.is_some() || by_selection(text).is_some()
}

async fn by_clipboard(text: &str) -> Option<()> {
    let clipboard = window()?.navigator().clipboard();
    // Outside secure contexts the property is undefined, whatever its type says.
    if JsValue::from(&clipboard).is_undefined() {
        return None;
    }
    JsFuture::from(clipboard.write_text(text)).await.ok().map(|_| ())
}

fn by_selection(text: &str) -> Option<()> {
    let document = document()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("vh");
    document.body()?.append_child(&area).ok()?;
    area.select();
    let done = document.dyn_ref::<HtmlDocument>()?.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(element) = before.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
    done.then_some(())
}
