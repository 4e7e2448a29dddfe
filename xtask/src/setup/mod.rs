//! Installs what a task needs and the machine lacks, after saying what that is.

mod browsers;
mod packages;
mod versions;

use std::time::Instant;

use anyhow::{Context, Result};

use crate::project::Project;

pub use browsers::{chromium, firefox};
pub use packages::has_rust_source;

/// Something that a task needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    WasmTarget,
    RustSource,
    Trunk,
    WasmBindgen,
    NodePackages,
    CargoDeny,
    Chromium,
    Firefox,
}

/// What the page is built with.
pub const BUILD: &[Need] =
    &[Need::WasmTarget, Need::RustSource, Need::Trunk, Need::WasmBindgen, Need::NodePackages];
/// What the quick checks need.
pub const FAST: &[Need] = &[Need::CargoDeny];
/// What all checks need.
pub const TEST: &[Need] = &[
    Need::WasmTarget,
    Need::RustSource,
    Need::Trunk,
    Need::WasmBindgen,
    Need::NodePackages,
    Need::CargoDeny,
    Need::Chromium,
    Need::Firefox,
];

/// Installs those of `needs` that are not there.
pub fn set_up(project: &Project, needs: &[Need]) -> Result<()> {
    let missing: Vec<Need> = needs.iter().copied().filter(|need| !need.is_there(project)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing, and installed now:");
    for need in &missing {
        println!("  - {}", need.words(project)?);
    }
    for need in missing {
        println!("\n==> {}", need.words(project)?);
        let start = Instant::now();
        let installed = need
            .install(project)
            .with_context(|| format!("could not be installed. By hand: {}", need.by_hand()));
        match installed {
            Ok(()) => println!("==> there after {:.0} s", start.elapsed().as_secs_f32()),
            // All works without it; only the byte budget is missed.
            Err(error) if need == Need::RustSource => println!("==> going on without: {error:#}"),
            Err(error) => return Err(error),
        }
    }
    packages::forget_build(project)
}

impl Need {
    fn is_there(self, project: &Project) -> bool {
        match self {
            Need::WasmTarget => packages::has_wasm_target(project),
            Need::RustSource => has_rust_source(project),
            Need::Trunk => packages::has_version(project, "trunk", versions::TRUNK),
            Need::WasmBindgen => versions::wasm_bindgen(project)
                .is_ok_and(|v| packages::has_version(project, "wasm-bindgen", &v)),
            Need::NodePackages => packages::has_node_packages(project),
            Need::CargoDeny => packages::has_version(project, "cargo-deny", versions::CARGO_DENY),
            Need::Chromium => chromium(project).is_some(),
            Need::Firefox => firefox(project).is_some(),
        }
    }

    fn words(self, project: &Project) -> Result<String> {
        Ok(match self {
            Need::WasmTarget => "Rust's wasm32-unknown-unknown target, by rustup".to_owned(),
            Need::RustSource => "the source of Rust's standard library, by rustup".to_owned(),
            Need::Trunk => format!("trunk {} (builds the page), by cargo into .tools/", versions::TRUNK),
            Need::WasmBindgen => {
                format!("wasm-bindgen-cli {}, by cargo into .tools/", versions::wasm_bindgen(project)?)
            }
            Need::NodePackages => {
                "wasm-opt and the browser tests' packages, by npm into tests/browser/".to_owned()
            }
            Need::CargoDeny => format!("cargo-deny {}, by cargo into .tools/", versions::CARGO_DENY),
            Need::Chromium => "Chromium (the browser tests run in it), by apt".to_owned(),
            Need::Firefox => "Firefox ESR (the browser tests run in it), by apt".to_owned(),
        })
    }

    fn install(self, project: &Project) -> Result<()> {
        match self {
            Need::WasmTarget => packages::add_wasm_target(project),
            Need::RustSource => packages::add_rust_source(project),
            Need::Trunk => packages::cargo_install(project, "trunk", versions::TRUNK),
            Need::WasmBindgen => {
                packages::cargo_install(project, "wasm-bindgen-cli", &versions::wasm_bindgen(project)?)
            }
            Need::NodePackages => packages::npm_ci(project),
            Need::CargoDeny => packages::cargo_install(project, "cargo-deny", versions::CARGO_DENY),
            Need::Chromium => browsers::apt_install(&["chromium", "fonts-liberation"]),
            Need::Firefox => browsers::apt_install(&["firefox-esr", "fonts-liberation"]),
        }
    }

    fn by_hand(self) -> &'static str {
        match self {
            Need::WasmTarget => "rustup target add wasm32-unknown-unknown (rustup: rustup.rs)",
            Need::RustSource => "rustup component add rust-src",
            Need::Trunk => "cargo install trunk --version 0.21.14 --locked, or the archive from trunkrs.dev",
            Need::WasmBindgen => {
                "cargo install wasm-bindgen-cli, in the version that Cargo.lock names for wasm-bindgen"
            }
            Need::NodePackages => {
                "install Node 20 or later with npm (nodejs.org), then npm ci in tests/browser"
            }
            Need::CargoDeny => "cargo install cargo-deny --locked",
            Need::Chromium => browsers::CHROMIUM_BY_HAND,
            Need::Firefox => browsers::FIREFOX_BY_HAND,
        }
    }
}
