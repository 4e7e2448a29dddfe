//! Cues: the verbs and phrases that say that something was said, thought or meant.

use super::chain::{ANY, Topology};
use super::feature::{Adding, Features, bucket};
use super::reading::{Reading, Word};
use super::seen::Sink;
use crate::span::TokenRange;

/// Outside or in a cue; it opens and closes.
pub static TOPOLOGY: Topology = Topology {
    class: &[0, 1],
    steps: &[(0, 0, 0), (0, 1, 1), (1, 0, 2), (1, 1, 0)],
    start: 0,
    ends: &[(0, 0), (1, 2)],
    classes: 1,
    edges: 2,
};

/// Looks at one sentence.
pub fn look(reading: &Reading, sentence: TokenRange, sink: &mut impl Sink) {
    look_at_tokens(reading, sentence, sink);
    look_at_borders(reading, sentence, sink, |_| true);
}

/// Looks at the tokens of a sentence.
pub fn look_at_tokens(reading: &Reading, sentence: TokenRange, sink: &mut impl Sink) {
    let marks = (sentence.start..sentence.end).any(|i| reading.words[i as usize].stretch > 0);
    let mut subject = Word::default();
    let mut since = 0;
    for at in sentence.start..sentence.end {
        sink.token(token(reading, sentence, at, marks, (&subject, since), sink.of_token()), ANY);
        let word = &reading.words[at as usize];
        since += 1;
        if super::tag::is_nominal(word.tag) {
            subject = *word;
            since = 0;
        }
    }
}

/// Looks at the borders of a sentence at which a cue may open or close; at the others none does.
pub fn look_at_borders(
    reading: &Reading,
    sentence: TokenRange,
    sink: &mut impl Sink,
    may_open_or_close: impl Fn(u32) -> bool,
) {
    for at in sentence.start..=sentence.end {
        let bound = !may_open_or_close(at - sentence.start);
        sink.border(bound, |adding| border(reading, sentence, at, adding));
    }
}

fn token<A: Adding>(
    reading: &Reading,
    sentence: TokenRange,
    at: u32,
    marks: bool,
    subject: (&Word, u32),
    adding: A,
) -> A {
    let at = i64::from(at);
    let w = |offset: i64| reading.within(sentence, at + offset);
    let (a, b, c, d, e) = (w(-2), w(-1), w(0), w(1), w(2));
    let mut f = Features::new(adding, 0);
    f.add([]);
    f.add([c.form]);
    f.add([c.stem]);
    f.add([c.suffix]);
    f.add([c.tag, c.shape]);
    f.add([b.form]);
    f.add([d.form]);
    f.add([a.form]);
    f.add([e.form]);
    f.add([b.stem, c.stem]);
    f.add([c.stem, d.stem]);
    f.add([b.stem, c.stem, d.stem]);
    f.add([c.stem, e.form]);
    f.add([a.tag]);
    f.add([b.tag]);
    f.add([d.tag]);
    f.add([e.tag]);
    f.add([b.tag, c.tag]);
    f.add([c.tag, d.tag]);
    f.add([a.tag, b.tag, c.tag]);
    f.add([b.tag, c.tag, d.tag]);
    f.add([c.tag, d.tag, e.tag]);
    f.add([c.stem, d.tag]);
    f.add([c.stem, b.tag]);
    f.add([c.stem, b.tag, d.tag]);
    f.add([c.stem, d.tag, e.tag]);
    f.add([c.tag, b.form]);
    f.add([c.tag, d.form]);
    let inside = u32::from(c.stretch > 0);
    f.add([inside, c.stem]);
    f.add([inside, c.tag]);
    let distance = (1..5_i64).find(|o| w(-o).stretch != c.stretch).unwrap_or(5) as u32;
    let ahead = (1..5_i64).find(|o| w(*o).stretch != c.stretch).unwrap_or(5) as u32;
    f.add([inside, distance, c.tag]);
    f.add([inside, ahead, c.tag]);
    f.add([inside, distance.min(ahead), c.stem]);
    f.add([u32::from(marks), inside, c.stem]);
    let from_start = (at - i64::from(sentence.start)) as u32;
    let to_end = (i64::from(sentence.end) - at) as u32;
    f.add([from_start.min(4), c.tag]);
    f.add([to_end.min(4), c.tag]);
    f.add([to_end.min(4), c.stem]);
    let (s, since) = subject;
    f.add([s.tag, bucket(since)]);
    f.add([s.form]);
    f.add([s.tag, bucket(since), c.tag]);
    let verb = (1..9_i64).find(|o| super::tag::is_verb(w(*o).tag)).unwrap_or(9);
    f.add([verb as u32, w(verb).tag, c.tag]);
    f.add([w(verb).tag, c.stem]);
    let h = reading.word(i64::from(c.head));
    f.add([c.relation, h.tag]);
    f.add([c.relation, h.stem]);
    f.add([c.governed, c.tag]);
    f.add([c.governed, c.stem]);
    f.add([c.governed & super::tag::CLAUSES, c.tag]);
    f.add([c.governed & super::tag::CLAUSES, c.stem]);
    f.add([c.relation, c.stem]);
    f.add([c.relation, h.tag, c.tag]);
    f.add([h.governed, c.relation]);
    f.add([c.rule_cue]);
    f.add([c.rule_cue, c.stem]);
    f.add([c.rule_cue, c.tag, c.relation]);
    f.add([b.rule_cue.min(1), c.rule_cue, d.rule_cue.min(1)]);
    f.add([c.rule_role, c.rule_cue, inside]);
    f.add([c.rule_role, c.stem]);
    f.add([b.rule_role, c.rule_role, d.rule_role, c.tag]);
    f.end()
}

fn border<A: Adding>(reading: &Reading, sentence: TokenRange, at: u32, adding: A) -> A {
    let at = i64::from(at);
    let w = |offset: i64| reading.within(sentence, at + offset);
    let (a, b, c, d) = (w(-2), w(-1), w(0), w(1));
    let mut f = Features::new(adding, 200);
    f.add([]);
    f.add([b.stem]);
    f.add([c.stem]);
    f.add([b.form, c.form]);
    f.add([b.tag, c.tag]);
    f.add([a.tag, b.tag, c.tag]);
    f.add([b.tag, c.tag, d.tag]);
    f.add([b.stem, c.tag]);
    f.add([b.tag, c.stem]);
    f.add([a.stem, b.stem, c.tag]);
    f.add([b.tag, c.stem, d.stem]);
    f.add([a.tag, b.tag, c.tag, d.tag]);
    f.add([b.stem, c.tag, d.tag]);
    f.add([u32::from(b.stretch > 0), u32::from(c.stretch > 0), b.tag, c.tag]);
    f.add([b.relation, c.relation]);
    let joined = u32::from(i64::from(b.head) == at) * 2 + u32::from(i64::from(c.head) == at - 1);
    f.add([joined, b.relation, c.relation]);
    f.add([joined, b.tag, c.tag]);
    f.add([joined, b.relation, c.stem]);
    f.add([joined, b.stem, c.relation]);
    let hint = u32::from(b.rule == c.rule) * 4 + b.rule_cue.min(1) * 2 + c.rule_cue.min(1);
    f.add([hint]);
    f.add([hint, b.tag, c.tag]);
    f.add([hint, b.stem]);
    f.add([hint, c.stem]);
    f.end()
}
