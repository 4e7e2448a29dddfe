//! Asking the command line.

use crate::Outcome;
use crate::gates::Measure;
use readout_score::Record;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// How attributions are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// By rules alone.
    Rules,
    /// By the learned model.
    Model,
}

impl Reading {
    /// Both, in the order of the page's columns.
    pub const ALL: [Reading; 2] = [Reading::Rules, Reading::Model];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Reading::Rules => "rules",
            Reading::Model => "model",
        }
    }

    /// The key of this reading's figure for a measure.
    pub fn key(self, measure: &str) -> String {
        match self {
            Reading::Rules => measure.to_owned(),
            Reading::Model => format!("model-{measure}"),
        }
    }

    /// The measure under this reading's key.
    pub fn own(self, measure: Measure) -> Measure {
        Measure { key: self.key(&measure.key), ..measure }
    }
}

/// The command line's program.
pub struct Program(String);

impl Program {
    pub fn new(path: String) -> Program {
        Program(path)
    }

    /// The attributions in the scorer's form.
    pub fn extract(&self, reading: Reading, path: &Path) -> Outcome<Vec<Record>> {
        let mut words = vec!["extract", "--format", "scorer"];
        words.extend((reading == Reading::Rules).then_some("--rules"));
        Ok(readout_score::read(&self.run(&words, path)?)?)
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
