//! The evidence of one quotation: its passage with its neighbours, and how it was read.

use super::card::open_in_report;
use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::state::{Action, AnswerRef, Dispatch};
use crate::ui::number;
use crate::ui::segments::{Mark, Segment, segments};
use crate::ui::{Desk, citation, kind_mark, link_to, outlet_mark, pressing, voice, when};
use readout_core::document::{Block, Document, Zone};
use readout_core::id::QuotationId;
use readout_core::query::Pin;
use readout_core::quote::{Quotation, Speaker};
use readout_core::span::Span;
use yew::prelude::*;

/// The evidence, and the quotation's place among those found.
pub fn evidence(
    corpus: &CorpusRef,
    dispatch: &Dispatch,
    desk: &Desk,
    id: QuotationId,
    answer: &AnswerRef,
) -> Html {
    let Some(quotation) = corpus.quotations().get(id) else { return Html::default() };
    let Some(document) = corpus.documents().get(quotation.document) else { return Html::default() };
    let headline = document.facts.headline.map_or(document.name.as_str(), |span| span.of(&document.text));
    html! {
        <>
            <div class="ev-top">
                <h2>{ "Evidence" }</h2>
                { match answer.ids.iter().position(|other| *other == id) {
                    Some(at) => pager(corpus, dispatch, &answer.ids, at),
                    None => html! { <span class="note">{ "outside the filters" }</span> },
                } }
            </div>
            <div class="ev-doc">
                <p>{ outlet_mark(corpus.outlet(document)) }{ " " }{ when::source(document) }</p>
                <h3>{ headline.to_owned() }</h3>
                <p>{ provenance(document) }</p>
            </div>
            { passage(id, quotation, document) }
            <section class="ev-sec">
                <h3>{ "How it was read" }</h3>
                <dl>{ for readings(corpus, id, quotation, &document.text).into_iter().map(|(term, words)| html! {
                    <><dt>{ term }</dt><dd>{ words }</dd></>
                }) }</dl>
            </section>
            <div class="ev-acts">
                { open_in_report(corpus, id, Some("btn primary")) }
                <button type="button" class="btn" onclick={desk.copying(corpus, id, "Citation", citation)}>{ "Copy citation" }</button>
                <button type="button" class="btn" onclick={desk.copying(corpus, id, "Link", link_to)}>{ "Copy link" }</button>
            </div>
        </>
    }
}

/// To the quotation before, and to the next one: the evidence may cover the list.
fn pager(corpus: &CorpusRef, dispatch: &Dispatch, ids: &[QuotationId], at: usize) -> Html {
    let step = |to: Option<usize>, label: &'static str, sign: &'static str| {
        let id = to.and_then(|to| ids.get(to));
        let step = id.map(|id| Action::Step(Pin::Quotation(corpus.catalog().quotation_key(*id))));
        let onclick = step.clone().map(|step| pressing(dispatch, step));
        html! { <button type="button" aria-label={label} disabled={step.is_none()} {onclick}>{ sign }</button> }
    };
    html! {
        <span class="pager">
            { step(at.checked_sub(1), "Previous quotation", "‹") }
            <span aria-live="polite">{ format!("{} of {}", at + 1, ids.len()) }</span>
            { step(Some(at + 1), "Next quotation", "›") }
        </span>
    }
}

/// Where the report says it comes from.
fn provenance(document: &Document) -> String {
    let mut parts = vec![when::published(document)];
    parts.extend(document.facts.dateline.map(|span| format!("dateline {}", span.of(&document.text))));
    let credits: Vec<&str> = document.facts.credits.iter().map(|span| span.of(&document.text)).collect();
    if !credits.is_empty() {
        parts.push(credits.join(", "));
    }
    parts.extend(document.fragment.map(|fragment| fragment.name().to_owned()));
    format!("{}.", parts.join("; "))
}

/// The paragraphs that hold the quotation, and one before and after.
fn passage(id: QuotationId, quotation: &Quotation, document: &Document) -> Html {
    let spans = || quotation.content.iter().copied().chain(quotation.cue).chain(quotation.source);
    let holds = |block: &Block| spans().any(|span| span.overlaps(block.span));
    let blocks = &document.blocks;
    let Some(first) = blocks.iter().position(holds) else { return Html::default() };
    let last = blocks.iter().rposition(holds).unwrap_or(first);
    let read = |at: &usize| blocks.get(*at).is_some_and(|block| block.zone != Zone::Boilerplate);
    let before = (0..first).rev().find(read);
    let after = (last + 1..blocks.len()).find(read);
    let mut marks: Vec<(Span, Mark)> =
        quotation.content.iter().map(|span| (*span, Mark::Content(id))).collect();
    marks.extend(quotation.cue.map(|span| (span, Mark::Cue(id))));
    marks.extend(quotation.source.map(|span| (span, Mark::Source(id))));
    let paragraph = |at: usize| {
        let block = blocks.get(at)?;
        let near = !holds(block);
        let pieces = segments(block.span, &marks);
        Some(html! {
            <p key={at} class={classes!(near.then_some("near"))} data-n={number(document, at)}>
                { for pieces.iter().map(|piece| set(piece, &document.text)) }
            </p>
        })
    };
    html! {
        <div class="passage">{ for before.into_iter().chain(first..=last).chain(after).filter_map(paragraph) }</div>
    }
}

/// A paragraph's number among those of the running text; other parts have their name.
fn number(document: &Document, at: usize) -> String {
    match (document.paragraph_number(at), document.blocks.get(at)) {
        (Some(number), _) => number.to_string(),
        (None, Some(block)) if block.zone == Zone::Headline => "H".into(),
        _ => "·".into(),
    }
}

fn set(piece: &Segment, text: &str) -> Html {
    let words = piece.span.of(text).to_owned();
    let class = classes!(
        piece.any(|mark| matches!(mark, Mark::Cue(_))).then_some("cue"),
        piece.any(|mark| matches!(mark, Mark::Source(_))).then_some("src"),
    );
    match (piece.depth() > 0, class.is_empty()) {
        (true, _) => html! { <mark {class}>{ words }</mark> },
        (false, false) => html! { <span {class}>{ words }</span> },
        (false, true) => html! { { words } },
    }
}

fn readings(
    corpus: &CorpusRef,
    id: QuotationId,
    quotation: &Quotation,
    text: &str,
) -> Vec<(&'static str, Html)> {
    let mut rows: Vec<(&'static str, Html)> = Vec::new();
    let why = quotation.reason.in_words(text);
    rows.push(("Speaker", html! { { format!("{}: {why}", voice::speaker(corpus, quotation)) } }));
    if let Speaker::Unsure(readings) = &quotation.speaker {
        let shares = readings
            .iter()
            .map(|(id, share)| format!("{} {}", voice::name(corpus, *id), number::percent(*share)));
        rows.push(("Readings", html! { { shares.collect::<Vec<_>>().join(", ") } }));
    }
    if let Some(cue) = quotation.cue {
        rows.push(("Verb", html! { <i class="verb">{ cue.of(text).to_owned() }</i> }));
    }
    if let Some(addressee) = &quotation.addressee {
        let names: Vec<&str> = addressee.entities.iter().map(|id| voice::name(corpus, *id)).collect();
        let words = addressee.span.of(text);
        let told =
            if names.is_empty() { words.to_owned() } else { format!("{} (“{words}”)", names.join(", ")) };
        rows.push(("To whom", html! { { told } }));
    }
    if let Some(occasion) = quotation.occasion {
        rows.push(("Occasion", html! { { occasion.of(text).to_owned() } }));
    }
    if let Some(outer) = voice::reported_by(corpus, id) {
        rows.push(("Hearsay", html! { { format!("known by way of {outer}") } }));
    }
    rows.push(("Kind", kind_mark(quotation.kind)));
    rows.push(("Part", html! { { quotation.zone.name() } }));
    rows.push((
        "Sureness",
        html! { { format!("{}, {}", voice::sureness(quotation), number::percent(quotation.confidence)) } },
    ));
    rows
}
