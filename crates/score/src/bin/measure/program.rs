//! Asking the command line.

use crate::Outcome;
use readout_score::Record;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// The command line's program.
pub struct Program(String);

impl Program {
    pub fn new(path: String) -> Program {
        Program(path)
    }

    /// The attributions in the scorer's form.
    pub fn extract(&self, path: &Path) -> Outcome<Vec<Record>> {
        Ok(readout_score::read(&self.run(&["extract", "--format", "scorer"], path)?)?)
    }

    /// One mention a line.
    pub fn mentions(&self, path: &Path) -> Outcome<Vec<Value>> {
        let lines = self.run(&["mentions"], path)?;
        Ok(lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
    }

    fn run(&self, words: &[&str], path: &Path) -> Outcome<String> {
        let output = Command::new(&self.0).args(words).arg(path).stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(format!("{} {} failed ({})", self.0, words.join(" "), output.status).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}
