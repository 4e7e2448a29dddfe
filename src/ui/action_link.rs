//! A link that acts at once, and can still be copied, or opened in a tab of its own.

use crate::state::{Action, use_dispatch};
use yew::prelude::*;

/// Props of [`ActionLink`].
#[derive(Properties, PartialEq)]
pub struct ActionLinkProps {
    /// The hash that shows the same.
    pub href: AttrValue,
    /// What a plain click does.
    pub action: Action,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it leads to where one is, and in what sense.
    #[prop_or_default]
    pub current: Option<&'static str>,
    /// What a screen reader says in place of the words.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Its words.
    pub children: Html,
}

/// The link.
#[component]
pub fn ActionLink(props: &ActionLinkProps) -> Html {
    let dispatch = use_dispatch();
    let action = props.action.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    });
    html! {
        <a class={props.class.clone()} href={props.href.clone()} aria-current={props.current}
            aria-label={props.label.clone()} {onclick}>{ props.children.clone() }</a>
    }
}
