//! What a press of a button does.

use yew::prelude::*;

/// Hands `value` to `callback` at each press. One function for all buttons: a closure of its own each is more code.
#[inline(never)]
pub fn pressing<T: Clone + 'static>(callback: &Callback<T>, value: T) -> Callback<MouseEvent> {
    callback.reform(move |_| value.clone())
}
