//! What comes by rustup, cargo and npm.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

use crate::{
    command::{output, run},
    project::Project,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Whether the program is there in just that version.
pub fn has_version(project: &Project, program: &str, version: &str) -> bool {
    output(project.command(program).arg("--version"))
        .is_ok_and(|said| said.split_whitespace().any(|word| word == version))
}

/// Asks the compiler, so that a toolchain without rustup counts too.
pub fn has_wasm_target(project: &Project) -> bool {
    output(project.command("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some()))
}

pub fn add_wasm_target(project: &Project) -> Result<()> {
    run(project.command("rustup").args(["target", "add", TARGET]))
}

/// The source of the standard library and the lock of its dependencies.
pub fn has_rust_source(project: &Project) -> bool {
    output(project.command("rustc").args(["--print", "sysroot"])).is_ok_and(|folder| {
        Path::new(folder.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    })
}

pub fn add_rust_source(project: &Project) -> Result<()> {
    run(project.command("rustup").args(["component", "add", "rust-src"]))
}

/// Installs into `.tools`: a ready-made program where cargo-binstall is there and finds one, else compiled
/// without optimising and without extras, which takes a third of the time and runs fast enough.
pub fn cargo_install(project: &Project, package: &str, version: &str) -> Result<()> {
    let root = project.tools();
    if project.has_program("cargo-binstall") {
        let mut command = project.command("cargo-binstall");
        command.arg("--no-confirm").arg("--root").arg(&root).arg(format!("{package}@{version}"));
        if run(&mut command).is_ok() {
            return Ok(());
        }
        println!("no ready-made {package} to be had: compiling it");
    }
    let install = |locked: bool| {
        let mut command = project.command("cargo");
        command.args([
            "install",
            package,
            "--version",
            version,
            "--debug",
            "--no-default-features",
            "--root",
        ]);
        command.arg(&root).env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TARGET_DIR", root.join("build"));
        if locked {
            command.arg("--locked");
        }
        run(&mut command)
    };
    install(true).or_else(|_| {
        println!("once more, with the newest dependencies that fit instead of those it was published with");
        install(false)
    })
}

/// What compiling the tools left behind.
pub fn forget_build(project: &Project) -> Result<()> {
    let build = project.tools().join("build");
    if build.exists() {
        fs::remove_dir_all(build)?;
    }
    Ok(())
}

/// npm writes a lock file of its own beside what it installed: older than ours means out of date.
pub fn has_node_packages(project: &Project) -> bool {
    let folder = project.browser_tests();
    let changed = |name: &str| fs::metadata(folder.join(name)).and_then(|file| file.modified()).ok();
    match (changed("node_modules/.package-lock.json"), changed("package-lock.json")) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}

pub fn npm_ci(project: &Project) -> Result<()> {
    ensure!(project.has_program("npm"), "npm is not there");
    run(project.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(project.browser_tests()))
}
