//! The table of verbs, and of frames.

use super::lemmas::Lemmas;
use super::rate::{Rate, Rates};
use super::verbs::Seen;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The speech act of a verb: an act, then its verbs.
const ACTS: &str = include_str!("acts.txt");

const CUES: &str = "\
# Verbs, whether and how they attribute, counted in news text. Columns: lemma (\"+\": passive); class; forms that regular
# inflection does not give; times a cue / times seen; the same for each frame (see quote/frame.rs), after \"particle~\" where one follows.
";

/// A verb that was a cue less often has no frames, and no row where it was also seen less often.
const CUE_AT_LEAST: u32 = 2;
const SEEN_AT_LEAST: u32 = 12;

/// Rates by frame and particle.
type Frames<'a> = Rates<(&'a str, &'static str)>;

/// `data/cues.tsv`.
pub fn cues(seen: &[Seen], lemmas: &Lemmas) -> String {
    let mut voices: BTreeMap<&str, (Rate, Frames<'_>)> = BTreeMap::new();
    for verb in seen {
        let voice = voices.entry(&verb.lemma).or_insert_with(|| (Rate::default(), Rates::new()));
        voice.0.add(verb.is_cue);
        voice.1.add((&verb.particle, verb.frame), verb.is_cue);
    }
    let mut bases: Vec<&str> = voices.keys().map(|lemma| lemma.trim_end_matches('+')).collect();
    bases.sort_unstable();
    bases.dedup();
    let mut table = String::from(CUES);
    for base in bases.into_iter().filter(|b| b.chars().count() > 1 && b.chars().all(char::is_alphabetic)) {
        let passive = format!("{base}+");
        let rows = [base, passive.as_str()].map(|lemma| (lemma, voices.get(lemma)));
        let total =
            |of: fn(&Rate) -> u32| rows.iter().filter_map(|(_, v)| Some(of(&v.as_ref()?.0))).sum::<u32>();
        if total(|r| r.hits) < CUE_AT_LEAST && total(|r| r.seen) < SEEN_AT_LEAST {
            continue;
        }
        let irregular = irregular(base, lemmas);
        for (lemma, voice) in rows {
            let Some((rate, frames)) = voice else { continue };
            if lemma == passive && rate.hits == 0 && rate.seen < 3 {
                continue;
            }
            let frames = if rate.hits < CUE_AT_LEAST { String::new() } else { by_frame(frames) };
            let _ = writeln!(table, "{lemma}\t{}\t{irregular}\t{rate}\t{frames}", act(base));
        }
    }
    table
}

/// `data/frames.tsv`.
pub fn frames(seen: &[Seen]) -> String {
    let mut rates: BTreeMap<&str, Rate> = BTreeMap::new();
    seen.iter().for_each(|verb| rates.entry(verb.frame).or_default().add(verb.is_cue));
    let mut table = String::from("# How often a verb in this frame attributes, over all verbs.\n");
    for (frame, rate) in rates {
        let _ = writeln!(table, "{frame}\t{rate}");
    }
    table
}

/// The frames of one verb, the most frequent first; what was seen twice only if it was a cue, what was seen
/// once never.
fn by_frame(frames: &Frames<'_>) -> String {
    let mut rows = frames.rows.clone();
    rows.sort_by_key(|(_, rate)| std::cmp::Reverse(rate.seen));
    rows.retain(|(_, rate)| rate.seen >= 3 || rate.hits >= 1 && rate.seen == 2);
    let entry = |((particle, frame), rate): ((&str, &str), Rate)| {
        let tie = if particle.is_empty() { "" } else { "~" };
        format!("{particle}{tie}{frame}:{rate}")
    };
    rows.into_iter().map(entry).collect::<Vec<_>>().join(" ")
}

/// The forms that were met and that regular inflection does not give.
fn irregular(base: &str, lemmas: &Lemmas) -> String {
    let regular = readout_core::lexicon::verb_forms(base);
    let forms = lemmas.forms(base).into_iter();
    let forms = forms.filter(|f| f.chars().all(char::is_alphabetic));
    let other: Vec<&str> =
        forms.filter(|f| *f != base && !regular.iter().any(|r| r.as_str() == *f)).collect();
    other.join(",")
}

/// The speech act that a verb names; "-" where none is set down. Of two the later counts.
fn act(base: &str) -> &'static str {
    let rows = ACTS.lines().filter_map(|line| line.split_once(": ")).rev();
    rows.into_iter().find(|(_, verbs)| verbs.split(' ').any(|verb| verb == base)).map_or("-", |(act, _)| act)
}
