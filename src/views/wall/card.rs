//! One quotation: words first, then who, to whom, where from.

use crate::corpus::CorpusRef;
use crate::markup::{classes, html};
use crate::platform;
use crate::shared::{use_corpus, use_desk, use_dispatch};
use crate::state::{Action, AnswerRef};
use crate::ui::number;
use crate::ui::{
    action_link, citation, kind_mark, link_to, outlet_mark, quoted_words, set_words, side_mark, voice, when,
};
use readout_core::document::Zone;
use readout_core::id::QuotationId;
use readout_core::query::ReaderPlace;
use readout_core::quote::{Quotation, Speaker};
use yew::prelude::*;

/// How a card was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Clicked or entered.
    Alone,
    /// In addition to others.
    More,
    /// Reached by a key, as the next or the one before.
    Stepped,
}

/// Props of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The quotation.
    pub id: QuotationId,
    /// For the words that were searched for.
    pub answer: AnswerRef,
    /// Its place in the list, from 0.
    pub place: usize,
    /// How long the list is.
    pub of: usize,
    /// Whether it is chosen.
    pub selected: bool,
    /// Called when it is chosen.
    pub on_choose: Callback<(QuotationId, Chosen)>,
}

/// A link to the quotation in its report.
pub fn open_in_report(corpus: &CorpusRef, id: QuotationId, class: Option<&'static str>) -> Html {
    let place = ReaderPlace::at_quotation(corpus, id);
    action_link(class, None, Action::Read(place), "Open in report".into())
}

/// The card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let corpus = use_corpus();
    let desk = use_desk();
    let dispatch = use_dispatch();
    let id = props.id;
    let Some(quotation) = corpus.quotations().get(id) else { return Html::default() };
    let choose = props.on_choose.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let more = event.shift_key() || event.ctrl_key() || event.meta_key();
        choose.emit((id, if more { Chosen::More } else { Chosen::Alone }));
    });
    let (choose, selected) = (props.on_choose.clone(), props.selected);
    let place = ReaderPlace::at_quotation(&corpus, id);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() != "Enter" || !platform::is_at(event.target(), &format!("q{}", id.0)) {
            return;
        }
        event.prevent_default();
        if selected {
            dispatch.emit(Action::Read(place.clone()));
        } else {
            choose.emit((id, Chosen::Alone));
        }
    });
    let link = open_in_report(&corpus, id, None);
    let label = format!("{}: {}", voice::speaker(&corpus, quotation), quoted_words(&corpus, quotation));
    html! {
        <article class={classes!("q", format!("q-{}", quotation.kind.name()))} id={format!("q{}", id.0)} tabindex="0"
            aria-label={label} aria-posinset={(props.place + 1).to_string()} aria-setsize={props.of.to_string()}
            aria-current={props.selected.then_some("true")} {onclick} {onkeydown}>
            { set_words(&corpus, id, &props.answer) }
            { who(&corpus, id, quotation) }
            if !quotation.is_sure() { <p class="unsure">{ unsure(&corpus, quotation) }</p> }
            <div class="under">
                { meta(&corpus, quotation) }
                <p class="acts">
                    { link }
                    <button type="button" class="link" onclick={desk.copying(&corpus, id, "Citation", citation)}>{ "Copy citation" }</button>
                    <button type="button" class="link" onclick={desk.copying(&corpus, id, "Link", link_to)}>{ "Copy link" }</button>
                </p>
            </div>
        </article>
    }
}

fn who(corpus: &CorpusRef, id: QuotationId, quotation: &Quotation) -> Html {
    let text = corpus.documents().get(quotation.document).map_or("", |d| d.text.as_str());
    let role = voice::role(corpus, quotation);
    let hearsay = voice::reported_by(corpus, id).map(|outer| format!("by way of {outer}: hearsay"));
    let cue = quotation.cue.map(|cue| cue.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
    let to = quotation
        .addressee
        .as_ref()
        .map(|addressee| format!(" to {}", addressee.span.of(text).trim_start_matches("to ")));
    let occasion = quotation.occasion.map(|span| format!(" {}", span.of(text)));
    html! {
        <div class="who">
            <span class="sp">{ side_mark(corpus.side(voice::side(corpus, quotation))) }<span>{ voice::speaker(corpus, quotation) }</span></span>
            <span class="rest">
                if let Some(role) = role { { role }<br /> }
                if let Some(words) = hearsay { { words }<br /> }
                <span class="verb">{ cue.unwrap_or_else(|| "no verb".into()) }</span>{ to }{ occasion }
            </span>
        </div>
    }
}

fn meta(corpus: &CorpusRef, quotation: &Quotation) -> Html {
    let Some(document) = corpus.documents().get(quotation.document) else { return Html::default() };
    let outlet = when::source(document);
    let published = when::published(document);
    let undated_hour = document.facts.published.is_some_and(|stamp| stamp.minutes.is_none());
    html! {
        <p class="meta">
            <span>{ outlet_mark(corpus.outlet(document)) }{ " " }{ outlet }</span>
            <span>{ published }{ undated_hour.then_some(", no hour given") }</span>
            { kind_mark(quotation.kind) }
            if !matches!(quotation.zone, Zone::Body | Zone::PullQuote) { <span>{ format!("In: {}", quotation.zone.name()) }</span> }
        </p>
    }
}

/// What is unsure, with both readings and why.
fn unsure(corpus: &CorpusRef, quotation: &Quotation) -> String {
    let text = corpus.documents().get(quotation.document).map_or("", |d| d.text.as_str());
    let why = quotation.reason.in_words(text);
    match &quotation.speaker {
        Speaker::Unsure(readings) => {
            let shares: Vec<String> = readings
                .iter()
                .map(|(id, share)| format!("{} {}", voice::name(corpus, *id), number::percent(*share)))
                .collect();
            format!("unsure: {}; {why}", shares.join(" or "))
        }
        Speaker::Unknown if quotation.source.is_none() => voice::sureness(quotation).to_owned(),
        _ => format!("{}: {why}", voice::sureness(quotation)),
    }
}
