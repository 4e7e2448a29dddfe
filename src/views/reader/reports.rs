//! The list of reports, with the number of quotations in each.

use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::{Action, AnswerRef};
use crate::ui::{action_link, outlet_mark};
use readout_core::id::{DocumentId, Id};
use readout_core::query::ReaderPlace;
use yew::prelude::*;

/// The list of reports: which one is open, what passes the filters, and whether anything is filtered.
pub fn reports(corpus: &CorpusRef, current: DocumentId, answer: &AnswerRef, narrowed: bool) -> Html {
    let mut counts = vec![0_u32; corpus.documents().len()];
    for id in &answer.ids {
        if let Some(count) = corpus.quotations().get(*id).and_then(|q| counts.get_mut(q.document.index())) {
            *count += 1;
        }
    }
    let row = |(id, document): (DocumentId, &readout_core::document::Document)| {
        let place = ReaderPlace::of(corpus, id);
        let headline = document.facts.headline.map_or(document.name.as_str(), |span| span.of(&document.text));
        let count = counts.get(id.index()).copied().unwrap_or(0);
        let words = html! {
            <>
                { outlet_mark(corpus.outlet(document)) }<span>{ headline.to_owned() }</span>
                <span class="num">{ count }<span class="vh">{ " quotations" }</span></span>
            </>
        };
        let here = (id == current).then_some("true");
        html! { <li key={id.0}>{ action_link(None, here, Action::Read(place), words) }</li> }
    };
    html! {
        <section class="facet">
            <h2>{ "Reports" }<span class="num">{ if narrowed { "that pass" } else { "quotations" } }</span></h2>
            <ul class="reps">{ for corpus.documents().iter_ids().map(row) }</ul>
        </section>
    }
}
