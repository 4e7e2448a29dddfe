//! Media queries.

use super::window;
use crate::hooks::{use_effect_with, use_state_eq};
use gloo_events::EventListener;
use yew::prelude::*;

/// A phone: one thing at a time.
pub const NARROW: &str = "(max-width: 820px)";
/// No room for a third column: the evidence comes as a sheet. As in `frame.css`.
pub const NO_ROOM_FOR_EVIDENCE: &str = "(max-width: 1080px)";
/// The page is being printed.
pub const PRINTING: &str = "print";

/// Whether a media query holds, now and as it changes.
#[hook]
pub fn use_media(query: &'static str) -> bool {
    let holds = use_state_eq(|| matches(query));
    let set = holds.setter();
    use_effect_with(query, move |query| {
        let list = window().and_then(|w| w.match_media(query).ok().flatten());
        let listener = list.map(|list| {
            set.set(list.matches());
            let same = list.clone();
            EventListener::new(&list, "change", move |_| set.set(same.matches()))
        });
        move || drop(listener)
    });
    *holds
}

fn matches(query: &str) -> bool {
    window().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}
