//! `cargo xtask bench`: speed, by the clock of this machine. Nothing is gated by it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{
    build,
    check::browser_command,
    command::run,
    project::Project,
    setup::{self, Need},
};

const NEEDS: &[Need] =
    &[Need::WasmTarget, Need::RustSource, Need::Trunk, Need::WasmBindgen, Need::NodePackages, Need::Chromium];

pub fn bench(project: &Project) -> Result<()> {
    setup::set_up(project, NEEDS)?;
    let texts = texts(project);
    println!("\n==> native, over {}", texts.display());
    native(project, &texts)?;
    println!("\n==> WebAssembly in Chromium, over the same");
    wasm(project, &texts)?;
    println!("\n==> until the page is there, beside a plain React page");
    build::build(project)?;
    run(browser_command(project).arg(project.browser_tests().join("bench/start.mjs")))
}

/// PolNeAR's development part where it is there, else the embedded reports.
fn texts(project: &Project) -> PathBuf {
    let told = std::env::var_os("READOUT_POLNEAR").map(PathBuf::from);
    let beside = [project.root.join("../shared/polnear"), project.root.join("../polnear")];
    let files = told.into_iter().chain(beside).map(|folder| folder.join("dev.jsonl"));
    files.into_iter().find(|file| file.is_file()).unwrap_or_else(|| project.root.join("seeds"))
}

fn native(project: &Project, texts: &PathBuf) -> Result<()> {
    let words = [
        "run",
        "--quiet",
        "--profile",
        "native",
        "--package",
        "readout-cli",
        "--bin",
        "readout",
        "--",
        "bench",
    ];
    run(project.command("cargo").args(words).arg(texts))
}

/// Builds the core alone as the page's is built, and runs it in Chromium.
fn wasm(project: &Project, texts: &PathBuf) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = project.command("cargo");
    build::rebuild_std(project, &mut cargo);
    run(cargo.args(["build", "--release", "--quiet", "--target", target, "--package", "readout-bench"]))?;
    let built = project.target().join(target).join("release/readout_bench.wasm");
    let folder = project.target().join("bench");
    let mut bindgen = project.command("wasm-bindgen");
    run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(built))?;
    let wasm = folder.join("readout_bench_bg.wasm");
    run(project.command("wasm-opt").arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))
        .context("wasm-opt comes with the packages in tests/browser")?;
    run(browser_command(project).arg(project.browser_tests().join("bench/wasm.mjs")).arg(folder).arg(texts))
}
