//! Name, subject, views, search, theme, help.

use super::search_box::search_box;
use crate::corpus::SUBJECT;
use crate::markup::html;
use crate::state::{Action, Dispatch, Preferences};
use crate::ui::{action_link, pressing, voice};
use readout_core::query::{Query, View};
use yew::prelude::*;

/// The top bar; `on_help` opens the help.
pub fn top_bar(
    dispatch: &Dispatch,
    query: &Query,
    preferences: &Preferences,
    on_help: &Callback<()>,
) -> Html {
    let theme = preferences.theme;
    html! {
        <header class="top">
            { action_link(Some("name"), None, Action::Home, "Readout".into()) }
            <p class="subject">{ SUBJECT }</p>
            <nav class="tabs" aria-label="Views">{ for View::ALL.iter().map(|view| tab(query.view, *view)) }</nav>
            { search_box(dispatch, &query.text) }
            <div class="tools">
                <button type="button" onclick={pressing(&preferences.set_theme, theme.next())}
                    aria-label={format!("Theme: {}. Change to {}", theme.name(), theme.next().name())}>
                    { format!("Theme: {}", theme.name()) }
                </button>
                <button type="button" onclick={pressing(on_help, ())}>{ "Help " }<kbd aria-hidden="true">{ "?" }</kbd></button>
            </div>
        </header>
    }
}

fn tab(open: View, view: View) -> Html {
    let word = voice::capitalised(view.name());
    let current = (open == view).then_some("page");
    let label = html! { <span data-word={word.clone()}>{ word }</span> };
    action_link(None, current, Action::Open(view), label)
}
