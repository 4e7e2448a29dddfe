//! The entities' graph.

use yew::prelude::*;

/// The graph.
#[component]
pub fn GraphView() -> Html {
    html! { <main id="main" tabindex="-1"><h1>{ "Graph" }</h1></main> }
}
