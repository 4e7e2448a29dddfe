//! Names as the scan finds them, before the document decides what they name.

use super::gazetteer::Usage;
use super::kind::{EntityKind, Gender};
use super::treaty::TreatyName;
use crate::span::{Span, TokenRange};

/// A name as it stands in the text, before the document decides what it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub(super) sentence: u32,
    pub(super) tokens: TokenRange,
    pub(super) span: Span,
    pub(super) shape: Shape,
    /// Titles and roles right before the name ("Foreign Minister"); may be empty.
    pub(super) title: TokenRange,
    pub(super) gender: Gender,
    pub(super) signs: Signs,
}

/// What a name looks like.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// The word lists know it.
    Known(u16, Usage),
    /// It ends like a treaty's.
    Treaty(TreatyName),
    /// It has a first name, an initial or a title.
    Person,
    /// Other names of which the last word tells the kind.
    Headed(EntityKind),
    /// The document decides.
    Open,
}

/// What the words around speak for: each sign counts for one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    pub(super) person: i16,
    pub(super) place: i16,
    pub(super) organisation: i16,
    /// Opens a sentence, or stands in a line where every word has a capital.
    pub(super) weak: bool,
    /// Stands in a line where every word has a capital.
    pub(super) headline: bool,
    /// An ordinary word with a capital: a name only as the surname of someone named in full.
    pub(super) plain: bool,
}
