//! `data/tags/words.tsv`: the words by the alphabet, and for each the number of what it can be.

use super::{Failure, File, front_coded, push_number, rows};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The tags of a row of the table, and whether the word is among those of it that open sentences.
type Kind<'a> = (&'a str, bool);

pub fn pack(table: &str) -> Result<Vec<File>, Failure> {
    let mut words: BTreeMap<&str, Kind> = BTreeMap::new();
    for row in rows(table) {
        for (column, opens) in row[1..].iter().zip([true, false]) {
            for word in column.split(' ').filter(|word| !word.is_empty()) {
                if words.insert(word, (row[0], opens)).is_some() {
                    return Err(format!("data/tags/words.tsv has {word:?} twice").into());
                }
            }
        }
    }
    let (kinds, numbers) = numbered(words.values().copied());
    let mut column = Vec::new();
    for kind in words.values() {
        push_number(&mut column, numbers[kind]);
    }
    let kinds: String =
        kinds.iter().map(|(tags, opens)| format!("{tags}{}\n", if *opens { "+" } else { "" })).collect();
    Ok(vec![
        ("words.front", front_coded(words.keys().copied())?.into_bytes()),
        ("words.kinds", column),
        ("kinds.txt", kinds.into_bytes()),
    ])
}

/// The kinds and their numbers: the more words a kind has, the lower.
fn numbered<'a>(all: impl Iterator<Item = Kind<'a>>) -> (Vec<Kind<'a>>, BTreeMap<Kind<'a>, usize>) {
    let mut sizes: BTreeMap<Kind, usize> = BTreeMap::new();
    all.for_each(|kind| *sizes.entry(kind).or_default() += 1);
    let mut kinds: Vec<Kind> = sizes.keys().copied().collect();
    kinds.sort_by_key(|kind| Reverse(sizes[kind]));
    let numbers = kinds.iter().copied().zip(0..).collect();
    (kinds, numbers)
}
