//! Panels over the page: dialogs in the middle, sheets over all of a phone.

use crate::hooks::{State, use_effect_with, use_node_ref, use_state_eq};
use crate::markup::html;
use crate::platform;
use yew::prelude::*;

/// What a view opens over itself where it has no room beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawer {
    /// Nothing.
    Closed,
    /// The filters.
    Filters,
    /// The sentences behind what is chosen.
    Evidence,
}

/// What is open; it closes for good where there is room for it beside.
#[hook]
pub fn use_drawer(narrow: bool, no_room_for_evidence: bool) -> State<Drawer> {
    let open = use_state_eq(|| Drawer::Closed);
    let fits = match *open {
        Drawer::Closed => false,
        Drawer::Filters => !narrow,
        Drawer::Evidence => !no_room_for_evidence,
    };
    let setter = open.setter();
    use_effect_with(fits, move |fits| {
        if *fits {
            setter.set(Drawer::Closed);
        }
    });
    open
}

/// What makes a dialog a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The words on the button that leads back.
    pub back: AttrValue,
    /// Whether it stands at the right end, where there is room for more than it.
    pub end: bool,
}

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading; a sheet has it for a screen reader alone.
    pub title: AttrValue,
    /// Whether it is a sheet.
    #[prop_or_default]
    pub sheet: Option<Sheet>,
    /// Called when it was closed.
    pub on_close: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A dialog; it is open as long as it is there. The browser keeps the focus inside.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            platform::dialog_open(&node);
            move || platform::dialog_close(&node)
        });
    }
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| platform::dialog_close(&node))
    };
    let title = &props.title;
    let (class, top) = match &props.sheet {
        Some(sheet) => (
            Some(if sheet.end { "sheet end" } else { "sheet" }),
            html! { <div class="sheet-top"><button type="button" onclick={close}>{ sheet.back.clone() }</button></div> },
        ),
        None => (
            None,
            html! {
                <div class="dialog-top">
                    <h2>{ title.clone() }</h2>
                    <button type="button" class="link" onclick={close}>{ "Close" }</button>
                </div>
            },
        ),
    };
    html! {
        <dialog ref={node} {class} aria-label={title.clone()} onclose={props.on_close.reform(|_| ())}>
            { top }
            { props.children.clone() }
        </dialog>
    }
}
