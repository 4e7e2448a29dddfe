//! The list of reports, with the number of quotations in each.

use crate::corpus::use_corpus;
use crate::state::{Action, AnswerRef};
use crate::ui::{ActionLink, OutletMark};
use readout_core::id::{DocumentId, Id};
use readout_core::query::{Query, ReaderPlace, View};
use yew::prelude::*;

/// Props of [`Reports`].
#[derive(Properties, PartialEq)]
pub struct ReportsProps {
    /// The one that is open.
    pub current: DocumentId,
    /// What passes the filters.
    pub answer: AnswerRef,
    /// Whether anything is filtered.
    pub narrowed: bool,
}

/// The list of reports.
#[component]
pub fn Reports(props: &ReportsProps) -> Html {
    let corpus = use_corpus();
    let mut counts = vec![0_u32; corpus.documents().len()];
    for id in &props.answer.ids {
        if let Some(count) = corpus.quotations().get(*id).and_then(|q| counts.get_mut(q.document.index())) {
            *count += 1;
        }
    }
    let row = |(id, document): (DocumentId, &readout_core::document::Document)| {
        let place = ReaderPlace {
            document: corpus.catalog().document_key(id).to_owned(),
            quotation: None,
            span: None,
        };
        let href = Query { view: View::Reader, reader: Some(place.clone()), ..Query::default() }.to_hash();
        let headline = document.facts.headline.map_or(document.name.as_str(), |span| span.of(&document.text));
        let outlet = document.facts.outlet.as_ref().map(|fact| AttrValue::from(fact.value.clone()));
        let count = counts.get(id.index()).copied().unwrap_or(0);
        html! {
            <li key={id.0}>
                <ActionLink {href} action={Action::Read(place)} current={(id == props.current).then_some("true")}>
                    <OutletMark {outlet} /><span>{ headline.to_owned() }</span>
                    <span class="num">{ count }<span class="vh">{ " quotations" }</span></span>
                </ActionLink>
            </li>
        }
    };
    html! {
        <section class="facet">
            <h2>{ "Reports" }<span class="num">{ if props.narrowed { "that pass" } else { "quotations" } }</span></h2>
            <ul class="reps">{ for corpus.documents().iter_ids().map(row) }</ul>
        </section>
    }
}
