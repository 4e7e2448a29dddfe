//! What is asked of a corpus, and what it answers: the whole state of the page as one comparable value.

mod answer;
mod catalog;
mod facet;
mod few;
mod filters;
mod find;
mod hash;
mod key;
mod run;
mod selection;
mod syntax;
mod values;

pub use answer::{Answer, Blocker, Blocking, FacetCounts, GroupRange, SentenceHit, Unknown, ValueCount};
pub use catalog::{Catalog, FacetValue};
pub use facet::Facet;
pub use few::Few;
pub use filters::Filters;
pub use hash::HashIssue;
pub use run::{run, unknown};
pub use selection::{Pin, Selection};

use crate::corpus::Corpus;
use crate::entity::EntityKind;
use crate::graph::Relation;
use crate::id::{DocumentId, QuotationId};
use crate::span::{OffsetMap, Span};
use std::ops::Range;

/// All that the page shows, but for what is hovered, dragged or scrolled. It goes to the address bar and
/// back: see [`Query::to_hash`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// Which view is open.
    pub view: View,
    /// The chosen values of the facets.
    pub filters: Filters,
    /// What stands in the search box, as typed.
    pub text: String,
    /// What is pinned.
    pub selection: Selection,
    /// The order of the quotations.
    pub sort: Sort,
    /// How the quotations are grouped.
    pub group: Group,
    /// What the graph shows.
    pub graph: GraphOptions,
    /// What the reader shows.
    pub reader: Option<ReaderPlace>,
    /// Only quotations that are sure, or are not.
    pub sureness: Sureness,
}

impl Query {
    /// What decides which quotations are found and in what order; selection, places and view left out.
    #[must_use]
    pub fn asked(&self) -> Self {
        Self {
            filters: self.filters.clone(),
            text: self.text.clone(),
            sort: self.sort,
            group: self.group,
            sureness: self.sureness,
            ..Self::default()
        }
    }

    /// Whether anything narrows the quotations: filters, search, the wish for unsure ones.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.filters.is_empty() || !self.text.trim().is_empty() || self.sureness == Sureness::Unsure
    }

    /// Lets all sure quotations pass again; view, selection and order stay.
    pub fn widen(&mut self) {
        self.filters = Filters::default();
        self.text.clear();
        self.sureness = Sureness::default();
    }

    /// Lifts what keeps quotations out.
    pub fn lift(&mut self, blocker: Blocker) {
        match blocker {
            Blocker::Facet(facet) => self.filters.clear(facet),
            Blocker::Text => self.text.clear(),
            Blocker::Sureness => self.sureness = Sureness::All,
        }
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $type { $($(#[$variant_doc])* $variant,)* }

        impl $type {
            /// All of them in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name for people and links.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The one of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

named! {
    /// The views.
    View {
        /// Cards of quotations.
        #[default]
        Wall = "quotes",
        /// The entities' graph.
        Graph = "graph",
        /// One report with its quotations and mentions marked.
        Reader = "reader",
    }
}

named! {
    /// Orders of quotations. Ties keep the order of the documents.
    Sort {
        /// By document and place.
        #[default]
        Document = "document",
        /// By the report's stamp of publication in UTC, oldest first, unknown last.
        Time = "time",
        /// By the speaker's name, unknown last.
        Speaker = "speaker",
        /// Best match of the search first; without a search by document and place.
        Relevance = "relevance",
    }
}

named! {
    /// Ways to group quotations.
    Group {
        /// Not at all.
        #[default]
        None = "none",
        /// By the speaker, the first of several; largest group first, unknown last.
        Speaker = "speaker",
        /// By the outlet; largest group first, unknown last.
        Outlet = "outlet",
    }
}

named! {
    /// How sure a quotation is.
    Sureness {
        /// Words and speaker are more likely right than not.
        #[default]
        Sure = "sure",
        /// Sure or not.
        All = "all",
        /// Words or speaker are doubtful: two readings are near, or the speaker is unknown.
        Unsure = "unsure",
    }
}

named! {
    /// How much of the graph is shown.
    Scope {
        /// The selection and what it is related to.
        #[default]
        Neighbours = "neighbours",
        /// One step more.
        TwoSteps = "two-steps",
        /// Everything.
        All = "all",
    }
}

/// What the graph shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GraphOptions {
    /// Kinds of entities left out.
    pub hidden_kinds: Few<EntityKind>,
    /// Relations left out.
    pub hidden_relations: Few<Relation>,
    /// Edges with fewer pieces of evidence are left out.
    pub min_support: u32,
    /// Whether the table stands in place of the picture.
    pub table: bool,
    /// How much is shown.
    pub scope: Scope,
}

impl Default for GraphOptions {
    fn default() -> Self {
        Self {
            hidden_kinds: Few::default(),
            hidden_relations: Few::default(),
            min_support: 1,
            table: false,
            scope: Scope::default(),
        }
    }
}

/// The place that the reader is open at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReaderPlace {
    /// The report's key; never empty.
    pub document: String,
    /// The quotation's key; never empty.
    pub quotation: Option<String>,
    /// The words, in code points of the report's text.
    pub span: Option<Range<u32>>,
}

impl ReaderPlace {
    /// The beginning of a report.
    #[must_use]
    pub fn of(corpus: &Corpus, document: DocumentId) -> Self {
        let document = corpus.catalog().document_key(document).to_owned();
        Self { document, quotation: None, span: None }
    }

    /// A quotation in its report.
    #[must_use]
    pub fn at_quotation(corpus: &Corpus, id: QuotationId) -> Self {
        let document = corpus.quotations().get(id).map_or(DocumentId(0), |quotation| quotation.document);
        Self { quotation: Some(corpus.catalog().quotation_key(id)), ..Self::of(corpus, document) }
    }

    /// Some words of a report.
    #[must_use]
    pub fn at_words(corpus: &Corpus, document: DocumentId, words: Span) -> Self {
        let offsets = OffsetMap::new(corpus.documents().get(document).map_or("", |d| d.text.as_str()));
        let span = Some(offsets.code_points(words.start)..offsets.code_points(words.end));
        Self { span, ..Self::of(corpus, document) }
    }
}
