//! What views read and how they act: the query with its answer, and the way to send actions.

use super::Action;
use readout_core::query::{Answer, Query};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// An answer that components share: cheap to clone, equal only to itself.
#[derive(Debug, Clone, Default)]
pub struct AnswerRef(Rc<Answer>);

impl From<Answer> for AnswerRef {
    fn from(answer: Answer) -> Self {
        Self(Rc::new(answer))
    }
}

impl PartialEq for AnswerRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for AnswerRef {
    type Target = Answer;
    fn deref(&self) -> &Answer {
        &self.0
    }
}

/// What is asked and what was found. Changes often: only the roots of views read it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shown {
    /// What is asked.
    pub query: Rc<Query>,
    /// What was found.
    pub answer: AnswerRef,
}

/// Sends actions. Never changes: any component may hold it.
pub type Dispatch = Callback<Action>;

/// What is asked and what was found.
#[hook]
pub fn use_shown() -> Shown {
    use_context().unwrap_or_default()
}
