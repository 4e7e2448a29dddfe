//! PolNeAR's development part: numbers only. Its text is not part of the project.

use crate::gates::Measure;
use crate::program::Program;
use crate::{Outcome, figure, percent};
use std::fs;
use std::path::{Path, PathBuf};

/// Where it is: as `READOUT_POLNEAR` says, or beside the checkout.
pub fn folder() -> Option<PathBuf> {
    let told = std::env::var_os("READOUT_POLNEAR").map(PathBuf::from);
    let beside = [PathBuf::from("../shared/polnear"), PathBuf::from("../polnear")];
    told.into_iter().chain(beside).find(|folder| folder.join("dev.jsonl").is_file())
}

pub fn measure(program: &Program, folder: &Path, found: &mut Vec<Measure>) -> Outcome<()> {
    let file = folder.join("dev.jsonl");
    let gold = readout_score::read(&fs::read_to_string(&file)?)?;
    let score = readout_score::score(&gold, &program.extract(&file)?)?;
    found.extend([
        figure("polnear-direct-precision", percent(score.get("direct").precision())),
        figure("polnear-end-to-end", percent(score.end_to_end())),
        figure("polnear-content-exact", percent(score.get("citron exact content").f1())),
        figure("polnear-indirect-found", percent(score.get("matched indirect").f1())),
    ]);
    Ok(())
}
