//! A parser's reading of the training articles, to learn heads and relations from.

use readout_core::quote::model::tag;
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
