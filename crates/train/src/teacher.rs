//! A parser's reading of the training articles, to learn heads and relations from.

use crate::articles::Article;
use readout_core::quote::model::tag;
use readout_core::span::Span;
use serde::Deserialize;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Heads and relations of one article's tokens; a root is its own head.
#[derive(Deserialize)]
pub struct Parse {
    id: String,
    pub heads: Vec<u32>,
    pub deps: Vec<String>,
}

/// By the article's id.
pub type Parses = HashMap<String, Parse>;

/// Reads a file of JSON Lines.
pub fn read(path: &Path) -> std::io::Result<Parses> {
    let mut parses = HashMap::new();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let parse: Parse = serde_json::from_str(&line?)?;
        parses.insert(parse.id.clone(), parse);
    }
    Ok(parses)
}

/// The number of the relation that the teacher calls so.
pub fn relation_number(name: &str) -> u32 {
    const OTHER: u32 = tag::RELATIONS.len() as u32 - 1;
    tag::RELATIONS.iter().position(|names| names.contains(&name)).map_or(OTHER, |at| at as u32)
}

/// Tags and dictionary forms of one article, for tokens as the teacher cuts them, in code points.
#[derive(Deserialize)]
pub struct Tagged {
    id: String,
    pub starts: Vec<u32>,
    pub ends: Vec<u32>,
    pub tags: Vec<String>,
    /// Whether the token opens a subordinate clause.
    pub marks: Vec<bool>,
    pub lemmas: Vec<String>,
}

impl Tagged {
    /// The letters of one of the teacher's tokens.
    pub fn word<'a>(&self, article: &'a Article, at: usize) -> &'a str {
        let byte = |point: u32| article.offsets.byte_of_code_point(point);
        Span::new(byte(self.starts[at]), byte(self.ends[at])).of(&article.document.text)
    }

    /// The first and the last of the teacher's tokens from `start` to `end`.
    pub fn around(&self, start: u32, end: u32) -> (usize, usize) {
        let first = self.starts.partition_point(|s| *s <= start).saturating_sub(1);
        let last = self.starts.partition_point(|s| *s < end).saturating_sub(1);
        (first, last.max(first))
    }
}

/// Reads a file of JSON Lines, by the articles' ids.
pub fn read_tags(path: &Path) -> std::io::Result<HashMap<String, Tagged>> {
    let mut all = HashMap::new();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let tagged: Tagged = serde_json::from_str(&line?)?;
        all.insert(tagged.id.clone(), tagged);
    }
    Ok(all)
}
