//! A corpus of invented reports with hand-made quotations, from `spec/articles.txt`.

use readout_core::corpus::Corpus;
use readout_core::document::{Block, Date, Document, Fact, Stamp, Zone};
use readout_core::entity::{Country, Entities, Entity, EntityKind, Gender, Mention, MentionForm, Sense};
use readout_core::id::{DocumentId, EntityId, SentenceId};
use readout_core::quote::{Kind, Quotation, Reason, Rule, Speaker};
use readout_core::segment::Segmented;
use readout_core::span::Span;

const ARTICLES: &str = include_str!("../spec/articles.txt");

/// The reports of `spec/articles.txt`.
pub fn corpus() -> Corpus {
    let mut reading = Reading::default();
    for line in ARTICLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(' ') {
            Some(("entity", entity)) => reading.entities.push(read_entity(entity)),
            Some(("report", report)) => {
                reading.close();
                reading.document = Some(read_report(report));
            }
            _ => reading.paragraph(line),
        }
    }
    reading.close();
    let entities = Entities { entities: reading.entities.into(), mentions: reading.mentions.into() };
    Corpus::from_parts(reading.documents, entities, reading.quotations)
}

#[derive(Default)]
struct Reading {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    quotations: Vec<Quotation>,
    documents: Vec<Document>,
    document: Option<Document>,
    sentences: u32,
}

impl Reading {
    fn paragraph(&mut self, line: &str) {
        let document = self.document.as_mut().expect("a report");
        let start = document.text.len();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('<') {
            let (quotation, after) = after.split_once('>').expect("an end");
            let (head, content) = quotation.split_once('|').expect("a bar");
            document.text.push_str(before);
            let content_start = document.text.len();
            document.text.push_str(content);
            let span = Span::from(content_start..document.text.len());
            let id = DocumentId(self.documents.len() as u32);
            self.quotations.push(read_quotation(head, id, span, &self.entities));
            rest = after;
        }
        document.text.push_str(rest);
        let zone = if document.blocks.is_empty() { Zone::Headline } else { Zone::Body };
        document.blocks.push(Block { zone, span: Span::from(start..document.text.len()) });
        document.text.push('\n');
    }

    /// Marks the mentions of the report and numbers its sentences.
    fn close(&mut self) {
        let Some(document) = self.document.take() else { return };
        let id = DocumentId(self.documents.len() as u32);
        let segmented = Segmented::new(&document);
        let sentence = |span: Span| {
            SentenceId(self.sentences + segmented.sentence_at(span.start).unwrap_or_default() as u32)
        };
        let mut mentions = Vec::new();
        for (entity, row) in self.entities.iter().enumerate() {
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                for (at, _) in document.text.match_indices(name.as_str()) {
                    let span = Span::from(at..at + name.len());
                    mentions.push(mention(id, span, entity, sentence(span)));
                }
            }
        }
        mentions.sort_by_key(|mention| mention.span);
        self.mentions.extend(mentions);
        for quotation in self.quotations.iter_mut().filter(|quotation| quotation.document == id) {
            quotation.sentence = sentence(quotation.content[0]);
        }
        self.sentences += segmented.sentences.len() as u32;
        self.documents.push(document);
    }
}

fn mention(document: DocumentId, span: Span, entity: usize, sentence: SentenceId) -> Mention {
    Mention {
        document,
        span,
        phrase: span,
        entity: EntityId(entity as u32),
        form: MentionForm::Name,
        sense: Sense::None,
        sentence,
        readings: Box::default(),
        antecedent: None,
    }
}

/// `person Anna Kovář | Slovakia | Kovář`
fn read_entity(line: &str) -> Entity {
    let (kind, rest) = line.split_once(' ').expect("a kind");
    let mut fields = rest.split('|').map(str::trim);
    let name = fields.next().expect("a name").to_owned();
    let side = fields.next().and_then(|country| Country::from_key(&country.to_lowercase()));
    Entity {
        kind: EntityKind::ALL.into_iter().find(|k| k.name() == kind).expect("a kind of entity"),
        name,
        aliases: fields.map(str::to_owned).collect(),
        side,
        roles: Vec::new(),
        gender: Gender::Unknown,
        plural: false,
        mentions: Vec::new(),
        members: Vec::new(),
    }
}

/// `north-star | The North Star | 2031-03-02 09:00 +60`, outlet and stamp perhaps missing.
fn read_report(line: &str) -> Document {
    let mut fields = line.split('|').map(str::trim);
    let mut document = Document { name: fields.next().expect("a name").into(), ..Document::default() };
    let outlet = fields.next().filter(|outlet| !outlet.is_empty());
    document.facts.outlet =
        outlet.map(|outlet| Fact { value: outlet.into(), evidence: None, inferred: false });
    document.facts.published = fields.next().filter(|stamp| !stamp.is_empty()).map(|stamp| {
        let numbers: Vec<i16> =
            stamp.split(['-', ' ', ':']).map(|number| number.parse().expect("a number")).collect();
        let [year, month, day, hour, minute, zone] = numbers[..] else { panic!("{stamp}") };
        let date = Date::new(year, month as u8, day as u8).expect("a day");
        Stamp { date, minutes: Some((hour * 60 + minute) as u16), zone: Some(zone), span: Span::default() }
    });
    let agency = fields.next().map(|agency| Fact { value: agency.into(), evidence: None, inferred: false });
    document.facts.agency = agency;
    document
}

/// `direct say Anna Kovář`
fn read_quotation(head: &str, document: DocumentId, content: Span, entities: &[Entity]) -> Quotation {
    let mut words = head.splitn(3, ' ');
    let mut next = || words.next().unwrap_or("-");
    let (kind, verb, speaker) = (next(), next(), next());
    let sure = !kind.ends_with('~');
    let kind = Kind::ALL.into_iter().find(|k| k.name() == kind.trim_end_matches('~')).expect("a kind");
    let id = |name: &str| {
        let at = entities.iter().position(|entity| entity.name == name.trim());
        EntityId(at.unwrap_or_else(|| panic!("no entity {name}")) as u32)
    };
    let speaker = match speaker {
        "-" => Speaker::Unknown,
        two if two.contains('+') => Speaker::Joint(two.split('+').map(id).collect()),
        two if two.contains('?') => Speaker::Unsure(two.split('?').map(|name| (id(name), 0.5)).collect()),
        one => Speaker::One(id(one)),
    };
    let verb = ["say", "warn", "claim"].into_iter().find(|v| *v == verb);
    Quotation {
        document,
        zone: Zone::Body,
        sentence: SentenceId(0),
        kind,
        content: Box::new([content]),
        cue: None,
        verb,
        source: None,
        speaker,
        addressee: None,
        occasion: None,
        reported_by: None,
        depth: 1,
        confidence: if sure { 0.9 } else { 0.4 },
        reason: Reason { rule: Rule::Named, evidence: Box::default() },
    }
}
