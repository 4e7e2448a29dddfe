//! Running other programs.

use std::{ffi::OsStr, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::project::Project;

impl Project {
    /// A command that runs in the workspace and finds this checkout's tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.resolve(program));
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// The program's path on the checkout's own search path, since `Command` searches the inherited one.
    fn resolve(&self, program: &str) -> std::path::PathBuf {
        let candidates = std::env::split_paths(&self.search_path())
            .map(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION))
            .find(|path| path.is_file());
        candidates.unwrap_or_else(|| program.into())
    }

    /// Whether a program of that name can be run.
    pub fn has_program(&self, program: &str) -> bool {
        self.resolve(program).is_absolute()
    }
}

/// Runs to the end, its output going where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start `{}`", spelled(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", spelled(command));
    }
    Ok(())
}

/// Runs to the end and gives what it printed to standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start `{}`", spelled(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({})\n{said}", spelled(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
fn spelled(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy);
    words.collect::<Vec<_>>().join(" ")
}
