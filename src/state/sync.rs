//! The address bar and the state, kept alike. Nothing else touches the history.

use super::{Action, Record, ViewState};
use crate::hooks::use_effect_with;
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
        ViewState { query: Rc::new(query), record: Record::Restored, issues }
    });
    use_effect_with((state.query.clone(), state.record), |(query, record)| match record {
        Record::Push => platform::push(&query.to_hash()),
        Record::Replace => platform::replace(&query.to_hash()),
        Record::Restored => {}
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
