//! Marking what was searched for, in any text.

use crate::span::Span;

/// Finds the words of a search in a text: those that the index found there, and no others.
#[derive(Debug, Clone, Default)]
pub struct Marker {}

impl Marker {
    /// The words searched for in `text[within]`, in order and without overlap; a phrase is one span.
    #[must_use]
    pub fn marks(&self, _text: &str, _within: Span) -> Vec<Span> {
        Vec::new()
    }
}
