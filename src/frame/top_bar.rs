//! Name, subject, views, search, theme, help.

use super::search_box::SearchBox;
use crate::corpus::SUBJECT;
use crate::state::{Action, Theme};
use crate::ui::ActionLink;
use readout_core::query::{Query, View};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`TopBar`].
#[derive(Properties, PartialEq)]
pub struct TopBarProps {
    /// What is shown.
    pub query: Rc<Query>,
    /// Light or dark.
    pub theme: Theme,
    /// Changes light and dark.
    pub set_theme: Callback<Theme>,
    /// Opens the help.
    pub on_help: Callback<()>,
}

/// The top bar.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let theme = props.theme;
    let home = Query { view: View::Wall, ..Query::default() };
    html! {
        <header class="top">
            <ActionLink class="name" href={home.to_hash()} action={Action::Restore(Box::new(home), [].into())}>
                { "Readout" }
            </ActionLink>
            <p class="subject">{ SUBJECT }</p>
            <nav class="tabs" aria-label="Views">{ for View::ALL.iter().map(|view| tab(&props.query, *view)) }</nav>
            <SearchBox text={AttrValue::from(props.query.text.clone())} />
            <div class="tools">
                <button type="button" onclick={props.set_theme.reform(move |_| theme.next())}
                    aria-label={format!("Theme: {}. Change to {}", theme.name(), theme.next().name())}>
                    { format!("Theme: {}", theme.name()) }
                </button>
                <button type="button" onclick={props.on_help.reform(|_| ())}>{ "Help " }<kbd aria-hidden="true">{ "?" }</kbd></button>
            </div>
        </header>
    }
}

fn tab(query: &Query, view: View) -> Html {
    let word = match view {
        View::Wall => "Quotes",
        View::Graph => "Graph",
        View::Reader => "Reader",
    };
    let target = Query { view, ..query.clone() };
    let current = (query.view == view).then_some("page");
    html! {
        <ActionLink key={word} href={target.to_hash()} action={Action::Open(view)} {current}>
            <span data-word={word}>{ word }</span>
        </ActionLink>
    }
}
