//! What the marks mean, and which of them are shown.

use crate::markup::html;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which marks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers {
    /// Washes, verbs and sources.
    pub quotations: bool,
    /// Underlines.
    pub mentions: bool,
    /// The margin.
    pub notes: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { quotations: true, mentions: true, notes: true }
    }
}

/// The legend and its switches.
pub fn legend(layers: Layers, on_change: &Callback<Layers>) -> Html {
    let switch = |label: &'static str, on: bool, change: fn(Layers, bool) -> Layers| {
        let onchange = on_change.reform(move |event: Event| {
            change(layers, event.target_dyn_into::<HtmlInputElement>().is_none_or(|input| input.checked()))
        });
        html! { <li><label class="switch"><input type="checkbox" checked={on} {onchange} />{ label }</label></li> }
    };
    html! {
        <>
            <section class="facet">
                <h2>{ "Marks in the text" }</h2>
                <ul class="key">
                    <li><span class="z-direct">{ "words in marks" }</span>{ " direct" }</li>
                    <li><span class="z-indirect">{ "reported words" }</span>{ " indirect" }</li>
                    <li><span class="z-indirect z-in">{ "words within" }</span>{ " hearsay" }</li>
                    <li><span class="src">{ "name" }</span>{ " who says it" }</li>
                    <li><span class="cue">{ "said" }</span>{ " verb of saying" }</li>
                    <li><span class="z-why">{ "name" }</span>{ " why this speaker" }</li>
                    <li><span class="m">{ "name" }</span>{ " person, country, place, treaty" }</li>
                </ul>
            </section>
            <section class="facet">
                <h2>{ "Show" }</h2>
                <ul>
                    { switch("Quotations", layers.quotations, |layers, on| Layers { quotations: on, ..layers }) }
                    { switch("Mentions", layers.mentions, |layers, on| Layers { mentions: on, ..layers }) }
                    { switch("Margin notes", layers.notes, |layers, on| Layers { notes: on, ..layers }) }
                </ul>
            </section>
        </>
    }
}
