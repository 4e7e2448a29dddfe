//! The report: a bar that says what it is, and its blocks.

use super::block::BlockRow;
use super::legend::Layers;
use super::marks::marks;
use super::pager::pager;
use super::place::Place;
use crate::corpus::CorpusRef;
use crate::hooks::{use_effect_with, use_memo, use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::platform::{self, Along};
use crate::shared::{use_corpus, use_dispatch};
use crate::state::{Action, AnswerRef};
use crate::ui::segments::Mark;
use crate::ui::{chips, outlet_mark, unsure_too, when};
use readout_core::document::Document;
use readout_core::id::{MentionId, QuotationId};
use readout_core::query::{Query, ReaderPlace};
use readout_core::span::Span;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Report`].
#[derive(Properties, PartialEq)]
pub struct ReportProps {
    /// Where the reader is open.
    pub place: Place,
    /// Which marks are shown.
    pub layers: Layers,
    /// What is asked.
    pub query: Rc<Query>,
    /// What passes.
    pub answer: AnswerRef,
}

/// The report.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let corpus = use_corpus();
    let dispatch = use_dispatch();
    let opened = use_state_eq(|| None::<MentionId>);
    let place = &props.place;
    let all = use_memo((corpus.clone(), place.clone(), props.answer.clone()), |(corpus, place, answer)| {
        marks(corpus, place.document, &place.passing, answer, place.target, place.quotation)
    });
    use_place_in_view(&corpus, place);
    {
        // Another report closes the note on a name, and so does another reading.
        let opened = opened.setter();
        use_effect_with((corpus.clone(), place.document), move |_| opened.set(None));
    }
    {
        // The note goes along where one of its links leads.
        let (corpus, setter, note) = (corpus.clone(), opened.setter(), *opened);
        use_effect_with((place.document, place.target), move |(document, target)| {
            let entity = |id: MentionId| corpus.mentions().get(id).map(|mention| mention.entity);
            if let (Some(target), Some(entity)) = (*target, note.and_then(entity)) {
                let mut mentions = corpus.mentions().iter_ids();
                let there = mentions
                    .find(|(_, m)| (m.entity, m.document, m.span) == (entity, *document, target))
                    .map(|(id, _)| id);
                if there.is_some() {
                    setter.set(there);
                }
            }
        });
    }
    let Some(document) = corpus.documents().get(place.document) else { return Html::default() };
    let on_choose = {
        let corpus = corpus.clone();
        dispatch.reform(move |id: QuotationId| Action::Read(ReaderPlace::at_quotation(&corpus, id)))
    };
    let on_mention = {
        let opened = opened.setter();
        Callback::from(move |mention| opened.set(mention))
    };
    let first_target = first(place, &corpus);
    let rows = document.blocks.iter().enumerate().map(|(at, block)| {
        let number = document.paragraph_number(at).unwrap_or_default();
        let here: Rc<[(Span, Mark)]> = all.iter().filter(|(span, _)| span.overlaps(block.span)).copied().collect();
        let opened = (*opened).filter(|id| here.iter().any(|(_, mark)| *mark == Mark::Mention(*id)));
        let selected = place.quotation.filter(|id| {
            here.iter().any(|(_, mark)| matches!(mark, Mark::Content(q) | Mark::Cue(q) | Mark::Source(q) if q == id))
        });
        let target = first_target.filter(|byte| block.span.start <= *byte && *byte < block.span.end);
        html! {
            <BlockRow key={at} document={place.document} block={*block} {number} marks={here} layers={props.layers}
                {selected} {target} {opened} on_choose={on_choose.clone()} on_mention={on_mention.clone()} />
        }
    });
    html! {
        <>
            <div class="dbar">
                <span>{ outlet_mark(corpus.outlet(document)) }{ " " }{ when::source(document) }</span>
                <span class="note">{ facts(document) }</span>
                { pager(&corpus, &dispatch, place) }
            </div>
            <div class="narrowed">
                <p class="note">
                    { format!("{} of {} quotations are marked.", place.passing.len(), place.total) }{ " " }
                    { unsure_too(&dispatch, &props.query, place.unsure) }
                </p>
                { chips(&corpus, &dispatch, &props.query, None) }
            </div>
            <article key={place.document.0} class="sheet-of-text">{ for rows }</article>
        </>
    }
}

/// What the page says of its report.
fn facts(document: &Document) -> String {
    let mut parts = vec![when::published(document)];
    if document.facts.published.is_some_and(|stamp| stamp.minutes.is_none()) {
        parts.push("no hour given".into());
    }
    parts.extend(document.fragment.map(|fragment| fragment.name().to_owned()));
    parts.join("; ")
}

/// The byte at which the reader is to open.
fn first(place: &Place, corpus: &CorpusRef) -> Option<u32> {
    let of_quotation = || corpus.quotations().get(place.quotation?)?.content.first().map(|span| span.start);
    place.target.map(|span| span.start).or_else(of_quotation)
}

/// Scrolls to the words that were asked for, or to the beginning of another report.
#[hook]
fn use_place_in_view(corpus: &CorpusRef, place: &Place) {
    let opened = use_mut_ref(|| None);
    // By its words: the reports read anew, a quotation has another number.
    let quotation = place.quotation.and_then(|id| corpus.quotations().get(id)?.content.first().copied());
    use_effect_with((place.document, quotation, place.target), move |(document, quotation, target)| {
        let asked = quotation.is_some() || target.is_some();
        let other = opened.replace(Some(*document)) != Some(*document);
        if !(asked && platform::reveal_id("at", Along::Middle)) && other {
            platform::scroll_to(0.0);
        }
    });
}
