//! Why an attribution was read as it was, in words that a reader can check.

use crate::span::Span;

/// What decided on a speaker: the rule, and the words that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule that decided.
    pub rule: Rule,
    /// The words that it rests on: the earlier mention, the neighbouring quotation.
    pub evidence: Box<[Span]>,
}

/// The rules by which a speaker is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The speaker is named beside the cue.
    Named,
    /// A pronoun or noun beside the cue was resolved by an earlier mention.
    Resolved,
    /// No cue: the quotation goes on with the speaker of the one before.
    Continued,
    /// The name stands under the pull quote.
    Signed,
    /// The sentence before names one who speaks or acts, and nothing else does.
    LastSubject,
    /// "according to …".
    AccordingTo,
    /// Nothing decides.
    Nothing,
}
