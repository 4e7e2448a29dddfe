//! `cargo xtask bench`: speed, by the clock of this machine. Nothing is gated by it.

use std::path::{Path, PathBuf};

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

pub fn bench(project: &Project, peers_too: bool) -> Result<()> {
    setup::set_up(project, NEEDS)?;
    let texts = project
        .polnear()
        .map(|folder| folder.join("dev.jsonl"))
        .unwrap_or_else(|| project.root.join("seeds"));
    if peers_too {
        println!("\n==> what runs in browsers today, over {}", texts.display());
        peers(project, &texts)?;
    }
    println!("\n==> native, over {}", texts.display());
    native(project, &texts, &["--rules"])?;
    native(project, &texts, &[])?;
    println!("\n==> WebAssembly in Chromium, over the same");
    wasm(project, &texts)?;
    if peers_too {
        return Ok(());
    }
    println!("\n==> until the page is there, beside a plain React page");
    build::build(project)?;
    build::command_line(project)?;
    run(browser_command(project).arg(project.browser_tests().join("bench/start.mjs")))
}

/// Libraries of JavaScript in Node, with packages of their own that only this needs.
fn peers(project: &Project, texts: &Path) -> Result<()> {
    if texts.is_dir() {
        println!("skipped: PolNeAR is not here, and the embedded reports are too few to measure by");
        return Ok(());
    }
    let folder = project.browser_tests().join("bench/peers");
    run(project.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    run(project.command("node").arg(folder.join("run.mjs")).arg(texts))
}

fn native(project: &Project, texts: &PathBuf, options: &[&str]) -> Result<()> {
    let words =
        ["run", "--quiet", "--release", "--package", "readout-cli", "--bin", "readout", "--", "bench"];
    println!("{}", if options.is_empty() { "by the model:" } else { "by rules:" });
    run(project.command("cargo").args(words).args(options).arg(texts))
}

/// Builds the core alone as the page's is built, and runs it in Chromium.
fn wasm(project: &Project, texts: &PathBuf) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = project.command("cargo");
    build::rebuild_std(project, &mut cargo);
    run(cargo.args([
        "build",
        "--profile",
        "page",
        "--quiet",
        "--target",
        target,
        "--package",
        "readout-bench",
    ]))?;
    let built = project.target().join(target).join("page/readout_bench.wasm");
    let folder = project.target().join("bench");
    let mut bindgen = project.command("wasm-bindgen");
    run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(built))?;
    let wasm = folder.join("readout_bench_bg.wasm");
    let options = [
        "-Oz",
        "--low-memory-unused",
        "--one-caller-inline-max-function-size=0",
        "--skip-pass=local-cse",
        "-Oz",
    ];
    run(project.command("wasm-opt").args(options).arg(&wasm).arg("-o").arg(&wasm))
        .context("wasm-opt comes with the packages in tests/browser")?;
    run(browser_command(project).arg(project.browser_tests().join("bench/wasm.mjs")).arg(folder).arg(texts))
}
