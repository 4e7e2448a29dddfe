//! When the program stops: the page says so in words, with what to do.

use super::document;
use std::panic::PanicHookInfo;

/// From now on a panic shows the static section `#trap` of `index.html`, which needs nothing of the program.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| show(&detail(info))));
}

fn detail(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let words = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given");
    match info.location() {
        Some(place) => format!("{words} ({}:{})", place.file(), place.line()),
        None => words.to_owned(),
    }
}

fn show(detail: &str) {
    let Some(document) = document() else { return };
    if let Some(words) = document.get_element_by_id("trap-detail") {
        words.set_text_content(Some(detail));
    }
    for (id, hidden) in [("app", true), ("trap", false)] {
        if let Some(element) = document.get_element_by_id(id) {
            let _ =
                if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
        }
    }
}
