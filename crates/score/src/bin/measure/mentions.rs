//! The embedded reports' mentions by name. Which predicted entity stands for which annotated one is settled by
//! the mentions that they share; names are judged with the speakers.

use crate::gates::Measure;
use crate::program::Program;
use crate::seeds::{self, Mention, Report};
use crate::{Outcome, figure, percent};
use readout_score::canonical;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A predicted mention by name.
struct Predicted {
    document: String,
    entity: u64,
    name: String,
    start: usize,
    end: usize,
    words: String,
}

impl Predicted {
    fn read(row: &Value) -> Option<Predicted> {
        let judged = ["person", "country", "organisation", "place", "treaty"];
        let is = |field: &str, values: &[&str]| row[field].as_str().is_some_and(|v| values.contains(&v));
        let point = |at: usize| row["span"][at].as_u64().map(|point| point as usize);
        (is("form", &["name"]) && is("kind", &judged)).then_some(())?;
        Some(Predicted {
            document: row["document"].as_str()?.to_owned(),
            entity: row["entity_id"].as_u64()?,
            name: canonical(row["entity"].as_str()?),
            start: point(0)?,
            end: point(1)?,
            words: row["words"].as_str()?.to_owned(),
        })
    }

    fn overlaps(&self, gold: &Mention) -> bool {
        self.start < gold.end && gold.start < self.end
    }
}

pub fn measure(program: &Program, found: &mut Vec<Measure>, missed: &mut Vec<String>) -> Outcome<()> {
    let gold = seeds::gold()?;
    let predicted: Vec<Predicted> =
        program.mentions(Path::new("seeds"))?.iter().filter_map(Predicted::read).collect();
    let pairs = || {
        gold.documents.iter().flat_map(|report| {
            let here = predicted.iter().filter(|p| p.document == report.id());
            here.flat_map(|p| report.mentions.iter().filter(|m| p.overlaps(m)).map(move |m| (p, m)))
        })
    };
    let same = same_entities(pairs());
    let is_right = |p: &Predicted, m: &Mention| same.get(&p.entity) == Some(&m.entity.as_str());
    let known: BTreeSet<String> = gold.entities.values().map(|entity| canonical(&entity.name)).collect();

    let (mut right, mut wrong, mut hit, mut all) = (0, 0, 0, 0);
    for report in &gold.documents {
        let unjudged = unjudged(report)?;
        for p in predicted.iter().filter(|p| p.document == report.id()) {
            let over: Vec<&Mention> = report.mentions.iter().filter(|m| p.overlaps(m)).collect();
            let elsewhere = unjudged.iter().any(|(start, end)| *start <= p.start && p.end <= *end);
            if over.iter().any(|m| is_right(p, m)) {
                right += 1;
            } else if !over.is_empty() || (known.contains(&p.name) && !elsewhere) {
                wrong += 1;
                missed.push(format!("{} {} at {} is not {}", report.id(), p.words, p.start, p.name));
            }
        }
        for m in &report.mentions {
            all += 1;
            let here = predicted.iter().filter(|p| p.document == report.id() && p.overlaps(m));
            if here.into_iter().any(|p| is_right(p, m)) {
                hit += 1;
            } else {
                missed.push(format!("{} {} at {} not found as {}", report.id(), m.text, m.start, m.entity));
            }
        }
    }
    found.extend([
        figure("seeds-mentions-precision", percent(f64::from(right) / f64::from((right + wrong).max(1)))),
        figure("seeds-mentions-recall", percent(f64::from(hit) / f64::from(all.max(1)))),
    ]);
    Ok(())
}

/// For each predicted entity the annotated one, one to one, those with the most shared mentions first.
fn same_entities<'a>(pairs: impl Iterator<Item = (&'a Predicted, &'a Mention)>) -> BTreeMap<u64, &'a str> {
    let mut shared: BTreeMap<(u64, &str), usize> = BTreeMap::new();
    for (p, m) in pairs {
        *shared.entry((p.entity, m.entity.as_str())).or_default() += 1;
    }
    let mut by_count: Vec<_> = shared.into_iter().collect();
    by_count.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let mut same = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for ((entity, gold), _) in by_count {
        if !same.contains_key(&entity) && taken.insert(gold) {
            same.insert(entity, gold);
        }
    }
    same
}

/// The page's own furniture, where no mention is annotated.
fn unjudged(report: &Report) -> Outcome<Vec<(usize, usize)>> {
    let text = report.text()?;
    let places = report.header.iter().chain(&report.boilerplate).flat_map(|words| {
        let words: Vec<char> = words.chars().collect();
        let starts = (0..text.len()).filter(|at| text[*at..].starts_with(&words));
        starts.map(|start| (start, start + words.len())).collect::<Vec<_>>()
    });
    Ok(places.collect())
}
