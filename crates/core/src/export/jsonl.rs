//! JSON Lines: one quotation a line, in words, for people and for their scripts.

use super::{Export, Object};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::id::{DocumentId, QuotationId};
use crate::quote::{Quotation, Speaker};
use crate::span::{OffsetMap, Span};
use rustc_hash::FxHashMap;

/// The format.
pub(super) const EXPORT: Export = Export {
    name: "jsonl",
    label: "JSON Lines",
    extension: "jsonl",
    media_type: "application/x-ndjson",
    write,
};

fn write(corpus: &Corpus, quotations: &[QuotationId], out: &mut String) {
    let mut offsets: FxHashMap<DocumentId, OffsetMap> = FxHashMap::default();
    for quotation in quotations.iter().filter_map(|id| corpus.quotations().get(*id)) {
        let Some(document) = corpus.documents().get(quotation.document) else { continue };
        let offsets = offsets.entry(quotation.document).or_insert_with(|| OffsetMap::new(&document.text));
        write_line(corpus, quotation, document, offsets, out);
        out.push('\n');
    }
}

fn write_line(
    corpus: &Corpus,
    quotation: &Quotation,
    document: &Document,
    offsets: &OffsetMap,
    out: &mut String,
) {
    let text = &document.text;
    let facts = &document.facts;
    let words: Vec<&str> = quotation.content.iter().map(|span| span.of(text)).collect();
    let mut object = Object::open(out);
    object
        .text("document", &document.name)
        .optional("outlet", facts.outlet.as_ref().map(|o| o.value.as_str()))
        .optional("agency", facts.agency.as_ref().map(|a| a.value.as_str()))
        .optional("published", facts.published.map(|p| p.to_string()).as_deref())
        .text("zone", quotation.zone.name())
        .text("kind", quotation.kind.name())
        .optional("speaker", sure_speaker(corpus, &quotation.speaker).as_deref())
        .raw("readings", readings(corpus, &quotation.speaker))
        .optional("source", quotation.source.map(|s| s.of(text)))
        .optional("verb", quotation.verb)
        .optional("cue", quotation.cue.map(|s| s.of(text)))
        .texts("words", words)
        .raw("spans", spans(&quotation.content, offsets))
        .optional("addressee", quotation.addressee.as_ref().map(|a| a.span.of(text)))
        .optional("occasion", quotation.occasion.map(|s| s.of(text)))
        .optional("reported_by", reported_by(corpus, quotation, text))
        .optional("sentence", corpus.sentence(quotation.sentence).map(|s| s.span.of(text)))
        .raw("depth", quotation.depth)
        .raw("confidence", hundredths(quotation.confidence))
        .text("reason", &quotation.reason.in_words(text));
    object.close();
}

/// Where the words stand: for each piece of `words` its start and end in the document, counted in code points.
fn spans(content: &[Span], offsets: &OffsetMap) -> String {
    let pair = |s: &Span| format!("[{},{}]", offsets.code_points(s.start), offsets.code_points(s.end));
    format!("[{}]", content.iter().map(pair).collect::<Vec<_>>().join(","))
}

/// The words that name the outer voice of hearsay ("…, according to U.S. officials").
fn reported_by<'t>(corpus: &Corpus, quotation: &Quotation, text: &'t str) -> Option<&'t str> {
    corpus.quotations().get(quotation.reported_by?)?.source.map(|s| s.of(text))
}

/// The name of who speaks; none where two readings or more are near, which `readings` lists.
fn sure_speaker(corpus: &Corpus, speaker: &Speaker) -> Option<String> {
    if matches!(speaker, Speaker::Unsure(_)) { None } else { speaker_name(corpus, speaker) }
}

/// The readings of an unsure speaker with the share of each, best first, as a list in JSON.
fn readings(corpus: &Corpus, speaker: &Speaker) -> String {
    let mut list = String::from("[");
    if let Speaker::Unsure(readings) = speaker {
        for (id, share) in readings {
            let Some(entity) = corpus.entities().get(*id) else { continue };
            if list.len() > 1 {
                list.push(',');
            }
            let mut reading = Object::open(&mut list);
            reading.text("speaker", &entity.name).raw("share", hundredths(*share));
            reading.close();
        }
    }
    list.push(']');
    list
}

/// A share with two decimals. Formatting floats proper would add 4 kB to the page.
fn hundredths(share: f32) -> String {
    let hundredths = (share * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The canonical name of who speaks: all names where several speak together, the likeliest where it is unsure.
/// For evaluation: where readers may take the name for sure, give the readings instead.
#[must_use]
pub fn speaker_name(corpus: &Corpus, speaker: &Speaker) -> Option<String> {
    let name = |id| corpus.entities().get(id).map(|e| e.name.as_str());
    match speaker {
        Speaker::Joint(ids) => {
            let names: Vec<&str> = ids.iter().filter_map(|id| name(*id)).collect();
            let (last, others) = names.split_last()?;
            Some(if others.is_empty() { (*last).into() } else { format!("{} and {last}", others.join(", ")) })
        }
        one => one.entities().next().and_then(name).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::CorpusBuilder;
    use serde_json::{Value, json};

    /// The lines of a report read by rules.
    fn lines(report: &str) -> Vec<Value> {
        let mut builder = CorpusBuilder::new();
        builder.push("report", report.as_bytes());
        let corpus = builder.finish();
        let ids: Vec<QuotationId> = corpus.quotations().ids().collect();
        let mut out = String::new();
        write(&corpus, &ids, &mut out);
        out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
    }

    #[test]
    fn an_unsure_speaker_is_given_as_readings_alone() {
        let found = lines(
            "Harbour shut\n\nLars Holm said yes and Tomas Araya said no. Yesterday, he said the harbour was closed.\n\n\
             Ines Duarte said the quay was safe.\n",
        );
        let unsure = &found[0];
        assert_eq!(unsure["speaker"], Value::Null);
        let readings = unsure["readings"].as_array().expect("a list");
        let names: Vec<&Value> = readings.iter().map(|reading| &reading["speaker"]).collect();
        assert_eq!(names, ["Tomas Araya", "Lars Holm"]);
        assert!(readings.iter().all(|reading| reading["share"].as_f64().is_some_and(|s| s > 0.0 && s < 1.0)));
        assert_eq!(found[1]["speaker"], "Ines Duarte");
        assert_eq!(found[1]["readings"], json!([]));
    }

    #[test]
    fn words_stand_at_their_place_in_code_points() {
        let report = "Café shut\n\n“We can’t stay,” Ines Duarte said at a meeting on Friday, “and we won’t.”\n\n\
                      Peruvian ministers said the port was shut, according to Chilean officials.\n";
        let found = lines(report);
        let characters: Vec<char> = report.chars().collect();
        for line in &found {
            let words = line["words"].as_array().expect("a list");
            let spans = line["spans"].as_array().expect("a list");
            assert_eq!(words.len(), spans.len());
            for (piece, span) in words.iter().zip(spans) {
                let at = |end: usize| span[end].as_u64().expect("a number") as usize;
                assert_eq!(
                    piece.as_str(),
                    Some(characters[at(0)..at(1)].iter().collect::<String>().as_str())
                );
            }
        }
        let told = |key: &str| found.iter().filter_map(|line| line[key].as_str()).collect::<Vec<_>>();
        assert_eq!(told("occasion"), ["at a meeting on Friday"]);
        assert_eq!(told("reported_by"), ["Chilean officials"]);
    }
}
