//! Scores predicted attributions against gold ones. All comparison is on tokens: a span stands for the tokens
//! that it touches, so that stray spaces at its edges don't matter.
//!
//! - **citron exact**: as BBC Citron's evaluation defines it. Cue: equal to some gold cue. Source, content:
//!   equal to that of a gold attribution whose cue overlaps. All: all three equal.
//! - **citron overlap**: tokens shared by each predicted and each gold attribution, over tokens predicted and
//!   tokens in gold. **token**: each role as a set of tokens of the document.
//! - **exact, no cue**: content (or source) equal to that of some gold attribution, the cue ignored.
//! - **matched**: attributions paired one to one, best first, where the contents' words have a Jaccard index
//!   of at least one half. Source, cue and speaker are judged on the pairs.
//! - **direct**: the unit is a stretch between double marks. It is a quotation when at least half of its words
//!   are in a content.

mod errors;
mod record;
mod tally;
mod tokens;

pub use errors::{CLASSES, Place, counts, errors};
pub use record::{Attribution, Record, read};
pub use tally::{Ratio, Score};
pub use tokens::{TokenSet, Tokens, kind_of, quoted_segments};

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;

const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];
const MATCH_AT: f64 = 0.5;

/// A prediction was made on another text than the gold annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherText {
    /// The document's name.
    pub id: String,
}

impl fmt::Display for OtherText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the prediction was made on another text", self.id)
    }
}

impl std::error::Error for OtherText {}

/// An attribution as tokens.
struct Loaded {
    roles: [TokenSet; 3],
    words: TokenSet,
    kind: String,
    speaker: Option<String>,
    mentions: Vec<TokenSet>,
    required: bool,
}

const CUE: usize = 0;
const SOURCE: usize = 1;
const CONTENT: usize = 2;
const ROLES: [&str; 3] = ["cue", "source", "content"];

/// Compares. A gold document without prediction counts as one where nothing was predicted.
///
/// # Errors
/// Where a prediction names the hash of another text.
pub fn score(gold: &[Record], predictions: &[Record]) -> Result<Score, OtherText> {
    let mut predicted: BTreeMap<&str, &Record> = predictions.iter().map(|d| (d.id.as_str(), d)).collect();
    let mut score = Score::default();
    for document in gold {
        let prediction = predicted.remove(document.id.as_str());
        score.count("documents".into(), 1);
        score.count("documents not predicted".into(), usize::from(prediction.is_none()));
        let wanted = prediction.and_then(|p| p.text_sha256.as_deref()).filter(|w| !w.is_empty());
        if wanted.is_some_and(|w| w != sha256(&document.text)) {
            return Err(OtherText { id: document.id.clone() });
        }
        let found = prediction.map(|p| p.attributions.as_slice()).unwrap_or_default();
        score_document(&mut score, document, found);
    }
    score.count("predictions for unknown documents".into(), predicted.len());
    Ok(score)
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn score_document(score: &mut Score, document: &Record, predicted: &[Attribution]) {
    let text: Vec<char> = document.text.chars().collect();
    let (tokens, segments) = (Tokens::new(&text), quoted_segments(&text));
    let quoted = tokens.words(&tokens.covered(&segments));
    let gold = load(&document.attributions, &tokens, &quoted);
    let predicted = load(predicted, &tokens, &quoted);
    score_exact(score, &predicted, &gold);
    score_overlap(score, &predicted, &gold);
    score_matched(score, &predicted, &gold);
    for segment in segments {
        let words = tokens.words(&tokens.covered(&[segment]));
        if !words.is_empty() {
            score_segment(score, &words, &predicted, &gold);
        }
    }
}

fn load(items: &[Attribution], tokens: &Tokens, quoted: &TokenSet) -> Vec<Loaded> {
    let covered = |spans: &Option<Vec<(usize, usize)>>| tokens.covered(spans.as_deref().unwrap_or_default());
    let load_one = |item: &Attribution| {
        let roles = [covered(&item.cue), covered(&item.source), covered(&item.content)];
        let words = tokens.words(&roles[CONTENT]);
        let kind = item.kind.clone().filter(|k| !k.is_empty());
        let mentions = item.source_mentions.iter().flatten().map(|span| tokens.covered(&[*span])).collect();
        Loaded {
            kind: kind.unwrap_or_else(|| kind_of(&words, quoted).to_owned()),
            words,
            roles,
            speaker: item.speaker.clone().filter(|s| !s.is_empty()),
            mentions,
            required: item.required.unwrap_or(true),
        }
    };
    items.iter().map(load_one).filter(|loaded| !loaded.roles[CONTENT].is_empty()).collect()
}

fn meet(a: &TokenSet, b: &TokenSet) -> bool {
    !a.is_disjoint(b)
}

fn shared(a: &TokenSet, b: &TokenSet) -> usize {
    a.intersection(b).count()
}

fn count_equal(
    ratio: &mut Ratio,
    predicted: &[&Loaded],
    gold: &[&Loaded],
    same: impl Fn(&Loaded, &Loaded) -> bool,
) {
    ratio.add(
        predicted.iter().filter(|p| gold.iter().any(|g| same(p, g))).count(),
        predicted.len(),
        gold.iter().filter(|g| predicted.iter().any(|p| same(p, g))).count(),
        gold.len(),
    );
}

fn score_exact(score: &mut Score, predicted: &[Loaded], gold: &[Loaded]) {
    let cues_meet = |p: &Loaded, g: &Loaded| meet(&p.roles[CUE], &g.roles[CUE]);
    let equal = |p: &Loaded, g: &Loaded, role: usize| p.roles[role] == g.roles[role];
    let (p, g): (Vec<_>, Vec<_>) = (predicted.iter().collect(), gold.iter().collect());
    count_equal(score.ratio("citron exact cue"), &p, &g, |p, g| equal(p, g, CUE) && !p.roles[CUE].is_empty());
    count_equal(score.ratio("citron exact source"), &p, &g, |p, g| cues_meet(p, g) && equal(p, g, SOURCE));
    count_equal(score.ratio("citron exact content"), &p, &g, |p, g| cues_meet(p, g) && equal(p, g, CONTENT));
    count_equal(score.ratio("citron exact all"), &p, &g, |p, g| {
        !p.roles[CUE].is_empty() && p.roles == g.roles
    });
}

fn score_overlap(score: &mut Score, predicted: &[Loaded], gold: &[Loaded]) {
    for (role, name) in ROLES.iter().enumerate() {
        let both: usize = predicted
            .iter()
            .map(|p| gold.iter().map(|g| shared(&p.roles[role], &g.roles[role])).sum::<usize>())
            .sum();
        let of_pred = predicted.iter().map(|p| p.roles[role].len()).sum();
        let of_gold = gold.iter().map(|g| g.roles[role].len()).sum();
        for label in [name, "all"] {
            score.ratio(&format!("citron overlap {label}")).add(both, of_pred, both, of_gold);
        }
        let union =
            |all: &[Loaded]| all.iter().flat_map(|a| a.roles[role].iter().copied()).collect::<TokenSet>();
        let (in_pred, in_gold) = (union(predicted), union(gold));
        let both = shared(&in_pred, &in_gold);
        score.ratio(&format!("token {name}")).add(both, in_pred.len(), both, in_gold.len());
    }
    let (p, g): (Vec<_>, Vec<_>) = (predicted.iter().collect(), gold.iter().collect());
    count_equal(score.ratio("exact, no cue: content"), &p, &g, |p, g| p.roles[CONTENT] == g.roles[CONTENT]);
    count_equal(score.ratio("exact, no cue: content words"), &p, &g, |p, g| p.words == g.words);
    let with_source = |all: &[&'_ Loaded]| -> Vec<usize> {
        all.iter().enumerate().filter(|(_, a)| !a.roles[SOURCE].is_empty()).map(|(i, _)| i).collect()
    };
    let p: Vec<_> = with_source(&p).into_iter().map(|i| &predicted[i]).collect();
    let g: Vec<_> = with_source(&g).into_iter().map(|i| &gold[i]).collect();
    count_equal(score.ratio("exact, no cue: source"), &p, &g, |p, g| {
        p.roles[SOURCE] == g.roles[SOURCE] && meet(&p.roles[CONTENT], &g.roles[CONTENT])
    });
}

/// Pairs (predicted, gold) by falling Jaccard index of the contents' words.
fn one_to_one(predicted: &[Loaded], gold: &[Loaded]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, p) in predicted.iter().enumerate() {
        for (j, g) in gold.iter().enumerate() {
            let both = shared(&p.words, &g.words);
            let jaccard = both as f64 / (p.words.len() + g.words.len() - both).max(1) as f64;
            if both > 0 && jaccard >= MATCH_AT {
                candidates.push((jaccard, j, i));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_p, mut used_g) = (TokenSet::new(), TokenSet::new());
    let mut pairs = Vec::new();
    for (_, j, i) in candidates {
        if !used_p.contains(&i) && !used_g.contains(&j) {
            used_p.insert(i);
            used_g.insert(j);
            pairs.push((i, j));
        }
    }
    pairs
}

fn score_matched(score: &mut Score, predicted: &[Loaded], gold: &[Loaded]) {
    let pairs = one_to_one(predicted, gold);
    let optional: TokenSet = pairs.iter().filter(|(_, g)| !gold[*g].required).map(|(p, _)| *p).collect();
    let pairs: Vec<(&Loaded, &Loaded)> =
        pairs.iter().filter(|(_, g)| gold[*g].required).map(|(p, g)| (&predicted[*p], &gold[*g])).collect();
    let judged: Vec<_> =
        predicted.iter().enumerate().filter(|(i, _)| !optional.contains(i)).map(|(_, p)| p).collect();
    let required: Vec<_> = gold.iter().filter(|g| g.required).collect();
    score.ratio("matched all").add(pairs.len(), judged.len(), pairs.len(), required.len());
    for kind in KINDS {
        score.ratio(&format!("matched {kind}")).add(
            pairs.iter().filter(|(p, _)| p.kind == kind).count(),
            judged.iter().filter(|p| p.kind == kind).count(),
            pairs.iter().filter(|(_, g)| g.kind == kind).count(),
            required.iter().filter(|g| g.kind == kind).count(),
        );
    }
    for (p, g) in pairs {
        for label in ["all", g.kind.as_str()] {
            judge_source(score, &format!("matched {label} source"), p, g);
            score.count(format!("matched {label} cue judged"), 1);
            score.count(
                format!("matched {label} cue overlap"),
                usize::from(meet(&p.roles[CUE], &g.roles[CUE])),
            );
        }
        judge_speaker(score, "speaker", p, g);
    }
}

/// The attribution whose contents hold most of the stretch, if they hold half of it.
fn covering<'a>(words: &TokenSet, attributions: &'a [Loaded]) -> Option<&'a Loaded> {
    let mut best: Option<(usize, &Loaded)> = None;
    for attribution in attributions {
        let held = shared(&attribution.roles[CONTENT], words);
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, attribution));
        }
    }
    best.filter(|(held, _)| 2 * held >= words.len()).map(|(_, a)| a)
}

fn score_segment(score: &mut Score, words: &TokenSet, predicted: &[Loaded], gold: &[Loaded]) {
    let (p, g) = (covering(words, predicted), covering(words, gold));
    let both = usize::from(p.is_some() && g.is_some());
    score.ratio("direct").add(both, usize::from(p.is_some()), both, usize::from(g.is_some()));
    if let (Some(p), Some(g)) = (p, g) {
        judge_source(score, "direct source", p, g);
        judge_speaker(score, "direct speaker", p, g);
    }
}

fn judge_source(score: &mut Score, prefix: &str, p: &Loaded, g: &Loaded) {
    if g.roles[SOURCE].is_empty() {
        return;
    }
    let overlap = meet(&p.roles[SOURCE], &g.roles[SOURCE]);
    let coreferent = overlap || g.mentions.iter().any(|m| meet(&p.roles[SOURCE], m));
    let exact = p.roles[SOURCE] == g.roles[SOURCE];
    for (part, hit) in [("judged", true), ("overlap", overlap), ("exact", exact), ("coref", coreferent)] {
        score.count(format!("{prefix} {part}"), usize::from(hit));
    }
}

fn judge_speaker(score: &mut Score, prefix: &str, p: &Loaded, g: &Loaded) {
    let Some(theirs) = g.speaker.as_deref().map(canonical) else { return };
    score.count(format!("{prefix} judged"), 1);
    let Some(ours) = p.speaker.as_deref().map(canonical) else { return };
    score.count(format!("{prefix} right"), usize::from(ours == theirs));
    let last = ours.split(' ').next_back() == theirs.split(' ').next_back();
    score.count(format!("{prefix} last word"), usize::from(last));
}

/// A name as names are compared: case, punctuation and a leading "the" don't matter.
#[must_use]
pub fn canonical(name: &str) -> String {
    let folded: String = name
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '_' || c.is_whitespace())
        .collect();
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    if words.len() > 1 && words.first() == Some(&"the") {
        words.remove(0);
    }
    words.join(" ")
}
