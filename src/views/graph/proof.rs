//! The sentences that stand for a thing or a relation.

use super::choice::Subject;
use super::part::Part;
use super::sieve::Sieve;
use readout_core::corpus::Corpus;
use readout_core::graph::Evidence;
use readout_core::id::{EdgeId, EntityId, Id};
use readout_core::order;

/// One sentence with the words in it that matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// The place, with its attribution if it has one.
    pub evidence: Evidence,
    /// The things whose mentions are marked.
    pub things: Vec<EntityId>,
}

/// The sentences for a subject, by document and place, each once; an attribution goes before being named
/// together.
#[must_use]
pub fn proofs(corpus: &Corpus, part: &Part, sieve: &Sieve, subject: Subject) -> Vec<Proof> {
    let edges: Vec<EdgeId> = match subject {
        Subject::Edge(edge) => vec![edge],
        Subject::Entity(entity) => {
            let pairs = part.place(entity).into_iter().flat_map(|node| part.pairs_at(node));
            pairs.flat_map(|(_, pair)| pair.ties.iter().map(|tie| tie.edge)).collect()
        }
    };
    let mut proofs: Vec<Proof> = Vec::new();
    for edge in edges.into_iter().filter_map(|id| corpus.graph().edges.get(id)) {
        let things = vec![edge.from, edge.to];
        let passing = edge.evidence.iter().filter(|evidence| sieve.passes(evidence));
        proofs.extend(passing.map(|evidence| Proof { evidence: *evidence, things: things.clone() }));
    }
    let order = |proof: &Proof| (proof.evidence.document, proof.evidence.sentence);
    order::sort_by_key(&mut proofs, |proof| {
        (order(proof), proof.evidence.quotation.is_none(), proof.evidence.quotation)
    });
    proofs.dedup_by(|later, first| {
        let same = order(later) == order(first);
        let covered =
            later.evidence.quotation.is_none() || later.evidence.quotation == first.evidence.quotation;
        if same && covered {
            first.things.append(&mut later.things);
        }
        same && covered
    });
    for proof in &mut proofs {
        order::sort(&mut proof.things);
        proof.things.dedup();
    }
    proofs
}

/// In how many reports the sentences stand.
#[must_use]
pub fn reports(proofs: &[Proof]) -> usize {
    proofs.chunk_by(|a, b| a.evidence.document == b.evidence.document).count()
}

/// The verbs of saying in the sentences with their counts, most frequent first.
#[must_use]
pub fn verbs(corpus: &Corpus, proofs: &[Proof]) -> Vec<(&'static str, usize)> {
    let mut said: Vec<_> = proofs.iter().filter_map(|proof| proof.evidence.quotation).collect();
    order::sort(&mut said);
    said.dedup();
    let mut verbs: Vec<(&'static str, usize)> = Vec::new();
    for verb in said.into_iter().filter_map(|id| corpus.quotations().get(id)?.verb) {
        match verbs.iter_mut().find(|(known, _)| *known == verb) {
            Some((_, count)) => *count += 1,
            None => verbs.push((verb, 1)),
        }
    }
    order::sort_by_key(&mut verbs, |(verb, count)| (std::cmp::Reverse(*count), *verb));
    verbs
}

/// How a mention list is searched: the mentions of some things in one sentence.
pub fn mentions_of<'a>(
    corpus: &'a Corpus,
    proof: &'a Proof,
) -> impl Iterator<Item = readout_core::id::MentionId> + 'a {
    let sentence = proof.evidence.sentence;
    let mentions = corpus.mentions().as_slice();
    let start = mentions.partition_point(|m| m.sentence < sentence);
    let end = mentions.partition_point(|m| m.sentence <= sentence);
    let inside = start..end;
    inside
        .filter(|at| proof.things.contains(&mentions[*at].entity))
        .map(readout_core::id::MentionId::from_index)
}
