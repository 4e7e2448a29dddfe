//! `cargo xtask build`: the release build.

use anyhow::Result;

use crate::{command::run, project::Project, setup};

pub fn set_up_and_build(project: &Project) -> Result<()> {
    setup::set_up(project, setup::BUILD)?;
    build(project)?;
    println!(
        "\nThe page is in dist/ (for any static host) and in dist/readout.html (one file, opens from a disk)."
    );
    Ok(())
}

/// The release build alone, by tools that are there.
pub fn build(project: &Project) -> Result<()> {
    run(project.command("trunk").args(["build", "--release"]))
}
