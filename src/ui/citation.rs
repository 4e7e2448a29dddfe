//! A quotation for elsewhere: a citation in words, and a link.

use super::{voice, when};
use crate::platform;
use readout_core::corpus::Corpus;
use readout_core::id::QuotationId;
use readout_core::query::{Pin, Query, Selection, Sureness};
use readout_core::quote::{Kind, Quotation};

/// The words of a quotation, parts divided by an ellipsis, white space made single.
#[must_use]
pub fn words(corpus: &Corpus, quotation: &Quotation) -> String {
    let text = corpus.documents().get(quotation.document).map_or("", |document| document.text.as_str());
    let parts: Vec<String> = quotation
        .content
        .iter()
        .map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    parts.join(" … ")
}

/// Speaker, words, headline, outlet, date, and the key by which the page finds the quotation again.
#[must_use]
pub fn citation(corpus: &Corpus, id: QuotationId) -> String {
    let Some(quotation) = corpus.quotations().get(id) else { return String::new() };
    let Some(document) = corpus.documents().get(quotation.document) else { return String::new() };
    let words = words(corpus, quotation);
    let said = match quotation.kind {
        Kind::Direct | Kind::Pull => format!("“{}”", words.trim_end_matches(',')),
        Kind::Mixed | Kind::Indirect => format!("reported: {words}"),
    };
    let mut parts = vec![format!("{}, {said}", voice::speaker(corpus, quotation))];
    if let Some(outer) = voice::reported_by(corpus, id) {
        parts.push(format!("by way of {outer}"));
    }
    if let Some(headline) = document.facts.headline {
        parts.push(format!("in “{}”", headline.of(&document.text)));
    }
    let outlet = document.facts.outlet.as_ref().map(|fact| fact.value.as_str());
    let agency = document.facts.agency.as_ref().map(|fact| fact.value.as_str());
    match (outlet, agency) {
        (Some(outlet), Some(agency)) if outlet != agency => {
            parts.push(format!("{outlet} (credited to {agency})"))
        }
        (Some(name), _) | (None, Some(name)) => parts.push(name.to_owned()),
        (None, None) => {}
    }
    if let Some(stamp) = document.facts.published {
        parts.push(when::long_day(stamp.date));
    }
    format!("{}. Quotation {}.", parts.join(", "), corpus.catalog().quotation_key(id))
}

/// The address that shows one quotation on the wall, for someone else.
#[must_use]
pub fn link_to(corpus: &Corpus, id: QuotationId) -> String {
    let selection = Selection::only(Pin::Quotation(corpus.catalog().quotation_key(id)));
    let sure = corpus.quotations().get(id).is_some_and(Quotation::is_sure);
    let sureness = if sure { Sureness::Sure } else { Sureness::All };
    platform::address_of(&Query { selection, sureness, ..Query::default() }.to_hash())
}
