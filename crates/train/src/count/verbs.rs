//! Verbs as the rules read them, and which of them people took for cues.

use crate::articles::Article;
use readout_core::quote::countable::{self, Verb};

/// One verb in one place.
#[derive(Debug)]
pub struct Seen {
    /// Dictionary form, with "+" for the passive.
    pub lemma: String,
    /// "for" of "called for"; empty where there is none.
    pub particle: String,
    pub frame: &'static str,
    pub features: Vec<&'static str>,
    pub is_cue: bool,
}

/// The verbs of an article. Of several verbs in one cue the last counts, the others not at all.
pub fn seen(article: &Article, lemma: impl Fn(&str) -> String) -> Vec<Seen> {
    let verbs = countable::verbs(&article.document, &article.segmented);
    let cue = cues(article);
    let mut last = vec![None; article.gold.len()];
    for (index, verb) in verbs.iter().enumerate() {
        if let Some(attribution) = cue[verb.head as usize] {
            last[attribution] = Some(index);
        }
    }
    let counts = |index: usize, verb: &Verb| cue[verb.head as usize].is_none_or(|a| last[a] == Some(index));
    let word = |at: u32| article.word(at).to_lowercase();
    let counted = verbs.iter().enumerate().filter(|(index, verb)| counts(*index, verb));
    counted
        .map(|(_, verb)| Seen {
            lemma: lemma(&word(verb.head)) + if verb.passive { "+" } else { "" },
            particle: verb.particle.map(word).unwrap_or_default(),
            frame: verb.frame,
            features: verb.features.clone(),
            is_cue: cue[verb.head as usize].is_some(),
        })
        .collect()
}

/// For each token the number of the attribution whose cue holds it.
pub fn cues(article: &Article) -> Vec<Option<usize>> {
    let mut held = vec![None; article.segmented.tokens.len()];
    for (number, attribution) in article.gold.iter().enumerate().rev() {
        for range in &attribution.whole_cue {
            held[range.range()].fill(Some(number));
        }
    }
    held
}
