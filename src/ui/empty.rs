//! Nothing found: what keeps the quotations out, and what each removal gives back.

use super::pressing;
use crate::corpus::CorpusRef;
use crate::markup::html;
use crate::state::{Action, AnswerRef, Dispatch};
use readout_core::query::Blocking;
use yew::prelude::*;

/// The empty state.
pub fn empty(corpus: &CorpusRef, dispatch: &Dispatch, answer: &AnswerRef) -> Html {
    if answer.total == 0 && answer.unsure.is_empty() {
        let reports = corpus.documents().len();
        return html! {
            <div class="why">
                <h2>{ "No quotations were found" }</h2>
                <p>{ format!("{reports} reports were read, and none of them gives anyone’s words in a way that the program knows. The reports themselves are in the reader.") }</p>
            </div>
        };
    }
    let ways = &answer.blocking;
    let best = ways.first().filter(|way| way.gives > 0);
    let several = ways.len() > 1;
    let lift = |way: &Blocking| pressing(dispatch, Action::Lift(way.blocker));
    let clear = pressing(dispatch, Action::ClearAll);
    html! {
        <>
            <div class="why">
                <h2>{ if several { "No quotation passes all of these together" } else { "No quotation passes this filter" } }</h2>
                if let Some(way) = best {
                    <p>{ "It is " }<b>{ way.label.clone() }</b>{ format!(" that leaves nothing. Without it there {}.", count(way.gives)) }</p>
                } else {
                    <p>{ "Taking away any one of them alone gives nothing back: more than one has to go." }</p>
                }
                <div class="ev-acts">
                    if let Some(way) = best {
                        <button type="button" class="btn primary" onclick={lift(way)}>{ format!("Remove {}", way.label) }</button>
                    }
                    <button type="button" class="btn" onclick={clear}>{ "Clear all filters" }</button>
                </div>
            </div>
            if several {
                <table class="ways">
                    <caption>{ "What taking away one of them would give back" }</caption>
                    <tbody>{ for ways.iter().map(|way| html! {
                        <tr key={way.label.clone()}>
                            <th scope="row">{ format!("Without {}", way.label) }</th>
                            <td class="n">{ way.gives }</td>
                            <td><button type="button" class="link" onclick={lift(way)} aria-label={format!("Remove {}", way.label)}>{ "Remove" }</button></td>
                        </tr>
                    }) }</tbody>
                </table>
            }
        </>
    }
}

fn count(gives: u32) -> String {
    if gives == 1 { "is 1 quotation".into() } else { format!("are {gives} quotations") }
}
