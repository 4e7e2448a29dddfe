//! Mentions by name in the embedded reports against the gold annotation, by the conventions written in it.

use readout_core::corpus::{Corpus, CorpusBuilder};
use readout_core::entity::{EntityKind, MentionForm};
use readout_core::id::{DocumentId, EntityId};
use readout_core::span::{OffsetMap, Span};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Reached so far; falls fail, rises are taken over here.
const PRECISION: f64 = 0.99;
const RECALL: f64 = 0.99;

struct Gold {
    value: Value,
}

struct GoldMention {
    span: Span,
    region: Option<Span>,
    entity: String,
}

impl Gold {
    fn read() -> Self {
        let text = include_str!("gold/seeds.json");
        Self { value: serde_json::from_str(text).expect("the gold file is JSON") }
    }

    fn documents(&self) -> &[Value] {
        self.value["documents"].as_array().expect("documents are a list")
    }

    fn name(&self, entity: &str) -> &str {
        self.value["entities"][entity]["name"].as_str().expect("an entity has a name")
    }

    fn mentions(document: &Value, map: &OffsetMap) -> Vec<GoldMention> {
        let span = |value: &Value| {
            let at = |key: &str| value[key].as_u64().map(|offset| map.byte_of_code_point(offset as u32));
            Some(Span::new(at("start")?, at("end")?))
        };
        let mentions = document["mentions"].as_array().expect("mentions are a list");
        mentions
            .iter()
            .map(|mention| GoldMention {
                span: span(mention).expect("a mention has offsets"),
                region: span(&mention["or_region"]),
                entity: mention["entity"].as_str().expect("a mention has an entity").to_owned(),
            })
            .collect()
    }
}

/// Case, marks and a leading "the" don't tell names apart.
fn plain(name: &str) -> String {
    let words = name.to_lowercase().replace(['-', '.'], " ");
    words.split_whitespace().filter(|word| *word != "the").collect::<Vec<_>>().join(" ")
}

fn corpus(gold: &Gold) -> Corpus {
    let mut builder = CorpusBuilder::new();
    for document in gold.documents() {
        let file = document["file"].as_str().expect("a document has a file");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(file);
        let bytes = std::fs::read(path).expect("the report is there");
        builder.push(file.trim_end_matches(".txt"), &bytes);
    }
    builder.finish()
}

#[test]
fn mentions_by_name_reach_the_gold() {
    let gold = Gold::read();
    let corpus = corpus(&gold);
    let ours: HashMap<String, EntityId> =
        corpus.entities().iter_ids().map(|(id, entity)| (plain(&entity.name), id)).collect();
    let keys = gold.value["entities"].as_object().expect("entities are an object").keys();
    let linked: HashMap<EntityId, &String> =
        keys.filter_map(|key| Some((*ours.get(&plain(gold.name(key)))?, key))).collect();

    let (mut found, mut missed, mut wrong) = (0_u32, Vec::new(), Vec::new());
    for (index, document) in gold.documents().iter().enumerate() {
        let id = DocumentId(index as u32);
        let text = &corpus.documents()[id].text;
        let expected = Gold::mentions(document, &OffsetMap::new(text));
        let predicted: Vec<_> = corpus
            .mentions()
            .iter()
            .filter(|mention| mention.document == id && mention.form == MentionForm::Name)
            .collect();
        let agree = |gold: &GoldMention, span: Span, entity: EntityId| {
            let region = gold.region.is_some_and(|region| region.overlaps(span));
            let same = linked.get(&entity).is_some_and(|key| **key == gold.entity);
            (gold.span.overlaps(span) && same)
                || region && corpus.entities()[entity].kind == EntityKind::Place
        };
        for one in &expected {
            if predicted.iter().any(|mention| agree(one, mention.span, mention.entity)) {
                found += 1;
            } else {
                missed.push(format!("{index}: “{}” as {}", one.span.of(text), one.entity));
            }
        }
        for mention in predicted {
            let judged = linked.contains_key(&mention.entity)
                || expected.iter().any(|one| one.span.overlaps(mention.span));
            if judged && !expected.iter().any(|one| agree(one, mention.span, mention.entity)) {
                let name = &corpus.entities()[mention.entity].name;
                wrong.push(format!("{index}: “{}” as {name}", mention.span.of(text)));
            }
        }
    }
    let precision = f64::from(found) / (f64::from(found) + wrong.len() as f64);
    let recall = f64::from(found) / (f64::from(found) + missed.len() as f64);
    println!("mentions by name: precision {precision:.3}, recall {recall:.3} ({found} found)");
    println!("missed: {missed:#?}\nwrong: {wrong:#?}");
    assert!(precision >= PRECISION, "precision {precision:.3}; wrong: {wrong:#?}");
    assert!(recall >= RECALL, "recall {recall:.3}; missed: {missed:#?}");
}
