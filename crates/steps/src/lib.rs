//! The whole pipeline as a module that an interpreter can run: texts in, corpus built, nothing shown.

#![allow(unsafe_code, reason = "an exported name has to be kept as it is; there is no unsafe block")]

use readout_core::corpus::CorpusBuilder;
use readout_core::quote::model::{TRAINED, frames::Model};
use std::sync::Mutex;

static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for `length` bytes of input and tells where it is.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *const u8 {
    let Ok(mut input) = INPUT.lock() else { return std::ptr::null() };
    input.clear();
    input.resize(length, 0);
    input.as_ptr()
}

/// Reads the input by rules: reports divided by the record separator of ASCII. Gives the number of entities,
/// quotations and edges, so that nothing of it is left out.
#[unsafe(no_mangle)]
pub extern "C" fn measure() -> usize {
    read(CorpusBuilder::new())
}

/// The same by the learned model.
#[unsafe(no_mangle)]
pub extern "C" fn measure_learned() -> usize {
    Model::read(TRAINED).map_or(0, |model| read(CorpusBuilder::with_model(&model)))
}

fn read(mut builder: CorpusBuilder<'_>) -> usize {
    let Ok(input) = INPUT.lock() else { return 0 };
    for report in input.split(|byte| *byte == 0x1e) {
        builder.push("report", report);
    }
    let corpus = builder.finish();
    corpus.entities().len() + corpus.quotations().len() + corpus.graph().edges.len()
}
