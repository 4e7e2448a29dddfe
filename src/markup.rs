//! Draws what `html!` wrote: a text of all that never varies, which stops wherever something does. The program puts
//! that in, and the text goes on. A stop costs the page a call, where Yew's own `html!` takes code for each element.

use std::rc::Rc;

use web_sys::{Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent, PointerEvent};
use yew::{
    Html,
    html::{IntoEventCallback, NodeRef},
    virtual_dom::{AttrValue, Key, Listener, VList, VNode, VTag, VText},
};

pub use readout_markup::html;

/// An element's tag follows, which is open from here.
const OPEN: char = '\u{1}';
/// An attribute's name follows.
const NAME: char = '\u{2}';
/// The attribute's value follows.
const VALUE: char = '\u{3}';
/// Something that varies stands here.
const STOP: char = '\u{4}';
/// Words follow.
const TEXT: char = '\u{5}';
/// The last open element ends here.
const CLOSE: char = '\u{6}';

/// Nodes in the making.
pub struct Markup {
    rest: &'static str,
    /// The attribute whose value comes next.
    name: &'static str,
    /// The elements that are open, each with the number of nodes before its first child.
    open: Vec<(VTag, usize)>,
    nodes: Vec<Html>,
}

impl Markup {
    /// Draws up to the first stop.
    #[inline(never)]
    pub fn new(text: &'static str) -> Box<Self> {
        let mut markup = Box::new(Self { rest: text, name: "", open: Vec::new(), nodes: Vec::new() });
        markup.go_on();
        markup
    }

    /// What was drawn.
    #[expect(clippy::boxed_local, reason = "the caller has a pointer, and nothing to move")]
    #[inline(never)]
    pub fn done(mut self: Box<Self>) -> Html {
        gather(&mut self.nodes, 0)
    }

    fn go_on(&mut self) {
        let is_sign = |character| character <= CLOSE;
        let mut rest = self.rest.chars();
        while let Some(sign) = rest.next() {
            let after = rest.as_str();
            let (words, next) = after.split_at(after.find(is_sign).unwrap_or(after.len()));
            (self.rest, rest) = (next, next.chars());
            match sign {
                OPEN => self.open.push((VTag::new(words), self.nodes.len())),
                NAME => self.name = words,
                VALUE => self.set(AttrValue::Static(words)),
                TEXT => self.nodes.push(VText::new(words).into()),
                CLOSE => self.close(),
                STOP => return,
                _ => {}
            }
        }
    }

    fn close(&mut self) {
        if let Some((mut tag, first)) = self.open.pop() {
            if let (true, Some(children)) = (first < self.nodes.len(), tag.children_mut()) {
                *children = gather(&mut self.nodes, first);
            }
            self.nodes.push(tag.into());
        }
    }

    fn set(&mut self, value: AttrValue) {
        let name = self.name;
        self.change(|tag| tag.add_attribute(name, value));
    }

    fn change(&mut self, change: impl FnOnce(&mut VTag)) {
        if let Some((tag, _)) = self.open.last_mut() {
            change(tag);
        }
    }

    /// The attribute's value.
    #[inline(always)]
    pub fn attribute(&mut self, value: impl Value) {
        value.put(self);
    }

    #[inline(never)]
    fn put(&mut self, value: Option<AttrValue>) {
        if let Some(value) = value {
            self.set(value);
        }
        self.go_on();
    }

    /// The key by which a list knows the element.
    #[inline(always)]
    pub fn key(&mut self, key: impl Into<Key>) {
        self.put_key(key.into());
    }

    #[inline(never)]
    fn put_key(&mut self, key: Key) {
        self.change(|tag| tag.key = Some(key));
        self.go_on();
    }

    /// Where the page finds the element.
    #[inline(never)]
    pub fn node_ref(&mut self, node: NodeRef) {
        self.change(|tag| tag.node_ref = node);
        self.go_on();
    }

    /// What is typed into a field.
    #[inline(never)]
    pub fn value(&mut self, value: impl Into<AttrValue>) {
        let value = value.into();
        self.change(|tag| tag.set_value(value));
        self.go_on();
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.change(|tag| tag.set_checked(checked));
        self.go_on();
    }

    #[inline(never)]
    fn listen(&mut self, listener: Option<Rc<dyn Listener>>) {
        if let Some(listener) = listener {
            self.change(|tag| _ = tag.add_listener(listener));
        }
        self.go_on();
    }

    /// A node, or words.
    #[inline(always)]
    pub fn child(&mut self, child: impl Child) {
        child.put(self);
    }

    #[inline(never)]
    fn add(&mut self, node: Html) {
        self.nodes.push(node);
        self.go_on();
    }

    #[inline(never)]
    fn say(&mut self, words: AttrValue) {
        self.add(VText::new(words).into());
    }

    /// Nodes in a row.
    #[inline(always)]
    pub fn list(&mut self, nodes: impl IntoIterator<Item = Html>) {
        self.add_all(nodes.into_iter().collect());
    }

    #[inline(never)]
    fn add_all(&mut self, nodes: Vec<Html>) {
        self.add(VNode::VList(Rc::new(VList::with_children(nodes, None))));
    }

    /// Where something else is at times.
    #[inline(never)]
    pub fn nothing(&mut self) {
        self.add(Html::default());
    }
}

/// The nodes from the given one on, as one.
fn gather(nodes: &mut Vec<Html>, first: usize) -> Html {
    if first + 1 == nodes.len() {
        return nodes.pop().unwrap_or_default();
    }
    VNode::VList(Rc::new(VList::with_children(nodes.split_off(first), None)))
}

macro_rules! listeners {
    ($($name:ident: $event:ty,)*) => {
        impl Markup {$(
            /// What to do on the event.
            #[inline(never)]
            pub fn $name(&mut self, handler: impl IntoEventCallback<$event>) {
                let listener = handler.into_event_callback().map(yew::html::$name::Wrapper::new);
                self.listen(listener.map(|listener| Rc::new(listener) as Rc<dyn Listener>));
            }
        )*}
    };
}

listeners! {
    onclick: MouseEvent,
    onchange: Event,
    onclose: Event,
    oninput: InputEvent,
    onkeydown: KeyboardEvent,
    onblur: FocusEvent,
    onfocusin: FocusEvent,
    onfocusout: FocusEvent,
    onpointercancel: PointerEvent,
    onpointerdown: PointerEvent,
    onpointerleave: PointerEvent,
    onpointermove: PointerEvent,
    onpointerup: PointerEvent,
}

/// What an attribute can have for a value.
pub trait Value {
    /// Gives it to the attribute.
    fn put(self, markup: &mut Markup);
}

macro_rules! values {
    ($($kind:ty: |$value:ident, $markup:ident| $given:expr;)*) => {$(
        impl Value for $kind {
            #[inline(never)]
            fn put(self, $markup: &mut Markup) {
                let $value = self;
                $markup.put($given);
            }
        }
    )*};
}

values! {
    AttrValue: |value, markup| Some(value);
    &'static str: |value, markup| Some(AttrValue::Static(value));
    String: |value, markup| Some(value.into());
    // It is there, or not.
    bool: |there, markup| there.then_some(AttrValue::Static(markup.name));
    Classes: |classes, markup| (!classes.0.is_empty()).then(|| classes.0.into());
}

impl<T: Value> Value for Option<T> {
    #[inline(always)]
    fn put(self, markup: &mut Markup) {
        match self {
            Some(value) => value.put(markup),
            None => markup.put(None),
        }
    }
}

/// Words for `class`, written with `classes!`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classes(String);

/// What can be among [`Classes`].
pub trait Class {
    /// Adds it.
    fn join(self, classes: &mut Classes);
}

impl Classes {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Class for &str {
    #[inline(never)]
    fn join(self, Classes(words): &mut Classes) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(self);
    }
}

impl Class for String {
    #[inline(never)]
    fn join(self, classes: &mut Classes) {
        self.as_str().join(classes);
    }
}

impl Class for Classes {
    fn join(self, classes: &mut Self) {
        self.0.join(classes);
    }
}

impl<T: Class> Class for Option<T> {
    #[inline(always)]
    fn join(self, classes: &mut Classes) {
        if let Some(class) = self {
            class.join(classes);
        }
    }
}

/// Joins the classes that there are.
macro_rules! join_classes {
    ($($class:expr),* $(,)?) => {{
        let mut classes = $crate::markup::Classes::default();
        $($crate::markup::Class::join($class, &mut classes);)*
        classes
    }};
}
pub(crate) use join_classes as classes;

/// What can stand in an element.
pub trait Child {
    /// Sets it there.
    fn put(self, markup: &mut Markup);
}

impl Child for Html {
    #[inline(always)]
    fn put(self, markup: &mut Markup) {
        markup.add(self);
    }
}

macro_rules! children {
    ($($kind:ty: |$child:ident| $words:expr;)*) => {$(
        impl Child for $kind {
            #[inline(never)]
            fn put(self, markup: &mut Markup) {
                let $child = self;
                markup.say($words);
            }
        }
    )*};
}

children! {
    AttrValue: |words| words;
    &AttrValue: |words| words.clone();
    &str: |words| AttrValue::Rc(words.into());
    String: |words| words.into();
    u32: |number| number.to_string().into();
    usize: |number| number.to_string().into();
}

impl<T: Child> Child for Option<T> {
    #[inline(always)]
    fn put(self, markup: &mut Markup) {
        match self {
            Some(child) => child.put(markup),
            None => markup.nothing(),
        }
    }
}

#[cfg(test)]
mod tests {
    use yew::{BaseComponent, LocalServerRenderer};

    /// The same source for both macros. Yew puts the class last, so it stands last here.
    macro_rules! sample {
        () => {
            use yew::{Html, component, use_node_ref, virtual_dom::AttrValue};

            #[component]
            pub fn Sample() -> Html {
                let node = use_node_ref();
                let (title, none) = ("a \"title\"".to_owned(), None::<AttrValue>);
                let (seven, words) = (7_u32, Some(AttrValue::Static("<words>")));
                let press = |_: web_sys::MouseEvent| {};
                let row = |n: i32| html! { <li key={n}>{ n.to_string() }{ " of " }{ seven }</li> };
                html! {
                    <>
                    <ul ref={node} aria-label={title} id={none} class={classes!("side", None::<String>, Some("two"))}>
                        { for [1, 2].map(row) }
                        <li hidden={true} class={classes!(None::<&str>)}>{ words }</li>
                    </ul>
                    if seven > 7 { <b>{ "more" }</b> } else if seven == 7 { <i>{ "as many" }</i> } else { { "less" } }
                    if let Some(left) = seven.checked_sub(8) { <b>{ left }</b> }
                    <input type="checkbox" disabled={false} onclick={press} checked=true />
                    <input value="typed" />
                    <textarea readonly=true value={"long"} />
                    <svg viewBox="0 0 1 1"><path d="M0 0" /></svg>
                    <p /><p>{ "Café – “so”" }</p>
                    </>
                }
            }
        };
    }

    mod ours {
        use crate::markup::{classes, html};
        sample!();
    }

    mod yews {
        use yew::{classes, html};
        sample!();
    }

    fn drawn<T: BaseComponent<Properties = ()>>() -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let renderer = LocalServerRenderer::<T>::new().hydratable(false);
        runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render()))
    }

    #[test]
    fn draws_what_yews_own_macro_does() {
        let ours = drawn::<ours::Sample>();
        assert_eq!(ours, drawn::<yews::Sample>());
        assert!(ours.contains("2 of 7") && ours.contains("&lt;words&gt;"), "{ours}");
    }
}
