//! One report, marked.

use yew::prelude::*;

/// The reader.
#[component]
pub fn Reader() -> Html {
    html! { <main id="main" tabindex="-1"><h1>{ "Reader" }</h1></main> }
}
