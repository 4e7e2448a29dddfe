//! `cargo xtask serve`: from a fresh clone to the page in a browser.

use anyhow::Result;

use crate::{build, command::run, project::Project, setup};

/// Not Trunk's own port: there, the offline copy of this release build would hide what `trunk serve` builds.
const PORT: &str = "8000";

pub fn serve(project: &Project) -> Result<()> {
    setup::set_up(project, setup::BUILD)?;
    println!("\nBuilding the page, then serving it at http://127.0.0.1:{PORT}/ (Ctrl-C ends it).\n");
    let mut trunk = project.command("trunk");
    build::rebuild_std(project, &mut trunk);
    run(trunk.args(["serve", "--release", "--no-autoreload", "--port", PORT]))
}
