//! The line that says how far to trust the page.

use super::accuracy::MEASURES;
use super::accuracy::measures;
use yew::prelude::*;

/// Props of [`Foot`].
#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// Opens the panel that says how it was measured.
    pub on_accuracy: Callback<()>,
}

/// The footer.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let measured = measures(MEASURES).next();
    html! {
        <footer class="foot">
            <span>
                { "Machine-extracted; check the source. " }
                if let Some((name, value)) = measured { { format!("{name}: {value}. ") } }
                <button type="button" class="link" onclick={props.on_accuracy.reform(|_| ())}>{ "How it was measured" }</button>
            </span>
            <span>{ "Everything stays in this browser." }</span>
        </footer>
    }
}
