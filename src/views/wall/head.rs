//! How many quotations there are, in what order and what groups.

use crate::markup::html;
use crate::state::{Action, AnswerRef, Dispatch};
use crate::ui::unsure_too;
use readout_core::query::{Group, Query, Sort};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The head of the wall: what is asked, and how many were found in how many groups.
pub fn head(dispatch: &Dispatch, query: &Query, answer: &AnswerRef) -> Html {
    let (found, total, groups) = (answer.ids.len(), answer.total as usize, answer.groups.len());
    let count = if found == total {
        format!("{total} quotations")
    } else {
        format!("{} of {total} quotations", found)
    };
    let group =
        dispatch.reform(|event: Event| Action::Group(Group::named(&value(&event)).unwrap_or_default()));
    let sort = dispatch.reform(|event: Event| Action::Sort(Sort::named(&value(&event)).unwrap_or_default()));
    let searching = !query.text.trim().is_empty();
    let sorts = Sort::ALL
        .iter()
        .filter(|sort| **sort != Sort::Relevance || searching || query.sort == Sort::Relevance);
    html! {
        <div class="wall-h">
            <h1>
                { count }
                if groups > 1 { <span class="num">{ format!(" in {} groups", groups) }</span> }
            </h1>
            { unsure_too(dispatch, query, answer.unsure.len()) }
            <div class="by">
                <label>{ "Group by " }<select onchange={group}>
                    { for Group::ALL.iter().map(|g| option(g.name(), group_label(*g), *g == query.group)) }
                </select></label>
                <label>{ "Sort by " }<select onchange={sort}>
                    { for sorts.map(|s| option(s.name(), sort_label(*s), *s == query.sort)) }
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
