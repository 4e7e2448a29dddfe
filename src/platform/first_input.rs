//! What the reader does before the program is there.

use super::{document, focus_id, window};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Calls `take_over` when the reader first presses, types or scrolls. Where it puts the program in the first screen's
/// place, it says so, and what was pressed there is pressed again here: the press itself went away with the screen.
pub fn on_first_input(take_over: impl Fn() -> bool + Clone + 'static) {
    let Some(window) = window() else { return };
    for name in ["click", "keydown", "wheel", "touchmove", "scroll"] {
        let take_over = take_over.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::once_with_options(&window, name, options, move |event| {
            let pressed = (name == "click").then(|| control(event)).flatten();
            if !take_over() {
                return;
            }
            // Elsewhere it would open the browser's own search.
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "/") {
                event.prevent_default();
            }
            let event = event.clone();
            once_live(Box::new(move || repeat(name, &event, pressed.as_ref())));
        });
        listener.forget();
    }
}

/// What was pressed; links lead on by themselves.
fn control(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("button,article,input").ok()?
}

/// Calls `then` when the program stands in the page and listens.
fn once_live(then: Box<dyn FnOnce()>) {
    let root = document().and_then(|document| document.document_element());
    let live = root.is_some_and(|root| root.class_list().contains("live"));
    if live {
        then();
    } else {
        Timeout::new(10, move || once_live(then)).forget();
    }
}

fn repeat(name: &str, event: &Event, pressed: Option<&Element>) {
    if name == "keydown" {
        if event.default_prevented() {
            focus_id("search");
        } else if let Some(window) = window() {
            let _ = window.dispatch_event(event);
        }
    } else if let Some(pressed) = pressed
        && !(pressed.id() == "search" && focus_id("search"))
        && let Some(same) = same_as(pressed).and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let _ = same.focus();
        same.click();
    }
}

/// The control of the same words. Its place and the counts beside it may be others: the program begins by rules.
fn same_as(pressed: &Element) -> Option<Element> {
    let all = document()?.query_selector_all(&pressed.tag_name()).ok()?;
    let wanted = words(pressed);
    let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
    all.into_iter().find(|element| words(element) == wanted)
}

/// A control's words, and those of the part of the page in which it stands; numbers left out.
fn words(control: &Element) -> [String; 2] {
    let label = |element: Element| element.get_attribute("aria-label").or_else(|| element.text_content());
    let part = control.closest("section,nav").ok().flatten().and_then(label);
    let name = control.query_selector("button>.nm").ok().flatten().unwrap_or_else(|| control.clone());
    [part, label(name)].map(|words| words.unwrap_or_default().replace(|c: char| c.is_ascii_digit(), ""))
}
