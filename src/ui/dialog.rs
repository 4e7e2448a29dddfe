//! Panels over the page: dialogs in the middle, sheets over all of a phone.

use crate::platform;
use yew::prelude::*;

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Called when it was closed.
    pub on_close: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A dialog; it is open as long as it is there.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_modal();
    let close = close(&node);
    html! {
        <dialog ref={node} aria-label={props.title.clone()} onclose={props.on_close.reform(|_| ())}>
            <div class="dialog-top">
                <h2>{ props.title.clone() }</h2>
                <button type="button" class="link" onclick={close}>{ "Close" }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}

/// Props of [`Sheet`].
#[derive(Properties, PartialEq)]
pub struct SheetProps {
    /// What it is, for a screen reader.
    pub label: AttrValue,
    /// The words on the button that leads back.
    pub back: AttrValue,
    /// Called when it was closed.
    pub on_close: Callback<()>,
    /// Whether it stands at the right end, where there is room for more than it.
    #[prop_or_default]
    pub end: bool,
    /// What stands in it.
    pub children: Html,
}

/// A sheet; it is open as long as it is there.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let node = use_modal();
    let close = close(&node);
    html! {
        <dialog ref={node} class={classes!("sheet", props.end.then_some("end"))} aria-label={props.label.clone()}
            onclose={props.on_close.reform(|_| ())}>
            <div class="sheet-top"><button type="button" onclick={close}>{ props.back.clone() }</button></div>
            { props.children.clone() }
        </dialog>
    }
}

#[hook]
fn use_modal() -> NodeRef {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            platform::dialog_open(&node);
            move || platform::dialog_close(&node)
        });
    }
    node
}

fn close(node: &NodeRef) -> Callback<MouseEvent> {
    let node = node.clone();
    Callback::from(move |_| platform::dialog_close(&node))
}
