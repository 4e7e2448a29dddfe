//! Where things are.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The checkout that xtask was built from.
pub struct Project {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
}

impl Project {
    /// The workspace that holds this crate.
    pub fn find() -> Project {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        Project { root: here.parent().unwrap_or(here).to_path_buf() }
    }

    /// Tools that xtask installs, for this checkout alone.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The browser tests and their npm packages.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The folder of PolNeAR's `dev.jsonl`: the one that `READOUT_POLNEAR` names, else `../shared/polnear`.
    pub fn polnear(&self) -> Option<PathBuf> {
        let named = env::var_os("READOUT_POLNEAR").unwrap_or_else(|| "../shared/polnear".into());
        let folder = self.root.join(named);
        folder.join("dev.jsonl").is_file().then_some(folder)
    }

    /// A program of the workspace as cargo builds it for development.
    pub fn built(&self, name: &str) -> PathBuf {
        self.target().join("debug").join(name).with_extension(env::consts::EXE_EXTENSION)
    }

    /// The search path with this checkout's own tools first.
    pub fn search_path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.browser_tests().join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(env::split_paths(&inherited));
        env::join_paths(all).unwrap_or(inherited)
    }
}
