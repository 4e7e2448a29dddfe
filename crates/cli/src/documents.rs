//! `readout documents`: what each page says of its report, and the zones of its text. One report a line.

use crate::arguments::Request;
use crate::{Outcome, input};
use readout_core::document::{Document, Fact};
use readout_core::span::{OffsetMap, Span};
use serde_json::{Value, json};
use std::io::Write;

/// Writes a line for every report.
pub fn run(request: &Request, out: &mut dyn Write) -> Outcome {
    input::each_corpus(request, |corpus| {
        for document in corpus.documents().iter() {
            writeln!(out, "{}", row(document))?;
        }
        Ok(())
    })
}

fn row(document: &Document) -> Value {
    let map = OffsetMap::new(&document.text);
    let facts = &document.facts;
    let words = |span: Span| span.of(&document.text);
    let points = |span: Span| [map.code_points(span.start), map.code_points(span.end)];
    let named = |fact: &Option<Fact<String>>| {
        fact.as_ref()
            .map(|f| json!({ "value": f.value, "from": f.evidence.map(words), "inferred": f.inferred }))
    };
    let zones: Vec<Value> = document
        .blocks
        .iter()
        .map(|block| json!({ "zone": block.zone.name(), "span": points(block.span), "words": words(block.span) }))
        .collect();
    json!({
        "document": document.name,
        "encoding": document.encoding,
        "format": document.format,
        "outlet": named(&facts.outlet),
        "agency": named(&facts.agency),
        "headline": facts.headline.map(words),
        "dateline": facts.dateline.map(words),
        "published": facts.published.map(|p| p.to_string()),
        "published_from": facts.published.map(|p| words(p.span)),
        "event_date": facts.event_date.as_ref().map(|d| json!({
            "value": d.value.to_string(), "from": d.evidence.map(words), "inferred": d.inferred,
        })),
        "credits": facts.credits.iter().map(|span| words(*span)).collect::<Vec<_>>(),
        "fragment": document.fragment.map(|f| f.name()),
        "zones": zones,
    })
}
