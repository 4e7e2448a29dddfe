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
    /// No cue: the source that stands nearest, most often the subject of the sentence before.
    LastSubject,
    /// "according to …".
    AccordingTo,
    /// Nothing decides.
    Nothing,
}

impl Reason {
    /// The reason in words, with the words of `text` (the report) that it rests on.
    #[must_use]
    pub fn in_words(&self, text: &str) -> String {
        let evidence: Vec<String> = self.evidence.iter().map(|span| excerpt(span.of(text))).collect();
        let said = self.rule.in_words();
        if evidence.is_empty() { said.to_owned() } else { format!("{said} ({})", evidence.join(", ")) }
    }
}

impl Rule {
    /// The rule in words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Named => "named beside the verb of saying",
            Self::Resolved => "a pronoun or noun that most likely stands for one named before",
            Self::Continued => "no verb of saying: goes on with the speaker before",
            Self::Signed => "the name stands under the words",
            Self::LastSubject => "no verb of saying: the one named nearest",
            Self::AccordingTo => "named after “according to”",
            Self::Nothing => "nothing in the text decides",
        }
    }
}

/// The first words in marks, their own left out.
#[must_use]
pub fn excerpt(words: &str) -> String {
    const LONGEST: usize = 48;
    let words = words.trim_matches(['“', '”', '"']);
    match words.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("“{}…”", words[..cut].trim_end()),
        None => format!("“{words}”"),
    }
}
