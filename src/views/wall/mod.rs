//! The quotations as cards.

use yew::prelude::*;

/// The wall.
#[component]
pub fn Wall() -> Html {
    html! { <main id="main" tabindex="-1"><h1>{ "Quotes" }</h1></main> }
}
