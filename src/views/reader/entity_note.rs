//! Whom or what a mention names: kind, side, role, its mentions, and where to go from here.

use super::mentions::Mentions;
use crate::corpus::CorpusRef;
use crate::hooks::{use_effect_with, use_node_ref};
use crate::markup::html;
use crate::platform;
use crate::shared::{use_corpus, use_dispatch};
use crate::state::Action;
use crate::ui::number;
use crate::ui::{action_link, pressing, side_mark, voice};
use readout_core::entity::Mention;
use readout_core::id::MentionId;
use readout_core::query::Facet;
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
                <h2>{ side_mark(corpus.side(entity.side)) }{ " " }{ entity.name.clone() }</h2>
                <button type="button" class="link" aria-label="Close" onclick={pressing(&props.on_close, ())}>{ "×" }</button>
            </div>
            <p>{ what.collect::<Vec<_>>().join(" · ") }</p>
            if !entity.aliases.is_empty() { <p class="note">{ format!("also: {}", entity.aliases.join(", ")) }</p> }
            { unsure(&corpus, mention) }
            <Mentions mention={props.mention} />
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
