//! The parsing core as a browser's benchmark calls it: bytes in, a whole corpus out.

use readout_core::corpus::CorpusBuilder;
use readout_core::quote::model::{TRAINED, frames::Model};
use wasm_bindgen::prelude::*;

/// Reads all texts, links them, builds graph and search index, and tells how many quotations there are; nothing if
/// the model is asked for and can't be read.
#[wasm_bindgen]
#[must_use]
pub fn read(texts: Vec<String>, by_model: bool) -> Option<usize> {
    let model = if by_model { Some(Model::read(TRAINED)?) } else { None };
    let mut builder = model.as_ref().map_or_else(CorpusBuilder::new, CorpusBuilder::with_model);
    for (number, text) in texts.iter().enumerate() {
        builder.push(&format!("report {number}"), text.as_bytes());
    }
    Some(builder.finish().quotations().len())
}
