//! Where contents end, of the places where they could.

use super::rate::Rate;
use super::verbs::cues;
use crate::articles::{Article, Attribution};
use readout_core::quote::countable::{self, Verb};
use std::collections::BTreeMap;
use std::fmt::Write;

const HEAD: &str = "\
# How often a content ends where it could: shape of the content, what follows (\",\" after a comma), times it ended there / times
# such a place was met. Counted in news text.
";

/// Frames after which no content follows, or one in marks.
const LEFT_OUT: [&str; 4] = ["paren", "inv", "quote", "bare"];

/// `data/borders.tsv`.
pub fn table(articles: &[Article]) -> String {
    let mut rates: BTreeMap<(&str, String), Rate> = BTreeMap::new();
    for article in articles {
        let cue = cues(article);
        for verb in countable::verbs(&article.document, &article.segmented) {
            let gold = cue[verb.head as usize].and_then(|number| article.gold.get(number));
            if let Some(gold) = gold.filter(|_| !LEFT_OUT.contains(&verb.frame)) {
                count(verb, gold, &mut rates);
            }
        }
    }
    let mut table = String::from(HEAD);
    for ((shape, next), rate) in rates.iter().filter(|(_, rate)| rate.seen >= 3 || rate.hits > 0) {
        let _ = writeln!(table, "{shape}\t{next}\t{rate}");
    }
    table
}

/// Counts the places that the content passes, and the one where its first piece ends.
fn count(verb: Verb, gold: &Attribution, rates: &mut BTreeMap<(&str, String), Rate>) {
    let mut pieces = gold.content.clone();
    pieces.sort();
    let Some(first) = pieces.first().copied() else { return };
    if first.start != verb.start && Some(first.start) != verb.object {
        return;
    }
    let end =
        pieces.iter().fold(first.end, |end, piece| if piece.start <= end { end.max(piece.end) } else { end });
    for (at, next) in verb.borders.into_iter().filter(|(at, _)| *at > first.start && *at <= end) {
        rates.entry((verb.shape, next)).or_default().add(at == end);
    }
}
