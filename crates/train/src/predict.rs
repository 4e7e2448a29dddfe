//! Predictions in the scorer's form.

use crate::articles::Article;
use crate::look_at;
use readout_core::quote::model::frames::{self, Frame, Model};
use readout_core::span::TokenRange;

/// The frames of one article.
pub fn frames(article: &Article, model: &Model<'_>) -> Vec<Frame> {
    let mut reading = look_at(article);
    reading.parse(&model.parser);
    frames::read(model, &reading)
}

/// One line an article.
pub fn lines<'a>(articles: impl Iterator<Item = &'a Article>, model: &Model<'_>) -> String {
    let mut out = String::new();
    for article in articles {
        let points = |spans: &[TokenRange]| -> Vec<[u32; 2]> {
            let point = |span: &TokenRange| {
                let span = article.segmented.span_of(*span);
                [article.offsets.code_points(span.start), article.offsets.code_points(span.end)]
            };
            spans.iter().map(point).collect()
        };
        let found: Vec<_> = frames(article, model)
            .iter()
            .map(|f| {
                serde_json::json!({
                    "source": points(f.source.as_slice()),
                    "cue": points(f.cue.as_slice()),
                    "content": points(&f.content),
                    "confidence": model.calibration.confidence(&f.evidence),
                })
            })
            .collect();
        out += &serde_json::json!({"id": article.id, "attributions": found}).to_string();
        out.push('\n');
    }
    out
}
