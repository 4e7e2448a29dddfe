//! The line that says how far to trust the page.

use super::accuracy::MEASURES;
use super::accuracy::measures;
use yew::prelude::*;

/// The footer, with the way to the panel that says how it was measured.
pub fn foot(on_accuracy: &Callback<()>) -> Html {
    let measured = measures(MEASURES).next();
    html! {
        <footer class="foot">
            <span>
                { "Machine-extracted; check the source. " }
                if let Some((name, [rules, _])) = measured { { format!("{name}: {rules}. ") } }
                <button type="button" class="link" onclick={on_accuracy.reform(|_| ())}>{ "How it was measured" }</button>
            </span>
            <span>{ "Everything stays in this browser." }</span>
        </footer>
    }
}
