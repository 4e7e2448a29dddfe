//! `readout bench`: how fast the whole pipeline is, on one core.

use crate::arguments::Request;
use crate::{Outcome, input};
use readout_core::corpus::CorpusBuilder;
use std::io::Write;
use std::time::Instant;

/// How often it is run; the fastest run counts, since others on the machine only slow it down.
const RUNS: usize = 5;

/// Reads the reports, repeats them up to `bytes` of text, and measures from bytes to corpus.
pub fn run(request: &Request, bytes: usize, out: &mut dyn Write) -> Outcome {
    let mut reports = Vec::new();
    let mut complete = true;
    for path in &request.paths {
        complete &= input::each_report(path, &mut |report, _| {
            reports.push(report);
            Ok(true)
        })?;
    }
    let size: usize = reports.iter().map(|r| r.bytes.len()).sum();
    if size == 0 {
        return Err("no text to measure".into());
    }
    let mut best = f64::INFINITY;
    let (mut documents, mut total, mut quotations) = (0, 0, 0);
    for _ in 0..RUNS {
        (documents, total) = (0, 0);
        let start = Instant::now();
        let mut builder = CorpusBuilder::new();
        for report in reports.iter().cycle() {
            if total >= bytes {
                break;
            }
            builder.push(&report.name, &report.bytes);
            documents += 1;
            total += report.bytes.len();
        }
        let corpus = builder.finish();
        best = best.min(start.elapsed().as_secs_f64());
        quotations = corpus.quotations().len();
    }
    let speed = total as f64 / 1e6 / best;
    writeln!(
        out,
        "{:.1} MB in {documents} documents, {quotations} quotations: {best:.3} s, {speed:.1} MB/s (best of {RUNS})",
        total as f64 / 1e6
    )?;
    Ok(complete)
}
