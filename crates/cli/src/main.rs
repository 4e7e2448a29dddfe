//! Readout on the command line: the page's own parsing core over files, folders and JSON Lines.

mod arguments;
mod bench;
mod counts;
mod documents;
mod extract;
mod input;
mod mentions;
mod reading;
mod scorer;

use arguments::{Command, Request};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Nothing could be read, or not all of it.
const INCOMPLETE: u8 = 1;
/// The command line is wrong.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let request = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(request) => request,
        Err(error) => {
            eprintln!("readout: {error}\nSee `readout --help`.");
            return ExitCode::from(USAGE);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done =
        run(&request, &mut out).and_then(|complete| out.flush().map(|()| complete).map_err(Into::into));
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(INCOMPLETE),
        // The reader of a pipe has had enough.
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("readout: {error}");
            ExitCode::from(INCOMPLETE)
        }
    }
}

/// What a command gives back: whether all that was asked for could be read.
type Outcome = Result<bool, Box<dyn std::error::Error>>;

fn run(request: &Request, out: &mut dyn Write) -> Outcome {
    match &request.command {
        Command::Help => {
            write!(out, "{}", arguments::HELP)?;
            Ok(true)
        }
        Command::Version => {
            writeln!(out, "readout {}", env!("CARGO_PKG_VERSION"))?;
            Ok(true)
        }
        Command::Extract(format) => extract::run(request, *format, out),
        Command::Documents => documents::run(request, out),
        Command::Mentions => mentions::run(request, out),
        Command::Counts => counts::run(request, out),
        Command::Bench(bytes) => bench::run(request, *bytes, out),
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
