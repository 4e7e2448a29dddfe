//! As much of HTML as the page that Trunk writes needs: tags, and elements whose content is raw text.

use std::fmt;

use anyhow::{Context, Result};

/// The page as a row of pieces. Nothing is lost: printing them gives the input again.
pub struct Document {
    pieces: Vec<Piece>,
}

pub enum Piece {
    /// Text, comments, and tags that nobody asks about.
    Text(String),
    /// `<link …>` or `<meta …>`.
    Tag(String),
    /// `<script …>` or `<style …>` with its content.
    Raw { tag: String, name: &'static str, content: String },
}

const VOID: [&str; 2] = ["link", "meta"];
const RAW: [&str; 2] = ["script", "style"];

impl Document {
    pub fn parse(mut html: &str) -> Result<Document> {
        let mut pieces = Vec::new();
        while let Some((at, name)) = next_tag(html) {
            let (before, rest) = html.split_at(at);
            pieces.push(Piece::Text(before.to_owned()));
            if name == "!--" {
                let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
                pieces.push(Piece::Text(rest[..end].to_owned()));
                html = &rest[end..];
                continue;
            }
            let end = tag_end(rest).with_context(|| format!("<{name} is never closed"))?;
            let (tag, rest) = rest.split_at(end);
            if VOID.contains(&name) {
                pieces.push(Piece::Tag(tag.to_owned()));
                html = rest;
            } else {
                let close = format!("</{name}>");
                let (content, after) =
                    rest.split_once(&close).with_context(|| format!("<{name}> has no {close}"))?;
                pieces.push(Piece::Raw { tag: tag.to_owned(), name, content: content.to_owned() });
                html = after;
            }
        }
        pieces.push(Piece::Text(html.to_owned()));
        Ok(Document { pieces })
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    pub fn pieces_mut(&mut self) -> &mut [Piece] {
        &mut self.pieces
    }

    pub fn from_pieces(pieces: Vec<Piece>) -> Document {
        Document { pieces }
    }

    /// Puts a piece before `</body>`, or at the end where minifying dropped that.
    pub fn append_to_body(&mut self, piece: Piece) {
        let close =
            self.pieces.iter().rposition(|piece| matches!(piece, Piece::Text(t) if t.contains("</body>")));
        let Some(at) = close else {
            self.pieces.push(piece);
            return;
        };
        if let Piece::Text(text) = &mut self.pieces[at] {
            let cut = text.find("</body>").unwrap_or(text.len());
            let tail = text.split_off(cut);
            self.pieces.splice(at + 1..at + 1, [piece, Piece::Text(tail)]);
        }
    }

    /// Puts a piece right after `<meta charset>`, before everything that it may govern.
    pub fn insert_first(&mut self, piece: Piece) -> Result<()> {
        let is_charset = |piece: &Piece| piece.attribute("charset").is_some();
        let at = self.pieces.iter().position(is_charset).context("the page has no <meta charset>")?;
        self.pieces.insert(at + 1, piece);
        Ok(())
    }
}

impl Piece {
    pub fn script(attributes: &str, content: &str) -> Piece {
        let tag = format!("<script{}{attributes}>", if attributes.is_empty() { "" } else { " " });
        Piece::Raw { tag, name: "script", content: content.to_owned() }
    }

    pub fn style(content: String) -> Piece {
        Piece::Raw { tag: "<style>".to_owned(), name: "style", content }
    }

    /// An attribute of the piece's tag.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        match self {
            Piece::Text(_) => None,
            Piece::Tag(tag) | Piece::Raw { tag, .. } => attribute(tag, name),
        }
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) | Piece::Tag(text) => f.write_str(text),
            Piece::Raw { tag, name, content } => write!(f, "{tag}{content}</{name}>"),
        })
    }
}

fn next_tag(html: &str) -> Option<(usize, &'static str)> {
    html.match_indices('<').find_map(|(at, _)| {
        let inside = &html[at + 1..];
        let is = |name: &&&str| {
            inside
                .strip_prefix(**name)
                .is_some_and(|rest| **name == "!--" || rest.starts_with([' ', '>', '\n']))
        };
        let name = VOID.iter().chain(&RAW).chain(&["!--"]).find(is)?;
        Some((at, *name))
    })
}

/// Just after the tag's `>`, minding those in quoted values.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at + 1),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), _) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// `name="value"`, `name='value'`, `name=value` or `name`.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>');
    rest = &rest[rest.find(char::is_whitespace)?..];
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (found, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote)?,
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            },
        };
        if found == name {
            return Some(value);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><meta charset=utf-8><!-- <link rel=no> --><link rel='icon' href=\"a>b\">\
        <style>b > i {}</style><p>1 < 2</p><script type=module async>if (a < b) {}</script></body>";

    #[test]
    fn printing_gives_the_input_again() {
        assert_eq!(Document::parse(PAGE).unwrap().to_string(), PAGE);
    }

    #[test]
    fn attributes_in_all_spellings() {
        let page = Document::parse(PAGE).unwrap();
        let all = |name| page.pieces().iter().filter_map(|p| p.attribute(name)).collect::<Vec<_>>();
        assert_eq!(all("charset"), ["utf-8"]);
        assert_eq!(all("rel"), ["icon"]);
        assert_eq!(all("href"), ["a>b"]);
        assert_eq!(all("async"), [""]);
    }

    #[test]
    fn additions_go_where_they_belong() {
        let mut page = Document::parse("<meta charset=utf-8><title>t</title><body>x</body>").unwrap();
        page.append_to_body(Piece::script("", "1"));
        page.insert_first(Piece::style("b{}".to_owned())).unwrap();
        assert_eq!(
            page.to_string(),
            "<meta charset=utf-8><style>b{}</style><title>t</title><body>x<script>1</script></body>"
        );
    }
}
