//! Answering a query.

use super::{Answer, Facet, FacetCounts, Query, ValueCount};
use crate::corpus::Corpus;

/// What the query finds. An empty query finds all quotations in the order of the documents.
#[must_use]
pub fn run(corpus: &Corpus, query: &Query) -> Answer {
    let catalog = corpus.catalog();
    let facets = Facet::ALL.map(|facet| {
        let values = catalog.values(facet).iter().enumerate().map(|(value, row)| ValueCount {
            value,
            count: row.quotations.len() as u32,
            selected: query.filters.has(facet, &row.key),
        });
        FacetCounts { facet, values: values.collect() }
    });
    Answer {
        ids: corpus.quotations().ids().collect(),
        facets: facets.into(),
        total: corpus.quotations().len() as u32,
        ..Answer::default()
    }
}
