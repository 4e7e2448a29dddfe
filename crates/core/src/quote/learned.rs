//! Attributions by the learned model, with what the rules know beside them: pull quotes, single marks,
//! addressees, and who goes on speaking where no cue says so.

use super::Kind;
use super::attribution::{Attribution, Origin, kind_of};
use super::marks::Stretch;
use super::model::frames::{self, Frame, Model};
use super::model::reading::Reading;
use super::reader::Reader;
use crate::document::Document;
use crate::order;
use crate::span::TokenRange;

/// What is reported without marks must be this likely.
const LEAST: f32 = 0.4;

/// What is reported without marks, and what the rules know nothing of, must be this likely.
const LONE: f32 = 0.52;

/// What the rules alone find must be this likely.
const BY_RULE: f32 = 0.52;

/// Where the rules are this sure of a cue, and the model less sure than this, the rules' content stands.
const RULE_SURE: f32 = 0.84;
const MODEL_UNSURE: f32 = 0.72;

/// The attributions of a document: the model's, and those that the rules find beside them.
pub(super) fn decode(
    model: &Model<'_>,
    document: &Document,
    reader: Reader<'_>,
    stretches: &[Stretch],
    by_rule: &[Attribution],
) -> Vec<Attribution> {
    let mut reading = Reading::new(document, reader.segmented, by_rule);
    reading.parse(&model.parser);
    let frames = frames::read(model, &reading);
    let rules = Rules::new(by_rule, reader.segmented.tokens.len());
    let mut claimed = vec![false; reader.segmented.tokens.len()];
    let mut found: Vec<Attribution> = Vec::with_capacity(frames.len());
    for frame in &frames {
        let attribution = attribution(model, reader, stretches, &reading, frame, &rules);
        let known = frame.cue.is_some_and(|cue| rules.with_cue(cue).is_some());
        let least = if known { LEAST } else { LONE };
        if attribution.kind == Kind::Indirect && attribution.likelihood < least {
            continue;
        }
        for range in attribution.content.iter().chain(&attribution.cue) {
            claimed[range.range()].fill(true);
        }
        part_at_paragraphs(attribution, &reading, &mut found);
    }
    let free = |a: &&Attribution| {
        (a.kind != Kind::Indirect || a.likelihood >= BY_RULE)
            && !a.content.iter().chain(&a.cue).any(|range| claimed[range.range()].contains(&true))
    };
    found.extend(
        by_rule.iter().filter(free).map(|a| Attribution { origin: on_its_own(a.origin), ..a.clone() }),
    );
    order::sort_by_key(&mut found, Attribution::place);
    continue_speaking(&mut found);
    found
}

/// The origin without the number of an earlier attribution, which may have gone.
const fn on_its_own(origin: Origin) -> Origin {
    match origin {
        Origin::Continued(_) => Origin::Nowhere,
        origin => origin,
    }
}

/// A quotation that closes its marks and goes on in another paragraph is another quotation of the same speaker.
fn part_at_paragraphs(mut attribution: Attribution, reading: &Reading, found: &mut Vec<Attribution>) {
    let block = |range: &TokenRange| reading.words[range.start as usize].block;
    let content = std::mem::take(&mut attribution.content);
    let mut parts = content.chunk_by(|a, b| block(a) == block(b) || reading.runs_on(block(a) as usize));
    attribution.content = parts.next().unwrap_or_default().to_vec();
    let later: Vec<Attribution> = parts
        .map(|part| Attribution {
            block: part.first().map_or(0, block),
            content: part.to_vec(),
            cue: None,
            head: None,
            origin: Origin::Nowhere,
            addressee: None,
            ..attribution.clone()
        })
        .collect();
    found.push(attribution);
    found.extend(later);
}

fn attribution(
    model: &Model<'_>,
    reader: Reader<'_>,
    stretches: &[Stretch],
    reading: &Reading,
    frame: &Frame,
    rules: &Rules<'_>,
) -> Attribution {
    let start = frame.content.first().map_or(0, |range| range.start);
    let rule = frame.cue.and_then(|cue| rules.with_cue(cue)).or_else(|| rules.holding(start));
    let according = frame.cue.is_some_and(|cue| reader.is(cue.start, reader.closed.according));
    let origin = match (frame.cue, frame.source) {
        (Some(_), Some(_)) if according => Origin::AccordingTo,
        (Some(_), Some(_)) => Origin::Beside,
        _ => Origin::Nowhere,
    };
    let mut attribution = Attribution {
        block: reading.words.get(start as usize).map_or(0, |word| word.block),
        kind: kind_of(reader, &frame.content, stretches),
        content: frame.content.clone(),
        cue: frame.cue,
        head: frame.cue.map(|cue| head(reader, cue)),
        source: frame.source,
        origin,
        addressee: rule.filter(|_| frame.cue.is_some()).and_then(|rule| rule.addressee),
        likelihood: model.calibration.confidence(&frame.evidence),
    };
    let rule_stands = |rule: &&Attribution| {
        frame.cue.is_some() && rule.likelihood >= RULE_SURE && attribution.likelihood < MODEL_UNSURE
    };
    if let Some(rule) = frame.cue.and_then(|cue| rules.with_cue(cue)).filter(rule_stands) {
        attribution.content.clone_from(&rule.content);
        attribution.kind = rule.kind;
    }
    if let (Some(addressee), Some(first)) = (attribution.addressee, attribution.content.first_mut()) {
        // "urged the judge to wait": who was spoken to is no part of what was said.
        if first.start == addressee.start && first.end > addressee.end {
            first.start = addressee.end;
        }
    }
    // A quotation without cue: the rules know who goes on speaking.
    if let Some(rule) = rule.filter(|rule| frame.cue.is_none() && rule.kind != Kind::Indirect) {
        attribution.cue = rule.cue;
        attribution.head = rule.head;
        if rule.source.is_some() {
            attribution.source = rule.source;
            attribution.origin = on_its_own(rule.origin);
        }
    }
    attribution
}

/// The verb of a cue: its last, or its last word.
fn head(reader: Reader<'_>, cue: TokenRange) -> u32 {
    let verb = |at: &u32| reader.tag(*at).is_verb();
    (cue.start..cue.end).rev().find(verb).unwrap_or(cue.end.max(1) - 1)
}

/// A quotation without cue whose source is another attribution's goes on with that one's speaker.
fn continue_speaking(found: &mut [Attribution]) {
    let mut last: Option<(TokenRange, usize)> = None;
    for (index, attribution) in found.iter_mut().enumerate() {
        match (attribution.origin, attribution.source) {
            (Origin::Nowhere, Some(source)) => match last {
                Some((spoke, earlier)) if spoke == source => attribution.origin = Origin::Continued(earlier),
                _ => attribution.origin = Origin::LastSubject,
            },
            (Origin::Beside | Origin::AccordingTo, Some(source)) => last = Some((source, index)),
            _ => {}
        }
    }
}

/// The rules' attributions by the tokens of their cues and contents.
struct Rules<'a> {
    found: &'a [Attribution],
    /// For each token one more than the number of the attribution whose cue, or content, holds it.
    cues: Vec<u32>,
    contents: Vec<u32>,
}

impl<'a> Rules<'a> {
    fn new(found: &'a [Attribution], tokens: usize) -> Self {
        let (mut cues, mut contents) = (vec![0; tokens], vec![0; tokens]);
        for (number, attribution) in (1..).zip(found) {
            for range in &attribution.content {
                contents[range.range()].fill(number);
            }
            if let Some(cue) = attribution.cue {
                cues[cue.range()].fill(number);
            }
        }
        Self { found, cues, contents }
    }

    fn numbered(&self, number: u32) -> Option<&'a Attribution> {
        self.found.get((number as usize).checked_sub(1)?)
    }

    fn with_cue(&self, cue: TokenRange) -> Option<&'a Attribution> {
        let number = self.cues.get(cue.range())?.iter().find(|number| **number > 0)?;
        self.numbered(*number)
    }

    fn holding(&self, token: u32) -> Option<&'a Attribution> {
        self.numbered(*self.contents.get(token as usize)?)
    }
}
