//! What the extraction finds, case by case. With `BLESS=1` in the environment the files of cases are written anew,
//! to be read before they are kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use readout_core::document::{Block, Document, Zone};
use readout_core::entity::Entities;
use readout_core::quote::model::frames::Model;
use readout_core::quote::{self, Quotation, Speaker};
use readout_core::segment::Segmented;
use readout_core::span::Span;

#[test]
fn by_rule() {
    check("quotes", include_str!("spec/quotes.txt"), None);
}

#[test]
fn learned() {
    let model = Model::read(include_bytes!("../models/attribution.bin")).unwrap();
    check("learned", include_str!("spec/learned.txt"), Some(&model));
}

fn check(file: &str, cases: &str, model: Option<&Model<'_>>) {
    let mut rendered = String::new();
    let mut failed = Vec::new();
    for case in cases.split("\n--- ").skip(1) {
        let (name, rest) = case.split_once(" ---\n").expect("a name");
        let (report, expected) = rest.split_once("---\n").map_or((rest, ""), |(r, e)| (r, e));
        let found = render(report, model);
        rendered.push_str(&format!("\n--- {name} ---\n{report}---\n{found}"));
        if found.trim() != expected.trim() {
            failed.push(format!("--- {name} ---\n{report}expected:\n{expected}found:\n{found}"));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        let head = cases.split("\n--- ").next().unwrap();
        let path = format!("{}/tests/spec/{file}.txt", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, format!("{head}{rendered}")).unwrap();
        return;
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// One line an attribution.
fn render(report: &str, model: Option<&Model<'_>>) -> String {
    let document = document(report);
    let segmented = Segmented::new(&document);
    let mut entities = Entities::recognise(&document, &segmented);
    let quotations = quote::extract(model, &document, &segmented, &mut entities);
    quotations.iter().map(|q| line(q, &document.text, &entities)).collect()
}

fn document(report: &str) -> Document {
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for paragraph in report.lines() {
        let marks = [
            ("# ", Zone::Headline),
            ("> ", Zone::PullQuote),
            ("-- ", Zone::PullQuoteSource),
            ("^ ", Zone::Caption),
            ("= ", Zone::FactBox),
        ];
        let marked = marks.iter().find_map(|(mark, zone)| Some((*zone, paragraph.strip_prefix(mark)?)));
        let (zone, words) = marked.unwrap_or((Zone::Body, paragraph));
        let start = text.len();
        text.push_str(words);
        blocks.push(Block { zone, span: Span::from(start..text.len()) });
        text.push_str("\n\n");
    }
    Document { text, blocks, ..Document::default() }
}

fn line(quotation: &Quotation, text: &str, entities: &Entities) -> String {
    let name = |id: readout_core::id::EntityId| entities.entities[id].name.clone();
    let speaker = match &quotation.speaker {
        Speaker::Unknown => "?".to_owned(),
        Speaker::Unsure(readings) => {
            let names: Vec<String> = readings.iter().map(|(id, _)| name(*id)).collect();
            format!("unsure: {}", names.join(" or "))
        }
        speaker => speaker.entities().map(name).collect::<Vec<_>>().join(" and "),
    };
    let words = |span: Option<Span>| span.map_or("", |s| s.of(text)).to_owned();
    let content: Vec<&str> = quotation.content.iter().map(|s| s.of(text)).collect();
    let mut line = format!(
        "{} | {speaker} | {} | {} | {} | {:?}",
        quotation.kind.name(),
        words(quotation.source),
        words(quotation.cue),
        content.join(" / "),
        quotation.reason.rule
    );
    if let Some(addressee) = &quotation.addressee {
        line.push_str(&format!(" | to {}", addressee.span.of(text)));
    }
    if let Some(occasion) = quotation.occasion {
        line.push_str(&format!(" | {}", occasion.of(text)));
    }
    if let Some(outer) = quotation.reported_by {
        line.push_str(&format!(" | depth {}, through attribution {}", quotation.depth, outer.0 + 1));
    }
    if quotation.zone != Zone::Body {
        line.push_str(&format!(" | in the {}", quotation.zone.name()));
    }
    line + "\n"
}
