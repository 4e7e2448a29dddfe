//! The entities' graph: each edge is a set of evidence.

pub mod layout;

use crate::id::{DocumentId, EdgeId, EntityId, IdVec, QuotationId, SentenceId};
use crate::span::Span;

/// How two entities are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// A speaker speaks of an entity in the content. Directed.
    SaidOf,
    /// A speaker speaks to an entity. Directed.
    Addressed,
    /// Both are mentioned in one sentence. Undirected: `from` has the lower id.
    CoMentioned,
}

impl Relation {
    /// All relations in the order in which they are listed to people.
    pub const ALL: [Self; 3] = [Self::SaidOf, Self::Addressed, Self::CoMentioned];

    /// Its name for people, links and exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SaidOf => "said of",
            Self::Addressed => "addressed",
            Self::CoMentioned => "named together",
        }
    }
}

/// A relation between two entities with all that shows it.
#[derive(Debug, Clone)]
pub struct Edge {
    /// Who speaks, or the lower id.
    pub from: EntityId,
    /// Who is spoken of or to, or the higher id.
    pub to: EntityId,
    /// How they are related.
    pub relation: Relation,
    /// The places that show it, by document and place: at least one.
    pub evidence: Vec<Evidence>,
}

/// One place that shows a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// All edges.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The edges by `from`, `to`, relation.
    pub edges: IdVec<EdgeId, Edge>,
}
