//! Trains and evaluates the attribution model.
//!
//! `readout-train evaluate TRAIN PARSE OUT [FOLD] [MORE]` trains on four fifths of the articles, predicts the
//! fifth held out (and the articles of MORE), and fits and tests the calibration on it.
//! `readout-train train TRAIN PARSE CALIBRATION ARTEFACT` trains on all of them and writes the artefact.

mod articles;
mod calibrate;
mod examples;
mod learner;
mod parser;
mod predict;
mod recipe;
mod teacher;

use articles::Article;
use readout_core::quote::model::frames::Model;
use readout_core::quote::model::reading::Reading;
use recipe::Recipe;
use std::io::{Error, Result};
use std::path::Path;

/// Articles are dealt out to so many folds by their number.
const FOLDS: usize = 5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["tokens", articles] => tokens(articles),
        ["evaluate", train, parse, out, ref rest @ ..] => evaluate(train, parse, out, rest),
        ["train", train, parse, calibration, artefact] => train_all(train, parse, calibration, artefact),
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

fn evaluate(train: &str, parse: &str, out: &str, rest: &[&str]) -> Result<()> {
    let articles = articles::read(Path::new(train))?;
    let parses = teacher::read(Path::new(parse))?;
    let fold = rest.first().and_then(|f| f.parse().ok()).unwrap_or(0);
    let held_out = |index: usize| index % FOLDS == fold;
    let recipe = Recipe::from_environment();
    let weights = recipe.train(&articles, &parses, &|index| !held_out(index));
    let model = weights.model();
    let held: Vec<&Article> =
        articles.iter().enumerate().filter(|(index, _)| held_out(*index)).map(|(_, a)| a).collect();
    let calibration = calibrate::fit_and_report(&held, &model);
    std::fs::write(format!("{out}.calibration"), calibration.0.map(|w| w.to_string()).join("\n"))?;
    let model = Model { calibration, ..model };
    std::fs::write(format!("{out}.bin"), model.write())?;
    std::fs::write(out, predict::lines(held.iter().copied(), &model))?;
    if let [_, more] = rest {
        let more = articles::read(Path::new(more))?;
        std::fs::write(format!("{out}.more"), predict::lines(more.iter(), &model))?;
    }
    for (name, value) in recipe::variants() {
        let mut model = model;
        recipe::vary(&mut model, &name, value);
        std::fs::write(format!("{out}.{name}={value}"), predict::lines(held.iter().copied(), &model))?;
    }
    Ok(())
}

fn train_all(train: &str, parse: &str, calibration: &str, artefact: &str) -> Result<()> {
    let articles = articles::read(Path::new(train))?;
    let parses = teacher::read(Path::new(parse))?;
    let weights = Recipe::from_environment().train(&articles, &parses, &|_| true);
    let calibration = calibrate::read(&std::fs::read_to_string(calibration)?);
    let model = Model { calibration, ..weights.model() };
    std::fs::write(artefact, model.write())
}

/// An article as the model sees it, heads and relations left out.
fn look_at(article: &Article) -> Reading {
    Reading::of(&article.document, &article.segmented)
}
