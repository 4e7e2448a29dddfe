//! From tokens to a [`Tree`].

use std::iter::Peekable;

use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree, token_stream::IntoIter};
use quote::{ToTokens, quote, quote_spanned};

use crate::tree::{CLOSE, NAME, OPEN, TEXT, Tree, VALUE, markup};

type Input = Peekable<IntoIter>;

/// What is wrong, and where.
pub struct Error {
    place: Span,
    words: String,
}

impl Error {
    fn new<T>(place: Span, words: impl Into<String>) -> Result<T, Self> {
        Err(Self { place, words: words.into() })
    }

    /// The expression that tells the compiler of it.
    pub fn expression(&self) -> TokenStream {
        let words = &self.words;
        quote_spanned!(self.place=> ::core::compile_error!(#words))
    }
}

/// Reads all that stands in the macro.
pub fn all(input: TokenStream) -> Result<Tree, Error> {
    let mut tree = Tree::default();
    let mut input = input.into_iter().peekable();
    nodes(&mut input, &mut tree)?;
    match input.next() {
        None => Ok(tree),
        Some(token) => Error::new(token.span(), "this closes nothing that is open"),
    }
}

/// Reads nodes up to the end, or to a closing tag, of which `<` is taken.
fn nodes(input: &mut Input, tree: &mut Tree) -> Result<(), Error> {
    while let Some(token) = input.next() {
        match token {
            TokenTree::Punct(ref punct) if punct.as_char() == '<' => {
                if is_punct(input.peek(), '/') {
                    return Ok(());
                }
                tag(input, tree, token.span())?;
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => block(group.stream(), tree),
            TokenTree::Ident(ref word) if word == "if" => {
                let statement = condition(input, token.span())?;
                tree.stop(statement);
            }
            other => return Error::new(other.span(), "expected a tag, a block in braces or `if`"),
        }
    }
    Ok(())
}

/// `{ "words" }`, `{ for nodes }` or `{ node }`.
fn block(content: TokenStream, tree: &mut Tree) {
    if let Some(words) = literal(&content) {
        tree.write(TEXT.to_string());
        return tree.write_literal(&words);
    }
    let mut rest = content.clone().into_iter();
    match rest.next() {
        Some(TokenTree::Ident(word)) if word == "for" => tree.call("list", &rest.collect()),
        _ => tree.call("child", &content),
    }
}

/// `if … { nodes } else { nodes }`, from behind the `if`: a statement that adds what is to be seen, if only nothing.
fn condition(input: &mut Input, place: Span) -> Result<TokenStream, Error> {
    let mut asked = TokenStream::new();
    let shown = loop {
        match input.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                break all(group.stream())?.expression();
            }
            Some(token) => asked.extend([token]),
            None => return Error::new(place, "this `if` has no block in braces"),
        }
    };
    let markup = markup();
    let or = if matches!(input.peek(), Some(TokenTree::Ident(word)) if word == "else") {
        input.next();
        match input.next() {
            Some(TokenTree::Group(group)) => {
                let other = all(group.stream())?.expression();
                quote!({ #markup.child(#other); })
            }
            Some(TokenTree::Ident(word)) if word == "if" => condition(input, place)?,
            _ => return Error::new(place, "the `else` of this has no block in braces"),
        }
    } else {
        quote!({ #markup.nothing(); })
    };
    Ok(quote!(if #asked { #markup.child(#shown); } else #or))
}

/// A tag and all up to the one that closes it, from behind its `<`.
fn tag(input: &mut Input, tree: &mut Tree, place: Span) -> Result<(), Error> {
    if is_punct(input.peek(), '>') {
        input.next();
        nodes(input, tree)?;
        return closing(input, "", place);
    }
    match input.peek() {
        Some(TokenTree::Ident(word)) if word.to_string().starts_with(|c: char| c.is_uppercase()) => {
            component(input, tree, place)
        }
        _ => element(input, tree, place),
    }
}

fn element(input: &mut Input, tree: &mut Tree, place: Span) -> Result<(), Error> {
    let tag = name(input, place)?;
    tree.write(format!("{OPEN}{tag}"));
    while let Some(token) = input.peek().cloned() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                input.next();
                nodes(input, tree)?;
                closing(input, &tag, place)?;
                tree.write(CLOSE.to_string());
                return Ok(());
            }
            TokenTree::Punct(punct) if punct.as_char() == '/' => {
                input.next();
                input.next();
                tree.write(CLOSE.to_string());
                return Ok(());
            }
            TokenTree::Group(group) => {
                input.next();
                attribute(tree, &tag, &group.stream().to_string(), &group.stream());
            }
            _ => {
                let name = name(input, place)?;
                if !is_punct(input.peek(), '=') {
                    return Error::new(place, format!("{name} has no `=` and a value"));
                }
                input.next();
                let value = match input.next() {
                    Some(TokenTree::Group(group)) => group.stream(),
                    Some(token) => token.into(),
                    None => return Error::new(place, format!("{name} has no value")),
                };
                attribute(tree, &tag, &name, &value);
            }
        }
    }
    Error::new(place, format!("the tag of {tag} has no end"))
}

fn attribute(tree: &mut Tree, tag: &str, name: &str, value: &TokenStream) {
    // What a field holds is no attribute of it.
    let is_held = matches!(tag, "input" | "textarea") && matches!(name, "value" | "checked");
    if let (Some(value), false) = (literal(value), is_held) {
        tree.write(format!("{NAME}{name}{VALUE}"));
        return tree.write_literal(&value);
    }
    match name {
        "ref" => tree.call("node_ref", value),
        "key" => tree.call("key", value),
        _ if is_held => tree.call(name, value),
        event if event.starts_with("on") => tree.call(event, value),
        _ => {
            tree.write(format!("{NAME}{name}"));
            tree.call("attribute", value);
        }
    }
}

/// A component goes to Yew's macro as it stands; what is inside comes drawn.
fn component(input: &mut Input, tree: &mut Tree, place: Span) -> Result<(), Error> {
    let mut opening = quote_spanned!(place=> <);
    let mut depth = 0_usize;
    let closes_itself = loop {
        let Some(token) = input.next() else { return Error::new(place, "the tag has no end") };
        let sign = if let TokenTree::Punct(punct) = &token { punct.as_char() } else { ' ' };
        opening.extend([token]);
        match sign {
            '<' => depth += 1,
            '>' if depth == 0 => break false,
            '>' => depth -= 1,
            '/' => {
                opening.extend(input.next());
                break true;
            }
            _ => {}
        }
    };
    if closes_itself {
        tree.component(quote!(::yew::html! { #opening }));
        return Ok(());
    }
    let mut inner = Tree::default();
    nodes(input, &mut inner)?;
    let inner = inner.expression();
    let mut closing = quote!(<);
    let mut depth = 0_usize;
    loop {
        let Some(token) = input.next() else { return Error::new(place, "the component is not closed") };
        let sign = if let TokenTree::Punct(punct) = &token { punct.as_char() } else { ' ' };
        closing.extend([token]);
        match sign {
            '<' => depth += 1,
            '>' if depth == 0 => break,
            '>' => depth -= 1,
            _ => {}
        }
    }
    tree.component(quote!(::yew::html! { #opening { #inner } #closing }));
    Ok(())
}

/// `/name>`, the `<` being taken.
fn closing(input: &mut Input, tag: &str, place: Span) -> Result<(), Error> {
    let is_closed = is_punct(input.next().as_ref(), '/')
        && (tag.is_empty() || name(input, place)? == tag)
        && is_punct(input.next().as_ref(), '>');
    if is_closed { Ok(()) } else { Error::new(place, format!("this is not closed by </{tag}>")) }
}

/// A name as tags and attributes have it: words joined by hyphens.
fn name(input: &mut Input, place: Span) -> Result<String, Error> {
    let mut name = String::new();
    loop {
        match input.next() {
            Some(TokenTree::Ident(word)) => name.push_str(&word.to_string()),
            Some(token) => return Error::new(token.span(), "expected a name"),
            None => return Error::new(place, "the tag has no end"),
        }
        if !is_punct(input.peek(), '-') {
            return Ok(name);
        }
        input.next();
        name.push('-');
    }
}

/// The literal, if that is all.
fn literal(tokens: &TokenStream) -> Option<Literal> {
    let mut tokens = tokens.to_token_stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => Some(literal),
        _ => None,
    }
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}
