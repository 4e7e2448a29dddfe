//! Whom or what a mention names: kind, side, role, its mentions in all reports, and where to go from here.

use crate::corpus::CorpusRef;
use crate::hooks::{use_effect_with, use_node_ref};
use crate::markup::html;
use crate::platform;
use crate::shared::{use_corpus, use_dispatch};
use crate::state::Action;
use crate::ui::number;
use crate::ui::{action_link, outlet_mark, pressing, side_mark, voice};
use readout_core::entity::{Entity, Mention};
use readout_core::id::{DocumentId, MentionId};
use readout_core::query::{Facet, ReaderPlace};
use yew::prelude::*;

/// Props of [`EntityNote`].
#[derive(Properties, PartialEq)]
pub struct EntityNoteProps {
    /// The mention that was opened.
    pub mention: MentionId,
    /// Closes the note.
    pub on_close: Callback<()>,
}

/// The note.
#[component]
pub fn EntityNote(props: &EntityNoteProps) -> Html {
    let corpus = use_corpus();
    let dispatch = use_dispatch();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.mention, move |mention| {
            platform::focus(&node);
            let opener = format!("m{}", mention.0);
            move || {
                // The focus goes back to the name, unless it went elsewhere meanwhile.
                if platform::focused_inside(&node) {
                    platform::focus_id(&opener);
                }
            }
        });
    }
    let Some(mention) = corpus.mentions().get(props.mention) else { return Html::default() };
    let Some(entity) = corpus.entities().get(mention.entity) else { return Html::default() };
    let close = props.on_close.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            close.emit(());
        }
    });
    let key = corpus.catalog().entity_key(mention.entity).to_owned();
    let show = |facet: Facet, words: &'static str| {
        let count = corpus.catalog().value(facet, &key).map_or(0, |(_, value)| value.quotations.len());
        let onclick = pressing(&dispatch, Action::ShowOnly(facet, key.clone()));
        (count > 0).then(|| html! { <button type="button" class="link" {onclick}>{ format!("{words} ({count})") }</button> })
    };
    let what = [Some(entity.kind.name().to_owned()), voice::role_of(&corpus, entity)].into_iter().flatten();
    html! {
        <section ref={node} class="ent" tabindex="-1" aria-label={entity.name.clone()} {onkeydown}>
            <div class="ent-top">
                <h3>{ side_mark(corpus.side(entity.side)) }{ " " }{ entity.name.clone() }</h3>
                <button type="button" class="link" aria-label="Close" onclick={pressing(&props.on_close, ())}>{ "×" }</button>
            </div>
            <p>{ what.collect::<Vec<_>>().join(" · ") }</p>
            if !entity.aliases.is_empty() { <p class="note">{ format!("also: {}", entity.aliases.join(", ")) }</p> }
            { unsure(&corpus, mention) }
            { mentions(&corpus, entity, props.mention) }
            <p class="note-acts">
                { show(Facet::Speaker, "Quotations by") }
                { show(Facet::About, "Quotations about") }
                { action_link(None, None, Action::ShowInGraph(key.clone()), "Show in graph".into()) }
            </p>
        </section>
    }
}

/// Where the reading of this mention is not sure: the other readings, or the words that it rests on.
fn unsure(corpus: &CorpusRef, mention: &Mention) -> Html {
    let text = corpus.documents().get(mention.document).map_or("", |d| d.text.as_str());
    let readings: Vec<String> = mention
        .readings
        .iter()
        .map(|(id, share)| format!("{} {}", voice::name(corpus, *id), number::percent(*share)))
        .collect();
    html! {
        <>
            if let Some(before) = mention.antecedent { <p class="note">{ format!("“{}” here, after “{}”", mention.span.of(text), before.of(text)) }</p> }
            if !readings.is_empty() { <p class="unsure">{ format!("unsure: {}", readings.join(" or ")) }</p> }
        </>
    }
}

/// Its mentions: how many in each report, the next one in this report first.
fn mentions(corpus: &CorpusRef, entity: &Entity, opened: MentionId) -> Html {
    let here = corpus.mentions().get(opened).map(|mention| mention.document);
    let all = || entity.mentions.iter().filter_map(|id| Some((*id, corpus.mentions().get(*id)?)));
    let next = all()
        .find(|(id, mention)| *id > opened && Some(mention.document) == here)
        .map(|(_, mention)| mention);
    let mut reports: Vec<(DocumentId, usize, &Mention)> = Vec::new();
    for (_, mention) in all() {
        match reports.last_mut() {
            Some((document, count, _)) if *document == mention.document => *count += 1,
            _ => reports.push((mention.document, 1, mention)),
        }
    }
    let link = |mention: &Mention, words: Html| {
        let place = ReaderPlace::at_words(corpus, mention.document, mention.span);
        action_link(None, None, Action::Read(place), words)
    };
    let total = entity.mentions.len();
    html! {
        <>
            <p>{ if total == 1 { "1 mention".to_owned() } else { format!("{total} mentions") } }
                if let Some(mention) = next { { ": " }{ link(mention, html! { { "next one here" } }) } }</p>
            <ul class="ent-reports">{ for reports.into_iter().map(|(document, count, mention)| {
                let report = corpus.documents().get(document);
                let outlet = report.and_then(|d| d.facts.outlet.as_ref()).map(|fact| fact.value.as_str());
                let agency = report.and_then(|d| d.facts.agency.as_ref()).map(|fact| fact.value.as_str());
                let credited = agency.filter(|agency| Some(*agency) != outlet).unwrap_or_default().to_owned();
                let name = outlet.unwrap_or("a report").to_owned();
                let mark = outlet_mark(corpus.outlet_named(outlet));
                html! { <li key={document.0}>{ link(mention, html! {
                    <>{ mark }<span class="vh">{ name }</span>{ format!(" {credited} {count}") }</>
                }) }</li> }
            }) }</ul>
        </>
    }
}
