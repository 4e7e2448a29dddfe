//! `readout mentions`: one mention a line, for measuring. Spans are in code points.

use crate::arguments::Request;
use crate::{Outcome, input};
use readout_core::entity::MentionForm;
use readout_core::id::{DocumentId, Id};
use readout_core::span::{OffsetMap, Span};
use serde_json::json;
use std::io::Write;

/// Writes a line for every mention.
pub fn run(request: &Request, out: &mut dyn Write) -> Outcome {
    input::each_corpus(request, |corpus| {
        let mut at: Option<(DocumentId, OffsetMap)> = None;
        for mention in corpus.mentions().iter() {
            let Some(document) = corpus.documents().get(mention.document) else { continue };
            let Some(entity) = corpus.entities().get(mention.entity) else { continue };
            if at.as_ref().is_none_or(|(id, _)| *id != mention.document) {
                at = Some((mention.document, OffsetMap::new(&document.text)));
            }
            let Some((_, map)) = &at else { continue };
            let points = |span: Span| [map.code_points(span.start), map.code_points(span.end)];
            let row = json!({
                "document": document.name,
                "entity": entity.name,
                "entity_id": mention.entity.index(),
                "kind": entity.kind.name(),
                "form": match mention.form {
                    MentionForm::Name => "name",
                    MentionForm::Nominal => "nominal",
                    MentionForm::Pronoun => "pronoun",
                },
                "span": points(mention.span),
                "words": mention.span.of(&document.text),
                "phrase": points(mention.phrase),
            });
            writeln!(out, "{row}")?;
        }
        Ok(())
    })
}
