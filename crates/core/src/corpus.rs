//! All tables of a set of reports, built once and read only.

use crate::document::Document;
use crate::entity::{Entities, Entity, Linker, Mention};
use crate::graph::Graph;
use crate::id::{DocumentId, EntityId, IdVec, MentionId, QuotationId, SentenceId};
use crate::ingest;
use crate::issue::Issue;
use crate::query::Catalog;
use crate::quote::model::frames::Model;
use crate::quote::{self, Quotation};
use crate::search::Index;
use crate::segment::{Segmented, Sentence};

/// Gathers reports; [`finish`](Self::finish) links them and makes the [`Corpus`].
#[derive(Debug, Default)]
pub struct CorpusBuilder<'m> {
    model: Option<&'m Model<'m>>,
    read: Vec<Analysed>,
    /// The tokens of the last report: as large as its text, and no later stage asks for them.
    segmented: Segmented,
    issues: Vec<Issue>,
}

/// One report after all stages that look at one report only. Ids count from zero within it.
#[derive(Debug)]
struct Analysed {
    document: Document,
    sentences: Vec<Sentence>,
    entities: Entities,
    quotations: Vec<Quotation>,
}

impl<'m> CorpusBuilder<'m> {
    /// An empty builder that reads attributions by rules alone.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty builder that reads attributions by a learned model, with the rules beside it.
    #[must_use]
    pub fn with_model(model: &'m Model<'m>) -> Self {
        Self { model: Some(model), ..Self::default() }
    }

    /// Reads one report from its bytes, in whatever encoding and format. `name` is what issues and exports
    /// call it: a file's stem. A report that can't be read leaves an issue and an empty document.
    pub fn push(&mut self, name: &str, bytes: &[u8]) -> DocumentId {
        let (document, issues) = ingest::read(name, bytes);
        self.issues.extend(issues);
        self.segmented.cut(&document);
        let mut entities = Entities::recognise(&document, &self.segmented);
        let quotations = quote::extract(self.model, &document, &self.segmented, &mut entities);
        let sentences = self.segmented.sentences.clone();
        self.read.push(Analysed { document, sentences, entities, quotations });
        DocumentId(self.read.len() as u32 - 1)
    }

    /// Links entities across reports, and builds graph and search index.
    #[must_use]
    pub fn finish(self) -> Corpus {
        let mut corpus = Corpus { issues: self.issues, ..Corpus::default() };
        corpus.sentences.reserve_exact(self.read.iter().map(|analysed| analysed.sentences.len()).sum());
        let mut linker = Linker::default();
        let mut quotations = Vec::with_capacity(self.read.len());
        for analysed in self.read {
            let first_sentence = SentenceId(corpus.sentences.len() as u32);
            corpus.sentence_starts.push(first_sentence.0);
            corpus.sentences.extend(analysed.sentences);
            corpus.documents.push(analysed.document);
            linker.add(analysed.entities, first_sentence);
            quotations.push(analysed.quotations);
        }
        let linked = linker.finish();
        corpus.entities = linked.entities;
        for ((document, local), map) in corpus.documents.ids().zip(quotations).zip(&linked.maps) {
            let first = corpus.quotations.len() as u32;
            let first_sentence = corpus.sentence_starts[document.0 as usize];
            for quotation in local {
                corpus.quotations.push(quotation.into_corpus(document, first, first_sentence, map));
            }
        }
        corpus.complete()
    }
}

/// A set of reports with all that was found in them. Never changes.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    documents: IdVec<DocumentId, Document>,
    sentences: Vec<Sentence>,
    /// For each document the corpus-wide number of its first sentence.
    sentence_starts: Vec<u32>,
    entities: Entities,
    quotations: IdVec<QuotationId, Quotation>,
    graph: Graph,
    search: Index,
    catalog: Catalog,
    issues: Vec<Issue>,
}

impl Corpus {
    /// A corpus of tables made elsewhere, their ids counted through all reports, mentions and quotations by
    /// report and place. Sentences, graph, catalog and search index are made here.
    #[must_use]
    pub fn from_parts(documents: Vec<Document>, entities: Entities, quotations: Vec<Quotation>) -> Self {
        let mut corpus = Self { entities, quotations: quotations.into(), ..Self::default() };
        for document in documents {
            corpus.sentence_starts.push(corpus.sentences.len() as u32);
            corpus.sentences.extend(Segmented::new(&document).sentences);
            corpus.documents.push(document);
        }
        corpus.complete()
    }

    /// Makes what is read off the other tables.
    fn complete(mut self) -> Self {
        self.graph = Graph::build(&self.entities, &self.quotations);
        self.search = Index::new(&self);
        self.catalog = Catalog::new(&self);
        self
    }

    /// The reports in the order in which they came.
    #[must_use]
    pub fn documents(&self) -> &IdVec<DocumentId, Document> {
        &self.documents
    }

    /// The entities across all reports.
    #[must_use]
    pub fn entities(&self) -> &IdVec<EntityId, Entity> {
        &self.entities.entities
    }

    /// The mentions by document and place.
    #[must_use]
    pub fn mentions(&self) -> &IdVec<MentionId, Mention> {
        &self.entities.mentions
    }

    /// The quotations by document and place.
    #[must_use]
    pub fn quotations(&self) -> &IdVec<QuotationId, Quotation> {
        &self.quotations
    }

    /// A sentence; its block index refers to its own document's blocks.
    #[must_use]
    pub fn sentence(&self, id: SentenceId) -> Option<&Sentence> {
        self.sentences.get(id.0 as usize)
    }

    /// Number of sentences of all reports.
    #[must_use]
    pub fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// The sentences of one report, and the id of the first.
    #[must_use]
    pub fn sentences_of(&self, document: DocumentId) -> (SentenceId, &[Sentence]) {
        let start = self.sentence_starts.get(document.0 as usize).copied().unwrap_or_default();
        let end =
            self.sentence_starts.get(document.0 as usize + 1).map_or(self.sentences.len(), |e| *e as usize);
        (SentenceId(start), self.sentences.get(start as usize..end).unwrap_or_default())
    }

    /// The entities' graph.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The search index.
    #[must_use]
    pub fn search(&self) -> &Index {
        &self.search
    }

    /// The values of the facets, and the keys of all things.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// What went wrong while reading.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }
}
