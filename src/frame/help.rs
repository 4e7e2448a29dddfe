//! The help: what the page does, and its keys.

use crate::markup::html;
use crate::state::Preferences;
use crate::ui::Dialog;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const KEYS: &[(&[&str], &str)] = &[
    (&["/"], "search"),
    (&["j", "k"], "next and previous quotation"),
    (&["Enter"], "open the evidence; again, the report"),
    (&["q", "w"], "quotes"),
    (&["g"], "graph"),
    (&["r"], "reader"),
    (&["←", "↑", "→", "↓"], "in the graph: move between things; Enter pins, again draws around it"),
    (&["+", "-", "0"], "in the graph: zoom in, out, show all"),
    (&["c"], "copy a citation of the chosen quotation"),
    (&["Esc"], "close, clear the search, let go of what is chosen"),
    (&["?"], "this sheet"),
];

const SEARCHES: &[(&str, &str)] = &[
    ("joint work", "both words, in any order, British or American spelling"),
    ("\"joint work\"", "just these words in this order"),
    ("missil", "the last word may be unfinished; elsewhere write missil*"),
    ("-treaty", "without this word"),
    ("speaker:name", "also side:, outlet:, kind:, about: and verb:, with a name or a part of one"),
];

/// The help sheet, with the switch of the single-letter keys.
pub fn help(preferences: &Preferences, on_close: Callback<()>) -> Html {
    let switch = preferences.set_letter_keys.reform(|event: Event| {
        event.target_dyn_into::<HtmlInputElement>().is_none_or(|input| input.checked())
    });
    html! {
        <Dialog title="Help and keys" {on_close}>
            <p>{ "Readout shows who said what, to whom and when, in reports about one affair, and how each outlet rendered it. It grades, it does not judge: it shows how sure it is and why. All that you see opens the sentence it comes from." }</p>
            <h3>{ "Keys" }</h3>
            <dl class="keys">{ for KEYS.iter().map(|(keys, what)| html! {
                <><dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt><dd>{ *what }</dd></>
            }) }</dl>
            <label class="switch">
                <input type="checkbox" checked={preferences.letter_keys} onchange={switch} />
                { "Single keys are commands" }
            </label>
            <h3>{ "Search" }</h3>
            <dl class="keys">{ for SEARCHES.iter().map(|(search, what)| html! {
                <><dt><kbd>{ *search }</kbd></dt><dd>{ *what }</dd></>
            }) }</dl>
            <h3>{ "Links" }</h3>
            <p>{ "The address bar holds all that you chose. Copy it, and someone else sees the same; Back undoes the last step." }</p>
        </Dialog>
    }
}
