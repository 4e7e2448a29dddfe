//! Where each token of a window stands by its cue: what lies between them, and how the one governs the other.

use super::reading::{Reading, Rule};
use super::tag;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// What lies between a token and the cue.
#[derive(Debug, Default, Clone, Copy)]
pub struct Place {
    /// 0 before the cue, 1 after it.
    pub side: u32,
    /// In tokens.
    pub distance: u32,
    pub commas: u32,
    pub verbs: u32,
    pub stretches: u32,
    pub sentences: u32,
    pub conjunctions: u32,
    pub cues: u32,
    /// The relation by which it hangs on the cue or its governor.
    pub path: u32,
    /// How many steps up that is.
    pub climbed: u32,
    /// Which governs it: the cue (0), a governor of the cue (1 to 4), neither (9).
    pub owner: u32,
    /// Role by the rules: 0 they say nothing, 1 source, 2 content, 3 neither, 4 the cue itself.
    pub rule: u32,
}

/// Counts what lies between each token and the cue, walking away from it on both sides.
pub fn places(reading: &Reading, cue: TokenRange, cues: &[TokenRange], window: TokenRange) -> Vec<Place> {
    let mut places = vec![Place::default(); window.len() as usize];
    let home = &reading.words[cue.start as usize];
    let first = cues.partition_point(|c| c.end <= window.start);
    let mut is_cue = vec![false; window.len() as usize];
    for other in cues[first..].iter().take_while(|c| c.start < window.end) {
        if other.start >= cue.end || other.end <= cue.start {
            is_cue[(other.start.max(window.start) - window.start) as usize] = true;
        }
    }
    let ancestors = lineage(reading, cue);
    rule_roles(reading, cue, window, &mut places);
    for side in 0..2 {
        let mut place = Place { side, ..Place::default() };
        let mut before = home;
        let tokens: &mut dyn Iterator<Item = u32> =
            if side == 0 { &mut (window.start..cue.start).rev() } else { &mut (cue.end..window.end) };
        for at in tokens {
            let word = &reading.words[at as usize];
            place.distance += 1;
            if before.sentence != word.sentence {
                place.sentences += 1;
            }
            if before.stretch != word.stretch {
                place.stretches += 1;
            }
            let index = (at - window.start) as usize;
            let mut here = Place { rule: places[index].rule, ..place };
            (here.owner, here.path, here.climbed) = climb(reading, at, cue, &ancestors);
            places[index] = here;
            place.commas += u32::from(word.form == TokenKind::Comma as u32 + 100);
            place.verbs += u32::from(tag::is_verb(word.tag));
            place.conjunctions += u32::from(word.tag == tag::number(Tag::Conjunction));
            place.cues += u32::from(is_cue[index]);
            before = word;
        }
    }
    places
}

/// What the rules found around the same cue.
fn rule_roles(reading: &Reading, cue: TokenRange, window: TokenRange, places: &mut [Place]) {
    let number = reading.words[cue.range()].iter().map(|word| word.rule).max().unwrap_or_default();
    let Some(Rule { source, content, .. }) =
        (number as usize).checked_sub(1).and_then(|at| reading.rules.get(at))
    else {
        return;
    };
    places.iter_mut().for_each(|place| place.rule = 3);
    let ranges = content.iter().map(|range| (range, 2)).chain(source.iter().map(|range| (range, 1)));
    for (range, role) in ranges.chain([(&cue, 4)]) {
        let start = range.start.clamp(window.start, window.end) - window.start;
        let end = range.end.clamp(window.start, window.end) - window.start;
        places[start as usize..end as usize].iter_mut().for_each(|place| place.rule = role);
    }
}

/// The cue's governors: the head of the first token governed from outside, its head, and so on.
fn lineage(reading: &Reading, cue: TokenRange) -> [u32; 4] {
    let mut found = [u32::MAX; 4];
    let mut at = (cue.start..cue.end)
        .find(|i| !cue.contains(reading.words[*i as usize].head) || reading.words[*i as usize].head == *i)
        .unwrap_or(cue.start);
    for slot in &mut found {
        let head = reading.words[at as usize].head;
        if head == at || cue.contains(head) {
            break;
        }
        *slot = head;
        at = head;
    }
    found
}

/// Which of the cue (0) and its governors (1 to 4) governs the token, by what relation, how far up.
fn climb(reading: &Reading, mut at: u32, cue: TokenRange, ancestors: &[u32; 4]) -> (u32, u32, u32) {
    if let Some(k) = ancestors.iter().position(|a| *a == at) {
        return (k as u32 + 1, 60, 0);
    }
    for steps in 0..16 {
        let word = &reading.words[at as usize];
        if cue.contains(word.head) {
            return (0, word.relation, steps);
        }
        if word.head == at {
            break;
        }
        if let Some(k) = ancestors.iter().position(|a| *a == word.head) {
            return (k as u32 + 1, word.relation, steps);
        }
        at = word.head;
    }
    (9, 61, 0)
}
