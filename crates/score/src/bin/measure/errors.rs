//! The classes of error, on the thirty articles that the training leaves out: counts now, and those that were kept
//! before, so that the next step is chosen by the largest class and judged by it.

use crate::Outcome;
use crate::program::{Program, Reading};
use crate::speakers::{ARTICLES, articles};
use readout_score::{CLASSES, Record, errors};
use std::fs;
use std::path::Path;

const KEPT: &str = "crates/score/gold/errors.tsv";

/// Prints the counts beside those kept; with `update`, keeps them.
pub fn print(program: &Program, folder: &Path, update: bool) -> Outcome<()> {
    let gold: Vec<Record> = articles(folder)?.into_values().collect();
    if gold.is_empty() {
        return Ok(());
    }
    let mut counts = Vec::new();
    for reading in Reading::ALL {
        counts.push(errors(&gold, &program.extract(reading, Path::new(ARTICLES))?));
    }
    let before = fs::read_to_string(KEPT).unwrap_or_default();
    let kept = |class: &str| before.lines().find_map(|line| line.strip_prefix(class)?.strip_prefix('\t'));
    println!("{:45} {:>12} {:>12}", "class of error (before)", "rules", "model");
    let mut lines = "# class\trules\tmodel\n".to_owned();
    for (at, class) in CLASSES.iter().enumerate() {
        let now: Vec<usize> = counts.iter().map(|counts| counts[at]).collect();
        let old: Vec<&str> = kept(class).unwrap_or_default().split('\t').collect();
        let cell = |reading: usize| format!("{} ({})", now[reading], old.get(reading).unwrap_or(&""));
        println!("{class:45} {:>12} {:>12}", cell(0), cell(1));
        lines.push_str(&format!("{class}\t{}\t{}\n", now[0], now[1]));
    }
    println!();
    if update {
        fs::write(KEPT, lines)?;
    }
    Ok(())
}
