//! The address bar and the state, kept alike. Nothing else touches the history.

use super::{Action, Record, ViewState};
use crate::hooks::{use_effect_with, use_mut_ref};
use crate::platform;
use readout_core::query::{HashIssue, Query};
use std::rc::Rc;
use yew::prelude::*;

fn from_address() -> (Query, Rc<[HashIssue]>) {
    let (query, issues) = Query::from_hash(&platform::current_hash());
    (query, issues.into())
}

/// The page's state: it begins with what the address says, writes what changes into the history, and
/// follows Back, Forward and edited addresses.
#[hook]
pub fn use_view_state() -> UseReducerHandle<ViewState> {
    let state = use_reducer_eq(|| {
        let (query, issues) = from_address();
        ViewState { query: Rc::new(query), record: Record::Restored, steps: 0, issues }
    });
    let recorded = use_mut_ref(|| 0);
    use_effect_with((state.query.clone(), state.record, state.steps), move |(query, record, steps)| {
        let step = recorded.replace(*steps) != *steps;
        match record {
            Record::Restored => {}
            _ if step => platform::push(&query.to_hash()),
            _ => platform::replace(&query.to_hash()),
        }
    });
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listeners = platform::on_navigation(move || {
            let (query, issues) = from_address();
            dispatcher.dispatch(Action::Restore(Box::new(query), issues));
        });
        move || drop(listeners)
    });
    state
}
