//! British and American spelling of one word.

use crate::order;
use std::borrow::Cow;
use std::sync::OnceLock;

/// The ending that both spellings of a word may differ in, after a stem of three letters or more.
const ENDINGS: [(&str, &str); 14] = [
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("isations", "izations"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("yses", "yzes"),
    ("yser", "yzer"),
    ("ysers", "yzers"),
    ("ysing", "yzing"),
];

/// The length of the longest ending.
const LONGEST: usize = "isations".len();

/// The one spelling that stands for both: as a rule the American one. Some results are no words ("promize");
/// they are never shown, and the same from whichever spelling they come.
pub(super) fn canonical(word: &str) -> Cow<'_, str> {
    respelled(word, &Table::shared().british, [*b"is", *b"ys"], |(british, american)| (british, american))
}

/// The other spelling of a canonical word, where there may be one.
pub(super) fn variant(canonical: &str) -> Option<String> {
    let american = &Table::shared().american;
    match respelled(canonical, american, [*b"iz", *b"yz"], |(british, american)| (american, british)) {
        Cow::Owned(variant) => Some(variant),
        Cow::Borrowed(_) => None,
    }
}

fn respelled<'a>(
    word: &'a str,
    rows: &[Row],
    endings_open: [[u8; 2]; 2],
    direct: impl Fn((&'static str, &'static str)) -> (&'static str, &'static str),
) -> Cow<'a, str> {
    let mut word = Cow::Borrowed(word);
    // No stem begins another one, so the last row that is not behind the word is the only candidate.
    let at = rows.partition_point(|row| row.from <= &*word);
    if let Some(row) = at.checked_sub(1).map(|at| rows[at])
        && let Some(ending) = word.strip_prefix(row.from)
        && (row.any_ending || ending.is_empty())
    {
        word = Cow::Owned(format!("{}{ending}", row.to));
    }
    let tail = &word.as_bytes()[word.len().saturating_sub(LONGEST)..];
    if !tail.windows(2).any(|pair| endings_open.iter().any(|opening| pair == opening)) {
        return word;
    }
    for (from, to) in ENDINGS.map(direct) {
        if let Some(stem) = word.strip_suffix(from).filter(|stem| stem.len() > 2) {
            return Cow::Owned(format!("{stem}{to}"));
        }
    }
    word
}

#[derive(Debug, Clone, Copy)]
struct Row {
    from: &'static str,
    to: &'static str,
    any_ending: bool,
}

/// The rows of `data/spelling.tsv`, sorted by either spelling.
struct Table {
    british: Vec<Row>,
    american: Vec<Row>,
}

impl Table {
    fn shared() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| {
            let lines = include_str!("../../data/spelling.tsv").lines().filter(|line| !line.starts_with('#'));
            let mut british: Vec<Row> = lines
                .filter_map(|line| {
                    let (from, to) = line.split_once('\t')?;
                    let any_ending = from.ends_with('*');
                    Some(Row { from: from.trim_end_matches('*'), to: to.trim_end_matches('*'), any_ending })
                })
                .collect();
            let mut american: Vec<Row> = british
                .iter()
                .map(|row| Row { from: row.to, to: row.from, any_ending: row.any_ending })
                .collect();
            order::sort_by_key(&mut british, |row| row.from);
            order::sort_by_key(&mut american, |row| row.from);
            Self { british, american }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_spellings_have_one_canonical_form() {
        let pairs = "defence defense|neutralise neutralize|neutralisation neutralization|programme program|\
                     colour color|colourful colorful|travelled traveled|travellers travelers|centre center|\
                     analysing analyzing|organisers organizers|grey gray|judgement judgment|labour labor";
        for pair in pairs.split('|') {
            let (british, american) = pair.trim().split_once(' ').unwrap();
            assert_eq!(canonical(british), canonical(american), "{pair}");
            assert_eq!(variant(&canonical(american)).as_deref(), Some(british), "{pair}");
        }
    }

    proptest! {
        #[test]
        fn a_canonical_word_stays_as_it_is(stem in "[a-z]{0,8}", row in any::<prop::sample::Index>(), end in "(is|iz|ys|yz|o|)(e|ed|ing|ation|r|)") {
            let row = row.get(&Table::shared().british);
            for word in [format!("{stem}{end}"), format!("{}{end}", row.from), format!("{}{end}", row.to)] {
                let once = canonical(&word).into_owned();
                prop_assert_eq!(&canonical(&once), &once);
            }
        }
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        for (one, other) in [("prise", "prize"), ("hour", "hor"), ("four", "for"), ("size", "sise")] {
            assert_ne!(canonical(one), canonical(other));
        }
    }

    #[test]
    fn no_stem_begins_another_row() {
        for rows in [&Table::shared().british, &Table::shared().american] {
            for pair in rows.windows(2) {
                let hidden = pair[0].any_ending && pair[1].from.starts_with(pair[0].from);
                assert!(!hidden && pair[0].from != pair[1].from, "{pair:?}");
            }
        }
    }
}
