//! Bytes to documents: encoding, page format, zones, stamps.
//!
//! Each page format is a file of its own and a line in [`FORMATS`]. A format says how sure it is that a page is
//! its own, by how such pages are built; the surest reads it.

mod bbc;
mod china_daily;
mod clock;
mod dateline;
mod decode;
mod draft;
mod event;
mod furniture;
mod page;
mod plain;
mod reuters;
mod stamp;
mod trend;

pub use decode::MAX_BYTES;

use crate::document::Document;
use crate::issue::{Issue, IssueKind};
use draft::Draft;
use page::Page;

/// A page format.
struct Format {
    /// Its name for people and for exports.
    name: &'static str,
    /// How sure it is that a page is its own: 0 to 100.
    sureness: fn(&Page<'_>) -> u8,
    /// Gives zones to the lines, and gathers facts.
    read: fn(&mut Draft<'_>),
}

/// All page formats. Where two are as sure, the first wins.
const FORMATS: [Format; 5] =
    [bbc::FORMAT, trend::FORMAT, reuters::FORMAT, china_daily::FORMAT, plain::FORMAT];

/// Reads one report. Never fails: what can't be read is told as issues beside what can.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> (Document, Vec<Issue>) {
    let decoded = decode::decode(bytes);
    let mut kinds = decoded.issues;
    let mut document =
        Document { name: name.into(), encoding: decoded.encoding, format: "none", ..Document::default() };
    if !kinds.iter().any(|(_, kind)| kind.is_fatal()) {
        let page = Page::new(&decoded.text);
        let format = surest(&page);
        let mut draft = Draft::new(page);
        (format.read)(&mut draft);
        draft.facts.event_date = event::date(&draft, draft.facts.agency.is_some());
        document.blocks = draft.blocks();
        document.format = format.name;
        if format.name == plain::FORMAT.name {
            kinds.push((None, IssueKind::UnknownFormat));
        }
        if draft.facts.published.is_none() {
            kinds.push((None, IssueKind::NoStamp));
        }
        kinds.extend(draft.pager.map(|span| (Some(span), IssueKind::MorePages)));
        document.fragment = draft.fragment;
        document.facts = draft.facts;
    }
    document.text = decoded.text;
    let issues = kinds.into_iter().map(|(span, kind)| Issue { document: name.into(), span, kind }).collect();
    (document, issues)
}

fn surest(page: &Page<'_>) -> &'static Format {
    const LAST: &Format = &FORMATS[FORMATS.len() - 1];
    FORMATS.iter().rev().max_by_key(|format| (format.sureness)(page)).unwrap_or(LAST)
}
