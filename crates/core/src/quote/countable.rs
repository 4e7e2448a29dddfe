//! What the rules' tables are counted from: every verb outside marks, as the rules read it, and where what it says
//! may end. For `crates/train`; no rule depends on it.

use super::cue::{self, Candidate};
use super::extent::Shape;
use super::judged::Feature;
use super::marks;
use super::reader::Reader;
use crate::document::{Document, Zone};
use crate::segment::Segmented;

/// A verb that may be a cue.
#[derive(Debug, Clone)]
pub struct Verb {
    /// Its token.
    pub head: u32,
    /// The name of its frame, as `data/frames.tsv` has it.
    pub frame: &'static str,
    /// The token of its particle.
    pub particle: Option<u32>,
    /// "was asked", "is expected".
    pub passive: bool,
    /// The first token of what may have been said.
    pub start: u32,
    /// The first token of its object.
    pub object: Option<u32>,
    /// What speaks for and against it, as `data/judge.tsv` has it.
    pub features: Vec<&'static str>,
    /// The shape of what it says, as `data/borders.tsv` has it.
    pub shape: &'static str,
    /// Where that may end, with what follows, as `data/borders.tsv` has it.
    pub borders: Vec<(u32, String)>,
}

/// All verbs of a document outside marks.
#[must_use]
pub fn verbs(document: &Document, segmented: &Segmented) -> Vec<Verb> {
    let reader = Reader::new(&document.text, segmented);
    let stretches = marks::stretches(segmented, &document.text);
    let (mut candidates, mut verbs) = (Vec::new(), Vec::new());
    for sentence in &segmented.sentences {
        let zone = document.blocks.get(sentence.block as usize).map(|block| block.zone);
        if zone.is_some_and(|zone| zone.is_read() && !matches!(zone, Zone::PullQuote | Zone::PullQuoteSource))
        {
            candidates.clear();
            cue::candidates(reader, sentence, &stretches, &mut candidates);
            verbs.extend(candidates.iter().map(|candidate| verb(reader, candidate, sentence.tokens.end)));
        }
    }
    verbs
}

fn verb(reader: Reader<'_>, candidate: &Candidate, end: u32) -> Verb {
    let complement = &candidate.complement;
    let borders = (complement.start + 1..end).filter_map(|at| reader.border(at, end)).map(|border| {
        let comma = if border.comma { "," } else { "" };
        (border.at, format!("{comma}{}", border.next.name()))
    });
    Verb {
        head: candidate.head,
        frame: complement.frame.name(),
        particle: complement.particle,
        passive: candidate.passive,
        start: complement.start,
        object: complement.object.map(|object| object.start),
        features: candidate.features(reader).map(Feature::name).collect(),
        shape: Shape::of(complement.frame).name(),
        borders: borders.collect(),
    }
}
