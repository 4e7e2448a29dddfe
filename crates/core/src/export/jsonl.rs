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
    // The only number with a fraction: formatting floats proper would add 4 kB to the page.
    let hundredths = (quotation.confidence * 100.0).round() as u32;
    let mut object = Object::open(out);
    object
        .text("document", &document.name)
        .optional("outlet", facts.outlet.as_ref().map(|o| o.value.as_str()))
        .optional("agency", facts.agency.as_ref().map(|a| a.value.as_str()))
        .optional("published", facts.published.map(|p| p.to_string()).as_deref())
        .text("zone", quotation.zone.name())
        .text("kind", quotation.kind.name())
        .optional("speaker", speaker_name(corpus, &quotation.speaker).as_deref())
        .optional("source", quotation.source.map(|s| s.of(text)))
        .optional("verb", quotation.verb)
        .optional("cue", quotation.cue.map(|s| s.of(text)))
        .texts("words", words)
        .optional("addressee", quotation.addressee.as_ref().map(|a| a.span.of(text)))
        .optional("sentence", corpus.sentence(quotation.sentence).map(|s| s.span.of(text)))
        .raw("depth", quotation.depth)
        .raw("confidence", format_args!("{}.{:02}", hundredths / 100, hundredths % 100))
        .text("reason", &quotation.reason.in_words(text));
    object.close();
    Some(())
}

/// The canonical name of who speaks: all names where several speak together, the likeliest where it is unsure.
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
