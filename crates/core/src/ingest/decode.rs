//! Bytes to text: UTF-8 and UTF-16 with and without byte order mark, windows-1252 for the rest.

use crate::issue::IssueKind;
use crate::span::Span;
use std::borrow::Cow;
use yore::code_pages::CP1252;

/// The longest report that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// How many bytes are looked at to tell text from anything else.
const SAMPLE: usize = 4096;

/// What files that are no text begin with: PDF, PNG, JPEG, GIF, ZIP (and office files), gzip, OLE, ELF, wasm.
const SIGNATURES: [&[u8]; 9] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"\0asm",
];

/// A text, how it was read, and what was wrong with it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    /// The WHATWG label.
    pub encoding: &'static str,
    pub issues: Vec<(Option<Span>, IssueKind)>,
}

/// Decodes a report of unknown encoding. The byte order mark is left out of the text.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut issues = Vec::new();
    let mut bytes = bytes;
    if bytes.len() > MAX_BYTES {
        bytes = whole_characters(&bytes[..MAX_BYTES]);
        issues.push((None, IssueKind::TooLong(MAX_BYTES as u32)));
    }
    let (text, encoding) = match guess(bytes) {
        Some(Guess::Utf8(text)) => (text.into_owned(), "utf-8"),
        Some(Guess::Utf16(rest, unit)) => {
            (utf16(rest, unit), if unit([0, 1]) == 1 { "utf-16be" } else { "utf-16le" })
        }
        Some(Guess::Windows1252) => (CP1252.decode(bytes).into_owned(), "windows-1252"),
        None => (String::new(), "binary"),
    };
    if encoding == "binary" {
        issues.push((None, IssueKind::Binary));
    } else if text.chars().all(char::is_whitespace) {
        issues.push((None, IssueKind::Empty));
    }
    let mut bad = text.match_indices('\u{fffd}');
    if let Some((place, _)) = bad.next() {
        let span = Span::from(place..place + '\u{fffd}'.len_utf8());
        issues.push((Some(span), IssueKind::BadCharacters(bad.count() as u32 + 1)));
    }
    Decoded { text, encoding, issues }
}

enum Guess<'a> {
    Utf8(Cow<'a, str>),
    Utf16(&'a [u8], fn([u8; 2]) -> u16),
    Windows1252,
}

/// The encoding, and the bytes after its mark; `None` for what is no text.
fn guess(bytes: &[u8]) -> Option<Guess<'_>> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Some(Guess::Utf8(String::from_utf8_lossy(rest)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some(Guess::Utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some(Guess::Utf16(rest, u16::from_be_bytes));
    }
    if SIGNATURES.iter().any(|s| bytes.starts_with(s)) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(unit) = zero_pattern(sample) {
        return Some(Guess::Utf16(bytes, unit));
    }
    let control = sample.iter().filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace()).count();
    if control * 32 > sample.len() {
        return None;
    }
    Some(mostly_utf8(bytes).map_or(Guess::Windows1252, Guess::Utf8))
}

/// UTF-16 without a mark shows in text of a European language: every other byte is zero.
fn zero_pattern(sample: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    memchr::memchr(0, sample)?;
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 2 * 4 / 5;
    match (even, odd) {
        _ if most == 0 => None,
        (few, many) if many >= most && few * 20 <= many => Some(u16::from_le_bytes),
        (many, few) if many >= most && few * 20 <= many => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// The text, where the bytes are UTF-8 or were before a few were damaged.
fn mostly_utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    let (mut wide, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (wide > bad).then(|| String::from_utf8_lossy(bytes))
}

/// Cuts a character off that the limit has cut in two.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    let tail = bytes.iter().rev().take(4).position(|b| b & 0xc0 != 0x80);
    match tail {
        Some(length) if bytes[bytes.len() - 1 - length] >= 0xc0 => &bytes[..bytes.len() - 1 - length],
        _ => bytes,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let characters = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    characters.chain((!odd.is_empty()).then_some(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, Vec<IssueKind>) {
        let decoded = decode(bytes);
        (decoded.text, decoded.encoding, decoded.issues.into_iter().map(|(_, kind)| kind).collect())
    }

    fn units(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "“Naïve” café – 𝄞 said so, and he said it again";
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "utf-8"),
            (marked(b"\xef\xbb\xbf", text.into()), "utf-8"),
            (marked(b"\xff\xfe", units(text, u16::to_le_bytes)), "utf-16le"),
            (marked(b"\xfe\xff", units(text, u16::to_be_bytes)), "utf-16be"),
            (units(text, u16::to_le_bytes), "utf-16le"),
            (units(text, u16::to_be_bytes), "utf-16be"),
        ] {
            assert_eq!(read(&bytes), (text.into(), encoding, vec![]));
        }
        assert_eq!(read(b"\x93Na\xefve\x94 \x96"), ("“Naïve” –".into(), "windows-1252", vec![]));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n"), (String::new(), "binary", vec![IssueKind::Binary]));
        assert_eq!(read(&[0, 1, 2, 3, 250, 7, 9]), (String::new(), "binary", vec![IssueKind::Binary]));
        assert_eq!(read(b" \r\n\t"), (" \r\n\t".into(), "utf-8", vec![IssueKind::Empty]));
        assert_eq!(read(b""), (String::new(), "utf-8", vec![IssueKind::Empty]));
    }

    #[test]
    fn bad_characters_are_counted_and_placed() {
        let decoded = decode("“One” and “two\u{201d}".as_bytes().split_last().map_or(&[], |(_, head)| head));
        assert_eq!(decoded.text, "“One” and “two\u{fffd}");
        assert_eq!(decoded.issues, [(Some(Span::new(20, 23)), IssueKind::BadCharacters(1))]);
        let lone = units("a", u16::to_le_bytes);
        let (text, _, issues) = read(&[&b"\xff\xfe"[..], &lone, b"\x00\xd8", &lone].concat());
        assert_eq!((text.as_str(), issues), ("a\u{fffd}a", vec![IssueKind::BadCharacters(1)]));
    }
}
