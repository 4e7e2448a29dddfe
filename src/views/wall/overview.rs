//! What stands in the evidence's place while nothing is chosen: the reports, each with what went wrong reading it.

use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::Action;
use crate::ui::{action_link, outlet_mark, when};
use readout_core::document::Document;
use readout_core::id::DocumentId;
use readout_core::issue::IssueKind;
use readout_core::query::ReaderPlace;
use yew::prelude::*;

/// The overview.
pub fn overview(corpus: &CorpusRef) -> Html {
    html! {
        <>
            <div class="ev-top"><h2>{ "Reports" }</h2></div>
            <p class="ev-hint">{ "Choose a quotation to see the sentences it stands in, and why it was read so." }</p>
            <ul class="reports">{ for corpus.documents().iter_ids().map(|(id, document)| report(corpus, id, document)) }</ul>
        </>
    }
}

fn report(corpus: &CorpusRef, id: DocumentId, document: &Document) -> Html {
    let here = || corpus.quotations().iter().filter(|quotation| quotation.document == id);
    let (count, unsure) = (here().count(), here().filter(|quotation| !quotation.is_sure()).count());
    let place = ReaderPlace::of(corpus, id);
    let headline = document.facts.headline.map_or(document.name.as_str(), |span| span.of(&document.text));
    // That no date was found is said in the date's place.
    let issues = corpus.issues().iter().filter(|issue| issue.document == document.name);
    let issues = issues.filter(|issue| issue.kind != IssueKind::NoStamp);
    let link = action_link(Some("headline"), None, Action::Read(place), headline.to_owned().into());
    html! {
        <li key={id.0}>
            <p class="note">{ outlet_mark(corpus.outlet(document)) }{ " " }{ when::source(document) }</p>
            { link }
            <p class="note">
                { format!("{} · {count} quotations", when::published(document)) }
                if unsure > 0 { { format!(", {unsure} of them unsure") } }
                if let Some(fragment) = document.fragment { { " · " }{ fragment.name() } }
                { for issues.map(|issue| html! { { format!(" · {}", issue.kind) } }) }
            </p>
        </li>
    }
}
