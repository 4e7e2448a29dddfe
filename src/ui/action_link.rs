//! A link that acts at once, and can still be copied, or opened in a tab of its own.

use crate::markup::html;
use crate::state::{Action, Dispatch};
use yew::prelude::*;

/// The link around some words: `href` is the hash that shows the same as the action does on a plain click;
/// `current` tells whether it leads to where one is, and in what sense.
pub fn action_link(
    dispatch: &Dispatch,
    class: Option<&'static str>,
    current: Option<&'static str>,
    href: String,
    action: Action,
    words: Html,
) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    });
    html! { <a {class} {href} aria-current={current} {onclick}>{ words }</a> }
}
