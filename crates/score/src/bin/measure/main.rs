//! Measures the extraction by the command line's own output, beside the figures to reach and the gates.
//!
//! `measure READOUT [POLNEAR] [--errors] [--update]`, in the workspace's root: READOUT is the command line's program,
//! POLNEAR the folder of the corpus.
//! A gate is the last figure reached. It is only ever raised, by `--update`, which also writes the figures that
//! the page shows.

mod errors;
mod gates;
mod mentions;
mod polnear;
mod program;
mod seeds;
mod speakers;

use gates::{Gates, Measure};
use program::{Program, Reading};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// What a step gives, or why it could not.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(program) = words.next() else {
        eprintln!("usage: measure READOUT [POLNEAR] [--errors] [--update]");
        return ExitCode::FAILURE;
    };
    let (flags, folders): (Vec<String>, Vec<String>) = words.partition(|word| word.starts_with("--"));
    let folder = folders.first().map(Path::new);
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    match measure(&Program::new(program), folder, has("--errors"), has("--update")) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the table; whether every gate holds and the page's figures are these.
fn measure(program: &Program, folder: Option<&Path>, errors: bool, update: bool) -> Outcome<bool> {
    let mut found = Vec::new();
    let mut missed = Vec::new();
    mentions::measure(program, &mut found, &mut missed)?;
    if folder.is_none() {
        println!(
            "PolNeAR is not here (READOUT_POLNEAR names the folder of its dev.jsonl, else ../shared/polnear): its measures are skipped.\n"
        );
    }
    for reading in Reading::ALL {
        let mut here = Vec::new();
        seeds::measure(program, reading, &mut here, &mut missed)?;
        if let Some(folder) = folder {
            polnear::measure(program, reading, folder, &mut here)?;
        }
        found.extend(here.into_iter().map(|measure| reading.own(measure)));
    }
    if let Some(folder) = folder {
        speakers::measure(program, folder, &mut found, &mut missed)?;
    }
    if errors {
        for line in &missed {
            println!("{line}");
        }
        println!();
        if let Some(folder) = folder {
            errors::print(program, folder, update)?;
        }
    }
    let mut gates = Gates::read()?;
    gates.print(&found);
    if update {
        gates.raise(&found)?;
    }
    let holds = gates.hold(&found);
    let shown = gates.figures_are_shown(&found)?;
    Ok(holds && shown)
}

/// A share in percent, rounded as it is printed.
fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

/// A figure under its gate's key.
fn figure(key: &str, value: f64) -> Measure {
    Measure { key: key.to_owned(), value }
}
