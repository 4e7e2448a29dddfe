//! Predictions of the whole reading, model and rules together.

use crate::articles::Article;
use readout_core::quote::learned::{Candidate, candidates};
use readout_core::quote::model::frames::Model;
use readout_core::span::TokenRange;
use readout_score::{Attribution, Record};

/// All that was found in one article, what is not likely enough to be reported too.
pub fn frames(article: &Article, model: &Model<'_>) -> Vec<Candidate> {
    candidates(model, &article.document, &article.segmented)
}

/// What is reported of each article.
pub fn records<'a>(articles: impl Iterator<Item = &'a Article>, model: &Model<'_>) -> Vec<Record> {
    articles.map(|article| record(article, model)).collect()
}

fn record(article: &Article, model: &Model<'_>) -> Record {
    let points = |spans: &[TokenRange]| {
        let point = |span: &TokenRange| {
            let span = article.segmented.span_of(*span);
            (article.offsets.code_points(span.start) as usize, article.offsets.code_points(span.end) as usize)
        };
        Some(spans.iter().map(point).collect())
    };
    let attribution = |candidate: &Candidate| Attribution {
        source: points(candidate.source.as_slice()),
        cue: points(candidate.cue.as_slice()),
        content: points(&candidate.content),
        ..Attribution::default()
    };
    let attributions = frames(article, model).iter().filter(|c| c.reported).map(attribution).collect();
    Record { id: article.id.clone(), attributions, ..Record::default() }
}
