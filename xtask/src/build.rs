//! `cargo xtask build`: the release build.

use std::process::Command;

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
    let mut trunk = project.command("trunk");
    rebuild_std(project, &mut trunk);
    run(trunk.args(["build", "--release"]))
}

/// The standard library comes compiled for speed and with the words of every panic. Has `command` compile it
/// again with the page: for size, and a panic just traps. Unstable settings; the pinned toolchain keeps them as
/// they are. Trunk's hook clears those that would reach `xtask`; Windows has no `env` for that.
pub fn rebuild_std(project: &Project, command: &mut Command) {
    if cfg!(windows) || !setup::has_rust_source(project) {
        println!("The page comes out larger here: its standard library is not compiled for size.");
        return;
    }
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            // No places of panics, which name folders of this machine.
            "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
        );
}
