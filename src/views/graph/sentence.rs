//! One sentence of evidence, with what it shows marked, and the way to its place in the report.

use super::proof::{self, Proof};
use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::state::Action;
use crate::ui::segments::{Mark, Segment, segments};
use crate::ui::{action_link, outlet_mark, voice, when};
use readout_core::corpus::Corpus;
use readout_core::graph::Evidence;
use readout_core::query::ReaderPlace;
use readout_core::span::Span;
use yew::prelude::*;

/// The sentence, by its number among those listed; previous and next may have come to it.
pub fn proof_sentence(corpus: &CorpusRef, proof: &Proof, at: usize, current: bool) -> Html {
    let evidence = &proof.evidence;
    let Some(document) = corpus.documents().get(evidence.document) else { return Html::default() };
    let Some(sentence) = corpus.sentence(evidence.sentence) else { return Html::default() };
    let facts = &document.facts;
    let named = facts.outlet.is_some() || facts.agency.is_some();
    let name = if named { when::source(document) } else { document.name.clone() };
    let place = place(corpus, proof);
    let words = html! {
        <>{ outlet_mark(corpus.outlet(document)) }{ format!(" {name}") }<span class="vh">{ ": read this in the report" }</span></>
    };
    let link = action_link(None, None, Action::Read(place), words);
    let current = current.then_some("true");
    let block = sentence.block as usize;
    let part = match document.paragraph_number(block) {
        Some(number) => Some(format!("paragraph {number}")),
        None => document.blocks.get(block).map(|block| block.zone.name().into()),
    };
    let pieces = segments(sentence.span, &marks(corpus, proof));
    html! {
        <li class={classes!("gev", current.map(|_| "on"))} id={sentence_id(at)} key={at}
            aria-current={current} tabindex="-1">
            <p class="gh">
                { link }
                <span class="note">{ part }</span>
            </p>
            <p class="gt">{ for pieces.iter().map(|piece| marked(piece, &document.text)) }</p>
            { said_by(corpus, proof) }
        </li>
    }
}

/// The id on the page of the sentence with that number.
#[must_use]
pub fn sentence_id(at: usize) -> String {
    format!("proof-{at}")
}

/// Where the reader is to open.
fn place(corpus: &Corpus, proof: &Proof) -> ReaderPlace {
    let Evidence { document, span, quotation, .. } = proof.evidence;
    ReaderPlace {
        quotation: quotation.map(|id| corpus.catalog().quotation_key(id)),
        ..ReaderPlace::at_words(corpus, document, span)
    }
}

/// What is marked: content, cue and source of the attribution, and the mentions of the things.
fn marks(corpus: &Corpus, proof: &Proof) -> Vec<(Span, Mark)> {
    let mut marks: Vec<(Span, Mark)> = Vec::new();
    if let Some((id, quotation)) =
        proof.evidence.quotation.and_then(|id| Some((id, corpus.quotations().get(id)?)))
    {
        marks.extend(quotation.content.iter().map(|span| (*span, Mark::Content(id))));
        marks.extend(quotation.cue.map(|span| (span, Mark::Cue(id))));
        marks.extend(quotation.source.map(|span| (span, Mark::Source(id))));
    }
    for id in proof::mentions_of(corpus, proof) {
        marks.extend(corpus.mentions().get(id).map(|mention| (mention.span, Mark::Mention(id))));
    }
    marks
}

fn marked(piece: &Segment, text: &str) -> Html {
    let words = piece.span.of(text).replace(['\n', '\r'], " ");
    let words = match piece {
        piece if piece.mention().is_some() => html! { <b class="thing">{ words }</b> },
        piece if piece.any(|mark| matches!(mark, Mark::Cue(_))) => html! { <em class="cue">{ words }</em> },
        _ => html! { { words } },
    };
    if piece.quotation().is_some() {
        html! { <mark>{ words }</mark> }
    } else {
        words
    }
}

/// Who speaks, where the sentence itself does not name the speaker; and how sure that is.
fn said_by(corpus: &Corpus, proof: &Proof) -> Html {
    let quotation = proof.evidence.quotation.and_then(|id| corpus.quotations().get(id));
    let (Some(quotation), Some(sentence)) = (quotation, corpus.sentence(proof.evidence.sentence)) else {
        return Html::default();
    };
    let unsure = !quotation.is_sure();
    let named = quotation.source.is_some_and(|source| sentence.span.contains(source));
    if named && !unsure {
        return Html::default();
    }
    html! {
        <p class="note">
            { format!("said by {}", voice::speaker(corpus, quotation)) }
            if unsure { { " " }<span class="unsure">{ voice::sureness(quotation) }</span> }
        </p>
    }
}
