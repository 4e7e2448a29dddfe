//! From mentions and quotations to edges.

use super::{Edge, Evidence, Relation};
use crate::entity::{Entities, Mention};
use crate::id::{DocumentId, EdgeId, EntityId, Id, IdVec, QuotationId};
use crate::order;
use crate::quote::{Quotation, Speaker};
use crate::span::Span;

/// How many entities of one sentence are paired with each other, and how many joint speakers or addressees
/// of one attribution get edges: the first ones. A sentence that lists every country on earth would make
/// 20,000 pairs that say nothing; so a sentence makes 276 at most, and the time stays linear.
pub const MOST_PAIRED: usize = 24;

/// One piece of evidence with the edge that it belongs to.
type Row = ((EntityId, EntityId, Relation), Evidence);

pub(super) fn edges(entities: &Entities, quotations: &IdVec<QuotationId, Quotation>) -> IdVec<EdgeId, Edge> {
    let mentions = entities.mentions.as_slice();
    let mut rows = Vec::new();
    for in_sentence in mentions.chunk_by(|a, b| a.sentence == b.sentence) {
        co_mentioned(in_sentence, entities, &mut rows);
    }
    for (id, quotation) in quotations.iter_ids() {
        said_of(id, quotation, entities, &mut rows);
        addressed(id, quotation, mentions, &mut rows);
    }
    gather(&rows, entities.entities.len())
}

/// Pairs the entities of one sentence by their first mentions in it.
fn co_mentioned(in_sentence: &[Mention], entities: &Entities, rows: &mut Vec<Row>) {
    let mut firsts: Vec<(EntityId, &Mention)> = Vec::new();
    'sentence: for mention in in_sentence {
        for entity in meant(entities, &mention.entity) {
            if firsts.len() == MOST_PAIRED {
                break 'sentence;
            }
            if firsts.iter().all(|(first, _)| first != entity) {
                firsts.push((*entity, mention));
            }
        }
    }
    for (i, (one, a)) in firsts.iter().enumerate() {
        for (other, b) in &firsts[i + 1..] {
            let ends = (*one.min(other), *one.max(other), Relation::CoMentioned);
            let span = a.span.cover(b.span);
            let (document, sentence) = (a.document, a.sentence);
            rows.push((ends, Evidence { document, sentence, span, quotation: None }));
        }
    }
}

fn said_of(id: QuotationId, quotation: &Quotation, entities: &Entities, rows: &mut Vec<Row>) {
    for content in &quotation.content {
        for mention in mentions_in(entities.mentions.as_slice(), quotation.document, *content) {
            let Mention { document, sentence, span, .. } = *mention;
            let evidence = Evidence { document, sentence, span, quotation: Some(id) };
            for entity in meant(entities, &mention.entity) {
                let others = speakers(&quotation.speaker).filter(|s| s != entity);
                rows.extend(others.map(|speaker| ((speaker, *entity, Relation::SaidOf), evidence)));
            }
        }
    }
}

/// The entity, or in place of several together ("they" for two persons) each of them.
fn meant<'a>(entities: &'a Entities, entity: &'a EntityId) -> &'a [EntityId] {
    match entities.entities.get(*entity).map(|e| e.members.as_slice()) {
        None | Some([]) => std::slice::from_ref(entity),
        Some(members) => &members[..members.len().min(MOST_PAIRED)],
    }
}

fn addressed(id: QuotationId, quotation: &Quotation, mentions: &[Mention], rows: &mut Vec<Row>) {
    let Some(addressee) = &quotation.addressee else { return };
    for &entity in addressee.entities.iter().take(MOST_PAIRED) {
        let named = mentions_in(mentions, quotation.document, addressee.span).find(|m| m.entity == entity);
        let evidence = Evidence {
            document: quotation.document,
            sentence: named.map_or(quotation.sentence, |m| m.sentence),
            span: named.map_or(addressee.span, |m| m.span),
            quotation: Some(id),
        };
        for speaker in speakers(&quotation.speaker).filter(|s| *s != entity) {
            rows.push(((speaker, entity, Relation::Addressed), evidence));
        }
    }
}

/// Who is taken to speak: one, all that speak together, or the best reading.
fn speakers(speaker: &Speaker) -> impl Iterator<Item = EntityId> + '_ {
    let most = if matches!(speaker, Speaker::Unsure(_)) { 1 } else { MOST_PAIRED };
    speaker.entities().take(most)
}

/// The mentions that lie inside `span`. Mentions are sorted by document and place.
fn mentions_in(mentions: &[Mention], document: DocumentId, span: Span) -> impl Iterator<Item = &Mention> {
    let start = mentions.partition_point(|m| (m.document, m.span.start) < (document, span.start));
    mentions[start..]
        .iter()
        .take_while(move |m| m.document == document && m.span.start < span.end)
        .filter(move |m| m.span.end <= span.end)
}

/// Sorts the evidence, lists each sentence once for an edge and attribution, and makes the edges.
fn gather(rows: &[Row], entities: usize) -> IdVec<EdgeId, Edge> {
    let order = dealt((0..rows.len() as u32).collect(), Relation::ALL.len(), |at| rows[at].0.2 as usize);
    let order = dealt(order, entities, |at| rows[at].0.1.index());
    let order = dealt(order, entities, |at| rows[at].0.0.index());
    let edges: Vec<Edge> = order
        .chunk_by(|a, b| rows[*a as usize].0 == rows[*b as usize].0)
        .map(|of_edge| {
            let (from, to, relation) = rows[of_edge[0] as usize].0;
            let mut evidence: Vec<Evidence> = of_edge.iter().map(|at| rows[*at as usize].1).collect();
            // It comes in the order of the text, but for contents that overlap.
            if !evidence.is_sorted() {
                order::sort(&mut evidence);
            }
            evidence.dedup_by_key(|evidence| (evidence.sentence, evidence.quotation));
            Edge { from, to, relation, evidence }
        })
        .collect();
    edges.into()
}

/// The rows of `order` by their `place`, which is less than `places`; those of one place keep their order. There
/// are far more rows than a sort by comparison takes lightly.
fn dealt(order: Vec<u32>, places: usize, place: impl Fn(usize) -> usize) -> Vec<u32> {
    let mut next = vec![0_u32; places + 1];
    for row in &order {
        next[place(*row as usize) + 1] += 1;
    }
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let mut dealt = vec![0; order.len()];
    for row in order {
        let at = &mut next[place(row as usize)];
        dealt[*at as usize] = row;
        *at += 1;
    }
    dealt
}
