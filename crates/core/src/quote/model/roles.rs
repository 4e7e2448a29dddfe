//! Roles around one cue: which tokens are its source, which its content.

use super::chain::{ANY, Topology};
use super::feature::{Adding, Features, bucket, mix};
use super::place::{Place, places};
use super::reading::{Reading, Word};
use super::seen::Sink;
use super::tag;
use crate::span::TokenRange;

/// States: outside, source, outside with the source behind, content before and after the source.
/// Edges: source opens, source closes, content opens, content closes.
pub static TOPOLOGY: Topology = Topology {
    class: &[0, 1, 0, 2, 2],
    steps: &[
        (0, 0, 0),
        (0, 1, 1),
        (0, 3, 4),
        (1, 1, 0),
        (1, 2, 2),
        (1, 4, 6),
        (2, 2, 0),
        (2, 4, 4),
        (3, 3, 0),
        (3, 0, 8),
        (3, 1, 9),
        (4, 4, 0),
        (4, 2, 8),
    ],
    start: 0,
    ends: &[(0, 0), (1, 2), (2, 0), (3, 8), (4, 8)],
    classes: 2,
    edges: 4,
};

/// The class of a source's tokens.
pub const SOURCE: u8 = 1;

/// The class of a content's tokens.
pub const CONTENT: u8 = 2;

/// A bit for each state in which a token is content.
pub const CONTENT_STATES: u8 = 0b11000;

/// How a path ends that has a source.
pub const WITH_SOURCE: [(u8, u8); 3] = [(1, 2), (2, 0), (4, 8)];

struct Cue {
    range: TokenRange,
    stem: u32,
    last: u32,
    tags: u32,
    next: u32,
    next_tag: u32,
    inside: u32,
    block: u32,
    colon: u32,
    marks: u32,
    opening: u32,
    closing: u32,
}

const SENTENCE_EDGE: u32 = 77;

/// Looks at the window around one cue; `cues` are all cues of the document in order.
pub fn look(
    reading: &Reading,
    cue: TokenRange,
    cues: &[TokenRange],
    window: TokenRange,
    sink: &mut impl Sink,
) {
    let places = places(reading, cue, cues, window);
    let about = about(reading, cue);
    let (mut last, mut common) = (None, sink.of_token());
    for (at, place) in (window.start..window.end).zip(&places) {
        let steady = Steady::of(&reading.words[at as usize], place, &about);
        if last != Some(steady) {
            common = steady.look(&about, sink.of_token());
            last = Some(steady);
        }
        let seen = token(reading, window, at, &about, (&steady, place), common.clone());
        sink.token(seen, if cue.contains(at) { 0b101 } else { ANY });
    }
    for at in window.start..=window.end {
        let (left, right) = (reading.word(i64::from(at) - 1).stretch, reading.word(i64::from(at)).stretch);
        let inner = left > 0 && left == right && at > window.start && at < window.end;
        let bound = inner && !holds(reading, left, cue);
        sink.border(bound, |adding| border(reading, window, at, &about, &places, adding));
    }
}

/// Whether the cue stands between the marks of the stretch.
fn holds(reading: &Reading, stretch: u32, cue: TokenRange) -> bool {
    (cue.start..cue.end).any(|at| reading.words[at as usize].stretch == stretch)
}

fn about(reading: &Reading, range: TokenRange) -> Cue {
    let words = &reading.words[range.range()];
    let main = words.iter().rev().find(|w| tag::is_verb(w.tag)).or(words.last()).copied().unwrap_or_default();
    let sentence = reading.sentences[main.sentence as usize];
    let next = reading.within(sentence, i64::from(range.end));
    Cue {
        range,
        stem: main.stem,
        last: words.last().map_or(0, |w| w.form),
        tags: words.iter().take(4).fold(0, |h, w| mix(h, w.tag)),
        next: next.form,
        next_tag: next.tag,
        inside: main.stretch,
        block: main.block,
        colon: reading.within(sentence, i64::from(sentence.end) - 1).form,
        marks: u32::from((sentence.start..range.start).any(|i| reading.words[i as usize].stretch > 0)) * 2
            + u32::from((range.end..sentence.end).any(|i| reading.words[i as usize].stretch > 0)),
        opening: u32::from(range.start - sentence.start.min(range.start) < 1),
        closing: u32::from(sentence.end.saturating_sub(range.end) < 3),
    }
}

/// What changes slowly from token to token: much of what is seen hangs on this and the cue alone.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Steady {
    side: u32,
    sentences: u32,
    commas: u32,
    verbs: u32,
    conjunctions: u32,
    cues: u32,
    stretches: u32,
    /// Whether marks are around the token, and around token and cue.
    marks: u32,
    block: u32,
    rule: u32,
}

impl Steady {
    fn of(word: &Word, p: &Place, cue: &Cue) -> Self {
        Self {
            side: p.side,
            sentences: p.sentences.min(3),
            commas: p.commas.min(3),
            verbs: p.verbs.min(3),
            conjunctions: p.conjunctions.min(2),
            cues: p.cues.min(2),
            stretches: p.stretches.min(5),
            marks: u32::from(word.stretch > 0) * 2 + u32::from(word.stretch == cue.inside && cue.inside > 0),
            block: word.block.wrapping_sub(cue.block),
            rule: p.rule,
        }
    }

    const fn place(&self) -> u32 {
        self.side * 64 + self.sentences * 8 + self.commas
    }

    fn look<A: Adding>(&self, cue: &Cue, adding: A) -> A {
        let Self { side, marks, sentences, rule, block, .. } = *self;
        let place = self.place();
        let mut f = Features::new(adding, TOKEN);
        f.add([side]);
        f.number(TOKEN + 17);
        f.add([side, cue.tags]);
        f.add([side, cue.stem]);
        f.add([side, cue.last]);
        f.number(TOKEN + 22);
        f.add([side, cue.next, sentences.min(2)]);
        f.add([side, marks]);
        f.add([side, marks, self.stretches]);
        f.add([side, marks, self.stretches, sentences]);
        f.add([side, marks, sentences, cue.stem]);
        f.add([side, marks, cue.next]);
        f.add([place]);
        f.number(TOKEN + 30);
        f.add([place, self.verbs]);
        f.add([place, self.conjunctions, self.verbs]);
        f.add([place, self.cues]);
        f.add([place, self.cues, marks]);
        f.add([place, cue.stem]);
        f.add([place, cue.opening, cue.closing]);
        f.add([side, cue.opening, cue.closing, cue.tags]);
        f.number(TOKEN + 38);
        f.add([side, sentences.min(2), cue.closing, marks]);
        f.add([side, cue.next, cue.stem]);
        f.add([block, marks, cue.colon, cue.closing]);
        f.add([block, marks, cue.colon, self.stretches.min(3), cue.marks]);
        f.add([side, marks, cue.marks, self.stretches.min(3), sentences]);
        f.number(TOKEN + 55);
        f.add([rule]);
        f.number(TOKEN + 57);
        f.add([rule, cue.stem]);
        f.add([rule, side, sentences.min(2), self.commas.min(2)]);
        f.number(TOKEN + 60);
        f.add([rule, side, marks, self.stretches.min(3)]);
        f.add([rule, cue.tags]);
        f.end()
    }
}

/// The number of the first template of tokens.
const TOKEN: u32 = 400;

/// What is seen of a token beside what is steady.
fn token<A: Adding>(
    reading: &Reading,
    window: TokenRange,
    at: u32,
    cue: &Cue,
    (steady, p): (&Steady, &Place),
    adding: A,
) -> A {
    let c = &reading.words[at as usize];
    let w = |offset: i64| reading.within(window, i64::from(at) + offset);
    let (a, b, d, e) = (w(-2), w(-1), w(1), w(2));
    let Steady { side, marks, rule, .. } = *steady;
    let place = steady.place();
    let distance = bucket(p.distance);
    let mut f = Features::new(adding, TOKEN + 1);
    f.add([side, c.form]);
    f.add([side, c.tag]);
    f.add([side, distance, c.tag]);
    f.add([side, b.tag, c.tag]);
    f.add([side, c.tag, d.tag]);
    f.add([side, a.tag, b.tag, c.tag]);
    f.add([side, b.tag, c.tag, d.tag]);
    f.add([side, c.tag, d.tag, e.tag]);
    f.add([side, b.form]);
    f.add([side, d.form]);
    f.add([side, b.form, c.form]);
    f.add([side, c.shape, distance]);
    f.add([side, distance]);
    f.add([side, distance, cue.stem]);
    f.add([side, c.tag, cue.stem]);
    f.add([side, distance, cue.tags]);
    f.number(TOKEN + 20);
    f.add([side, cue.next, c.tag]);
    f.add([side, cue.next_tag, distance]);
    f.number(TOKEN + 29);
    f.add([place, c.tag]);
    f.number(TOKEN + 37);
    f.add([side, steady.cues, steady.verbs, c.tag]);
    f.number(TOKEN + 43);
    let path = p.owner * 64 + p.path;
    f.add([path]);
    f.add([path, p.climbed.min(3)]);
    f.add([path, side]);
    f.add([path, side, c.tag]);
    f.add([path, cue.stem]);
    f.add([path, cue.tags]);
    f.add([path, side, marks]);
    f.add([path, side, steady.sentences.min(2), steady.commas.min(2)]);
    f.add([path, cue.next]);
    f.add([path, c.form]);
    f.add([path, c.relation, p.climbed.min(3)]);
    f.add([path, side, distance]);
    f.number(TOKEN + 56);
    f.add([rule, side, c.tag]);
    f.number(TOKEN + 59);
    f.add([rule, path]);
    f.end()
}

fn border<A: Adding>(
    reading: &Reading,
    window: TokenRange,
    at: u32,
    cue: &Cue,
    places: &[Place],
    adding: A,
) -> A {
    let near = at.min(window.end.saturating_sub(1));
    let p = places[(near - window.start) as usize];
    let before = places[(near.max(window.start + 1) - 1 - window.start) as usize];
    let spot = if at == cue.range.start {
        1
    } else if at == cue.range.end {
        2
    } else {
        0
    };
    let i = i64::from(at);
    let w = |offset: i64| reading.within(window, i + offset);
    let (a, b, c, d) = (w(-2), w(-1), w(0), w(1));
    let edges = u32::from(b.block != c.block) * 8
        + u32::from(b.sentence != c.sentence) * 4
        + u32::from(b.stretch != c.stretch) * 2
        + u32::from(c.stretch > 0);
    let side = p.side * 4 + spot;
    let mut f = Features::new(adding, 600);
    f.add([side]);
    f.add([side, edges]);
    f.add([side, b.tag, c.tag]);
    f.add([side, b.form]);
    f.add([side, c.form]);
    f.add([side, b.form, c.form]);
    f.add([side, a.tag, b.tag, c.tag]);
    f.add([side, b.tag, c.tag, d.tag]);
    f.add([side, a.tag, b.tag, c.tag, d.tag]);
    f.add([side, b.form, c.tag]);
    f.add([side, b.tag, c.form]);
    f.add([side, b.tag, c.form, d.tag]);
    f.add([side, b.form, c.form, d.form]);
    f.add([side, bucket(p.distance)]);
    f.add([side, bucket(p.distance), b.tag, c.tag]);
    f.add([side, edges, cue.stem]);
    f.add([side, cue.stem, c.tag]);
    f.add([side, cue.stem, c.form]);
    f.add([side, cue.stem, b.tag]);
    f.add([side, cue.tags, c.tag]);
    f.add([side, cue.tags, b.tag, c.tag]);
    f.add([side, cue.next, b.form]);
    f.add([side, edges, p.sentences.min(2), p.stretches.min(3)]);
    f.add([side, edges, p.commas.min(3), b.tag]);
    f.add([side, edges, p.verbs.min(3), b.tag, c.tag]);
    f.add([side, p.cues.min(2), before.cues.min(2), b.tag, c.tag]);
    f.add([side, p.cues.min(2), b.form]);
    f.add([side, cue.opening, cue.closing, b.tag, c.tag]);
    f.add([SENTENCE_EDGE, side, edges, b.tag]);
    let left = before.owner * 64 + before.path;
    let right = p.owner * 64 + p.path;
    f.add([left, right]);
    f.add([left, right, side]);
    f.add([left, right, b.tag, c.tag]);
    f.add([left, right, b.form]);
    f.add([left, right, c.form]);
    f.add([left, right, cue.stem]);
    f.add([left, before.climbed.min(2), right, p.climbed.min(2)]);
    f.add([left, right, c.relation, b.relation]);
    let joined = u32::from(i64::from(b.head) >= i) * 2 + u32::from(i64::from(c.head) < i);
    f.add([joined, b.relation, c.relation, side]);
    f.add([joined, left, right]);
    let hint = before.rule * 8 + p.rule;
    f.add([hint]);
    f.add([hint, side, edges]);
    f.add([hint, b.tag, c.tag]);
    f.add([hint, b.form]);
    f.add([hint, c.form]);
    f.add([hint, left, right]);
    f.add([hint, cue.stem]);
    f.end()
}
