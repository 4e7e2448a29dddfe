//! The JSON Lines that are compared: one document a line.

use serde::{Deserialize, Serialize};

/// A document with its attributions, gold or predicted.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Record {
    /// The document's name.
    pub id: String,
    /// The text: in gold only.
    #[serde(default)]
    pub text: String,
    /// The text's hash, checked where it is given.
    #[serde(default)]
    pub text_sha256: Option<String>,
    /// What was said, by whom.
    #[serde(default)]
    pub attributions: Vec<Attribution>,
}

/// One attribution; spans are code points, end exclusive.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Attribution {
    /// The words that name the speaker.
    #[serde(default)]
    pub source: Option<Vec<(usize, usize)>>,
    /// The words of saying.
    #[serde(default)]
    pub cue: Option<Vec<(usize, usize)>>,
    /// What was said.
    #[serde(default)]
    pub content: Option<Vec<(usize, usize)>>,
    /// direct, mixed or indirect; derived from the marks where it is not given.
    #[serde(default)]
    pub kind: Option<String>,
    /// The speaker's canonical name.
    #[serde(default)]
    pub speaker: Option<String>,
    /// Whether its lack counts. Gold only.
    #[serde(default)]
    pub required: Option<bool>,
    /// Other mentions of the source. Gold only.
    #[serde(default)]
    pub source_mentions: Option<Vec<(usize, usize)>>,
}

/// Reads JSON Lines; empty lines are skipped.
///
/// # Errors
/// The first line that is no record.
pub fn read(lines: &str) -> Result<Vec<Record>, serde_json::Error> {
    lines.lines().filter(|l| !l.trim().is_empty()).map(serde_json::from_str).collect()
}
