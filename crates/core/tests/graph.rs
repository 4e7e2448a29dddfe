//! Edges from hand-made mentions and quotations.

use readout_core::document::Zone;
use readout_core::entity::{Entities, Entity, EntityKind, Mention, MentionForm, Sense};
use readout_core::graph::{Graph, MOST_PAIRED, Relation};
use readout_core::id::{DocumentId, EntityId, IdVec, QuotationId, SentenceId};
use readout_core::quote::{Addressee, Kind, Quotation, Reason, Rule, Speaker};
use readout_core::span::Span;

/// `[Ann] told [Bob]: “[Ceylon] and [Ann] …”. [Ceylon] …`: entities by letter, mentions at bytes of ten.
fn entities(names: &str, mentions: &[(char, u32, u32)]) -> Entities {
    let named = names.chars().map(|name| Entity::new(EntityKind::Person, name.into()));
    let mentions = mentions.iter().map(|&(name, sentence, start)| Mention {
        document: DocumentId(0),
        span: Span::new(start, start + 5),
        phrase: Span::new(start, start + 5),
        entity: EntityId(names.chars().position(|n| n == name).unwrap_or_default() as u32),
        form: MentionForm::Name,
        sense: Sense::None,
        sentence: SentenceId(sentence),
        readings: Box::default(),
        antecedent: None,
    });
    Entities { entities: named.collect::<Vec<_>>().into(), mentions: mentions.collect::<Vec<_>>().into() }
}

fn quotation(speaker: Speaker, addressee: Option<Addressee>, content: Span) -> Quotation {
    Quotation {
        document: DocumentId(0),
        zone: Zone::Body,
        sentence: SentenceId(0),
        kind: Kind::Direct,
        content: Box::new([content]),
        cue: None,
        verb: None,
        source: None,
        speaker,
        addressee,
        occasion: None,
        reported_by: None,
        depth: 1,
        confidence: 1.0,
        reason: Reason { rule: Rule::Named, evidence: Box::default() },
    }
}

/// One line an edge: `A –said of→ B: sentence start..end`.
fn render(graph: &Graph, entities: &Entities) -> String {
    let lines = graph.edges.iter().map(|edge| {
        let name = |id| entities.entities.get(id).map_or("?", |e| e.name.as_str());
        let evidence: Vec<String> = edge
            .evidence
            .iter()
            .map(|e| format!("{} {}..{}", e.sentence.0, e.span.start, e.span.end))
            .collect();
        format!("{} –{}– {}: {}\n", name(edge.from), edge.relation.name(), name(edge.to), evidence.join(", "))
    });
    lines.collect()
}

#[test]
fn a_speaker_speaks_of_those_in_the_content_and_to_the_addressee() {
    let entities = entities("ABC", &[('A', 0, 0), ('B', 0, 10), ('C', 0, 20), ('A', 0, 30), ('C', 1, 40)]);
    let to_bob = Addressee { span: Span::new(10, 15), entities: Box::new([EntityId(1)]) };
    let said = quotation(Speaker::One(EntityId(0)), Some(to_bob), Span::new(18, 50));
    let graph = Graph::build(&entities, &vec![said].into());
    assert_eq!(
        render(&graph, &entities),
        "A –addressed– B: 0 10..15\n\
         A –named together– B: 0 0..15\n\
         A –said of– C: 0 20..25, 1 40..45\n\
         A –named together– C: 0 0..25\n\
         B –named together– C: 0 10..25\n"
    );
    let of_bob: Vec<EntityId> =
        graph.ego(&[EntityId(1)], 1, |e| graph.edges[e].relation == Relation::Addressed);
    assert_eq!(of_bob, [EntityId(1), EntityId(0)]);
}

#[test]
fn joint_speakers_all_speak_and_an_unsure_one_is_the_best_reading() {
    let entities = entities("ABC", &[('C', 0, 20)]);
    let joint = Speaker::Joint(Box::new([EntityId(0), EntityId(1)]));
    let unsure = Speaker::Unsure(Box::new([(EntityId(1), 0.6), (EntityId(0), 0.4)]));
    let build = |speaker| {
        let quotations: IdVec<QuotationId, _> = vec![quotation(speaker, None, Span::new(0, 50))].into();
        render(&Graph::build(&entities, &quotations), &entities)
    };
    assert_eq!(build(joint), "A –said of– C: 0 20..25\nB –said of– C: 0 20..25\n");
    assert_eq!(build(unsure), "B –said of– C: 0 20..25\n");
    assert_eq!(build(Speaker::Unknown), "");
}

#[test]
fn a_list_of_names_makes_a_bounded_number_of_pairs() {
    let names: String =
        (0..200).filter_map(|i| char::from_u32('A' as u32 + i)).filter(char::is_ascii).collect();
    let mentions: Vec<_> = names.chars().enumerate().map(|(i, c)| (c, 0, i as u32 * 10)).collect();
    assert!(names.len() > MOST_PAIRED);
    let graph = Graph::build(&entities(&names, &mentions), &IdVec::new());
    assert_eq!(graph.edges.len(), MOST_PAIRED * (MOST_PAIRED - 1) / 2);
}
