//! The parsing core as a browser's benchmark calls it: bytes in, a whole corpus out.

use readout_core::corpus::CorpusBuilder;
use wasm_bindgen::prelude::*;

/// Reports on their way to a corpus.
#[wasm_bindgen]
#[derive(Default)]
pub struct Reports(CorpusBuilder<'static>);

#[wasm_bindgen]
impl Reports {
    /// None yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Reports {
        Reports::default()
    }

    /// One more.
    pub fn push(&mut self, name: &str, bytes: &[u8]) {
        self.0.push(name, bytes);
    }

    /// Links them, builds graph and search index, and tells how many quotations there are.
    #[must_use]
    pub fn finish(self) -> usize {
        self.0.finish().quotations().len()
    }
}
