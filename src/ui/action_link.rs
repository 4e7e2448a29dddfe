//! A link that acts at once, and can still be copied, or opened in a tab of its own.

use crate::markup::html;
use crate::shared::use_dispatch;
use crate::state::{Action, use_shown};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct ActionLinkProps {
    class: Option<&'static str>,
    current: Option<&'static str>,
    action: Action,
    words: Html,
}

/// The link around some words: a plain click acts, and the address leads to just what the action would show.
/// `current` tells whether that is where one is, and in what sense.
#[inline(never)]
pub fn action_link(
    class: Option<&'static str>,
    current: Option<&'static str>,
    action: Action,
    words: Html,
) -> Html {
    html! { <ActionLink {class} {current} {action} {words} /> }
}

/// A component of its own: it reads what is asked, and what it stands in need not.
#[component]
fn ActionLink(props: &ActionLinkProps) -> Html {
    let dispatch = use_dispatch();
    let ActionLinkProps { class, current, action, words } = props;
    let href = action.address(&use_shown().query);
    let action = action.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    });
    html! { <a class={*class} {href} aria-current={*current} {onclick}>{ words.clone() }</a> }
}
