//! Kinds of quotation: never a colour, only a rule and the word.

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

/// Props of [`KindMark`].
#[derive(Properties, PartialEq)]
pub struct KindMarkProps {
    /// The kind.
    pub kind: Kind,
}

/// A sample of the kind's rule, and its name.
#[component]
pub fn KindMark(props: &KindMarkProps) -> Html {
    html! {
        <span class={classes!("kind", format!("k-{}", props.kind.name()))}>{ kind_label(props.kind) }</span>
    }
}
