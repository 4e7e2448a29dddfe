//! The sizes of elements as they change.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches elements' sizes until dropped.
pub struct SizeObserver {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut(Array)>,
}

impl SizeObserver {
    /// Calls `f` with the elements that changed size.
    #[must_use]
    pub fn new(f: impl Fn(&[Element]) + 'static) -> Option<Self> {
        super::window()?;
        let call = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let elements: Vec<Element> =
                entries.iter().map(|e| e.unchecked_into::<ResizeObserverEntry>().target()).collect();
            f(&elements);
        });
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        Some(Self { observer, _call: call })
    }

    /// Watches one more element.
    pub fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Watches none any more.
    pub fn forget_all(&self) {
        self.observer.disconnect();
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
