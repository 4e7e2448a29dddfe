//! Annotated articles: PolNeAR's texts and attributions as core's documents and tokens.

use readout_core::document::Document;
use readout_core::segment::Segmented;
use readout_core::span::{OffsetMap, Span, TokenRange};
use serde::Deserialize;
use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// One article as it stands in the file.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    attributions: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    source: Vec<[u32; 2]>,
    cue: Vec<[u32; 2]>,
    content: Vec<[u32; 2]>,
}

/// An attribution as people annotated it, in tokens.
#[derive(Debug, Clone)]
pub struct Attribution {
    pub source: Vec<TokenRange>,
    pub cue: TokenRange,
    /// The cue with what is set apart from its first words.
    pub whole_cue: Vec<TokenRange>,
    pub content: Vec<TokenRange>,
}

/// An article cut into tokens, with its attributions.
pub struct Article {
    pub id: String,
    pub document: Document,
    pub segmented: Segmented,
    pub gold: Vec<Attribution>,
    pub offsets: OffsetMap,
}

impl Article {
    /// The letters of a token.
    pub fn word(&self, at: u32) -> &str {
        self.segmented.tokens.get(at as usize).map_or("", |token| token.span.of(&self.document.text))
    }
}

/// The articles whose speakers were annotated by hand: they measure, and are never learned from. Their ids open the
/// lines.
const KEPT_APART: &str = include_str!("../../score/gold/speakers.tsv");

/// Reads the articles that may be learned from.
pub fn to_learn_from(path: &Path) -> std::io::Result<Vec<Article>> {
    let mut articles = read(path)?;
    let apart: HashSet<&str> = KEPT_APART.lines().filter_map(|line| line.split('\t').next()).collect();
    articles.retain(|article| !apart.contains(article.id.as_str()));
    Ok(articles)
}

/// Reads all articles of a file of JSON Lines.
pub fn read(path: &Path) -> std::io::Result<Vec<Article>> {
    let mut articles = Vec::new();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let line = line?;
        if !line.trim().is_empty() {
            articles.push(of_line(&line)?);
        }
    }
    Ok(articles)
}

/// Reads one article.
pub fn of_line(line: &str) -> std::io::Result<Article> {
    let record: Record = serde_json::from_str(line)?;
    let offsets = OffsetMap::new(&record.text);
    let (document, _) = readout_core::ingest::read(&record.id, record.text.as_bytes());
    assert_eq!(document.text, record.text, "{}", record.id);
    let segmented = Segmented::new(&document);
    let range = |[start, end]: [u32; 2]| {
        segmented.tokens_in(Span::new(offsets.byte_of_code_point(start), offsets.byte_of_code_point(end)))
    };
    let gold = record
        .attributions
        .into_iter()
        .map(|gold| Attribution {
            source: gold.source.into_iter().map(range).collect(),
            cue: range(gold.cue[0]),
            whole_cue: gold.cue.into_iter().map(range).collect(),
            content: gold.content.into_iter().map(range).collect(),
        })
        .collect();
    Ok(Article { id: record.id, document, gold, offsets, segmented })
}
