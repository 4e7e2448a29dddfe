//! The line that says how far to trust the page.

use super::accuracy::{MEASURES, measures};
use crate::corpus::Reading;
use crate::markup::html;
use crate::ui::pressing;
use yew::prelude::*;

/// The footer, with the way to the panel that says how it was measured.
pub fn foot(reading: Reading, on_accuracy: &Callback<()>) -> Html {
    let measured = measures(MEASURES).next();
    let (name, by, column) = match reading {
        Reading::Preliminary => ("preliminary", "Read by rules; the learned model is on its way. ", 0),
        Reading::Rules => ("rules", "Read by rules: the learned model could not be loaded. ", 0),
        Reading::Model => ("model", "Read by a learned model and rules. ", 1),
    };
    html! {
        <footer class="foot" data-reading={name}>
            <span>
                { "Machine-extracted; check the source. " }
                { by }
                if let Some((name, values)) = measured { { format!("{name}: {}. ", values[column]) } }
                <button type="button" class="link" onclick={pressing(on_accuracy, ())}>{ "How it was measured" }</button>
            </span>
            <span>{ "Everything stays in this browser." }</span>
        </footer>
    }
}
