//! One concept a file: none too long, none a drawer for the rest, nothing left for later.

use super::Source;

/// Lines of code that one file may have, its tests left out; aim at fewer than 400.
const MOST_LINES: usize = 500;
/// Names that say nothing.
const DRAWERS: [&str; 5] = ["utils", "util", "helpers", "misc", "common"];
/// Words that mark unfinished work; in halves, so that they are not found here.
const UNFINISHED: [(&str, &str); 4] = [("TO", "DO"), ("FIX", "ME"), ("XX", "X:"), ("HACK", ":")];

pub fn check(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<String> {
    let path = source.path.display();
    let mut faults = Vec::new();
    if source.has_extension(&["rs", "mjs", "js", "css"]) {
        let code = source.text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        let lines = code.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{path}: {lines} lines are more than {MOST_LINES}: split it by concept"));
        }
        let stem = source.path.file_stem().unwrap_or_default();
        if DRAWERS.iter().any(|drawer| stem == *drawer) {
            faults.push(format!("{path}: name the concept"));
        }
    }
    for (number, line) in source.text.lines().enumerate() {
        if UNFINISHED.iter().any(|(a, b)| line.contains(&format!("{a}{b}"))) {
            faults.push(format!("{path}:{}: finish it or file it", number + 1));
        }
    }
    faults
}
