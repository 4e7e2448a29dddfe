//! One animation frame at a time.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A call that the browser makes before it paints next. Dropped earlier, it is not made.
pub struct AnimationFrame {
    id: i32,
    _call: Closure<dyn FnMut(f64)>,
}

impl AnimationFrame {
    /// Asks for a call of `f` with the time in milliseconds.
    #[must_use]
    pub fn request(f: impl FnOnce(f64) + 'static) -> Option<Self> {
        let call = Closure::once(f);
        let id = window()?.request_animation_frame(call.as_ref().unchecked_ref()).ok()?;
        Some(Self { id, _call: call })
    }
}

impl Drop for AnimationFrame {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let _ = window.cancel_animation_frame(self.id);
        }
    }
}
