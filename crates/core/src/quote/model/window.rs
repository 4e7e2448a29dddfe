//! The tokens around a cue in which its source and content are looked for.

use super::reading::Reading;
use crate::span::TokenRange;

/// How far from its cue a content is looked for, in tokens.
const REACH: u32 = 100;

/// The tokens around the cue in which its roles are looked for: its block, and the next where that opens with
/// a mark and the cue stands in the last sentence before it, or a stretch runs on.
#[must_use]
pub fn around(reading: &Reading, cue: TokenRange) -> TokenRange {
    let word = &reading.words[cue.start as usize];
    let block = reading.blocks[word.block as usize];
    let (mut start, mut end) = (block.start, block.end);
    let mut last = word.block as usize;
    let closing = reading.sentences[word.sentence as usize].end == block.end;
    while end < cue.end + REACH {
        let Some(next) = reading.blocks.get(last + 1) else { break };
        let quoted = reading.words.get(next.start as usize).is_some_and(|w| w.stretch > 0);
        let runs_on = reading.runs_on(last);
        if next.is_empty()
            || !reading.is_read(next.start)
            || !quoted
            || !(runs_on || closing && last == word.block as usize)
        {
            break;
        }
        (last, end) = (last + 1, next.end);
    }
    let mut first = word.block as usize;
    while first > 0
        && start + REACH > cue.start
        && reading.runs_on(first - 1)
        && reading.is_read(reading.blocks[first - 1].start)
    {
        first -= 1;
        start = reading.blocks[first].start;
    }
    let near = (start.max(cue.start.saturating_sub(REACH)), end.min(cue.end + REACH));
    let (start, end) = quoted_around(reading, cue, near);
    TokenRange::new(start, end)
}

/// The cue's own sentence, and those before and after it for as long as words stand between marks in each.
fn quoted_around(reading: &Reading, cue: TokenRange, (start, end): (u32, u32)) -> (u32, u32) {
    let number = |at: u32| reading.words[at as usize].sentence as usize;
    let sentence = |number: usize| reading.sentences.get(number).copied().unwrap_or_default();
    let quoted = |s: TokenRange| reading.words[s.range()].iter().any(|word| word.stretch > 0);
    let (mut first, mut last) = (number(cue.start), number(cue.end - 1));
    while sentence(first).start > start && first > 0 && quoted(sentence(first - 1)) {
        first -= 1;
    }
    while sentence(last).end < end && quoted(sentence(last + 1)) {
        last += 1;
    }
    (start.max(sentence(first).start), end.min(sentence(last).end))
}

/// A content that ends, or starts, where the window does is whole with the rest of its stretch between marks, unless the
/// cue stands there too.
pub fn complete(reading: &Reading, cue: TokenRange, window: TokenRange, content: &mut [TokenRange]) {
    let stretch = |at: u32| {
        let number = reading.words.get(at as usize).map_or(0, |word| word.stretch);
        let stretch = reading.stretches.get((number as usize).checked_sub(1)?);
        stretch.filter(|stretch| !stretch.contains(cue.start))
    };
    for range in content.iter_mut().filter(|range| !range.is_empty()) {
        if range.end == window.end {
            range.end = stretch(range.end - 1).map_or(range.end, |stretch| stretch.end);
        }
        if range.start == window.start {
            range.start = stretch(range.start).map_or(range.start, |stretch| stretch.start);
        }
    }
}
