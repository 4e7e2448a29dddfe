//! What known words can be.

use super::{Counts, Endings, Shares, written};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

/// The words that open sentences without being names: set down once, not counted.
const PRESENT: &str = include_str!("../../../../core/data/tags/words.tsv");

const HEAD: &str = "\
# Tags that a word can have, with their shares in tenths (X: always); the words of them that open sentences without being
# names; the other words. Counted over automatically tagged news text; a word whose ending tells its tags as well has none here.
";

/// Past forms that end in no \"ed\" and are participles too.
const PAST_AND_PARTICIPLE: &str = "said told made found put set held heard left met kept brought thought sought paid \
                                   meant felt fought";

/// `data/tags/words.tsv`.
pub fn table(counts: &Counts, endings: &Endings) -> String {
    let columns = |line: &'static str| line.split('\t').nth(1).unwrap_or_default().split(' ');
    let common: HashSet<&str> =
        PRESENT.lines().filter(|l| !l.starts_with('#')).flat_map(columns).filter(|w| !w.is_empty()).collect();
    let mut rows: BTreeMap<String, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    let mut known: HashSet<&str> = HashSet::new();
    let mut words: Vec<(&str, &Shares)> = counts.words.iter().map(|(w, s)| (w.as_str(), s)).collect();
    words.sort_by_key(|(word, _)| *word);
    for (word, shares) in words {
        let signature = drawn_together(word, shares.clone()).signature(0.04);
        let told = matches!(signature.as_slice(), [(tag, _)] if *tag == endings.guess(word));
        if is_kept(word, shares) && !told {
            known.insert(word);
            let (openers, others) = rows.entry(written(&coarse(&signature))).or_default();
            if common.contains(word) { openers } else { others }.push(word);
        }
    }
    let mut untagged: Vec<&str> = common.into_iter().filter(|word| !known.contains(word)).collect();
    untagged.sort_unstable();
    rows.insert(String::new(), (untagged, Vec::new()));
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_cached_key(|(signature, (openers, others))| {
        let size = openers.len() + others.len();
        (signature.bytes().next(), std::cmp::Reverse(size), signature.clone())
    });
    let mut table = String::from(HEAD);
    for (signature, (openers, others)) in rows {
        let _ = writeln!(
            table,
            "{}",
            format!("{signature}\t{}\t{}", openers.join(" "), others.join(" ")).trim_end()
        );
    }
    table
}

/// Base and present, past and participle look alike: what was seen as the one lends a little to the other.
fn drawn_together(word: &str, mut shares: Shares) -> Shares {
    if super::teacher::is_auxiliary(word) {
        return shares;
    }
    if shares.of(b'B') + shares.of(b'V') > 0.0 {
        shares.add(b'V', 0.08 * shares.of(b'B'));
        shares.add(b'B', 0.1 * shares.of(b'V'));
    }
    let (past, participle) = (shares.of(b'T'), shares.of(b'K'));
    let alike = word.ends_with("ed") || PAST_AND_PARTICIPLE.split(' ').any(|form| form == word);
    if alike && past + participle > 0.0 {
        shares.add(b'T', 0.12 * participle);
        shares.add(b'K', 0.12 * past);
    }
    shares
}

/// Seen four times, and not a name more often than not.
fn is_kept(word: &str, shares: &Shares) -> bool {
    let shares = drawn_together(word, shares.clone());
    let all = shares.sum();
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | '.'))
        && all >= if word.contains('-') { 8.0 } else { 4.0 }
        && shares.of(b'E') / all <= 0.5
}

/// Shares in few steps, so that many words have the same.
fn coarse(signature: &[(u8, Option<u32>)]) -> Vec<(u8, Option<u32>)> {
    let step = |share: u32| match share {
        8.. => 9,
        6.. => 7,
        4.. => 5,
        2.. => 2,
        share => share,
    };
    signature.iter().map(|(tag, share)| (*tag, share.map(step))).collect()
}
