//! PolNeAR's development part: numbers only. Its text is not part of the project.

use crate::gates::Measure;
use crate::program::{Program, Reading};
use crate::{Outcome, figure, percent};
use std::fs;
use std::path::Path;

pub fn measure(program: &Program, reading: Reading, folder: &Path, found: &mut Vec<Measure>) -> Outcome<()> {
    let file = folder.join("dev.jsonl");
    let gold = readout_score::read(&fs::read_to_string(&file)?)?;
    let score = readout_score::score(&gold, &program.extract(reading, &file)?)?;
    let f1 = |measure: &str| percent(score.get(measure).f1());
    found.extend([
        figure("polnear-direct-precision", percent(score.get("direct").precision())),
        figure("polnear-direct", f1("direct")),
        figure("polnear-end-to-end", percent(score.end_to_end())),
        figure("polnear-cue-exact", f1("citron exact cue")),
        figure("polnear-source-exact", f1("citron exact source")),
        figure("polnear-content-exact", f1("citron exact content")),
        figure("polnear-all-exact", f1("citron exact all")),
        figure("polnear-content-tokens", f1("token content")),
        figure("polnear-mixed-found", f1("matched mixed")),
        figure("polnear-indirect-found", f1("matched indirect")),
    ]);
    Ok(())
}
