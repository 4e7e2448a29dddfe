//! The stretches between marks beside a cue: how much likelier each is than not to be its content, and who would
//! have said it.

use super::chain::Scores;
use super::reading::Reading;
use super::roles::{self, TOPOLOGY};
use crate::span::TokenRange;

/// What a frame would be with a stretch beside its cue as its content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// The stretch, marks counted.
    pub stretch: TokenRange,
    /// By how much the best reading with it earns more than the best without.
    pub margin: f32,
    /// The source in the best reading with it.
    pub source: Option<TokenRange>,
}

/// The states of a token outside a content.
const OTHER_STATES: u8 = 0b00111;

/// Looks at the nearest stretch before the cue, and the nearest after it; `best` is the best path through the
/// window and what it earns.
pub fn look(
    reading: &Reading,
    cue: TokenRange,
    window: TokenRange,
    scores: &mut Scores,
    best: &(Vec<u8>, f32),
) -> [Option<Beside>; 2] {
    let before = reading.stretches.partition_point(|s| s.end <= cue.start).checked_sub(1);
    let after = reading.stretches.partition_point(|s| s.start < cue.end);
    [before, Some(after)].map(|number| {
        let stretch = *reading.stretches.get(number?)?;
        let within = stretch.start >= window.start && stretch.end <= window.end;
        within.then(|| judge(stretch, window, scores, best))
    })
}

fn judge(stretch: TokenRange, window: TokenRange, scores: &mut Scores, best: &(Vec<u8>, f32)) -> Beside {
    let at = (stretch.start - window.start) as usize..(stretch.end - window.start) as usize;
    let is_content = |state: &&u8| roles::CONTENT_STATES >> **state & 1 == 1;
    let held = 2 * best.0[at.clone()].iter().filter(is_content).count() >= at.len();
    let mut decode = |states: u8| {
        let kept = scores.allowed[at.clone()].to_vec();
        scores.allowed[at.clone()].fill(states);
        let found = TOPOLOGY.best_ending(scores, window.len() as usize, TOPOLOGY.ends);
        scores.allowed[at.clone()].copy_from_slice(&kept);
        found
    };
    if held {
        let (_, without) = decode(OTHER_STATES);
        return Beside { stretch, margin: best.1 - without, source: source(&best.0, window) };
    }
    let (path, with) = decode(roles::CONTENT_STATES);
    Beside { stretch, margin: with - best.1, source: source(&path, window) }
}

/// The source on a path.
pub fn source(path: &[u8], window: TokenRange) -> Option<TokenRange> {
    let is_source = |state: &u8| TOPOLOGY.class[*state as usize] == roles::SOURCE;
    let first = path.iter().position(is_source)?;
    let length = path[first..].iter().take_while(|state| is_source(state)).count();
    let start = window.start + first as u32;
    Some(TokenRange::new(start, start + length as u32))
}
