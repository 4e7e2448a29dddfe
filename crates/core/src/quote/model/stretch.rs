//! Stretches between marks that no cue took: is this speech, or a name, a title, a word held at arm's length?

use super::chain::{ANY, Topology};
use super::feature::{Features, bucket};
use super::reading::Reading;
use super::seen::Sink;
use crate::span::TokenRange;

/// One decision: not speech, or speech.
pub static TOPOLOGY: Topology = Topology {
    class: &[0, 1],
    steps: &[(0, 0, 0), (0, 1, 0)],
    start: 0,
    ends: &[(0, 0), (1, 0)],
    classes: 1,
    edges: 0,
};

/// Looks at one stretch.
pub fn look(reading: &Reading, stretch: TokenRange, sink: &mut impl Sink) {
    let (start, end) = (i64::from(stretch.start), i64::from(stretch.end));
    let words = &reading.words[stretch.range()];
    let first = reading.word(start);
    let block = reading.blocks[first.block as usize];
    let closed = words.len() > 1 && words.last().is_some_and(|w| w.is_mark());
    let inner_end = if closed { end - 2 } else { end - 1 };
    let w = |at: i64| reading.within(block, at);
    let length = bucket(stretch.len().saturating_sub(1 + u32::from(closed)));
    let (head, tail) = (w(start + 1), w(inner_end));
    let (before, after) = (w(start - 1), w(end));
    let finite = words.iter().filter(|w| super::tag::is_finite(w.tag)).count().min(2) as u32;
    let capitals = words.iter().filter(|w| super::tag::is_capital(w.shape)).count() as u32;
    let whole = u32::from(stretch.start == block.start) * 2 + u32::from(stretch.end == block.end);
    let mut f = Features::new(sink.of_token(), 900);
    f.add([]);
    f.add([length]);
    f.add([length, finite]);
    f.add([length, whole]);
    f.add([length, u32::from(closed)]);
    f.add([length, head.shape]);
    f.add([length, tail.form, after.shape]);
    f.add([length, bucket(capitals)]);
    f.add([length, head.tag, tail.tag]);
    f.add([length, before.tag]);
    f.add([length, before.form]);
    f.add([before.form]);
    f.add([before.tag, head.tag]);
    f.add([w(start - 2).form, before.form]);
    f.add([w(start - 2).tag, before.tag]);
    f.add([after.form]);
    f.add([after.form, w(end + 1).form]);
    f.add([after.tag, w(end + 1).tag]);
    f.add([length, after.tag]);
    f.add([tail.form]);
    f.add([tail.tag]);
    f.add([head.form]);
    f.add([head.tag, head.shape]);
    f.add([length, first.block.min(1)]);
    f.add([head.rule_role, tail.rule_role]);
    f.add([head.rule_role, length]);
    f.add([head.rule_role, before.rule_cue, after.rule_cue]);
    for word in words.iter().take(12) {
        f.number(950);
        f.add([word.form]);
    }
    sink.token(f.end(), ANY);
}
