//! `readout bench`: how fast the whole pipeline is, on one core.

use crate::arguments::Request;
use crate::reading::Reading;
use crate::{Outcome, input};
use cpu_time::ProcessTime;
use std::io::Write;
use std::time::Instant;

/// How often it is run; the fastest run counts, since others on the machine only slow it down. Time by the clock
/// is what a reader waits; the processor's own time tells the same where others keep it busy.
const RUNS: usize = 5;

/// Reads the reports, repeats them up to `bytes` of text, and measures from bytes to corpus.
pub fn run(request: &Request, bytes: usize, out: &mut dyn Write) -> Outcome {
    let reading = Reading::asked(request.rules)?;
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
    let (mut wall, mut cpu) = (f64::INFINITY, f64::INFINITY);
    let (mut documents, mut total, mut quotations) = (0, 0, 0);
    for _ in 0..RUNS {
        (documents, total) = (0, 0);
        let (start, worked) = (Instant::now(), ProcessTime::now());
        let mut builder = reading.builder();
        for report in reports.iter().cycle() {
            if total >= bytes {
                break;
            }
            builder.push(&report.name, &report.bytes);
            documents += 1;
            total += report.bytes.len();
        }
        let corpus = builder.finish();
        wall = wall.min(start.elapsed().as_secs_f64());
        cpu = cpu.min(worked.elapsed().as_secs_f64());
        quotations = corpus.quotations().len();
    }
    let size = total as f64 / 1e6;
    writeln!(
        out,
        "{size:.1} MB in {documents} documents, {quotations} quotations: {:.1} MB/s ({wall:.3} s by the clock), \
         {:.1} MB/s of the processor's time ({cpu:.3} s); best of {RUNS}",
        size / wall,
        size / cpu,
    )?;
    Ok(complete)
}
