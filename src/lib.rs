//! The page: Yew components over a read-only corpus.

use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Readout" }</h1></main> }
}
