//! Saying things and copying things: what every view may ask for.

use super::Dialog;
use crate::corpus::CorpusRef;
use crate::hooks::{use_callback, use_effect_with, use_memo, use_mut_ref, use_node_ref, use_state_eq};
use crate::markup::html;
use crate::platform;
use gloo_timers::callback::Timeout;
use readout_core::corpus::Corpus;
use readout_core::id::QuotationId;
use yew::prelude::*;

/// How long a notice stands.
const NOTICE_MILLIS: u32 = 4_000;

/// The handle by which views speak and copy. Never changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Desk {
    /// Says something to a screen reader alone: counts, mostly.
    pub announce: Callback<AttrValue>,
    /// Copies words; the second is what they are ("Citation"), for the notice.
    pub copy: Callback<(AttrValue, &'static str)>,
}

impl Desk {
    /// What a press of a button does that copies something of a quotation, and nothing else.
    #[must_use]
    pub fn copying(
        &self,
        corpus: &CorpusRef,
        id: QuotationId,
        what: &'static str,
        words: fn(&Corpus, QuotationId) -> String,
    ) -> Callback<MouseEvent> {
        let (copy, corpus) = (self.copy.clone(), corpus.clone());
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            copy.emit((words(&corpus, id).into(), what));
        })
    }
}

/// The desk, and where what is said is shown.
#[hook]
pub fn use_notices() -> (Desk, Html) {
    let heard = use_state_eq(AttrValue::default);
    let notice = use_state_eq(|| None::<(u32, AttrValue)>);
    let by_hand = use_state_eq(|| None::<AttrValue>);
    let announce = {
        let heard = heard.setter();
        use_callback((), move |words, ()| heard.set(words))
    };
    let copy = {
        let (notice, by_hand) = (notice.setter(), by_hand.setter());
        let notices = use_mut_ref(|| 0_u32);
        use_callback((), move |(text, what): (AttrValue, &'static str), ()| {
            let (notice, by_hand) = (notice.clone(), by_hand.clone());
            // The same words once more are another notice: they are said again, and stand as long.
            *notices.borrow_mut() += 1;
            let number = *notices.borrow();
            wasm_bindgen_futures::spawn_local(async move {
                if platform::copy(&text).await {
                    notice.set(Some((number, format!("{what} copied").into())));
                } else {
                    by_hand.set(Some(text));
                }
            });
        })
    };
    {
        let setter = notice.setter();
        use_effect_with((*notice).clone(), move |notice| {
            let timer = notice.is_some().then(|| Timeout::new(NOTICE_MILLIS, move || setter.set(None)));
            move || drop(timer)
        });
    }
    let desk = use_memo((), |()| Desk { announce, copy });
    let close = {
        let by_hand = by_hand.setter();
        Callback::from(move |()| by_hand.set(None))
    };
    let notices = html! {
        <>
            <div class="vh" role="status" aria-live="polite">{ (*heard).clone() }</div>
            <div role="status" aria-live="polite">
                if let Some((number, words)) = (*notice).clone() { <p key={number} class="notice">{ words }</p> }
            </div>
            if let Some(text) = (*by_hand).clone() { <ByHand {text} on_close={close} /> }
        </>
    };
    ((*desk).clone(), notices)
}

#[derive(Properties, PartialEq)]
struct ByHandProps {
    text: AttrValue,
    on_close: Callback<()>,
}

/// Where the page may not write to the clipboard: the words, selected, for the reader to copy.
#[component]
fn ByHand(props: &ByHandProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| platform::select_all(&node));
    }
    html! {
        <Dialog title="Copy by hand" on_close={props.on_close.clone()}>
            <p>{ "This browser keeps its clipboard closed to the page. The words are selected: copy them with Ctrl+C, or ⌘C on a Mac." }</p>
            <textarea ref={node} class="copy-by-hand" readonly=true aria-label="Words to copy" value={props.text.clone()} />
        </Dialog>
    }
}
