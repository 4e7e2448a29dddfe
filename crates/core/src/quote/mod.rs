//! Quotations: content, cue, source, speaker.

mod according;
mod ahead;
mod attribution;
mod beside;
mod clause;
mod closed;
pub mod countable;
mod cue;
mod cues;
mod decode;
mod direct;
mod extent;
mod frame;
mod judged;
mod label;
pub mod learned;
mod marks;
pub mod model;
mod occasion;
mod pull;
mod reader;
mod reason;
mod relative;
mod speaker;

pub use reason::{Reason, Rule, excerpt};

use crate::document::{Document, Zone};
use crate::entity::{Entities, remap_readings};
use crate::id::{DocumentId, EntityId, Id, QuotationId, SentenceId};
use crate::segment::Segmented;
use crate::span::{Span, TokenRange};
use attribution::Attribution;
use cues::Cues;
use marks::Stretch;
use model::frames::Model;
use reader::Reader;
use speaker::{Cast, Resolved};

/// How the words are rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Wholly in quotation marks.
    Direct,
    /// Reported speech with a fragment in marks.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// Set apart by the page, signed with a name.
    Pull,
}

impl Kind {
    /// All kinds in the order in which they are listed to people.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Mixed, Self::Indirect, Self::Pull];

    /// Its name for people, links and exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Pull => "pull",
        }
    }
}

/// One attribution: what was said, the words that say that it was said, and by whom.
#[derive(Debug, Clone)]
pub struct Quotation {
    /// The report.
    pub document: DocumentId,
    /// The part of the report.
    pub zone: Zone,
    /// The sentence in which the first content span starts.
    pub sentence: SentenceId,
    /// How it is rendered.
    pub kind: Kind,
    /// What was said: at least one span, in order. A direct content excludes its marks and includes the
    /// punctuation inside them.
    pub content: Box<[Span]>,
    /// The verb or phrase of saying, with auxiliaries and adverbs ("has also threatened").
    pub cue: Option<Span>,
    /// The cue's main word in its dictionary form ("threaten"), for the facet.
    pub verb: Option<&'static str>,
    /// The words that name the speaker, titles and appositions included.
    pub source: Option<Span>,
    /// Who speaks.
    pub speaker: Speaker,
    /// To whom, where the text says so.
    pub addressee: Option<Addressee>,
    /// Where or when, where the text says so ("at a press conference after Friday's talks").
    pub occasion: Option<Span>,
    /// The attribution through which this one is known: "…, according to U.S. officials".
    pub reported_by: Option<QuotationId>,
    /// How many voices stand between the reader and the words: 1 is the outlet's report of a speaker,
    /// 2 is hearsay.
    pub depth: u8,
    /// 0 to 1, from likely wrong to likely right. With the model: that the content is found and the words of the
    /// source overlap with the right ones, fitted on articles that the weights had not seen; whom a pronoun means is
    /// left out. By rules alone: a weight of the cue and of how sure the speaker is, set by hand.
    pub confidence: f32,
    /// What decided.
    pub reason: Reason,
}

/// Below this confidence a quotation is unsure.
const SURE: f32 = 0.5;

impl Quotation {
    /// Whether speaker and content are more likely right than not.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        matches!(self.speaker, Speaker::One(_) | Speaker::Joint(_)) && self.confidence >= SURE
    }

    /// The same attribution with the corpus's numbers: of its document, of the document's first quotation
    /// and sentence, and of its entities.
    pub(crate) fn into_corpus(
        mut self,
        document: DocumentId,
        first: u32,
        first_sentence: u32,
        map: &[EntityId],
    ) -> Self {
        self.document = document;
        self.sentence = SentenceId(self.sentence.0 + first_sentence);
        self.reported_by = self.reported_by.map(|outer| QuotationId(outer.0 + first));
        self.speaker = self.speaker.remap(map);
        if let Some(addressee) = &mut self.addressee {
            addressee.entities = remap(&addressee.entities, map);
        }
        self
    }
}

/// The same entities with the corpus's ids, each once.
fn remap(entities: &[EntityId], map: &[EntityId]) -> Box<[EntityId]> {
    let mut mapped: Vec<EntityId> = Vec::with_capacity(entities.len());
    for id in entities.iter().filter_map(|local| map.get(local.index()).copied()) {
        if !mapped.contains(&id) {
            mapped.push(id);
        }
    }
    mapped.into_boxed_slice()
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq)]
pub enum Speaker {
    /// One entity.
    One(EntityId),
    /// Several together ("they" for Rice and Gates).
    Joint(Box<[EntityId]>),
    /// Two readings or more are near: best first, with the share of each.
    Unsure(Box<[(EntityId, f32)]>),
    /// The text does not say, or we can't tell.
    Unknown,
}

impl Speaker {
    fn remap(self, map: &[EntityId]) -> Self {
        match self {
            Self::One(id) => map.get(id.index()).map_or(Self::Unknown, |id| Self::One(*id)),
            Self::Joint(ids) => match *remap(&ids, map) {
                [] => Self::Unknown,
                [only] => Self::One(only),
                _ => Self::Joint(remap(&ids, map)),
            },
            Self::Unsure(readings) => match *remap_readings(&readings, map) {
                [] => Self::Unknown,
                [(only, _)] => Self::One(only),
                _ => Self::Unsure(remap_readings(&readings, map)),
            },
            Self::Unknown => Self::Unknown,
        }
    }

    /// The entities named: one, all that speak together, or all readings, best first.
    pub fn entities(&self) -> impl Iterator<Item = EntityId> + '_ {
        let (joint, unsure): (&[EntityId], &[(EntityId, f32)]) = match self {
            Self::One(id) => (std::slice::from_ref(id), &[]),
            Self::Joint(ids) => (ids, &[]),
            Self::Unsure(readings) => (&[], readings),
            Self::Unknown => (&[], &[]),
        };
        joint.iter().copied().chain(unsure.iter().map(|(id, _)| *id))
    }
}

/// To whom it was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Addressee {
    /// The words that name the addressee.
    pub span: Span,
    /// Who that is, as far as we can tell.
    pub entities: Box<[EntityId]>,
}

/// Finds the quotations of one document, by the learned model where there is one, else by rules. Ids refer to
/// `entities`, and count sentences and quotations from zero within the document; `entities` may grow by unnamed
/// groups that turn out to speak.
#[must_use]
pub fn extract(
    model: Option<&Model<'_>>,
    document: &Document,
    segmented: &Segmented,
    entities: &mut Entities,
) -> Vec<Quotation> {
    let reader = Reader::new(&document.text, segmented);
    let stretches = marks::stretches(segmented, &document.text);
    let by_rule = decode::decode(document, reader, &stretches);
    let Some(model) = model else {
        return quotations(document, reader, &stretches, &by_rule, by_rules_confidence, entities);
    };
    let found = learned::decode(model, document, reader, &stretches, &by_rule);
    quotations(document, reader, &stretches, &found, |a, _| a.likelihood, entities)
}

/// Asks who speaks in what was found.
fn quotations(
    document: &Document,
    reader: Reader<'_>,
    stretches: &[Stretch],
    found: &[Attribution],
    confidence: impl Fn(&Attribution, f32) -> f32,
    entities: &mut Entities,
) -> Vec<Quotation> {
    let mut cast = Cast::new(reader, entities);
    let resolved = cast.resolve_all(found);
    let mut quotations: Vec<Quotation> = found
        .iter()
        .zip(resolved)
        .map(|(attribution, resolved)| {
            let confidence = confidence(attribution, resolved.certainty).clamp(0.01, 0.99);
            let mut quotation = quotation(document, reader, stretches, attribution, resolved);
            quotation.confidence = confidence;
            quotation.addressee = attribution.addressee.map(|range| cast.addressee(range));
            quotation
        })
        .collect();
    hearsay(found, &mut quotations);
    quotations
}

fn quotation(
    document: &Document,
    reader: Reader<'_>,
    stretches: &[Stretch],
    attribution: &Attribution,
    resolved: Resolved,
) -> Quotation {
    let content: Box<[Span]> = match attribution.kind {
        Kind::Direct => {
            let pieces = attribution.content.iter().flat_map(|range| between_marks(*range, stretches));
            pieces.map(|piece| reader.span(piece)).collect()
        }
        _ => attribution.content.iter().map(|r| reader.span(*r)).filter(|span| !span.is_empty()).collect(),
    };
    let start = content.first().map_or(0, |span| span.start);
    let sentence = |byte: u32| reader.segmented.sentence_at(byte).unwrap_or_default();
    let told_in = attribution.cue.map_or(start, |cue| reader.span(cue).start);
    let occasion = reader
        .segmented
        .sentences
        .get(sentence(told_in))
        .and_then(|s| occasion::occasion(reader, attribution, s.tokens));
    Quotation {
        document: DocumentId(0),
        zone: document.blocks.get(attribution.block as usize).map_or(Zone::Body, |b| b.zone),
        sentence: SentenceId(sentence(start) as u32),
        kind: attribution.kind,
        content,
        cue: attribution.cue.map(|range| reader.span(range)),
        verb: attribution.head.and_then(|head| Cues::shared().lemma(reader, head)),
        source: attribution.source.map(|range| reader.span(range)),
        speaker: resolved.speaker,
        addressee: None,
        occasion: occasion.map(|range| reader.span(range)),
        reported_by: None,
        depth: 1,
        confidence: attribution.likelihood,
        reason: resolved.reason,
    }
}

/// How sure the rules are that content and speaker are right.
fn by_rules_confidence(attribution: &Attribution, certainty: f32) -> f32 {
    // Marks are right far more often than the verb beside them makes likely.
    let said = match attribution.kind {
        Kind::Direct => 0.6 + 0.4 * attribution.likelihood,
        Kind::Mixed => 0.3 + 0.65 * attribution.likelihood,
        Kind::Indirect | Kind::Pull => attribution.likelihood,
    };
    said * certainty
}

/// "Russian officials said …, according to U.S. officials": what stands within what another said is known
/// through him.
fn hearsay(found: &[Attribution], quotations: &mut [Quotation]) {
    for outer in 0..found.len() {
        // Attributions are in the order of the text: those within another follow or precede it closely.
        let near = outer.saturating_sub(4)..(outer + 5).min(found.len());
        for inner in near.filter(|inner| *inner != outer) {
            let within = found[inner].cue.is_some_and(|cue| found[outer].holds(cue.start));
            if within && quotations[inner].reported_by.is_none() {
                quotations[inner].reported_by = Some(QuotationId(outer as u32));
                quotations[inner].depth = quotations[inner].depth.max(2);
            }
        }
    }
}

/// What of the range stands between marks, the marks left out: a piece for each stretch.
fn between_marks(range: TokenRange, stretches: &[Stretch]) -> impl Iterator<Item = TokenRange> {
    let first = stretches.partition_point(|s| s.end() <= range.start);
    stretches[first..]
        .iter()
        .map(|stretch| stretch.inner)
        .take_while(move |inner| inner.start < range.end)
        .map(move |inner| TokenRange::new(inner.start.max(range.start), inner.end.min(range.end)))
        .filter(|piece| !piece.is_empty())
}
