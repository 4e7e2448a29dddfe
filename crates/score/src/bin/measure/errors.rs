//! The classes of error, on the thirty articles that the training leaves out: counts now, and those that were kept
//! before, so that the next step is chosen by the largest class and judged by it. Each place that is not right is
//! listed, without its text, which is not the project's to print.

use crate::Outcome;
use crate::program::{Program, Reading};
use crate::speakers::{ARTICLES, articles};
use readout_score::{CLASSES, Place, Record, counts, errors};
use std::fs;
use std::path::Path;

/// The classes that are no errors.
const RIGHT: [&str; 2] = ["in marks: right", "without marks: exact"];
const KEPT: &str = "crates/score/gold/errors.tsv";

/// Prints the places, then the counts beside those kept; with `update`, keeps them.
pub fn print(program: &Program, folder: &Path, update: bool) -> Outcome<()> {
    let gold: Vec<Record> = articles(folder)?.into_values().collect();
    if gold.is_empty() {
        return Ok(());
    }
    let mut counted = Vec::new();
    for reading in Reading::ALL {
        let places = errors(&gold, &program.extract(reading, Path::new(ARTICLES))?);
        list(reading, &places);
        counted.push(counts(&places));
    }
    let before = fs::read_to_string(KEPT).unwrap_or_default();
    let kept = |class: &str| before.lines().find_map(|line| line.strip_prefix(class)?.strip_prefix('\t'));
    println!("{:45} {:>12} {:>12}", "class of error (before)", "rules", "model");
    let mut lines = "# class\trules\tmodel\n".to_owned();
    for (at, class) in CLASSES.iter().enumerate() {
        let now: Vec<usize> = counted.iter().map(|counts| counts[at]).collect();
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

/// What is not right, a place a line: class, article, first code point.
fn list(reading: Reading, places: &[Place]) {
    println!("{}: class of error, article, code point", reading.name());
    let mut wrong: Vec<&Place> =
        places.iter().filter(|place| !RIGHT.contains(&CLASSES[place.class])).collect();
    wrong.sort_by_key(|place| place.class);
    for Place { class, id, start } in wrong {
        println!("{}\t{id}\t{start}", CLASSES[*class]);
    }
    println!();
}
