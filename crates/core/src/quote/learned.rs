//! Attributions by the learned model, with what the rules know beside them: pull quotes, single marks,
//! addressees, and who goes on speaking where no cue says so.

use super::Kind;
use super::attribution::{Attribution, Origin, kind_of};
use super::decode as rules;
use super::marks::{self, Stretch};
use super::model::confidence::Evidence;
use super::model::frames::{self, Frame, Model};
use super::model::reading::Reading;
use super::reader::Reader;
use crate::document::Document;
use crate::order;
use crate::segment::{Segmented, Tag};
use crate::span::TokenRange;

/// What is reported without marks must be this likely.
const LEAST: f32 = 0.46;

/// What stands between marks, and no cue takes, must be this likely.
const FAINT: f32 = 0.05;

/// Where the rules are this sure of a cue, the whole reading less sure than this, and its content a part of the rules',
/// the rules' content stands.
const RULE_SURE: f32 = 0.7;
const UNSURE: f32 = 0.7;

/// The attributions of a document: the model's, and those that the rules find beside them.
pub(super) fn decode(
    model: &Model<'_>,
    document: &Document,
    reader: Reader<'_>,
    stretches: &[Stretch],
    by_rule: &[Attribution],
) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = judge(model, document, reader, stretches, by_rule)
        .into_iter()
        .filter(is_reported)
        .map(|judged| judged.attribution)
        .collect();
    continue_speaking(&mut found);
    found
}

fn is_reported(Judged { attribution, evidence }: &Judged) -> bool {
    let least = match attribution.kind {
        Kind::Indirect => LEAST,
        _ if attribution.cue.is_none() && !evidence.alone => FAINT,
        _ => 0.0,
    };
    attribution.likelihood >= least
}

/// An attribution with what speaks for it.
struct Judged {
    attribution: Attribution,
    evidence: Evidence,
}

/// A frame of the whole reading, for training and evaluation.
#[derive(Debug)]
pub struct Candidate {
    /// The words that say that something was said.
    pub cue: Option<TokenRange>,
    /// The words that name the source.
    pub source: Option<TokenRange>,
    /// What was said; marks at its edges belong to it.
    pub content: Vec<TokenRange>,
    /// What speaks for it.
    pub evidence: Evidence,
    /// How likely it is.
    pub likelihood: f32,
    /// Whether it is likely enough to be reported.
    pub reported: bool,
}

/// All frames of a document by model and rules together, those too that are not likely enough to be reported.
#[must_use]
pub fn candidates(model: &Model<'_>, document: &Document, segmented: &Segmented) -> Vec<Candidate> {
    let reader = Reader::new(&document.text, segmented);
    let stretches = marks::stretches(segmented, &document.text);
    let by_rule = rules::decode(document, reader, &stretches);
    let judged = judge(model, document, reader, &stretches, &by_rule);
    let candidate = |judged: Judged| {
        let reported = is_reported(&judged);
        let Judged { attribution, evidence } = judged;
        let Attribution { cue, source, kind, likelihood, .. } = attribution;
        let content = attribution.content.into_iter();
        let content = content.map(|c| if kind == Kind::Direct { with_marks(c, &stretches) } else { c });
        let content = content.collect();
        Candidate { cue, source, content, evidence, likelihood, reported }
    };
    judged.into_iter().map(candidate).collect()
}

fn with_marks(range: TokenRange, stretches: &[Stretch]) -> TokenRange {
    let at = stretches.partition_point(|s| s.end() < range.end);
    match stretches.get(at) {
        Some(stretch) if stretch.inner == range => TokenRange::new(stretch.open, stretch.end()),
        _ => range,
    }
}

/// All attributions in the order of the text, each with its likelihood.
fn judge(
    model: &Model<'_>,
    document: &Document,
    reader: Reader<'_>,
    stretches: &[Stretch],
    by_rule: &[Attribution],
) -> Vec<Judged> {
    let mut reading = Reading::new(document, reader.segmented, by_rule);
    reading.parse(&model.parser);
    let frames = frames::read(model, &reading);
    let rules = Rules::new(by_rule, reader.segmented.tokens.len());
    let mut claimed = vec![false; reader.segmented.tokens.len()];
    let mut found: Vec<Judged> = Vec::with_capacity(frames.len());
    for frame in &frames {
        let judged = attribution(model, reader, stretches, &reading, frame, &rules);
        for range in judged.attribution.content.iter().chain(&judged.attribution.cue) {
            claimed[range.range()].fill(true);
        }
        part_at_paragraphs(judged, reader, stretches, &reading, &mut found);
    }
    let free = |a: &&Attribution| {
        !a.content.iter().chain(&a.cue).any(|range| claimed[range.range()].contains(&true))
    };
    found.extend(by_rule.iter().filter(free).map(|a| {
        let evidence = Evidence { rule: a.likelihood, alone: true, ..reading.evidence(&a.content) };
        Judged { attribution: Attribution { origin: on_its_own(a.origin), ..a.clone() }, evidence }
    }));
    for judged in &mut found {
        judged.attribution.likelihood = model.calibration.confidence(&judged.evidence);
    }
    order::sort_by_key(&mut found, |judged| judged.attribution.place());
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
fn part_at_paragraphs(
    judged: Judged,
    reader: Reader<'_>,
    stretches: &[Stretch],
    reading: &Reading,
    found: &mut Vec<Judged>,
) {
    let Judged { mut attribution, evidence } = judged;
    let block = |range: &TokenRange| reading.words[range.start as usize].block;
    let content = std::mem::take(&mut attribution.content);
    let mut parts = content.chunk_by(|a, b| block(a) == block(b) || reading.runs_on(block(a) as usize));
    attribution.content = parts.next().unwrap_or_default().to_vec();
    let later: Vec<Judged> = parts
        .map(|part| Attribution {
            block: part.first().map_or(0, block),
            kind: kind_of(reader, part, stretches),
            content: part.to_vec(),
            cue: None,
            head: None,
            origin: Origin::Nowhere,
            addressee: None,
            ..attribution.clone()
        })
        .map(|attribution| Judged { attribution, evidence })
        .collect();
    if !later.is_empty() {
        attribution.kind = kind_of(reader, &attribution.content, stretches);
    }
    found.push(Judged { attribution, evidence });
    found.extend(later);
}

fn attribution(
    model: &Model<'_>,
    reader: Reader<'_>,
    stretches: &[Stretch],
    reading: &Reading,
    frame: &Frame,
    rules: &Rules<'_>,
) -> Judged {
    let start = frame.content.first().map_or(0, |range| range.start);
    let with_cue = frame.cue.and_then(|cue| rules.with_cue(cue));
    let rule = with_cue.or_else(|| rules.holding(start));
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
        addressee: with_cue.and_then(|rule| rule.addressee),
        likelihood: 0.0,
    };
    let evidence = frame
        .evidence
        .beside(rule.map(|r| (r.likelihood, r.content == frame.content, r.source == frame.source)));
    if let (Some(addressee), Some(first)) = (attribution.addressee, attribution.content.first_mut()) {
        // "told the judge that they wait": who was spoken to is no part of what was said. "urged the judge to wait": who
        // is to do it is, unless what was said stands in marks.
        let does = attribution.kind == Kind::Indirect && reader.tag(addressee.end) == Tag::To;
        if first.start == addressee.start && first.end > addressee.end && !does {
            first.start = addressee.end;
        }
    }
    if let Some(rule) = with_cue.filter(|rule| extends(rule, &attribution)) {
        let all_in_marks = reading.evidence(&attribution.content).marked > 0.99;
        let more = rule.kind != Kind::Direct
            && (attribution.kind != Kind::Mixed || all_in_marks)
            && rule.likelihood >= RULE_SURE
            && model.calibration.confidence(&evidence) < UNSURE;
        let completes = fills(rule, &attribution) || goes_on(rule, &attribution, reading);
        if more || completes || all_in_marks && lacks(reader, &attribution) {
            attribution.content.clone_from(&rule.content);
            attribution.kind = rule.kind;
        }
    }
    // Words in marks without cue: the rules know who goes on speaking, and what else belongs to it.
    if let Some(rule) = rule.filter(|rule| frame.cue.is_none() && rule.kind != Kind::Indirect) {
        attribution.cue = rule.cue;
        attribution.head = rule.head;
        if rule.kind == Kind::Mixed && extends(rule, &attribution) {
            attribution.content.clone_from(&rule.content);
            attribution.kind = rule.kind;
        }
        if rule.source.is_some() {
            attribution.source = rule.source;
            attribution.origin = on_its_own(rule.origin);
        }
    }
    Judged { attribution, evidence }
}

/// Whether the rule's content holds the attribution's and more, marks at its edges left aside.
fn extends(rule: &Attribution, attribution: &Attribution) -> bool {
    let holds = |range: &TokenRange| {
        rule.content.iter().any(|r| r.start <= range.start + 1 && range.end <= r.end + 1)
    };
    let length = |content: &[TokenRange]| content.iter().map(|range| range.len()).sum::<u32>();
    length(&rule.content) > length(&attribution.content) && attribution.content.iter().all(holds)
}

/// Whether the rule's content is the attribution's without its holes: "what it calls “rogue states”" is one piece.
fn fills(rule: &Attribution, attribution: &Attribution) -> bool {
    let bounds = |content: &[TokenRange]| Some((content.first()?.start, content.last()?.end));
    match (bounds(&rule.content), bounds(&attribution.content)) {
        (Some(rules), Some(own)) => {
            rule.content.len() < attribution.content.len()
                && rules.0.abs_diff(own.0) <= 1
                && rules.1.abs_diff(own.1) <= 1
        }
        _ => false,
    }
}

/// Whether what was said ends in marks before what its verb needs: "“not to force” a deployment".
fn lacks(reader: Reader<'_>, attribution: &Attribution) -> bool {
    let [content] = attribution.content[..] else { return false };
    let close =
        if reader.tag(content.end) == Tag::Mark { content.end } else { content.end.saturating_sub(1) };
    let asks = (content.start..content.end.min(content.start + 3)).any(|at| reader.tag(at) == Tag::To);
    asks && matches!(reader.tag(close.saturating_sub(1)), Tag::Base | Tag::Present)
        && reader.tag(close + 1) == Tag::Determiner
}

/// Whether what the rule's content has more are the paragraphs after it, each wholly in marks that the one before leaves
/// open.
fn goes_on(rule: &Attribution, attribution: &Attribution, reading: &Reading) -> bool {
    let Some(last) = attribution.content.last() else { return false };
    let (later, known): (Vec<_>, Vec<_>) = rule.content.iter().partition(|range| range.start >= last.end);
    let held = |range: &&TokenRange| {
        attribution.content.iter().any(|own| own.start <= range.start && range.end <= own.end)
    };
    rule.kind == Kind::Direct
        && known.iter().all(held)
        && later.iter().all(|range| reading.continues(**range))
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
