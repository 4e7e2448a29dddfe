//! Reports made of the words that the lists in `data/` know: bytes at random never spell one of them.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Between words and around them; spaces belong to it.
const MARKS: [&str; 24] = [
    ", ", ". ", ".\n", ".\n\n", "\n\n", "\r\n", ": ", "; ", " – ", " - ", "... ", "? ", " “", "” ", ",” ",
    ".”\n\n", " \"", "\" ", " ‘", "’ ", "’s ", " (", ") ", "-",
];
const NAMES: [&str; 10] =
    ["Ann Lee", "Lee", "Mr Lee", "Bo Chen", "Chen", "Lima", "NASA", "Tomas Araya", "Northern Oil", "X"];
const NUMBERS: [&str; 8] = ["2", "45", "1,200", "12.5", "2007", "3:15", "31 May 2007", "START-1"];
const CLOSED: [&str; 18] = [
    "he",
    "she",
    "they",
    "who",
    "it",
    "said",
    "says",
    "that",
    "the",
    "to",
    "of",
    "on",
    "with",
    "and",
    "by",
    "was",
    "had",
    "according to",
];

/// The lists, and what stands between their words.
fn lists() -> &'static [Vec<String>] {
    static LISTS: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let folders = ["words", "names", "page"].map(|name| data.join(name));
        let inside = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder of lists"));
        let mut files: Vec<_> = inside.map(|entry| entry.expect("a list").path()).collect();
        files.push(data.join("cues.tsv"));
        files.sort();
        let mut lists: Vec<Vec<String>> = files.iter().map(|file| words(file)).collect();
        for (list, weight) in [(&MARKS[..], 20), (&NAMES, 6), (&NUMBERS, 3), (&CLOSED, 10)] {
            let list: Vec<String> = list.iter().map(|word| (*word).to_owned()).collect();
            lists.extend(std::iter::repeat_n(list, weight));
        }
        lists
    })
}

/// The first words of each row.
fn words(file: &Path) -> Vec<String> {
    let list = fs::read_to_string(file).expect("a list");
    let rows = list.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    rows.filter_map(|row| row.split(['\t', '|']).next()).map(str::to_owned).collect()
}

/// A report: a headline in capitals, then one piece for each draw.
pub fn report(draws: &[u16]) -> String {
    let mut text = String::new();
    let headline = draws.first().map_or(0, |draw| usize::from(draw % 8)).min(draws.len());
    for (at, draw) in draws.iter().enumerate() {
        if at == headline {
            text.push_str("\n\n");
        }
        let lists = lists();
        let list = &lists[usize::from(*draw) % lists.len()];
        let piece = &list[usize::from(draw / 7) % list.len()];
        if text.ends_with(char::is_alphanumeric) && piece.starts_with(char::is_alphanumeric) {
            text.push(' ');
        }
        let mut letters = piece.chars();
        match letters.next() {
            Some(first) if at < headline || draw % 3 == 0 => {
                text.extend(first.to_uppercase());
                text.push_str(letters.as_str());
            }
            _ => text.push_str(piece),
        }
    }
    text
}
