//! The scorer's form: one document a line, spans in code points, end exclusive. It is for evaluation, and names the
//! likeliest speaker where it is unsure; the form for people gives the readings instead.

use readout_core::corpus::Corpus;
use readout_core::document::Document;
use readout_core::export::speaker_name;
use readout_core::quote::{Kind, Quotation};
use readout_core::span::{OffsetMap, Span};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    text_sha256: String,
    attributions: Vec<Attribution>,
}

#[derive(Serialize)]
struct Attribution {
    source: Vec<[u32; 2]>,
    cue: Vec<[u32; 2]>,
    content: Vec<[u32; 2]>,
    kind: &'static str,
    speaker: Option<String>,
    confidence: f32,
}

/// Writes every document of the corpus, those without quotations too.
pub fn write(corpus: &Corpus, out: &mut dyn Write) -> io::Result<()> {
    let mut quotations = corpus.quotations().iter().peekable();
    for (id, document) in corpus.documents().iter_ids() {
        let map = OffsetMap::new(&document.text);
        let mut attributions = Vec::new();
        while let Some(quotation) = quotations.next_if(|q| q.document == id) {
            attributions.push(attribution(corpus, document, quotation, &map));
        }
        let hash = Sha256::digest(document.text.as_bytes());
        let text_sha256 = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        serde_json::to_writer(&mut *out, &Row { id: &document.name, text_sha256, attributions })?;
        writeln!(out)?;
    }
    Ok(())
}

fn attribution(corpus: &Corpus, document: &Document, quotation: &Quotation, map: &OffsetMap) -> Attribution {
    let points = |span: Span| [map.code_points(span.start), map.code_points(span.end)];
    let direct = quotation.kind == Kind::Direct;
    let content = quotation
        .content
        .iter()
        .map(|span| points(if direct { with_marks(&document.text, *span) } else { *span }));
    Attribution {
        source: quotation.source.into_iter().map(points).collect(),
        cue: quotation.cue.into_iter().map(points).collect(),
        content: content.collect(),
        kind: match quotation.kind {
            Kind::Direct | Kind::Pull => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        },
        speaker: speaker_name(corpus, &quotation.speaker),
        confidence: quotation.confidence,
    }
}

/// The span with the quotation marks that touch it.
fn with_marks(text: &str, span: Span) -> Span {
    const OPENING: [&str; 10] = ["“", "\"", "„", "«", "``", "''", "‘", "'", "”", "`"];
    const CLOSING: [&str; 7] = ["”", "\"", "“", "»", "''", "’", "'"];
    let (before, after) = (text.get(..span.start as usize), text.get(span.end as usize..));
    let widths = |marks: &[&str], touches: &dyn Fn(&str) -> bool| {
        marks.iter().find(|mark| touches(mark)).map_or(0, |mark| mark.len() as u32)
    };
    let left = widths(&OPENING, &|mark| before.is_some_and(|b| b.ends_with(mark)));
    let right = widths(&CLOSING, &|mark| after.is_some_and(|a| a.starts_with(mark)));
    Span::new(span.start - left, span.end + right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direct_content_takes_its_marks_in() {
        for (text, inner, outer) in [
            ("He said: “Go.” So", "Go.", "“Go.”"),
            ("``Go,'' he said", "Go,", "``Go,''"),
            ("“Go, and", "Go, and", "“Go, and"),
            ("Go", "Go", "Go"),
        ] {
            let start = text.find(inner).expect("the words are in the text");
            assert_eq!(with_marks(text, Span::from(start..start + inner.len())).of(text), outer);
        }
    }
}
