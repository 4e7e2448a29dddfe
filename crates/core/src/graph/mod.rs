//! The entities' graph: each edge is a set of evidence.

mod adjacency;
mod build;
pub mod layout;
mod relation;

pub use adjacency::{Adjacency, Link};
pub use build::MOST_PAIRED;
pub use relation::Relation;

use crate::entity::Entities;
use crate::id::{DocumentId, EdgeId, EntityId, IdVec, QuotationId, SentenceId};
use crate::quote::Quotation;
use crate::span::Span;

/// A relation between two entities with all that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Who speaks, or the lower id.
    pub from: EntityId,
    /// Who is spoken of or to, or the higher id.
    pub to: EntityId,
    /// How they are related.
    pub relation: Relation,
    /// The places that show it, by document and place: at least one. A sentence is listed once for each
    /// attribution that it belongs to.
    pub evidence: Vec<Evidence>,
}

impl Edge {
    /// How many places show it.
    #[must_use]
    pub fn support(&self) -> usize {
        self.evidence.len()
    }

    /// The other end, seen from `entity`.
    #[must_use]
    pub fn other(&self, entity: EntityId) -> EntityId {
        if entity == self.from { self.to } else { self.from }
    }
}

/// One place that shows a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// The report.
    pub document: DocumentId,
    /// The sentence.
    pub sentence: SentenceId,
    /// The words: the mention in the content, or both mentions and what stands between them.
    pub span: Span,
    /// The attribution, for said-of and addressed.
    pub quotation: Option<QuotationId>,
}

/// All edges, and for each entity the edges at it.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The edges by `from`, `to`, relation.
    pub edges: IdVec<EdgeId, Edge>,
    adjacency: Adjacency,
}

impl Graph {
    /// Builds the graph from linked mentions and quotations. An entity has no edge to itself; an attribution
    /// whose speaker is unsure counts for its best reading. Takes time proportional to the rows of both
    /// tables (and sorting them): see [`MOST_PAIRED`] for what bounds a long sentence.
    #[must_use]
    pub fn build(entities: &Entities, quotations: &IdVec<QuotationId, Quotation>) -> Self {
        let edges = build::edges(entities, quotations);
        let adjacency = Adjacency::new(entities.entities.len(), edges.iter().map(|e| (e.from, e.to)));
        Self { edges, adjacency }
    }

    /// The edges at an entity, by neighbour and edge.
    #[must_use]
    pub fn links(&self, entity: EntityId) -> &[Link] {
        self.adjacency.links(entity)
    }

    /// `centres` and all that can be reached from them in `steps` over the edges that `keep` allows, nearest
    /// first and by id among the equally near.
    #[must_use]
    pub fn ego(&self, centres: &[EntityId], steps: u32, keep: impl Fn(EdgeId) -> bool) -> Vec<EntityId> {
        self.adjacency.within(centres, steps, keep)
    }
}
