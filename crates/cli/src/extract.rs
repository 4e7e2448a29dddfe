//! `readout extract`: the quotations with their speakers.

use crate::arguments::{Format, Request};
use crate::{Outcome, input, scorer};
use readout_core::id::QuotationId;
use std::io::Write;

/// Writes the quotations of all reports in the format asked for.
pub fn run(request: &Request, format: Format, out: &mut dyn Write) -> Outcome {
    input::each_corpus(request, |corpus| match format {
        Format::Scorer => scorer::write(corpus, out),
        Format::Export(export) => {
            let all: Vec<QuotationId> = corpus.quotations().ids().collect();
            let mut text = String::new();
            (export.write)(corpus, &all, &mut text);
            out.write_all(text.as_bytes())
        }
    })
}
