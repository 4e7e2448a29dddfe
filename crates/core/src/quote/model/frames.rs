//! Attributions of a whole document: cues, then the roles around each, then the stretches that no cue took.

use super::asking::{Asking, claim, give, held_by, overlap, with};
use super::beside::{self, Beside};
use super::chain::Scores;
use super::confidence::{Calibration, Evidence};
use super::parse::Parser;
use super::reading::Reading;
use super::seen::Scoring;
use super::taker::ASKED;
use super::weights::{Sums, Table, Weights};
use super::{cue, roles, stretch, window};
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
    /// What it would be with the stretch before its cue, and with the one after.
    pub beside: [Option<Beside>; 2],
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
    /// Who takes a stretch.
    pub taker: Table<'a>,
    /// Heads and relations.
    pub parser: Parser<'a>,
    /// What a cue token earns beyond its weights.
    pub cue_bias: f32,
    /// The same in a second look, where a quotation found no cue.
    pub second_bias: f32,
    /// What a stretch earns beyond its weights.
    pub stretch_bias: f32,
    /// How sure a frame is.
    pub calibration: Calibration,
}

/// No cue opens or closes beside a token that earns less as a part of a cue.
const UNLIKELY: f32 = -3.0;

/// How far from a stretch left over a cue is looked for a second time, in tokens.
const SECOND_LOOK: u32 = 60;

/// A cue farther from a stretch, in tokens, is not asked to take it.
pub(super) const FARTHEST: u32 = 300;

/// What a source may cost that words in marks would not have else.
const NEEDED: f32 = 5.0;

/// What a stretch that may be a name must earn to be taken for speech.
const NAMED: f32 = 1.5;

/// A stretch of so many tokens, marks counted, may be a name.
const SHORT: usize = 6;

/// The frames of one document, in order.
#[must_use]
pub fn read(model: &Model<'_>, reading: &Reading) -> Vec<Frame> {
    let mut search = Search::new(model, reading);
    let (mut frames, cues) = search.frames();
    let loose = search.place_stretches(&mut frames, &cues);
    frames.extend(loose);
    frames.retain(|frame| !frame.content.is_empty());
    order::sort_by_key(&mut frames, |f| {
        (f.cue.or(f.content.first().copied()).map(|r| r.start), f.cue.is_none())
    });
    frames
}

/// A frame that may take a stretch (none, first, for none of them): its source, and what is seen.
pub type Answer = (Option<TokenRange>, Vec<u32>);

/// Whose words stand between marks, as questions to learn from.
#[must_use]
pub fn questions(model: &Model<'_>, reading: &Reading) -> Vec<(TokenRange, Vec<Answer>)> {
    let mut search = Search::new(model, reading);
    let (frames, _) = search.frames();
    let asking = Asking::new(reading, &frames);
    let mut questions = Vec::new();
    for stretch in &reading.stretches {
        if reading.is_read(stretch.start) && (asking.is_held(*stretch) || search.is_speech(*stretch)) {
            let mut answers = Vec::new();
            asking.each(*stretch, &Vec::new(), &mut |number, hashes| {
                answers.push((number.and_then(|n| with(&frames[n], *stretch).1), hashes));
            });
            questions.push((*stretch, answers));
        }
    }
    questions
}

struct Search<'a> {
    model: &'a Model<'a>,
    reading: &'a Reading,
    scores: Scores,
    /// Cues of the last sentences looked at, each with what it earns.
    cues: Vec<(TokenRange, f32)>,
}

impl<'a> Search<'a> {
    fn new(model: &'a Model<'a>, reading: &'a Reading) -> Self {
        Self { model, reading, scores: Scores::default(), cues: Vec::new() }
    }

    /// The frames around all cues, some without content, and the cues.
    fn frames(&mut self) -> (Vec<Frame>, Vec<TokenRange>) {
        for sentence in self.reading.sentences.iter().filter(|s| self.reading.is_read(s.start)) {
            self.find_cues(*sentence, self.model.cue_bias);
        }
        let found = std::mem::take(&mut self.cues);
        let cues: Vec<TokenRange> = found.iter().map(|c| c.0).collect();
        let mut frames: Vec<Frame> = found.iter().map(|cue| self.frame(*cue, &cues)).collect();
        leave_to_others(&mut frames, self.reading);
        frames.extend(self.overlooked(&cues));
        order::sort_by_key(&mut frames, |frame| frame.cue.map(|cue| cue.start));
        (frames, cues)
    }

    /// Frames without content around cues that only the rules found beside marks.
    fn overlooked(&self, cues: &[TokenRange]) -> impl Iterator<Item = Frame> {
        let known = |cue: TokenRange| {
            cues.get(cues.partition_point(|c| c.end <= cue.start)).is_some_and(|c| c.start < cue.end)
        };
        let marked = |content: &[TokenRange]| {
            content.iter().any(|c| self.reading.words[c.range()].iter().any(|w| w.stretch > 0))
        };
        self.reading
            .rules
            .iter()
            .filter(move |rule| rule.cue.is_some_and(|cue| !known(cue)) && marked(&rule.content))
            .map(|rule| Frame {
                cue: rule.cue,
                source: rule.source,
                content: Vec::new(),
                evidence: Evidence::default(),
                beside: [None; 2],
            })
    }

    /// Adds the cues of one sentence, or of a part of it.
    fn find_cues(&mut self, sentence: TokenRange, bias: f32) {
        let mut sink = Scoring::<1, 2>::new(self.model.cue, &mut self.scores);
        cue::look_at_tokens(self.reading, sentence, &mut sink);
        let may_open_or_close = sink.beside_any(|emission| emission + bias > UNLIKELY);
        cue::look_at_borders(self.reading, sentence, &mut sink, |at| may_open_or_close[at as usize]);
        for edges in self.scores.edges.chunks_mut(cue::TOPOLOGY.edges) {
            edges[0] += bias;
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

    /// The frame around a cue.
    fn frame(&mut self, (cue, earned): (TokenRange, f32), cues: &[TokenRange]) -> Frame {
        let window = window::around(self.reading, cue);
        let mut sink = Scoring::<2, 4>::new(self.model.roles, &mut self.scores);
        roles::look(self.reading, cue, cues, window, &mut sink);
        let (length, topology) = (window.len() as usize, &roles::TOPOLOGY);
        let best = topology.best_ending(&self.scores, length, topology.ends);
        let class = |wanted: u8| move |state: u8| topology.class[state as usize] == wanted;
        let mut content = runs(&best.0, window.start, class(roles::CONTENT));
        let marked = content.iter().any(|c| self.reading.words[c.range()].iter().any(|w| w.stretch > 0));
        let source = beside::source(&best.0, window)
            .or_else(|| self.source_by_rule(cue, &content))
            .or_else(|| self.needed_source(&best, window).filter(|_| marked));
        let mut beside = beside::look(self.reading, cue, window, &mut self.scores, &best);
        for one in beside.iter_mut().flatten() {
            one.source = one.source.or_else(|| self.source_by_rule(cue, &[one.stretch]));
        }
        let evidence = self.evidence(cue, earned, source, &content, window);
        window::complete(self.reading, cue, window, &mut content);
        Frame { cue: Some(cue), source, content, evidence, beside }
    }

    /// Words in marks have a speaker: the source of the best reading that has one, if it is nearly as good.
    fn needed_source(&self, best: &(Vec<u8>, f32), window: TokenRange) -> Option<TokenRange> {
        let (path, earned) =
            roles::TOPOLOGY.best_ending(&self.scores, window.len() as usize, &roles::WITH_SOURCE);
        beside::source(&path, window).filter(|_| earned + NEEDED > best.1)
    }

    /// The source that the rules gave to the same cue, if the content leaves it free.
    fn source_by_rule(&self, cue: TokenRange, content: &[TokenRange]) -> Option<TokenRange> {
        let number = self.reading.words[cue.range()].iter().map(|word| word.rule).max()?;
        let source = self.reading.rules.get((number as usize).checked_sub(1)?)?.source?;
        let free = content.iter().all(|range| overlap(*range, source) == 0) && overlap(cue, source) == 0;
        free.then_some(source)
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
        let inside = |s: &TokenRange| s.start >= window.start && s.end <= window.end;
        let source_earns = source.filter(inside).map_or(0.0, |s| {
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

    /// Gives each stretch that holds speech to whom it belongs: a frame, a cue overlooked at first, or none.
    /// Returns the frames that are new.
    fn place_stretches(&mut self, frames: &mut [Frame], cues: &[TokenRange]) -> Vec<Frame> {
        let mut left_over = Vec::new();
        for (stretch, taker) in self.takers(frames) {
            match taker {
                Some(taker) => give(frames, taker, stretch, self.reading),
                None => left_over.push(stretch),
            }
        }
        let mut claimed = vec![false; self.reading.words.len()];
        frames.iter().for_each(|frame| claim(&mut claimed, frame));
        let mut loose: Vec<Frame> = Vec::new();
        for stretch in left_over {
            if 2 * claimed[stretch.range()].iter().filter(|c| **c).count() >= stretch.range().len() {
                continue;
            }
            let frame = self.look_again(cues, stretch).unwrap_or_else(|| Frame {
                cue: None,
                source: continued(frames, loose.last(), stretch),
                content: vec![stretch],
                evidence: self.reading.evidence(&[stretch]),
                beside: [None; 2],
            });
            claim(&mut claimed, &frame);
            loose.push(frame);
        }
        loose
    }

    /// The stretches that hold speech, each with the number of the frame that takes it.
    fn takers(&mut self, frames: &[Frame]) -> Vec<(TokenRange, Option<usize>)> {
        let reading = self.reading;
        let asking = Asking::new(reading, frames);
        let mut taken = Vec::new();
        for stretch in reading.stretches.iter().copied().filter(|s| reading.is_read(s.start)) {
            if asking.is_held(stretch) || self.is_speech(stretch) {
                let mut best = (i32::MIN, None);
                asking.each(stretch, &self.model.taker.sums(), &mut |number, seen: Sums<1>| {
                    let [score] = seen.steps;
                    if score > best.0 {
                        best = (score, number);
                    }
                });
                taken.push((stretch, best.1));
            }
        }
        taken
    }

    fn is_speech(&mut self, stretch: TokenRange) -> bool {
        if !stretch.range().any(|at| self.reading.words[at].is_word()) {
            return false;
        }
        let mut sink = Scoring::<1, 0>::new(self.model.stretch, &mut self.scores);
        stretch::look(self.reading, stretch, &mut sink);
        // Short words in marks that the rules pass over are more likely a name.
        let words = &self.reading.words[stretch.range()];
        let named = words.len() <= SHORT && words.iter().all(|word| word.rule_role & 2 == 0);
        let needed = if named { NAMED } else { 0.0 };
        self.scores.emissions.first().is_some_and(|s| s + self.model.stretch_bias > needed)
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
            let frame = self.frame(cue, &with);
            if 2 * held_by(&frame, stretch) < stretch.len() {
                continue;
            }
            if self.leads_to(cue.0, stretch) {
                return Some(frame);
            }
            let evidence = self.reading.evidence(&frame.content);
            return Some(Frame { cue: None, evidence, ..frame });
        }
        None
    }

    /// Whether a cue of less certainty says that the stretch was said: it stands in its sentence, a colon parts the two,
    /// the rules know it, or it is more than a verb. Else it tells of somebody nearby: "“…” The passengers slept."
    fn leads_to(&self, cue: TokenRange, stretch: TokenRange) -> bool {
        let words = &self.reading.words;
        let sentence = |at: u32| words[at as usize].sentence;
        (sentence(stretch.start)..=sentence(stretch.end - 1)).contains(&sentence(cue.start))
            || stretch.start > 0 && words[stretch.start as usize - 1].is_colon()
            || words[cue.range()].iter().any(|word| word.rule > 0 || !word.is_word() || !word.is_lower())
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
