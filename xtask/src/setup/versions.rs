//! Which versions of the tools.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// 0.22 needs a newer Rust than the project pins.
pub const TRUNK: &str = "0.21.14";
pub const CARGO_DENY: &str = "0.20.2";

/// The command line must be the library's twin: its version is the one in `Cargo.lock`.
pub fn wasm_bindgen(project: &Project) -> Result<String> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock"))?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let entry = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?.1;
    Some(entry.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lock_names_the_version() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(super::locked_version(lock, "a").as_deref(), Some("2.0.0"));
        assert_eq!(super::locked_version(lock, "b"), None);
    }
}
