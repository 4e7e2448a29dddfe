//! `cargo xtask score`: the measures of extraction. What they are is in `crates/score`.

use anyhow::{Context, Result};

use crate::{build, command::run, project::Project};

pub fn score(project: &Project, errors: bool, update: bool) -> Result<()> {
    build::command_line(project)?;
    let mut command = project.command("cargo");
    command.args(["run", "--quiet", "--package", "readout-score", "--bin", "measure", "--"]);
    command.arg(project.built("readout")).args(project.polnear());
    command.args(errors.then_some("--errors")).args(update.then_some("--update"));
    run(&mut command)
        .context("a measure fell below its gate, or the page's figures are out of date: see the table above")
}
