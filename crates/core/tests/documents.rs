//! Reading pages: every case in `outlets/` compared whole, and the embedded reports against their annotation.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use readout_core::document::{Document, Fact, Zone};
use readout_core::ingest;
use readout_core::span::Span;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Facts, then blocks: a line each. Long blocks are shown by their ends.
fn render(document: &Document) -> String {
    let mut out = format!("format: {}\n", document.format);
    let facts = &document.facts;
    let words = |span: Span| span.of(&document.text);
    let mut fact = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    let guess = |inferred: bool| if inferred { " (guess)" } else { "" };
    let named = |f: &Fact<String>| format!("{}{}", f.value, guess(f.inferred));
    fact("outlet", facts.outlet.as_ref().map(named));
    fact("agency", facts.agency.as_ref().map(named));
    fact("dateline", facts.dateline.map(|s| words(s).to_owned()));
    fact("published", facts.published.map(|s| format!("{s} <{}>", words(s.span))));
    fact("event", facts.event_date.as_ref().map(|d| format!("{}{}", d.value, guess(d.inferred))));
    let credits: Vec<&str> = facts.credits.iter().map(|s| words(*s)).collect();
    fact("credits", (!credits.is_empty()).then(|| credits.join(" + ")));
    fact("fragment", document.fragment.map(|f| format!("{f:?}")));
    for block in &document.blocks {
        let text = words(block.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let short = match text.char_indices().nth(70) {
            Some((cut, _)) => format!("{} …", &text[..cut]),
            None => text,
        };
        let _ = writeln!(out, "[{}] {short}", block.zone.name());
    }
    out
}

/// A file of cases: `--- name ---`, the page, a line `===`, what is read from it. With `BLESS=1` in the
/// environment the files are written anew.
#[test]
fn pages_are_read_as_their_outlets_build_them() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(here("tests/outlets")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let cases = fs::read_to_string(&path).unwrap();
        let mut written = String::new();
        for case in cases.split("--- ").skip(1) {
            let (name, rest) = case.split_once(" ---\n").expect("a case opens with `--- name ---`");
            let (page, expected) = rest.split_once("\n===\n").expect("`===` divides page and reading");
            let read = render(&ingest::read(name, page.as_bytes()).0);
            if std::env::var_os("BLESS").is_none() {
                assert_eq!(read.trim(), expected.trim(), "{name} in {}", path.display());
            }
            let _ = write!(written, "--- {name} ---\n{page}\n===\n{read}\n");
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, written.trim_end().to_owned() + "\n").unwrap();
        }
    }
}

fn gold() -> Value {
    serde_json::from_str(&fs::read_to_string(here("tests/gold/seeds.json")).unwrap()).unwrap()
}

fn seed(file: &str) -> Document {
    let bytes = fs::read(here("../../seeds").join(file)).unwrap();
    ingest::read(file.trim_end_matches(".txt"), &bytes).0
}

fn strings<'a>(document: &'a Value, key: &str) -> Vec<&'a str> {
    document[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The blocks of a zone, with runs of white space as one space.
fn blocks(document: &Document, zone: Zone) -> Vec<String> {
    let of_zone = document.blocks.iter().filter(|b| b.zone == zone);
    of_zone.map(|b| b.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn facts_of_the_embedded_reports() {
    for gold in gold()["documents"].as_array().unwrap() {
        let file = gold["file"].as_str().unwrap();
        let document = seed(file);
        let facts = &document.facts;
        let inferred = strings(gold, "inferred");
        let words = |span: Option<Span>| span.map(|s| s.of(&document.text));
        let outlet = facts.outlet.as_ref();
        assert_eq!(outlet.map(|o| o.value.as_str()), gold["outlet"].as_str(), "{file}");
        assert_eq!(outlet.map(|o| o.inferred), Some(inferred.contains(&"outlet")), "{file}");
        assert_eq!(facts.agency.as_ref().map(|a| a.value.as_str()), gold["agency"].as_str(), "{file}");
        assert_eq!(words(facts.headline), gold["headline"].as_str(), "{file}");
        assert_eq!(words(facts.dateline), gold["dateline"].as_str(), "{file}");
        assert_eq!(facts.published.map(|p| p.to_string()).as_deref(), gold["published"].as_str(), "{file}");
        assert_eq!(words(facts.published.map(|p| p.span)), gold["published_from"].as_str(), "{file}");
        let event = facts.event_date.as_ref();
        assert_eq!(event.map(|e| e.value.to_string()).as_deref(), gold["event_date"].as_str(), "{file}");
        assert_eq!(event.map(|e| e.inferred), Some(inferred.contains(&"event_date")), "{file}");
        let credits: Vec<&str> = facts.credits.iter().map(|s| s.of(&document.text)).collect();
        assert_eq!(credits, strings(gold, "credits"), "{file}");
        assert_eq!(document.fragment.is_some(), gold["fragment"].is_string(), "{file}");
    }
}

#[test]
fn zones_of_the_embedded_reports() {
    for gold in gold()["documents"].as_array().unwrap() {
        let file = gold["file"].as_str().unwrap();
        let document = seed(file);
        for (zone, key) in [
            (Zone::Header, "header"),
            (Zone::Subhead, "subheads"),
            (Zone::Caption, "captions"),
            (Zone::FactBox, "fact_box"),
            (Zone::Boilerplate, "boilerplate"),
        ] {
            assert_eq!(blocks(&document, zone), strings(gold, key), "{file}: {key}");
        }
    }
    let document = seed("000_7571ee8381359cab.txt");
    assert_eq!(blocks(&document, Zone::PullQuote).len(), 1);
    assert_eq!(blocks(&document, Zone::PullQuoteSource), ["Vladimir Putin"]);
}
