//! What was read: the text, and the calls for what varies in it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// What a part of the text is, told by the character before it: the same as in the page's `src/markup.rs`.
pub const OPEN: char = '\u{1}';
pub const NAME: char = '\u{2}';
pub const VALUE: char = '\u{3}';
pub const STOP: char = '\u{4}';
pub const TEXT: char = '\u{5}';
pub const CLOSE: char = '\u{6}';

/// Markup in the making.
#[derive(Default)]
pub struct Tree {
    text: Vec<TokenStream>,
    calls: Vec<TokenStream>,
    /// A component and nothing else, which needs neither.
    component: Option<TokenStream>,
}

impl Tree {
    /// Adds to the text.
    pub fn write(&mut self, text: String) {
        let literal = Literal::string(&text);
        self.text.push(quote!(#literal));
    }

    /// Adds a literal of the source to the text.
    pub fn write_literal(&mut self, literal: &Literal) {
        self.text.push(quote!(#literal));
    }

    /// Has the text stop for a call.
    pub fn call(&mut self, method: &str, argument: &TokenStream) {
        let (markup, method) = (markup(), Ident::new(method, Span::call_site()));
        self.stop(quote!(#markup.#method(#argument);));
    }

    /// Has the text stop for a statement that ends in a call.
    pub fn stop(&mut self, statement: TokenStream) {
        self.write(STOP.to_string());
        self.calls.push(statement);
    }

    /// Adds a component, as Yew's macro draws it.
    pub fn component(&mut self, component: TokenStream) {
        let only = self.text.is_empty().then(|| component.clone());
        self.call("child", &component);
        self.component = only;
    }

    /// The expression that draws it.
    pub fn expression(&self) -> TokenStream {
        match &self.component {
            Some(component) if self.text.len() == 1 => return component.clone(),
            _ => {}
        }
        let (text, calls, markup) = (&self.text, &self.calls, markup());
        if text.is_empty() {
            return quote!(::yew::Html::default());
        }
        quote! {{
            let mut #markup = crate::markup::Markup::new(::core::concat!(#(#text),*));
            #(#calls)*
            #markup.done()
        }}
    }
}

/// The markup's name in the expansion, where no name of the source can be meant.
pub fn markup() -> Ident {
    Ident::new("markup", Span::mixed_site())
}
