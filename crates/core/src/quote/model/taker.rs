//! Whose words stand between two marks: each cue nearby, and what the rules say, are asked; the best answers.

use super::feature::{Adding, Features, bucket};
use super::frames::Frame;
use super::reading::{Reading, Rule};
use super::tag;
use crate::span::TokenRange;

/// How many cues on either side of a stretch are asked.
pub const ASKED: usize = 4;

/// A frame that may take a stretch.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// Its source, with the stretch as its content.
    pub source: Option<TokenRange>,
    /// How much likelier than not the stretch is its content, where it stands beside its cue.
    pub margin: Option<f32>,
    /// How many other candidates stand between it and the stretch.
    pub rank: u32,
    /// Whether the stretch belongs to it so far.
    pub holds: bool,
    /// Whether another candidate holds it.
    pub elsewhere: bool,
}

/// What is seen of a stretch, whoever takes it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    reading: &'a Reading,
    stretch: TokenRange,
    number: i64,
    /// Last word, what follows the marks, and whether the stretch opens or closes its sentence and block.
    last: u32,
    after: (u32, u32),
    before: (u32, u32),
    whole: u32,
    length: u32,
    /// What the rules found to hold it: source and cue, and how sure they are.
    rule: Option<&'a Rule>,
    rule_number: u32,
}

impl<'a> Place<'a> {
    /// Looks at a stretch; `holding` gives the number of the rules' attribution that holds a token, from 1.
    #[must_use]
    pub fn new(reading: &'a Reading, stretch: TokenRange, holding: &[u32]) -> Self {
        let (start, end) = (i64::from(stretch.start), i64::from(stretch.end));
        let first = reading.word(start);
        let block = reading.blocks[first.block as usize];
        let sentence = reading.sentences[first.sentence as usize];
        let w = |at: i64| reading.within(block, at);
        let closed = stretch.len() > 1 && w(end - 1).is_mark();
        let inner_end = if closed { end - 2 } else { end - 1 };
        let whole = u32::from(stretch.start == block.start)
            + 2 * u32::from(stretch.end == block.end)
            + 4 * u32::from(stretch.start == sentence.start);
        let rule_number = stretch.range().filter_map(|at| holding.get(at)).copied().max().unwrap_or_default();
        Self {
            reading,
            stretch,
            number: i64::from(first.stretch),
            last: w(inner_end).form,
            after: (w(end).tag, w(end + 1).tag),
            before: (w(start - 1).tag, w(start - 1).form),
            whole,
            length: bucket(stretch.len()),
            rule: (rule_number as usize).checked_sub(1).and_then(|at| reading.rules.get(at)),
            rule_number,
        }
    }

    /// What speaks for nobody of those asked.
    pub fn look_at_none<A: Adding>(&self, elsewhere: bool, adding: A) -> A {
        let held = u32::from(elsewhere);
        let ruled = u32::from(self.rule_number > 0);
        let mut f = Features::new(adding, 1400);
        f.add([held]);
        f.add([held, ruled, self.whole]);
        f.add([held, self.length]);
        f.add([held, self.last, self.after.0]);
        f.add([held, self.before.0]);
        f.end()
    }

    /// What speaks for a candidate.
    pub fn look<A: Adding>(&self, candidate: &Candidate<'_>, adding: A) -> A {
        let reading = self.reading;
        let (cue, source) = (candidate.frame.cue, candidate.source);
        let near = cue.or(source).unwrap_or(self.stretch);
        let side = match () {
            () if near.end <= self.stretch.start => 1,
            () if near.start >= self.stretch.end => 2,
            () => 3,
        } + 4 * u32::from(cue.is_none());
        // Cue and source beside one another count as one.
        let joined = source.filter(|s| s.end.abs_diff(near.start) < 4 || near.end.abs_diff(s.start) < 4);
        let start = near.start.min(joined.map_or(u32::MAX, |s| s.start));
        let end = near.end.max(joined.map_or(0, |s| s.end));
        let gap = bucket(match side & 3 {
            1 => self.stretch.start.saturating_sub(end),
            2 => start.saturating_sub(self.stretch.end),
            _ => 0,
        });
        let word = reading.word(i64::from(near.end) - 1);
        let main = reading.words[near.range()].iter().rev().find(|w| tag::is_verb(w.tag)).unwrap_or(word);
        let edge = if side & 3 == 2 { self.stretch.end.max(1) - 1 } else { self.stretch.start };
        let edge = reading.word(i64::from(edge));
        let sentences = edge.sentence.abs_diff(word.sentence).min(3);
        let blocks = edge.block.abs_diff(word.block).min(3);
        let passed = reading.stretches.partition_point(|s| s.end <= near.start) as i64;
        let between =
            (if side & 3 == 1 { self.number - 1 - passed } else { passed - self.number }).clamp(0, 4);
        let between = between as u32;
        let place = (side * 4 + sentences) * 4 + blocks;
        let holds = u32::from(candidate.holds) * 2 + u32::from(candidate.elsewhere);
        let speaker = source.map_or(9, |s| reading.word(i64::from(s.end) - 1).tag);
        let order = source.map_or(0, |s| 1 + u32::from(s.start < near.start));
        let sure = (candidate.frame.evidence.cue.clamp(-2.0, 8.0) + 2.0) as u32;
        let nested = u32::from(word.stretch > 0);
        let more = self.holds_beside(candidate.frame);
        let rule = self.rule_says(candidate);
        let margin =
            candidate.margin.map_or(0, |margin| (margin / 2.0).round().clamp(-6.0, 6.0) as i32 + 7) as u32;
        let rank = candidate.rank.min(4);
        let mut f = Features::new(adding, 1420);
        f.add([holds]);
        f.add([holds, place]);
        f.add([holds, place, gap]);
        f.add([holds, side, gap, self.last]);
        f.add([holds, side, between]);
        f.add([holds, side, rank]);
        f.add([holds, rule]);
        f.add([holds, rule, place]);
        f.add([holds, rule, side, gap]);
        f.add([holds, rule, rank, side]);
        f.add([holds, sure, side]);
        f.add([holds, sure, rule]);
        f.add([holds, more, side]);
        f.add([holds, more, between, blocks]);
        f.add([place, gap, self.last]);
        f.add([place, gap, self.after.0, self.after.1]);
        f.add([place, gap, self.before.0]);
        f.add([place, rank, between]);
        f.add([place, self.whole]);
        f.add([place, self.whole, rank]);
        f.add([place, self.length]);
        f.add([side, main.stem, sentences]);
        f.add([side, gap, main.stem]);
        f.add([side, main.tag, gap, order]);
        f.add([side, main.relation, sentences]);
        f.add([side, order, gap, sentences]);
        f.add([side, speaker, sentences, blocks]);
        f.add([side, speaker, rank]);
        f.add([place, nested, between]);
        f.add([rule, side, self.whole]);
        f.add([rule, main.stem]);
        f.add([rule, speaker]);
        f.add([place, self.before.1]);
        f.add([margin]);
        f.add([margin, side]);
        f.add([margin, holds]);
        f.add([margin, sure]);
        f.add([margin, rule]);
        f.add([margin, gap, side]);
        f.add([margin, place, rank]);
        f.end()
    }

    /// Whether the frame holds the stretch before, and the one after.
    fn holds_beside(&self, frame: &Frame) -> u32 {
        let held = |number: i64| {
            let stretch = usize::try_from(number).ok().and_then(|n| self.reading.stretches.get(n));
            stretch.is_some_and(|s| frame.content.iter().any(|c| c.start < s.end && s.start < c.end))
        };
        u32::from(held(self.number - 2)) + 2 * u32::from(held(self.number))
    }

    /// What the rules say of it: nothing, this cue, this source, another; and how sure they are.
    fn rule_says(&self, &Candidate { frame, source: named, .. }: &Candidate<'_>) -> u32 {
        let Some(Rule { source, .. }) = self.rule else { return 0 };
        let meets = |a: TokenRange, b: TokenRange| a.start < b.end && b.start < a.end;
        let words = frame.cue.map_or(&[][..], |cue| &self.reading.words[cue.range()]);
        let same_source = source.zip(named).is_some_and(|(a, b)| meets(a, b));
        match () {
            () if words.iter().any(|w| w.rule == self.rule_number) => 1 + u32::from(same_source),
            () if same_source => 3,
            () if source.is_none() => 4,
            () => 5,
        }
    }
}
