//! How many quotations there are, in what order and what groups.

use crate::state::{Action, use_dispatch};
use readout_core::query::{Group, Query, Sort};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Props of [`Head`].
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// What is asked.
    pub query: Rc<Query>,
    /// How many were found.
    pub found: usize,
    /// How many there are.
    pub total: u32,
    /// In how many groups.
    pub groups: usize,
}

/// The head of the wall.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let dispatch = use_dispatch();
    let total = props.total as usize;
    let count = if props.found == total {
        format!("{total} quotations")
    } else {
        format!("{} of {total} quotations", props.found)
    };
    let group =
        dispatch.reform(|event: Event| Action::Group(Group::named(&value(&event)).unwrap_or_default()));
    let sort = dispatch.reform(|event: Event| Action::Sort(Sort::named(&value(&event)).unwrap_or_default()));
    let searching = !props.query.text.trim().is_empty();
    let sorts = Sort::ALL
        .iter()
        .filter(|sort| **sort != Sort::Relevance || searching || props.query.sort == Sort::Relevance);
    html! {
        <div class="wall-h">
            <h1>
                { count }
                if props.groups > 1 { <span class="num">{ format!(" in {} groups", props.groups) }</span> }
            </h1>
            <div class="by">
                <label>{ "Group by " }<select onchange={group}>
                    { for Group::ALL.iter().map(|g| option(g.name(), group_label(*g), *g == props.query.group)) }
                </select></label>
                <label>{ "Sort by " }<select onchange={sort}>
                    { for sorts.map(|s| option(s.name(), sort_label(*s), *s == props.query.sort)) }
                </select></label>
            </div>
        </div>
    }
}

fn value(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

fn option(name: &'static str, label: &'static str, selected: bool) -> Html {
    html! { <option key={name} value={name} {selected}>{ label }</option> }
}

const fn group_label(group: Group) -> &'static str {
    match group {
        Group::None => "nothing",
        Group::Speaker => "speaker",
        Group::Outlet => "outlet",
    }
}

const fn sort_label(sort: Sort) -> &'static str {
    match sort {
        Sort::Document => "report",
        Sort::Time => "time",
        Sort::Speaker => "speaker",
        Sort::Relevance => "best match",
    }
}
