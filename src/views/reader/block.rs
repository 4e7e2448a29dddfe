//! One block of a report: number, text, margin.

use super::entity_note::EntityNote;
use super::legend::Layers;
use super::note::note;
use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::shared::{use_corpus, use_desk, use_dispatch};
use crate::ui::pressing;
use crate::ui::segments::{Mark, Segment, segments};
use readout_core::document::{Block, Zone};
use readout_core::id::{DocumentId, MentionId, QuotationId};
use readout_core::order;
use readout_core::span::Span;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`BlockRow`].
#[derive(Properties, PartialEq)]
pub struct BlockRowProps {
    /// The report.
    pub document: DocumentId,
    /// The block.
    pub block: Block,
    /// Its number among the paragraphs of the running text.
    pub number: usize,
    /// What is marked in it.
    pub marks: Rc<[(Span, Mark)]>,
    /// Which marks are shown.
    pub layers: Layers,
    /// The chosen quotation, if it stands here.
    pub selected: Option<QuotationId>,
    /// The byte at which the reader opens, if it is here.
    pub target: Option<u32>,
    /// The mention whose note is open, if it stands here.
    pub opened: Option<MentionId>,
    /// Called when a quotation is chosen.
    pub on_choose: Callback<QuotationId>,
    /// Called when a mention is opened or closed.
    pub on_mention: Callback<Option<MentionId>>,
}

/// The block.
#[component]
pub fn BlockRow(props: &BlockRowProps) -> Html {
    let (corpus, dispatch, desk) = (use_corpus(), use_dispatch(), use_desk());
    let Some(document) = corpus.documents().get(props.document) else { return Html::default() };
    let zone = props.block.zone;
    let text = document.text.as_str();
    let words = run(&corpus, props, text);
    let words = match zone {
        Zone::Headline => html! { <h1>{ words }</h1> },
        Zone::Subhead => html! { <h2>{ words }</h2> },
        Zone::PullQuote => html! { <blockquote>{ words }</blockquote> },
        _ => html! { <p>{ words }</p> },
    };
    // A quotation's note stands where its words begin.
    let begins = |id: &QuotationId| {
        let quotation = corpus.quotations().get(*id);
        quotation
            .and_then(|q| q.content.first())
            .is_some_and(|span| props.block.span.contains(Span::new(span.start, span.start)))
    };
    let mut notes: Vec<QuotationId> = props
        .marks
        .iter()
        .filter_map(|(_, mark)| match mark {
            Mark::Content(id) => Some(*id),
            _ => None,
        })
        .filter(begins)
        .collect();
    order::sort(&mut notes);
    notes.dedup();
    html! {
        <div class={classes!("row", zone_class(zone))}>
            <span class="n">{ label(zone, props.number) }</span>
            { words }
            <div class="mn">
                if let Some(mention) = props.opened {
                    <EntityNote {mention} on_close={props.on_mention.reform(|()| None)} />
                }
                if zone == Zone::Boilerplate { <span class="note">{ "not part of the story" }</span> }
                if props.layers.notes {
                    { for notes.into_iter().map(|id| {
                        note(&corpus, &dispatch, &desk, id, props.selected == Some(id), &props.on_choose)
                    }) }
                }
            </div>
        </div>
    }
}

/// The text with its marks; pieces of one mention stay together.
fn run(corpus: &CorpusRef, props: &BlockRowProps, text: &str) -> Html {
    let shown: Vec<(Span, Mark)> = props
        .marks
        .iter()
        .filter(|(_, mark)| match mark {
            Mark::Content(_) | Mark::Cue(_) | Mark::Source(_) => props.layers.quotations,
            Mark::Mention(_) => props.layers.mentions,
            Mark::Why | Mark::Hit | Mark::Target => true,
        })
        .copied()
        .collect();
    let pieces = segments(props.block.span, &shown);
    let mut anchored = false;
    let mut out = Vec::with_capacity(pieces.len());
    let mut rest = pieces.as_slice();
    while let Some(first) = rest.first() {
        let mention = first.mention();
        let same = match mention {
            Some(_) => rest.iter().take_while(|piece| piece.mention() == mention).count(),
            None => 1,
        };
        let (here, after) = rest.split_at(same);
        rest = after;
        let anchor = !anchored
            && props
                .target
                .is_some_and(|byte| here.iter().any(|p| p.span.start <= byte && byte < p.span.end));
        anchored |= anchor;
        let words: Html = here.iter().map(|piece| set(corpus, props, piece, text)).collect();
        let words = if anchor {
            html! { <span id="at">{ words }</span> }
        } else {
            words
        };
        out.push(match mention {
            Some(id) => name(props, id, words),
            None => words,
        });
    }
    out.into_iter().collect()
}

/// One piece of text in the channels of what covers it.
fn set(corpus: &CorpusRef, props: &BlockRowProps, piece: &Segment, text: &str) -> Html {
    let words = piece.span.of(text).to_owned();
    if piece.marks.is_empty() {
        return html! { { words } };
    }
    let selected = props.selected.is_some_and(|id| piece.any(|mark| *mark == Mark::Content(id)));
    let class = classes!(
        piece.quotation().map(|_| "z"),
        (piece.depth() > 1).then_some("z-in"),
        selected.then_some("z-sel"),
        piece.any(|mark| matches!(mark, Mark::Cue(_))).then_some("cue"),
        piece.any(|mark| matches!(mark, Mark::Source(_))).then_some("src"),
        piece.any(|mark| *mark == Mark::Why).then_some("z-why"),
        piece.any(|mark| *mark == Mark::Target).then_some("z-at"),
    );
    let words = if piece.any(|mark| *mark == Mark::Hit) {
        html! { <mark class="hit">{ words }</mark> }
    } else {
        html! { { words } }
    };
    match piece.quotation() {
        Some(id) => {
            let onclick = pressing(&props.on_choose, id);
            // The wash tells the kind. The margin note is the way to the quotation by keyboard.
            let kind = corpus.quotations().get(id).map(|quotation| format!("z-{}", quotation.kind.name()));
            let current = selected.then_some("true");
            html! { <span class={classes!(class, kind)} aria-current={current} {onclick}>{ words }</span> }
        }
        None if class.is_empty() => words,
        None => html! { <span {class}>{ words }</span> },
    }
}

/// A mention, which opens a note on whom or what it names.
fn name(props: &BlockRowProps, id: MentionId, words: Html) -> Html {
    let open = props.opened == Some(id);
    let flip = props.on_mention.reform(move |()| (!open).then_some(id));
    let key = flip.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        flip.emit(());
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            key.emit(());
        }
    });
    html! {
        <span class="m" id={format!("m{}", id.0)} role="button" tabindex="0"
            aria-expanded={open.to_string()} {onclick} {onkeydown}>{ words }</span>
    }
}

const fn zone_class(zone: Zone) -> &'static str {
    match zone {
        Zone::Headline => "head",
        Zone::Standfirst => "stand",
        Zone::Subhead => "sub",
        Zone::Body | Zone::Dateline => "body",
        Zone::Caption => "cap",
        Zone::PullQuote | Zone::PullQuoteSource => "pull",
        Zone::FactBox => "box",
        Zone::Credit | Zone::Header => "cred",
        Zone::Boilerplate => "boil",
    }
}

pub(super) fn label(zone: Zone, number: usize) -> String {
    match zone {
        Zone::Body => number.to_string(),
        Zone::Boilerplate => "·".into(),
        Zone::Headline => "H".into(),
        Zone::Header | Zone::Dateline | Zone::PullQuoteSource | Zone::Subhead => String::new(),
        Zone::Standfirst => "Lead".into(),
        Zone::Caption => "Caption".into(),
        Zone::PullQuote => "Pull quote".into(),
        Zone::FactBox => "Fact box".into(),
        Zone::Credit => "Credit".into(),
    }
}
