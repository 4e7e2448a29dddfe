//! What went wrong while reading, told beside what could be read. Parsing itself never fails.

use crate::span::Span;
use std::fmt;

/// A trouble with one document: where it is, what it is, and what the reader can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The document's name as given by its bringer (a file's stem).
    pub document: String,
    /// The place in the decoded text, where there is one.
    pub span: Option<Span>,
    /// What was met.
    pub kind: IssueKind,
}

/// The kinds of trouble that a document can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueKind {
    /// There is no text at all.
    Empty,
    /// The bytes are no text (a picture, an archive, a program).
    Binary,
    /// Longer than the limit: read up to it. Holds the limit in bytes.
    TooLong(u32),
    /// Characters that can't be read stand as U+FFFD: bytes that are none in the document's encoding, and those that
    /// stood so in the text before. Holds their number.
    BadCharacters(u32),
    /// No known page format: read as plain text.
    UnknownFormat,
    /// No publication stamp was found.
    NoStamp,
    /// A pager names further pages of the same report.
    MorePages,
}

impl IssueKind {
    /// Whether nothing could be read.
    #[must_use]
    pub const fn is_fatal(self) -> bool {
        matches!(self, Self::Empty | Self::Binary)
    }

    /// What the reader can do about it.
    #[must_use]
    pub const fn cure(self) -> &'static str {
        match self {
            Self::Empty => "check that the file was saved whole",
            Self::Binary => "save the report as plain text and add that file",
            Self::TooLong(_) => "split the file into one file a report",
            Self::BadCharacters(_) => "save the file again as UTF-8",
            Self::UnknownFormat => "nothing to do unless headline or date is wrong",
            Self::MorePages => "add the text of the other pages to the file, if they are missing",
            Self::NoStamp => "add a line such as “Updated: 2007-10-13 17:41” under the headline",
        }
    }
}

impl fmt::Display for IssueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file holds no text"),
            Self::Binary => write!(f, "the file is not text"),
            Self::TooLong(limit) => write!(f, "only the first {limit} bytes were read"),
            Self::BadCharacters(1) => write!(f, "one character can't be read"),
            Self::BadCharacters(n) => write!(f, "{n} characters can't be read"),
            Self::UnknownFormat => write!(f, "no known page format; read as plain text"),
            Self::NoStamp => write!(f, "no date of publication found"),
            Self::MorePages => write!(f, "one of several pages of the report"),
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.document)?;
        if let Some(span) = self.span {
            write!(f, "at byte {}: ", span.start)?;
        }
        write!(f, "{}; {}", self.kind, self.kind.cure())
    }
}
