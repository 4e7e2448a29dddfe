//! Attributions of a whole document: cues, then the roles around each, then the stretches that no cue took.

use super::chain::Scores;
use super::confidence::{Calibration, Evidence};
use super::parse::Parser;
use super::reading::Reading;
use super::weights::{Seen, Weights};
use super::{cue, roles, stretch};
use crate::order;
use crate::span::TokenRange;

/// One attribution as spans.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The words that say that something was said; none where a quotation stands alone.
    pub cue: Option<TokenRange>,
    /// The words that name the source.
    pub source: Option<TokenRange>,
    /// What was said.
    pub content: Vec<TokenRange>,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// The learned weights and what goes with them.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// Cues.
    pub cue: Weights<'a>,
    /// Roles.
    pub roles: Weights<'a>,
    /// Stretches.
    pub stretch: Weights<'a>,
    /// Heads and relations.
    pub parser: Parser<'a>,
    /// What a cue token earns beyond its weights.
    pub cue_bias: f32,
    /// The same in a second look, where a quotation found no cue.
    pub second_bias: f32,
    /// What a stretch earns beyond its weights.
    pub stretch_bias: f32,
    /// How much worse a frame may score for taking a stretch left over.
    pub reach: f32,
    /// How sure a frame is.
    pub calibration: Calibration,
}

/// How far from a stretch left over a cue is looked for a second time, in tokens.
const SECOND_LOOK: u32 = 60;

/// What a stretch that may be a name must earn to be taken for speech.
const NAMED: f32 = 1.5;

/// A stretch of so many tokens, marks counted, may be a name.
const SHORT: usize = 6;

/// How many frames on either side of a stretch left over are asked to take it.
const ASKED: usize = 4;

/// The frames of one document, in order.
#[must_use]
pub fn read(model: &Model<'_>, reading: &Reading) -> Vec<Frame> {
    let mut search =
        Search { model, reading, seen: Seen::default(), scores: Scores::default(), cues: Vec::new() };
    for sentence in reading.sentences.iter().filter(|s| reading.is_read(s.start)) {
        search.find_cues(*sentence, model.cue_bias);
    }
    let found = std::mem::take(&mut search.cues);
    let cues: Vec<TokenRange> = found.iter().map(|c| c.0).collect();
    let mut frames: Vec<Frame> =
        found.iter().filter_map(|cue| search.frame(*cue, &cues, None).map(|(frame, _)| frame)).collect();
    leave_to_others(&mut frames, reading);
    frames.retain(|frame| !frame.content.is_empty());
    let loose = search.place_left_over(&mut frames, &cues);
    frames.extend(loose);
    order::sort_by_key(&mut frames, |f| {
        (f.cue.or(f.content.first().copied()).map(|r| r.start), f.cue.is_none())
    });
    frames
}

struct Search<'a> {
    model: &'a Model<'a>,
    reading: &'a Reading,
    seen: Seen,
    scores: Scores,
    /// Cues of the last sentences looked at, each with what it earns.
    cues: Vec<(TokenRange, f32)>,
}

impl Search<'_> {
    /// Adds the cues of one sentence, or of a part of it.
    fn find_cues(&mut self, sentence: TokenRange, bias: f32) {
        cue::look(self.reading, sentence, &mut self.seen);
        self.model.cue.score(&cue::TOPOLOGY, &self.seen, &mut self.scores);
        for emission in &mut self.scores.emissions {
            *emission += bias;
        }
        let path = cue::TOPOLOGY.best(&self.scores, sentence.len() as usize);
        for run in runs(&path, sentence.start, |state| state == 1) {
            let at = (run.start - sentence.start) as usize;
            let end = (run.end - sentence.start) as usize;
            let tokens: f32 = self.scores.emissions[at..end].iter().sum();
            let earned = tokens + self.scores.edges[at * 2] + self.scores.edges[end * 2 + 1];
            self.cues.push((run, earned));
        }
    }

    /// The frame around a cue, and its score; with `taking`, that stretch is content.
    fn frame(
        &mut self,
        (cue, earned): (TokenRange, f32),
        cues: &[TokenRange],
        taking: Option<TokenRange>,
    ) -> Option<(Frame, f32)> {
        let window = roles::window(self.reading, cue);
        if taking.is_some_and(|stretch| stretch.start < window.start || stretch.end > window.end) {
            return None;
        }
        roles::look(self.reading, cue, cues, window, &mut self.seen);
        for at in taking.map_or(0..0, |s| s.start..s.end) {
            self.seen.allowed[(at - window.start) as usize] &= roles::CONTENT_STATES;
        }
        self.model.roles.score(&roles::TOPOLOGY, &self.seen, &mut self.scores);
        let path = roles::TOPOLOGY.best(&self.scores, window.len() as usize);
        let score = roles::TOPOLOGY.score(&self.scores, &path);
        let class = |wanted: u8| move |state: u8| roles::TOPOLOGY.class[state as usize] == wanted;
        let content = runs(&path, window.start, class(roles::CONTENT));
        if content.is_empty() || score < -1e20 {
            return None;
        }
        let source = runs(&path, window.start, class(roles::SOURCE)).first().copied();
        let evidence = self.evidence(cue, earned, source, &content, window);
        Some((Frame { cue: Some(cue), source, content, evidence }, score))
    }

    fn evidence(
        &self,
        cue: TokenRange,
        earned: f32,
        source: Option<TokenRange>,
        content: &[TokenRange],
        window: TokenRange,
    ) -> Evidence {
        let edge = |at: u32, kind: usize| self.scores.edges[(at - window.start) as usize * 4 + kind];
        let token = |at: u32, class: usize| self.scores.emissions[(at - window.start) as usize * 2 + class];
        let borders = content.iter().flat_map(|c| [edge(c.start, 2), edge(c.end, 3)]);
        let source_earns = source.map_or(0.0, |s| {
            edge(s.start, 0) + edge(s.end, 1) + (s.start..s.end).map(|at| token(at, 0)).sum::<f32>()
        });
        Evidence {
            cue: earned,
            borders: borders.fold(f32::MAX, f32::min),
            source: source_earns,
            distance: source.map_or(0, |s| cue.start.saturating_sub(s.end) + s.start.saturating_sub(cue.end)),
            ..self.reading.evidence(content)
        }
    }

    /// Gives the stretches that hold speech and that no frame took to the frame that takes them most gladly,
    /// to a cue overlooked at first, or to none. Returns the frames that are new.
    fn place_left_over(&mut self, frames: &mut [Frame], cues: &[TokenRange]) -> Vec<Frame> {
        let mut claimed = vec![false; self.reading.words.len()];
        frames.iter().for_each(|frame| claim(&mut claimed, frame));
        let mut loose: Vec<Frame> = Vec::new();
        for index in 0..self.reading.stretches.len() {
            let stretch = self.reading.stretches[index];
            let held = claimed[stretch.range()].iter().filter(|c| **c).count();
            if 2 * held >= stretch.range().len()
                || !self.reading.is_read(stretch.start)
                || !self.is_speech(stretch)
            {
                continue;
            }
            if let Some(taker) = self.taker(frames, cues, stretch) {
                claim(&mut claimed, &frames[taker]);
                continue;
            }
            let frame = self.look_again(cues, stretch).unwrap_or_else(|| Frame {
                cue: None,
                source: continued(frames, loose.last(), stretch),
                content: vec![stretch],
                evidence: self.reading.evidence(&[stretch]),
            });
            claim(&mut claimed, &frame);
            loose.push(frame);
        }
        loose
    }

    fn is_speech(&mut self, stretch: TokenRange) -> bool {
        if !stretch.range().any(|at| self.reading.words[at].is_word()) {
            return false;
        }
        stretch::look(self.reading, stretch, &mut self.seen);
        self.model.stretch.score(&stretch::TOPOLOGY, &self.seen, &mut self.scores);
        // Short words in marks that the rules pass over are more likely a name.
        let words = &self.reading.words[stretch.range()];
        let named = words.len() <= SHORT && words.iter().all(|word| word.rule_role & 2 == 0);
        let needed = if named { NAMED } else { 0.0 };
        self.scores.emissions.first().is_some_and(|s| s + self.model.stretch_bias > needed)
    }

    /// The frame whose score falls least by taking the stretch takes it, if it does not fall too much.
    fn taker(&mut self, frames: &mut [Frame], cues: &[TokenRange], stretch: TokenRange) -> Option<usize> {
        let after = frames.partition_point(|f| f.cue.is_some_and(|c| c.start < stretch.start));
        let near = after.saturating_sub(ASKED)..(after + ASKED).min(frames.len());
        let mut best: Option<(f32, usize, Frame)> = None;
        for index in near {
            let Some(cue) = frames[index].cue else { continue };
            let cue = (cue, frames[index].evidence.cue);
            let Some((wider, score)) = self.frame(cue, cues, Some(stretch)) else { continue };
            let Some((_, free)) = self.frame(cue, cues, None) else { continue };
            let loss = free - score;
            if loss < self.model.reach && best.as_ref().is_none_or(|(least, ..)| loss < *least) {
                best = Some((loss, index, wider));
            }
        }
        let (_, index, wider) = best?;
        frames[index] = wider;
        Some(index)
    }

    /// Looks for a cue of less certainty beside the stretch that takes it for its content.
    fn look_again(&mut self, cues: &[TokenRange], stretch: TokenRange) -> Option<Frame> {
        let from = cues.partition_point(|c| c.end + 4 * SECOND_LOOK < stretch.start);
        let local: Vec<TokenRange> =
            cues[from..].iter().copied().take_while(|c| c.start < stretch.end + 4 * SECOND_LOOK).collect();
        let first = self.reading.words[stretch.start as usize].sentence as usize;
        let last = self.reading.words[stretch.end as usize - 1].sentence as usize;
        let sentences = &self.reading.sentences;
        let begin = sentences.get(first.saturating_sub(1)).map_or(0, |s| s.start);
        let end = sentences.get(last + 1).or(sentences.get(last)).map_or(stretch.end, |s| s.end);
        self.cues.clear();
        for side in [
            begin.max(stretch.start.saturating_sub(SECOND_LOOK))..stretch.start,
            stretch.end..end.min(stretch.end + SECOND_LOOK),
        ] {
            let mut at = side.start;
            while at < side.end {
                let sentence = self.reading.sentences[self.reading.words[at as usize].sentence as usize];
                let part = TokenRange::new(at, sentence.end.min(side.end));
                if self.reading.is_read(at) {
                    self.find_cues(part, self.model.second_bias);
                }
                at = part.end.max(at + 1);
            }
        }
        for cue in std::mem::take(&mut self.cues) {
            let met = local.partition_point(|c| c.end <= cue.0.start);
            if local.get(met).is_some_and(|c| c.start < cue.0.end) {
                continue;
            }
            let mut with = local.clone();
            with.insert(met, cue.0);
            let Some((frame, _)) = self.frame(cue, &with, None) else { continue };
            let held: u32 = frame.content.iter().map(|c| overlap(*c, stretch)).sum();
            if 2 * held >= stretch.len() {
                return Some(frame);
            }
        }
        None
    }
}

/// The source of the nearest quotation, better before than after: who speaks goes on speaking.
fn continued(frames: &[Frame], loose: Option<&Frame>, stretch: TokenRange) -> Option<TokenRange> {
    let after = frames.partition_point(|f| f.cue.is_some_and(|c| c.start < stretch.start));
    let near = frames[after.saturating_sub(ASKED)..(after + ASKED).min(frames.len())].iter().chain(loose);
    let distance = |frame: &&Frame| {
        let to = |c: &TokenRange| {
            if c.start < stretch.start {
                stretch.start.saturating_sub(c.end)
            } else {
                2 * c.start.saturating_sub(stretch.end) + 20
            }
        };
        frame.content.iter().map(to).min()
    };
    near.filter(|f| f.source.is_some()).min_by_key(distance).and_then(|f| f.source)
}

/// A frame leaves what stands in another sentence than its cue to the frame whose cue stands there.
fn leave_to_others(frames: &mut [Frame], reading: &Reading) {
    let sentence = |at: u32| reading.words.get(at as usize).map_or(u32::MAX, |word| word.sentence);
    for index in 0..frames.len() {
        let near = index.saturating_sub(ASKED)..(index + ASKED + 1).min(frames.len());
        let Some(own) = frames[index].cue.map(|cue| sentence(cue.start)) else { continue };
        let others: Vec<(TokenRange, Vec<TokenRange>)> = frames[near]
            .iter()
            .filter_map(|other| Some((other.cue?, other.content.clone())))
            .filter(|(cue, _)| sentence(cue.start) != own && reading.words[cue.start as usize].stretch == 0)
            .collect();
        frames[index].content.retain(|range| {
            let taken = |(cue, content): &(TokenRange, Vec<TokenRange>)| {
                range.contains(cue.start) && content.iter().any(|c| overlap(*c, *range) > 0)
            };
            sentence(range.start) == own || !others.iter().any(taken)
        });
    }
}

fn claim(claimed: &mut [bool], frame: &Frame) {
    for range in &frame.content {
        claimed[range.range()].fill(true);
    }
}

fn overlap(a: TokenRange, b: TokenRange) -> u32 {
    TokenRange::new(a.start.max(b.start), a.end.min(b.end)).len()
}

/// The runs of tokens whose states are wanted.
fn runs(path: &[u8], start: u32, wanted: impl Fn(u8) -> bool) -> Vec<TokenRange> {
    let mut found: Vec<TokenRange> = Vec::new();
    for (index, _) in path.iter().enumerate().filter(|(_, state)| wanted(**state)) {
        let at = start + index as u32;
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(TokenRange::new(at, at + 1)),
        }
    }
    found
}
