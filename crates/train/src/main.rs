//! Trains and evaluates the attribution model.
//!
//! `readout-train train TRAIN PARSE OUT [FOLDS]` trains on four fifths of the articles and reads the fifth held out,
//! for each of the folds ("0,3"; all where none is named); fits and tests the calibration on what was held out; prints
//! the figures and the classes of error; writes what was read to OUT and the mean of the weights to OUT.bin.
//! `readout-train judge ARTEFACT ARTICLES` prints the figures of an artefact on other articles.
//! `readout-train count TRAIN TAGS OUT` counts the rules' tables and writes them to the folder OUT.
//! `readout-train tokens ARTICLES` prints their tokens, for the teacher to parse.

mod articles;
mod calibrate;
mod chooser;
mod count;
mod examples;
mod learner;
mod parser;
mod predict;
mod recipe;
mod teacher;

use articles::Article;
use readout_core::quote::model::frames::Model;
use readout_core::quote::model::reading::Reading;

use readout_score::Record;
use recipe::{Recipe, Trained};
use std::io::{Error, Result};
use std::path::Path;

/// Articles are dealt out to so many folds by their number.
const FOLDS: usize = 5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["tokens", articles] => tokens(articles),
        ["count", train, tags, out] => {
            count::write(&articles::to_learn_from(Path::new(train))?, Path::new(tags), Path::new(out))
        }
        ["train", train, parse, out, ref folds @ ..] => {
            train_and_report(train, parse, out, folds.first().copied())
        }
        ["judge", artefact, articles] => judge(artefact, articles),
        _ => Err(Error::other("see the head of crates/train/src/main.rs")),
    }
}

/// Prints the tokens of all articles, for the teacher to parse.
fn tokens(path: &str) -> Result<()> {
    for article in articles::read(Path::new(path))? {
        let text = &article.document.text;
        let words: Vec<&str> = article.segmented.tokens.iter().map(|t| t.span.of(text)).collect();
        let starts: Vec<u32> = article.segmented.sentences.iter().map(|s| s.tokens.start).collect();
        println!("{}", serde_json::json!({"id": article.id, "words": words, "starts": starts}));
    }
    Ok(())
}

fn train_and_report(train: &str, parse: &str, out: &str, folds: Option<&str>) -> Result<()> {
    let articles = articles::to_learn_from(Path::new(train))?;
    let parses = teacher::read(Path::new(parse))?;
    let recipe = Recipe::from_environment();
    let folds: Vec<usize> = match folds {
        None => (0..FOLDS).collect(),
        Some(list) => list.split(',').filter_map(|fold| fold.parse().ok()).collect(),
    };
    let learn = |fold: usize| recipe.train(&articles, &parses, &move |index: usize| index % FOLDS != fold);
    let mut trained: Vec<Trained> = Vec::new();
    for pair in folds.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|fold| scope.spawn(move || learn(*fold))).collect();
            trained.extend(running.into_iter().filter_map(|thread| thread.join().ok()));
        });
    }
    let held = |fold: usize| articles.iter().skip(fold).step_by(FOLDS);
    let mut cases = Vec::new();
    for (fold, weights) in folds.iter().zip(&trained) {
        cases.extend(calibrate::cases(held(*fold), &weights.model()));
    }
    let calibration = calibrate::fit_and_report(&cases);
    let whole = recipe.mean(&trained, &articles, &parses);
    let whole = Model { calibration, ..whole.model() };
    std::fs::write(format!("{out}.bin"), whole.write())?;
    let gold = readout_score::read(&std::fs::read_to_string(train)?)?;
    let mut found = Vec::new();
    for (fold, weights) in folds.iter().zip(&trained) {
        found.extend(predict::records(held(*fold), &Model { calibration, ..weights.model() }));
    }
    let lines: std::result::Result<Vec<String>, _> = found.iter().map(serde_json::to_string).collect();
    std::fs::write(out, lines?.join("\n"))?;
    let there = |record: &&Record| found.iter().any(|f| f.id == record.id);
    let gold: Vec<Record> = gold.iter().filter(there).cloned().collect();
    print("held out", &gold, &found)?;
    Ok(())
}

/// Prints the figures of an artefact on articles that it has not seen.
fn judge(artefact: &str, articles: &str) -> Result<()> {
    let bytes = std::fs::read(artefact)?;
    let model = Model::read(&bytes).ok_or_else(|| Error::other("no model of this version"))?;
    let gold = readout_score::read(&std::fs::read_to_string(articles)?)?;
    let found = predict::records(articles::read(Path::new(articles))?.iter(), &model);
    print(articles, &gold, &found)
}

/// One line of the figures by which steps are chosen.
fn print(name: &str, gold: &[Record], found: &[Record]) -> Result<()> {
    let score = readout_score::score(gold, found).map_err(Error::other)?;
    let f1 = |name: &str| 100.0 * score.get(name).f1();
    println!(
        "{name}: cue {:.1}, source {:.1}, content {:.1}, all {:.1}, content tokens {:.1}, mixed {:.1}, \
         indirect {:.1}, found {:.1}, direct {:.1}, end to end {:.1}",
        f1("citron exact cue"),
        f1("citron exact source"),
        f1("citron exact content"),
        f1("citron exact all"),
        f1("token content"),
        f1("matched mixed"),
        f1("matched indirect"),
        f1("matched all"),
        f1("direct"),
        100.0 * score.end_to_end()
    );
    let counts = readout_score::counts(&readout_score::errors(gold, found));
    for (class, count) in readout_score::CLASSES.iter().zip(counts) {
        println!("    {class:45} {count:5}");
    }
    Ok(())
}

/// An article as the model sees it, heads and relations left out.
fn look_at(article: &Article) -> Reading {
    Reading::of(&article.document, &article.segmented)
}
