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

impl Reason {
    /// The reason in words, with the words of `text` (the report) that it rests on.
    #[must_use]
    pub fn in_words(&self, text: &str) -> String {
        let said = match self.rule {
            Rule::Named => "named beside the verb of saying",
            Rule::Resolved => "a pronoun or noun that stands for the last one who fits",
            Rule::Continued => "no verb of saying: goes on with the speaker before",
            Rule::Signed => "the name stands under the words",
            Rule::LastSubject => "no verb of saying: the sentence before names nobody else",
            Rule::AccordingTo => "named after “according to”",
            Rule::Nothing => "nothing in the text decides",
        };
        let evidence: Vec<String> = self.evidence.iter().map(|span| excerpt(span.of(text))).collect();
        if evidence.is_empty() { said.to_owned() } else { format!("{said} ({})", evidence.join(", ")) }
    }
}

/// The first words in marks.
fn excerpt(words: &str) -> String {
    const LONGEST: usize = 48;
    match words.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("“{}…”", words[..cut].trim_end()),
        None => format!("“{words}”"),
    }
}
