//! When the program stops: the reason is left where the page's own script finds it and tells the reader. A build
//! with the standard library made for size has no words for panics: there the trap itself is the reason.

use super::document;
use std::panic::PanicHookInfo;

/// From now on a panic leaves its reason at `#fault` of `index.html`, which needs nothing of the program.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(place) = document().and_then(|d| d.get_element_by_id("fault")) {
            let _ = place.set_attribute("data-reason", &detail(info));
        }
    }));
}

/// Leaves the name of the report that is read from now on, for the case that the program stops at it; none once all
/// are read.
pub fn tell_reading(name: Option<&str>) {
    let Some(place) = document().and_then(|d| d.get_element_by_id("fault")) else { return };
    let _ = match name {
        Some(name) => place.set_attribute("data-reading", name),
        None => place.remove_attribute("data-reading"),
    };
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
