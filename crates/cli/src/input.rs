//! Reports from files, folders and JSON Lines, as corpora.

use crate::arguments::Request;
use crate::reading::Reading;
use readout_core::corpus::Corpus;
use serde::Deserialize;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A report as it is brought: its name and its bytes.
#[derive(Debug)]
pub struct Report {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A line of JSON Lines.
#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
}

/// Hands corpora to `use_corpus`: one for all files, and one for each document of JSON Lines unless all are to
/// be linked together. What can't be read is told on standard error and left out; the answer is whether all was
/// read.
pub fn each_corpus(
    request: &Request,
    mut use_corpus: impl FnMut(&Corpus) -> io::Result<()>,
) -> Result<bool, Box<dyn std::error::Error>> {
    let mut complete = true;
    let reading = Reading::asked(request.rules)?;
    let mut builder = reading.builder();
    let mut any = false;
    for path in &request.paths {
        complete &= each_report(path, &mut |report, alone| {
            if alone && !request.together {
                let mut builder = reading.builder();
                builder.push(&report.name, &report.bytes);
                let corpus = builder.finish();
                let read = tell_issues(&corpus, request.issues);
                use_corpus(&corpus).map(|()| read)
            } else {
                any = true;
                builder.push(&report.name, &report.bytes);
                Ok(true)
            }
        })?;
    }
    if any {
        let corpus = builder.finish();
        complete &= tell_issues(&corpus, request.issues);
        use_corpus(&corpus)?;
    }
    Ok(complete)
}

/// Hands the reports at `path` to `take`, with whether each stands alone. Says what can't be read.
pub fn each_report(path: &str, take: &mut dyn FnMut(Report, bool) -> io::Result<bool>) -> io::Result<bool> {
    if path == "-" {
        return each_row("standard input", &mut io::stdin().lock(), take);
    }
    let path = Path::new(path);
    if path.extension() == Some(OsStr::new("jsonl")) {
        return match File::open(path) {
            Ok(file) => each_row(&path.display().to_string(), &mut BufReader::new(file), take),
            Err(error) => Ok(tell(&path.display(), &error)),
        };
    }
    let files = match text_files(path) {
        Ok(files) => files,
        Err(error) => return Ok(tell(&path.display(), &format_args!("{error}; check the path"))),
    };
    let mut complete = !files.is_empty();
    if files.is_empty() {
        eprintln!("readout: {}: no text files (*.txt) in this folder", path.display());
    }
    for file in files {
        complete &= match fs::read(&file) {
            Ok(bytes) => {
                let name = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
                take(Report { name, bytes }, false)?
            }
            Err(error) => tell(&file.display(), &error),
        };
    }
    Ok(complete)
}

/// The file itself, or the text files of a folder by name.
fn text_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let text = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt"));
        if text && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// What some editors put first into a file.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn each_row(
    place: &str,
    lines: &mut dyn BufRead,
    take: &mut dyn FnMut(Report, bool) -> io::Result<bool>,
) -> io::Result<bool> {
    let mut complete = true;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match lines.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => return Ok(tell(&place, &error)),
        }
        let row = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line);
        if row.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        complete &= match serde_json::from_slice::<Row>(row) {
            Ok(row) => take(Report { name: row.id, bytes: row.text.into_bytes() }, true)?,
            Err(error) => tell(
                &format_args!("{place}, line {number}"),
                &format_args!("{error}; a line is an object with the texts `id` and `text`"),
            ),
        };
    }
    Ok(complete)
}

/// Tells what went wrong while reading; false where a report could not be read at all.
fn tell_issues(corpus: &Corpus, all: bool) -> bool {
    for issue in corpus.issues().iter().filter(|issue| all || issue.kind.is_fatal()) {
        eprintln!("readout: {issue}");
    }
    !corpus.issues().iter().any(|issue| issue.kind.is_fatal())
}

fn tell(place: &dyn std::fmt::Display, error: &dyn std::fmt::Display) -> bool {
    eprintln!("readout: {place}: {error}");
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// A disk that fails.
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk fails"))
        }
    }

    #[test]
    fn what_can_be_read_is_read() {
        let rows = "\u{feff}{\"id\": \"a\", \"text\": \"\"}\nno row\n\n{\"id\": \"b\", \"text\": \"\"}\n";
        let mut names = Vec::new();
        let mut take = |report: Report, alone: bool| {
            assert!(alone);
            names.push(report.name);
            Ok(true)
        };
        let complete = each_row("rows", &mut BufReader::new(rows.as_bytes().chain(Broken)), &mut take);
        assert!(!complete.expect("a row that can't be read ends nothing"));
        assert_eq!(names, ["a", "b"]);
    }
}
