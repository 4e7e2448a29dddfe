//! Bad input never panics, and whatever is read is sound.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod made;
mod sound;

use proptest::prelude::*;
use readout_core::issue::IssueKind;
use std::fs;

fn seeds() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.into_iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// What articles are damaged with.
const SPLINTERS: [&str; 16] = [
    "\"", "“", "”", "‘", "'", "(", ")", "\n\n", "\r", " — ", "...", " said ", "\u{fffd}", "\u{202e}", "He ",
    "𝄞",
];

#[derive(Debug, Clone)]
enum Damage {
    Cut(prop::sample::Index, usize),
    Insert(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        (any::<prop::sample::Index>(), 1..200_usize).prop_map(|(at, len)| Damage::Cut(at, len)),
        (any::<prop::sample::Index>(), 0..SPLINTERS.len()).prop_map(|(at, which)| Damage::Insert(at, which)),
        (any::<prop::sample::Index>(), 1..300_usize).prop_map(|(at, len)| Damage::Repeat(at, len)),
    ]
}

fn damaged(article: &str, damages: &[Damage]) -> Vec<u8> {
    let mut bytes = article.as_bytes().to_vec();
    for damage in damages {
        match damage {
            Damage::Cut(at, len) if !bytes.is_empty() => {
                let start = at.index(bytes.len());
                bytes.drain(start..(start + len).min(bytes.len()));
            }
            Damage::Insert(at, which) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, SPLINTERS[*which].bytes());
            }
            Damage::Repeat(at, len) if !bytes.is_empty() => {
                let start = at.index(bytes.len());
                let piece = bytes[start..(start + len).min(bytes.len())].to_vec();
                bytes.splice(start..start, piece);
            }
            _ => {}
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        sound::check(&bytes);
    }

    #[test]
    fn any_text(text in "(\\PC|[\n\r\"“”‘’'.,:()–-]| said | He | Mr | that ){0,300}") {
        sound::check(text.as_bytes());
    }

    #[test]
    fn reports_made_of_the_lists(draws in prop::collection::vec(any::<u16>(), 0..120)) {
        sound::check(made::report(&draws).as_bytes());
    }

    #[test]
    fn damaged_articles(which in 0..5_usize, damages in prop::collection::vec(damage(), 0..24)) {
        sound::check(&damaged(&seeds()[which], &damages));
    }

    #[test]
    fn articles_in_other_encodings(which in 0..5_usize, damages in prop::collection::vec(damage(), 0..4)) {
        let bytes = damaged(&seeds()[which], &damages);
        let text = String::from_utf8_lossy(&bytes);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (narrow, wide) = (sound::check(text.as_bytes()), sound::check(&wide));
        prop_assert_eq!(narrow.quotations().len(), wide.quotations().len());
    }
}

#[test]
fn nasty_inputs() {
    let long = "the talks went on and on ".repeat(80_000);
    let marks = "\"".repeat(1_000_000);
    let curly = "“".repeat(200_000);
    let pairs = "“a” ".repeat(100_000);
    let lines = "x\n".repeat(200_000);
    let hebrew = "שר החוץ אמר: “הדיונים נמשכים”, כך דווח.\n\n".repeat(50);
    let surrogates = "He said: \u{fffd}\u{fffd} “Go \u{fffd}.”\n\n".repeat(50);
    let lonely: Vec<u8> = std::iter::repeat_n([0x00, 0xd8, 0x20, 0x00], 500).flatten().collect();
    let names = "Ann Lee and Bo Chen and ".repeat(5_000);
    let brackets = "(".repeat(100_000);
    let stops = "!".repeat(200_000) + " a";
    let countries = "US-".repeat(50_000);
    let honorifics = "Ann Lee, Mr Bo, ".repeat(5_000);
    let role =
        format!("Ann Lee, {}author. {}", "lawyer ".repeat(10_000), "Lee saw the senator. ".repeat(1_000));
    let word = "a1-".repeat(10_000);
    let missiles = format!("The {word}a missile flew. {}", "The missile fell. ".repeat(1_000));
    for bytes in [
        b"".as_slice(),
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        ": said  said ෘ#a".as_bytes(),
        b"Lima\n\nPact with Peru fails",
        b"\xe2\x80 broken \xf0\x9d\x84 characters \xc3",
        &lonely,
        long.as_bytes(),
        marks.as_bytes(),
        curly.as_bytes(),
        pairs.as_bytes(),
        lines.as_bytes(),
        hebrew.as_bytes(),
        surrogates.as_bytes(),
        names.as_bytes(),
        brackets.as_bytes(),
        stops.as_bytes(),
        countries.as_bytes(),
        honorifics.as_bytes(),
        role.as_bytes(),
        missiles.as_bytes(),
    ] {
        sound::check(bytes);
    }
}

#[test]
fn a_report_that_can_not_be_read_stops_no_other() {
    let mut builder = readout_core::corpus::CorpusBuilder::new();
    builder.push("picture", b"\x89PNG\r\n\x1a\n");
    builder.push("nothing", b" \n");
    builder.push("report", b"Talks fail\n\nThe talks failed, Ann Lee said.\n");
    let corpus = builder.finish();
    sound::check_corpus(&corpus);
    let fatal: Vec<_> = corpus.issues().iter().filter(|i| i.kind.is_fatal()).collect();
    assert_eq!(fatal.iter().map(|i| i.document.as_str()).collect::<Vec<_>>(), ["picture", "nothing"]);
    assert_eq!(fatal.iter().map(|i| i.kind).collect::<Vec<_>>(), [IssueKind::Binary, IssueKind::Empty]);
    assert_eq!(corpus.documents().iter().last().map(|d| d.blocks.len()), Some(2));
}

#[test]
fn too_long_a_report_is_read_up_to_the_limit() {
    let mut bytes = vec![b' '; readout_core::ingest::MAX_BYTES - 1];
    bytes.extend("é and the rest".as_bytes());
    let (document, issues) = readout_core::ingest::read("long", &bytes);
    assert_eq!(document.text.len(), readout_core::ingest::MAX_BYTES - 1);
    assert!(issues.iter().any(|i| i.kind == IssueKind::TooLong(readout_core::ingest::MAX_BYTES as u32)));
}
