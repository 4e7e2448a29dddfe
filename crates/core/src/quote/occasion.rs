//! Where and when something was said: "at a news conference after the talks", "in an interview with NTV".

use super::attribution::Attribution;
use super::reader::Reader;
use crate::lexicon::Class;
use crate::span::TokenRange;

/// How far from the cue it is looked for, in tokens.
const REACH: u32 = 60;

/// The occasion that the sentence of the cue names outside of what was said.
pub(super) fn occasion(r: Reader<'_>, attribution: &Attribution, sentence: TokenRange) -> Option<TokenRange> {
    let cue = attribution.cue?;
    let mut at = sentence.start.max(cue.start.saturating_sub(REACH));
    let end = sentence.end.min(cue.end + REACH);
    while at < end {
        if let Some(range) = attribution.content.iter().find(|c| c.contains(at)) {
            at = range.end;
            continue;
        }
        let end = phrase_end(r, at, sentence.end);
        if end > at && !attribution.content.iter().any(|c| c.start < end && at < c.end) {
            return Some(TokenRange::new(at, end));
        }
        at += 1;
    }
    None
}

/// One past the phrase that names an occasion and opens with the preposition at `at`; `at` where there is none.
fn phrase_end(r: Reader<'_>, at: u32, end: u32) -> u32 {
    let c = r.closed;
    if !r.is_any(at, &[c.at, c.in_, c.during, c.after, c.before, c.on]) {
        return at;
    }
    let close = r.noun_phrase_end(at + 1, end);
    if close == at + 1 || !(at + 1..close).any(|i| r.in_class(i, Class::Occasion)) {
        return at;
    }
    // "after Friday's talks", "with reporters", "in Moscow" go on with it.
    let mut stop = close;
    while stop < end && r.tag(stop).is_preposition() {
        let next = r.noun_phrase_end(stop + 1, end);
        if next == stop + 1 {
            break;
        }
        stop = next;
    }
    let timed = r.time_end(stop, end);
    timed.max(stop)
}
