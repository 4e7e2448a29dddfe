//! The command line's arguments.

use lexopt::{Arg, Parser, ValueExt};
use readout_core::export::{EXPORTS, Export};

/// What `readout --help` says.
pub const HELP: &str = "\
Who said what, to whom, when, and how each outlet rendered it.

Usage: readout <command> [options] PATH…

A PATH is a report as text, a folder of them (*.txt, by name), a file of JSON Lines (*.jsonl) with `id`
and `text`, or `-` for JSON Lines from standard input.

Commands:
  extract      the quotations with their speakers
  documents    what each page says of its report, and the zones of its text
  mentions     the mentions of persons, countries, organisations…
  counts       the facets' values and counts, as the page shows them
  bench        the speed of the whole pipeline

Options:
  --format NAME     extract: `jsonl` (default; one quotation a line, in words) or `scorer` (one document a
                    line, as code point spans)
  --rules           read attributions by rules alone, without the learned model
  --together        link names across all documents of JSON Lines too; each is taken alone else
  --query HASH      counts: what is asked, as in the page's address after `#`
  --issues          tell everything that was odd, not only what kept a report from being read
  --repeat-to SIZE  bench: repeat the texts up to this size (default 10MB)
  -h, --help        this text
  -V, --version     the version

Exit status: 0 if all was read, 1 if something could not be read, 2 if the command line is wrong.
";

/// What is asked for.
#[derive(Debug)]
pub struct Request {
    pub command: Command,
    pub paths: Vec<String>,
    pub together: bool,
    pub issues: bool,
    pub rules: bool,
    pub query: String,
}

/// The commands.
#[derive(Debug, Clone, Copy)]
pub enum Command {
    Help,
    Version,
    Extract(Format),
    Documents,
    Mentions,
    Counts,
    /// The size in bytes that texts are repeated to.
    Bench(usize),
}

/// The formats of `extract`.
#[derive(Debug, Clone, Copy)]
pub enum Format {
    /// One document a line, as code point spans.
    Scorer,
    /// One of the registered formats.
    Export(&'static Export),
}

/// Reads the arguments.
pub fn parse(mut parser: Parser) -> Result<Request, lexopt::Error> {
    let mut name = None;
    let mut format = Format::Export(&EXPORTS[0]);
    let mut bytes = 10_000_000;
    let mut request = Request {
        command: Command::Help,
        paths: Vec::new(),
        together: false,
        issues: false,
        rules: false,
        query: String::new(),
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(request),
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Request { command: Command::Version, ..request });
            }
            Arg::Long("together") => request.together = true,
            Arg::Long("issues") => request.issues = true,
            Arg::Long("rules") => request.rules = true,
            Arg::Long("query") => request.query = parser.value()?.string()?,
            Arg::Long("format") => format = parser.value()?.parse_with(named_format)?,
            Arg::Long("repeat-to") => bytes = parser.value()?.parse_with(size)?,
            Arg::Value(value) if name.is_none() => name = Some(value.string()?),
            Arg::Value(value) => request.paths.push(value.string()?),
            other => return Err(other.unexpected()),
        }
    }
    request.command = match name.as_deref() {
        Some("extract") => Command::Extract(format),
        Some("documents") => Command::Documents,
        Some("mentions") => Command::Mentions,
        Some("counts") => Command::Counts,
        Some("bench") => Command::Bench(bytes),
        Some("help") => Command::Help,
        Some(other) => return Err(format!("there is no command `{other}`").into()),
        None => return Err("which command?".into()),
    };
    if request.paths.is_empty() && !matches!(request.command, Command::Help) {
        return Err("which files? Give paths, or `-` for JSON Lines from standard input".into());
    }
    Ok(request)
}

fn named_format(name: &str) -> Result<Format, String> {
    if name == "scorer" {
        return Ok(Format::Scorer);
    }
    let export = EXPORTS.iter().find(|export| export.name == name);
    export.map(Format::Export).ok_or_else(|| {
        let names: Vec<&str> = EXPORTS.iter().map(|export| export.name).collect();
        format!("formats are scorer, {}", names.join(", "))
    })
}

/// "10MB", "500kB", "4096".
fn size(words: &str) -> Result<usize, String> {
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &words[digits.len()..] {
        "" | "B" => 1,
        "kB" | "KB" => 1_000,
        "MB" => 1_000_000,
        other => return Err(format!("`{other}` is no unit of size: B, kB or MB")),
    };
    let number: usize = digits.parse().map_err(|_| format!("`{digits}` is no number"))?;
    number.checked_mul(unit).filter(|bytes| *bytes > 0).ok_or_else(|| "a size is more than nothing".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<String, String> {
        let request = parse(Parser::from_args(arguments)).map_err(|e| e.to_string())?;
        let command = match request.command {
            Command::Extract(Format::Scorer) => "extract scorer".into(),
            Command::Extract(Format::Export(export)) => format!("extract {}", export.name),
            other => format!("{other:?}"),
        };
        Ok(format!("{command} {}", request.paths.join(" ")))
    }

    #[test]
    fn arguments_in_any_order() {
        assert_eq!(read(&["extract", "a", "b"]), Ok("extract jsonl a b".into()));
        assert_eq!(read(&["extract", "--format", "scorer", "-"]), Ok("extract scorer -".into()));
        assert_eq!(read(&["bench", "a", "--repeat-to=2MB"]), Ok("Bench(2000000) a".into()));
        assert_eq!(read(&["--help"]), Ok("Help ".into()));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (arguments, said) in [
            (&["quote", "a"][..], "there is no command `quote`"),
            (&["extract"], "which files? Give paths, or `-` for JSON Lines from standard input"),
            (&["extract", "a", "--format", "xml"], "formats are scorer, jsonl"),
            (&["bench", "a", "--repeat-to", "10 MiB"], "`MiB` is no unit of size: B, kB or MB"),
            (&[], "which command?"),
        ] {
            let found = read(arguments).expect_err(said);
            assert!(found.contains(said), "{found}");
        }
    }
}
