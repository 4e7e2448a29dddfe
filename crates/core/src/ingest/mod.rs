//! Bytes to documents: encoding, page format, zones, stamps.

use crate::document::{Block, Document, Zone};
use crate::issue::Issue;
use crate::span::Span;

/// Reads one report. Never fails: what can't be read is told as issues beside what can.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> (Document, Vec<Issue>) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let blocks = paragraphs(&text);
    let document = Document {
        name: name.into(),
        text,
        encoding: "utf-8",
        format: "plain",
        blocks,
        ..Document::default()
    };
    (document, Vec::new())
}

fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::from(at..at + line.len()).trim(text);
        at += line.len();
        if !span.is_empty() {
            let zone = if blocks.is_empty() { Zone::Headline } else { Zone::Body };
            blocks.push(Block { zone, span });
        }
    }
    blocks
}
