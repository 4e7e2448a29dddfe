//! Who may take a stretch between marks: the frames nearby are asked, and the one that is chosen gets it.

use super::beside::Beside;
use super::confidence::Evidence;
use super::feature::Adding;
use super::frames::{FARTHEST, Frame};
use super::reading::Reading;
use super::taker::{ASKED, Candidate, Place};
use crate::span::TokenRange;

/// The frames that are asked for each stretch: those around cues, and those that only the rules found.
pub(super) struct Asking<'a> {
    reading: &'a Reading,
    frames: &'a [Frame],
    /// For each token whether some frame holds it, and the number of the rules' attribution that does, from 1.
    held: Vec<bool>,
    by_rule: Vec<u32>,
}

impl<'a> Asking<'a> {
    pub fn new(reading: &'a Reading, frames: &'a [Frame]) -> Self {
        let mut held = vec![false; reading.words.len()];
        frames.iter().for_each(|frame| claim(&mut held, frame));
        let mut by_rule = vec![0; reading.words.len()];
        for (number, rule) in (1..).zip(&reading.rules) {
            rule.content.iter().for_each(|range| by_rule[range.range()].fill(number));
        }
        Self { reading, frames, held, by_rule }
    }

    pub fn is_held(&self, stretch: TokenRange) -> bool {
        2 * self.held[stretch.range()].iter().filter(|held| **held).count() >= stretch.range().len()
    }

    /// Calls `answer` with no frame and with the number of each that may take the stretch, and with what is seen, added
    /// to `nothing`.
    pub fn each<A: Adding + Clone>(
        &self,
        stretch: TokenRange,
        nothing: &A,
        answer: &mut dyn FnMut(Option<usize>, A),
    ) {
        let after = self.frames.partition_point(|f| f.cue.is_some_and(|c| c.start < stretch.start));
        let mut near = after.saturating_sub(ASKED)..(after + ASKED).min(self.frames.len());
        let far = |index: usize| self.frames[index].cue.is_none_or(|cue| cue.end + FARTHEST < stretch.start);
        while near.start < after && far(near.start) {
            near.start += 1;
        }
        let far = |index: usize| self.frames[index].cue.is_none_or(|cue| cue.start > stretch.end + FARTHEST);
        while near.end > after && far(near.end - 1) {
            near.end -= 1;
        }
        let holds = |frame: &Frame| 2 * held_by(frame, stretch) >= stretch.len();
        let holders = self.frames[near.clone()].iter().filter(|f| holds(f)).count();
        let place = Place::new(self.reading, stretch, &self.by_rule);
        answer(None, place.look_at_none(holders > 0, nothing.clone()));
        for index in near {
            let frame = &self.frames[index];
            let held = holds(frame);
            let rank = if index < after { after - 1 - index } else { index - after } as u32;
            let elsewhere = holders > usize::from(held);
            let (margin, source) = with(frame, stretch);
            let candidate = Candidate { frame, source, margin, rank, holds: held, elsewhere };
            answer(Some(index), place.look(&candidate, nothing.clone()));
        }
    }
}

/// How much likelier than not the stretch is the frame's content by what stands around its cue, if it stands beside
/// it; and who said it then.
pub(super) fn with(frame: &Frame, stretch: TokenRange) -> (Option<f32>, Option<TokenRange>) {
    let beside = frame.beside.iter().flatten().find(|beside| beside.stretch == stretch);
    match beside {
        Some(Beside { margin, source: Some(source), .. }) => (Some(*margin), Some(*source)),
        Some(Beside { margin, .. }) => (Some(*margin), frame.source),
        None => (None, frame.source),
    }
}

/// Moves a stretch to a frame, unless another holds it together with other words.
pub(super) fn give(frames: &mut [Frame], taker: usize, stretch: TokenRange, reading: &Reading) {
    let held = 2 * held_by(&frames[taker], stretch) >= stretch.len();
    let near = taker.saturating_sub(2 * ASKED)..(taker + 2 * ASKED).min(frames.len());
    let meets = |range: &TokenRange| overlap(*range, stretch) > 0;
    let alone = |range: &TokenRange| range.start + 1 >= stretch.start && range.end <= stretch.end + 1;
    let joined = |f: &Frame| f.content.iter().any(|range| meets(range) && !alone(range));
    if !held && frames[near.clone()].iter().any(joined) {
        return;
    }
    for (index, frame) in frames.iter_mut().enumerate().take(near.end).skip(near.start) {
        if held && index == taker {
            continue;
        }
        let spans = frame.content.len();
        frame.content.retain(|range| !meets(range) || held && !alone(range));
        if index == taker {
            frame.source = with(frame, stretch).1;
            if let Some(source) = frame.source {
                frame.content.retain(|range| overlap(*range, source) == 0);
            }
            let at = frame.content.partition_point(|range| range.start < stretch.start);
            frame.content.insert(at, stretch);
        }
        if index == taker || frame.content.len() < spans {
            let Evidence { cue, source, distance, borders, .. } = frame.evidence;
            let borders = if spans == 0 { 0.0 } else { borders };
            frame.evidence = Evidence { cue, source, distance, borders, ..reading.evidence(&frame.content) };
        }
    }
}

pub(super) fn held_by(frame: &Frame, stretch: TokenRange) -> u32 {
    frame.content.iter().map(|range| overlap(*range, stretch)).sum()
}

/// Notes the tokens of a frame's content.
pub(super) fn claim(claimed: &mut [bool], frame: &Frame) {
    for range in &frame.content {
        claimed[range.range()].fill(true);
    }
}

/// How many tokens two ranges share.
pub(super) fn overlap(a: TokenRange, b: TokenRange) -> u32 {
    TokenRange::new(a.start.max(b.start), a.end.min(b.end)).len()
}
