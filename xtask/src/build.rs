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

/// The command line as the browser's tests and the measures run it.
pub fn command_line(project: &Project) -> Result<()> {
    run(project.command("cargo").args(["build", "--quiet", "--package", "readout-cli"]))
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
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS.join(" "));
}

const FLAGS: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    // No places of panics, which name folders of this machine, and no words for programmers.
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    // A function of one caller is set into it however large it is: a little less code, but with hundreds of
    // variables, which packs badly. All weights tenfold, calls too, end that at some 300 instructions. The
    // threshold would be 50 for code compiled for the least size and 500 for what is nearly so.
    "-Cllvm-args=--inline-instr-cost=50",
    "-Cllvm-args=--inline-call-penalty=250",
    "-Cllvm-args=--inline-threshold=200",
    // Pointers that run along in loops beside the counters, which engines of WebAssembly don't need.
    "-Cllvm-args=--disable-lsr",
    // Values kept for the one path of several that knows them already.
    "-Cllvm-args=--enable-pre=false",
    // The stack comes first in memory. Below one megabyte, addresses of data are a byte shorter.
    "-Clink-arg=-zstack-size=737280",
];
