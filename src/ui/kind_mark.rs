//! Kinds of quotation: never a colour, only a rule and the word.

use crate::markup::{classes, html};
use readout_core::quote::Kind;
use yew::prelude::*;

/// Its name as a label.
#[must_use]
pub const fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "Direct",
        Kind::Mixed => "Mixed",
        Kind::Indirect => "Indirect",
        Kind::Pull => "Pull quote",
    }
}

/// A sample of the kind's rule, and its name.
pub fn kind_mark(kind: Kind) -> Html {
    html! {
        <span class={classes!("kind", format!("k-{}", kind.name()))}>{ kind_label(kind) }</span>
    }
}
