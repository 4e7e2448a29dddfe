//! Light, dark, contrast, forced colours: what a canvas, which knows no stylesheet, must be told of.

use super::{document, use_media};
use crate::hooks::{use_effect_with, use_mut_ref, use_state_eq};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MutationObserver, MutationObserverInit};
use yew::prelude::*;

/// No motion is wanted.
pub const STILL: &str = "(prefers-reduced-motion: reduce)";
/// The system chooses all colours.
pub const FORCED_COLOURS: &str = "(forced-colors: active)";

/// A value that changes whenever the page's colours do.
#[hook]
pub fn use_appearance() -> (bool, bool, bool, u32) {
    let dark = use_media("(prefers-color-scheme: dark)");
    let contrast = use_media("(prefers-contrast: more)");
    let forced = use_media(FORCED_COLOURS);
    let chosen = use_state_eq(|| 0u32);
    let count = use_mut_ref(|| 0u32);
    {
        let set = chosen.setter();
        use_effect_with((), move |()| {
            let observer = ThemeObserver::new(move || {
                *count.borrow_mut() += 1;
                set.set(*count.borrow());
            });
            move || drop(observer)
        });
    }
    (dark, contrast, forced, *chosen)
}

/// Watches the theme on the page's root until dropped.
struct ThemeObserver {
    observer: MutationObserver,
    _call: Closure<dyn FnMut(Array)>,
}

impl ThemeObserver {
    fn new(changed: impl Fn() + 'static) -> Option<Self> {
        let root = document()?.document_element()?;
        let call = Closure::<dyn FnMut(Array)>::new(move |_| changed());
        let observer = MutationObserver::new(call.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        options.set_attribute_filter(&Array::of1(&"data-theme".into()));
        observer.observe_with_options(&root, &options).ok()?;
        Some(Self { observer, _call: call })
    }
}

impl Drop for ThemeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
