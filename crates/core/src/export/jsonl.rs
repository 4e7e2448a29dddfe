//! JSON Lines: one quotation a line, in words, for people and for their scripts.

use super::{Export, Object};
use crate::corpus::Corpus;
use crate::id::QuotationId;
use crate::quote::Speaker;

/// The format.
pub(super) const EXPORT: Export = Export {
    name: "jsonl",
    label: "JSON Lines",
    extension: "jsonl",
    media_type: "application/x-ndjson",
    write,
};

fn write(corpus: &Corpus, quotations: &[QuotationId], out: &mut String) {
    for id in quotations {
        if write_line(corpus, *id, out).is_some() {
            out.push('\n');
        }
    }
}

fn write_line(corpus: &Corpus, id: QuotationId, out: &mut String) -> Option<()> {
    let quotation = corpus.quotations().get(id)?;
    let document = corpus.documents().get(quotation.document)?;
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
        .optional("addressee", quotation.addressee.as_ref().map(|a| a.span.of(text)))
        .optional("sentence", corpus.sentence(quotation.sentence).map(|s| s.span.of(text)))
        .raw("depth", quotation.depth)
        .raw("confidence", hundredths(quotation.confidence))
        .text("reason", &quotation.reason.in_words(text));
    object.close();
    Some(())
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
}
