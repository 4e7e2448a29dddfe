//! The browser, in one place. Outside it `web_sys` is named only for events and the elements that they are
//! at, and where a canvas is painted. Natively, where components are rendered in tests, there is no window and nothing happens.

mod appearance;
mod clipboard;
mod first_input;
mod focus;
mod history;
mod keyboard;
mod media;
mod raf;
mod resize;
mod rows;
mod scroll;
mod storage;
mod trap;
mod weights;

pub use appearance::{FORCED_COLOURS, STILL, use_appearance};
pub use clipboard::copy;
pub use first_input::on_first_input;
pub use focus::{
    dialog_close, dialog_open, focus, focus_id, focus_if_lost, focused_inside, on_press_gone, select_all,
};
pub use history::{address_of, current_hash, on_navigation, push, replace, set_title};
pub use keyboard::{is_typing, on_key};
pub use media::{NARROW, NO_ROOM_FOR_EVIDENCE, PRINTING, use_media};
pub use raf::AnimationFrame;
pub use resize::SizeObserver;
pub use rows::{is_at, row_heights, row_of};
pub use scroll::{
    Along, on_scroll, on_wheel, reveal, reveal_id, scroll_to, scroll_y, top_in_window, top_of,
    viewport_height,
};
pub use storage::{recall, remember, set_theme};
pub use trap::{install, tell_reading};
pub use weights::load_weights;

/// The window, where there is one.
pub(crate) fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Whether the build drew the first screen into the page, and the address asks for it.
#[must_use]
pub fn first_screen_stands() -> bool {
    let drawn = || shell()?.query_selector("footer").ok()?;
    let elsewhere = || document()?.document_element().map(|root| root.class_list().contains("elsewhere"));
    drawn().is_some() && elsewhere() == Some(false)
}

/// Says in the page that the program answers.
pub fn tell_live() {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.class_list().add_1("live");
    }
}

/// The element that holds the static shell, whose place the page takes.
#[must_use]
pub fn shell() -> Option<web_sys::Element> {
    document()?.get_element_by_id("app")
}
