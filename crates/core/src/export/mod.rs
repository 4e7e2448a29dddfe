//! Exports, one format a file. Each writes its own text, so that the core needs no serialiser.

mod json;
mod jsonl;

pub use json::Object;
pub use jsonl::speaker_name;

use crate::corpus::Corpus;
use crate::id::QuotationId;

/// A format that quotations can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Export {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The ending of its files, without the full stop.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Appends the quotations, in the order given.
    pub write: fn(&Corpus, &[QuotationId], &mut String),
}

/// All formats, in the order in which they are offered.
pub const EXPORTS: [Export; 1] = [jsonl::EXPORT];
