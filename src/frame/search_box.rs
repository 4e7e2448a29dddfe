//! The search box: finds as one types.

use crate::markup::html;
use crate::state::{Action, Dispatch};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The search box, and what stands in it.
pub fn search_box(dispatch: &Dispatch, text: &str) -> Html {
    let oninput = dispatch.reform(|event: InputEvent| {
        Action::Search(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let (filled, dispatch) = (!text.is_empty(), dispatch.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if filled => {
            event.prevent_default();
            dispatch.emit(Action::Search(String::new()));
        }
        "Escape" | "Enter" => {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let _ = input.blur();
            }
        }
        _ => {}
    });
    html! {
        <div class="search" role="search">
            <label class="vh" for="search">{ "Search quotations and reports" }</label>
            <input id="search" type="search" placeholder="Search, or speaker:name" autocomplete="off"
                spellcheck="false" enterkeyhint="search" value={text.to_owned()} {oninput} {onkeydown} />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </div>
    }
}
