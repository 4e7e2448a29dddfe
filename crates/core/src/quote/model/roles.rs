//! Roles around one cue: which tokens are its source, which its content.

use super::chain::Topology;
use super::feature::{Features, bucket, mix};
use super::reading::{Reading, Rule};
use super::tag;
use super::weights::Seen;
use crate::segment::{Tag, TokenKind};
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

/// What lies between a token and the cue.
#[derive(Debug, Default, Clone, Copy)]
struct Place {
    side: u32,
    distance: u32,
    commas: u32,
    verbs: u32,
    stretches: u32,
    sentences: u32,
    conjunctions: u32,
    cues: u32,
    path: u32,
    climbed: u32,
    owner: u32,
    /// Role by the rules: 0 they say nothing, 1 source, 2 content, 3 neither, 4 the cue itself.
    rule: u32,
}

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
pub fn look(reading: &Reading, cue: TokenRange, cues: &[TokenRange], window: TokenRange, seen: &mut Seen) {
    seen.clear();
    let places = places(reading, cue, cues, window);
    let about = about(reading, cue);
    for at in window.start..window.end {
        seen.allowed.push(if cue.contains(at) { 0b101 } else { 0b11111 });
        token(reading, window, at, &about, &places, seen);
        seen.end_token();
    }
    for at in window.start..=window.end {
        let (left, right) = (reading.word(i64::from(at) - 1).stretch, reading.word(i64::from(at)).stretch);
        let inner = left > 0 && left == right && at > window.start && at < window.end;
        seen.bound.push(inner && !holds(reading, left, cue));
        border(reading, window, at, &about, &places, seen);
        seen.end_border();
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

/// Counts what lies between each token and the cue, walking away from it on both sides.
fn places(reading: &Reading, cue: TokenRange, cues: &[TokenRange], window: TokenRange) -> Vec<Place> {
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

fn token(reading: &Reading, window: TokenRange, at: u32, cue: &Cue, places: &[Place], seen: &mut Seen) {
    let c = &reading.words[at as usize];
    let at = i64::from(at);
    let p = places[(at - i64::from(window.start)) as usize];
    let w = |offset: i64| reading.within(window, at + offset);
    let (a, b, d, e) = (w(-2), w(-1), w(1), w(2));
    let marks = u32::from(c.stretch > 0) * 2 + u32::from(c.stretch == cue.inside && cue.inside > 0);
    let side = p.side;
    let distance = bucket(p.distance);
    let place = side * 64 + p.sentences.min(3) * 8 + p.commas.min(3);
    let mut f = Features::new(&mut seen.hashes, 400);
    f.add([side]);
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
    f.add([side, cue.tags]);
    f.add([side, cue.stem]);
    f.add([side, cue.last]);
    f.add([side, cue.next, c.tag]);
    f.add([side, cue.next_tag, distance]);
    f.add([side, cue.next, p.sentences.min(2)]);
    f.add([side, marks]);
    f.add([side, marks, p.stretches.min(5)]);
    f.add([side, marks, p.stretches.min(5), p.sentences.min(3)]);
    f.add([side, marks, p.sentences.min(3), cue.stem]);
    f.add([side, marks, cue.next]);
    f.add([place]);
    f.add([place, c.tag]);
    f.add([place, p.verbs.min(3)]);
    f.add([place, p.conjunctions.min(2), p.verbs.min(3)]);
    f.add([place, p.cues.min(2)]);
    f.add([place, p.cues.min(2), marks]);
    f.add([place, cue.stem]);
    f.add([place, cue.opening, cue.closing]);
    f.add([side, cue.opening, cue.closing, cue.tags]);
    f.add([side, p.cues.min(2), p.verbs.min(3), c.tag]);
    f.add([side, p.sentences.min(2), cue.closing, marks]);
    f.add([side, cue.next, cue.stem]);
    f.add([c.block.wrapping_sub(cue.block), marks, cue.colon, cue.closing]);
    f.add([c.block.wrapping_sub(cue.block), marks, cue.colon, p.stretches.min(3), cue.marks]);
    f.add([side, marks, cue.marks, p.stretches.min(3), p.sentences.min(3)]);
    let path = p.owner * 64 + p.path;
    f.add([path]);
    f.add([path, p.climbed.min(3)]);
    f.add([path, side]);
    f.add([path, side, c.tag]);
    f.add([path, cue.stem]);
    f.add([path, cue.tags]);
    f.add([path, side, marks]);
    f.add([path, side, p.sentences.min(2), p.commas.min(2)]);
    f.add([path, cue.next]);
    f.add([path, c.form]);
    f.add([path, c.relation, p.climbed.min(3)]);
    f.add([path, side, distance]);
    f.add([p.rule]);
    f.add([p.rule, side, c.tag]);
    f.add([p.rule, cue.stem]);
    f.add([p.rule, side, p.sentences.min(2), p.commas.min(2)]);
    f.add([p.rule, path]);
    f.add([p.rule, side, marks, p.stretches.min(3)]);
    f.add([p.rule, cue.tags]);
}

fn border(reading: &Reading, window: TokenRange, at: u32, cue: &Cue, places: &[Place], seen: &mut Seen) {
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
    let out = &mut seen.hashes;
    let mut f = Features::new(out, 600);
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
}
