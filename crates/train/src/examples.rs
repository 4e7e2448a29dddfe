//! From annotated articles to sequences to learn from.

use crate::articles::{Article, Attribution};
use crate::learner::Sequence;
use readout_core::quote::model::reading::Reading;
use readout_core::quote::model::seen::Seen;
use readout_core::quote::model::{cue, roles, stretch, window};
use readout_core::span::TokenRange;

/// One sequence a sentence: which tokens are cues.
pub fn cues(article: &Article, reading: &Reading, out: &mut Vec<Sequence>) {
    let mut marked = vec![0_u8; reading.words.len()];
    for attribution in &article.gold {
        marked[attribution.cue.range()].fill(1);
    }
    for sentence in &reading.sentences {
        let mut seen = Seen::default();
        cue::look(reading, *sentence, &mut seen);
        out.push(Sequence::new(&seen, &cue::TOPOLOGY, marked[sentence.range()].to_vec()));
    }
}

/// One sequence an attribution: the roles around its cue.
pub fn roles(article: &Article, reading: &Reading, out: &mut Vec<Sequence>) {
    let mut cues: Vec<TokenRange> = article.gold.iter().map(|a| a.cue).collect();
    cues.sort();
    for attribution in article.gold.iter().filter(|a| !a.cue.is_empty()) {
        let window = window::around(reading, attribution.cue);
        let mut seen = Seen::default();
        roles::look(reading, attribution.cue, &cues, window, &mut seen);
        out.push(Sequence::new(&seen, &roles::TOPOLOGY, role_path(attribution, window)));
    }
}

fn role_path(attribution: &Attribution, window: TokenRange) -> Vec<u8> {
    let mut state = 0;
    let path = (window.start..window.end).map(|at| {
        let behind = matches!(state, 1 | 2 | 4);
        state = if attribution.cue.contains(at) {
            if behind { 2 } else { 0 }
        } else if attribution.source.first().is_some_and(|s| s.contains(at)) && (!behind || state == 1) {
            1
        } else if attribution.content.iter().any(|c| c.contains(at)) {
            if behind { 4 } else { 3 }
        } else if behind {
            2
        } else {
            0
        };
        state
    });
    path.collect()
}

/// One decision a stretch between marks: whether half of its words are in some content.
pub fn stretches(article: &Article, reading: &Reading, out: &mut Vec<Sequence>) {
    for stretch in &reading.stretches {
        let words = |range: TokenRange| range.range().filter(|at| reading.words[*at].is_word()).count();
        let all = words(*stretch);
        if all == 0 {
            continue;
        }
        let shared =
            |c: &TokenRange| words(TokenRange::new(c.start.max(stretch.start), c.end.min(stretch.end)));
        let most =
            article.gold.iter().map(|a| a.content.iter().map(shared).sum::<usize>()).max().unwrap_or(0);
        let mut seen = Seen::default();
        stretch::look(reading, *stretch, &mut seen);
        out.push(Sequence::new(&seen, &stretch::TOPOLOGY, vec![u8::from(2 * most >= all)]));
    }
}
