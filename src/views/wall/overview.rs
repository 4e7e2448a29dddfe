//! What stands in the evidence's place while nothing is chosen: the reports, and what went wrong reading them.

use crate::corpus::{CorpusRef, use_corpus};
use crate::state::Action;
use crate::ui::{ActionLink, OutletMark, when};
use readout_core::document::{Document, Fragment};
use readout_core::id::DocumentId;
use readout_core::query::{Query, ReaderPlace, View};
use yew::prelude::*;

/// The overview.
#[component]
pub fn Overview() -> Html {
    let corpus = use_corpus();
    html! {
        <>
            <div class="ev-top"><h2>{ "Reports" }</h2></div>
            <p class="ev-hint">{ "Choose a quotation to see the sentences it stands in, and why it was read so." }</p>
            <ul class="reports">{ for corpus.documents().iter_ids().map(|(id, document)| report(&corpus, id, document)) }</ul>
            if !corpus.issues().is_empty() {
                <section class="ev-sec">
                    <h3>{ "Noticed while reading" }</h3>
                    <ul class="issues">{ for corpus.issues().iter().map(|issue| html! { <li>{ issue.to_string() }</li> }) }</ul>
                </section>
            }
        </>
    }
}

fn report(corpus: &CorpusRef, id: DocumentId, document: &Document) -> Html {
    let count = corpus.quotations().iter().filter(|quotation| quotation.document == id).count();
    let place =
        ReaderPlace { document: corpus.catalog().document_key(id).to_owned(), quotation: None, span: None };
    let href = Query { view: View::Reader, reader: Some(place.clone()), ..Query::default() }.to_hash();
    let headline = document.facts.headline.map_or(document.name.as_str(), |span| span.of(&document.text));
    let outlet = document.facts.outlet.as_ref().map(|fact| AttrValue::from(fact.value.clone()));
    html! {
        <li key={id.0}>
            <p class="note"><OutletMark {outlet} />{ " " }{ when::source(document) }</p>
            <ActionLink class="headline" {href} action={Action::Read(place)}>{ headline.to_owned() }</ActionLink>
            <p class="note">
                { format!("{} · {count} quotations", when::published(document)) }
                if let Some(fragment) = document.fragment { { " · " }{ fragment_words(fragment) } }
            </p>
        </li>
    }
}

const fn fragment_words(fragment: Fragment) -> &'static str {
    match fragment {
        Fragment::StartMissing => "begins in mid-story: what stood before is missing",
        Fragment::EndMissing => "the end is missing",
        Fragment::BothMissing => "beginning and end are missing",
    }
}
