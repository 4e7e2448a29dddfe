//! Attributions as token ranges: what the rules find, before anyone asks who the speaker is.

use super::Kind;
use super::marks::Stretch;
use super::reader::Reader;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// How the source was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// It stands beside the cue.
    Beside,
    /// "according to …"
    AccordingTo,
    /// No cue: the quotation goes on with the speaker of an earlier attribution.
    Continued(usize),
    /// No cue: the subject of the sentence before.
    LastSubject,
    /// The name under a pull quote.
    Signed,
    /// Nothing tells.
    Nowhere,
}

/// One attribution.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub block: u32,
    pub kind: Kind,
    /// In the order of the text. A direct content lies between its marks; a mixed one holds them.
    pub content: Vec<TokenRange>,
    pub cue: Option<TokenRange>,
    /// The verb of the cue.
    pub head: Option<u32>,
    pub source: Option<TokenRange>,
    pub origin: Origin,
    pub addressee: Option<TokenRange>,
    /// 0 to 1: how likely this is an attribution at all.
    pub likelihood: f32,
}

impl Attribution {
    /// One past the last token of content, cue and source.
    pub fn end(&self) -> u32 {
        let ends = self.content.last().into_iter().chain(&self.cue).map(|r| r.end);
        ends.max().unwrap_or_default()
    }

    /// Where it stands in the text, for sorting.
    pub fn place(&self) -> (u32, u32) {
        let start = self.content.first().map_or(0, |r| r.start);
        (start, self.cue.map_or(start, |r| r.start))
    }

    /// Whether the token belongs to the content.
    pub fn holds(&self, token: u32) -> bool {
        let at = self.content.partition_point(|r| r.end <= token);
        self.content.get(at).is_some_and(|r| r.contains(token))
    }
}

/// The kind of a content: whether its words stand in marks, all or some.
pub(super) fn kind_of(reader: Reader<'_>, content: &[TokenRange], stretches: &[Stretch]) -> Kind {
    let (mut words, mut marked) = (0_u32, 0_u32);
    for range in content {
        let mut at = stretches.partition_point(|s| s.end() <= range.start);
        for token in range.start..range.end {
            if !matches!(reader.kind(token), TokenKind::Word | TokenKind::Number) {
                continue;
            }
            while stretches.get(at).is_some_and(|s| s.end() <= token) {
                at += 1;
            }
            words += 1;
            marked += u32::from(stretches.get(at).is_some_and(|s| s.inner.contains(token)));
        }
    }
    match marked {
        0 => Kind::Indirect,
        n if n == words => Kind::Direct,
        _ => Kind::Mixed,
    }
}

/// The range without commas and stops at its end that stand outside marks.
pub(super) fn trim(reader: Reader<'_>, range: TokenRange) -> TokenRange {
    let mut end = range.end;
    while end > range.start
        && matches!(reader.tag(end - 1), Tag::Comma | Tag::Stop)
        && !matches!(reader.kind(end - 1), TokenKind::Ellipsis)
    {
        end -= 1;
    }
    let mut start = range.start;
    while start < end && matches!(reader.tag(start), Tag::Comma | Tag::Stop) {
        start += 1;
    }
    TokenRange::new(start, end)
}
