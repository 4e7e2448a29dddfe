//! `readout counts`: the facets' values and counts for a query, as the page shows them.

use crate::arguments::Request;
use crate::{Outcome, input};
use readout_core::query::{self, Query};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes one object for each corpus.
pub fn run(request: &Request, out: &mut dyn Write) -> Outcome {
    let (query, odd) = Query::from_hash(&request.query);
    for issue in odd {
        eprintln!("readout: --query: {issue}");
    }
    input::each_corpus(request, |corpus| {
        let answer = query::run(corpus, &query);
        let mut facets = Map::new();
        for counts in &answer.facets {
            let known = corpus.catalog().values(counts.facet);
            let values: Vec<Value> = counts
                .values
                .iter()
                .filter_map(|v| Some((known.get(v.value)?, v)))
                .map(|(value, v)| {
                    json!({ "key": value.key, "label": value.label, "count": v.count, "selected": v.selected })
                })
                .collect();
            facets.insert(counts.facet.name().into(), values.into());
        }
        let row = json!({
            "documents": corpus.documents().len(),
            "entities": corpus.entities().len(),
            "mentions": corpus.mentions().len(),
            "edges": corpus.graph().edges.len(),
            "total": answer.total,
            "found": answer.ids.len(),
            "facets": facets,
        });
        writeln!(out, "{row}")
    })
}
