//! The search box: finds as one types.

use crate::state::{Action, use_dispatch};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Props of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    /// What stands in it.
    pub text: AttrValue,
}

/// The search box.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let dispatch = use_dispatch();
    let oninput = dispatch.reform(|event: InputEvent| {
        Action::Search(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let filled = !props.text.is_empty();
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
                spellcheck="false" enterkeyhint="search" value={props.text.clone()} {oninput} {onkeydown} />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </div>
    }
}
