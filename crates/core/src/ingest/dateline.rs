//! Datelines: "MOSCOW (Reuters) -", "RENO, Nev., Oct. 12 (AP) —", "( BBC ) -".

use super::stamp::{PartialDate, find_date};
use crate::span::Span;

/// What opens a report's first line. Spans count from the line's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The place, where one is named.
    pub place: Option<Span>,
    /// The name in brackets.
    pub agency: Option<Span>,
    /// The day.
    pub date: Option<PartialDate>,
    /// All of it, the dash included.
    pub span: Span,
}

/// How far into a line its dash is looked for, in bytes.
const REACH: usize = 100;

/// Words in capitals before a dash that name no place.
const NO_PLACES: [&str; 9] =
    ["EXCLUSIVE", "WATCH", "UPDATE", "UPDATED", "VIDEO", "BREAKING", "CORRECTION", "NOTE", "OPINION"];

/// The dateline that `line` opens with.
pub(super) fn parse(line: &str) -> Option<Dateline> {
    let (head, end) = before_dash(line)?;
    let bracket = head.strip_suffix(')').and_then(|h| h.rfind('('));
    let agency = bracket.map(|open| Span::from(open + 1..head.len() - 1).trim(line));
    let lead = bracket.map_or(head, |open| &head[..open]);
    let date = find_date(lead);
    let named = date.map_or(lead, |d| &lead[..d.span.start as usize]);
    let place = named.trim_end_matches([',', ' ', '\u{a0}', '.']);
    // "Nev." keeps its stop.
    let place = if named[place.len()..].starts_with('.') { &named[..=place.len()] } else { place };
    let shouted = is_shouted(place);
    let fits = match agency {
        Some(agency) => {
            let name = agency.of(line);
            is_signature(name) && (place.is_empty() || (is_place(place) && (shouted || is_known(name))))
        }
        None => is_place(place) && (date.is_some() || shouted) && !NO_PLACES.contains(&place),
    };
    fits.then(|| Dateline {
        place: (!place.is_empty()).then(|| Span::from(0..place.len())),
        agency,
        date,
        span: Span::from(0..end),
    })
}

/// The words before the first dash, and the place after it.
fn before_dash(line: &str) -> Option<(&str, usize)> {
    let mut reach = line.len().min(REACH);
    while !line.is_char_boundary(reach) {
        reach -= 1;
    }
    let head = &line[..reach];
    for (at, byte) in head.bytes().enumerate() {
        let width = match byte {
            b'-' if line[at..].starts_with("--") => 2,
            b'-' if head[..at].ends_with([' ', '\u{a0}']) && line[at + 1..].starts_with([' ', '\u{a0}']) => 1,
            b':' | b';' | b'"' | b'?' | b'!' => return None,
            // The first byte of curly marks and long dashes.
            0xe2 if line[at..].starts_with('“') => return None,
            0xe2 if line[at..].starts_with(['—', '–']) => '—'.len_utf8(),
            _ => continue,
        };
        let after = line[at + width..].trim_start();
        return (!after.is_empty()).then(|| (head[..at].trim_end(), at + width));
    }
    None
}

/// Whether the words before the first comma or slash are in capitals: three letters at least.
fn is_shouted(place: &str) -> bool {
    let first = place.split([',', '/']).next().unwrap_or("");
    first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.chars().any(char::is_lowercase)
}

fn is_place(place: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "de" | "la" | "el" | "of" | "the" | "and" | "al")
    };
    !place.is_empty()
        && place.len() <= 60
        && place.split([' ', '\u{a0}', '/', ',']).filter(|w| !w.is_empty()).all(word)
        && place.chars().all(|c| c.is_alphabetic() || " \u{a0}.,/'’-".contains(c))
}

/// Whether the words in brackets can name who reports.
fn is_signature(name: &str) -> bool {
    (2..=40).contains(&name.len()) && name.starts_with(char::is_uppercase) && !name.contains(['(', ')'])
}

fn is_known(name: &str) -> bool {
    super::furniture::agency(name).is_some() || !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_in_all_usual_forms() {
        for (line, place, agency, rest) in [
            ("LIMA (Reuters) - It rained.", "LIMA", "Reuters", "It rained."),
            ("LIMA -- It rained.", "LIMA", "", "It rained."),
            ("RENO, Nev. (AP) — It rained.", "RENO, Nev.", "AP", "It rained."),
            ("LIMA, Oct. 12 (UPI) —\u{a0}It rained.", "LIMA", "UPI", "It rained."),
            ("New York (AFP) – It rained.", "New York", "AFP", "It rained."),
            ("LIMA/QUITO (Reuters) - It rained.", "LIMA/QUITO", "Reuters", "It rained."),
            ("Dec 29 (Reuters) - It rained.", "", "Reuters", "It rained."),
            ("( BBC ) - It rained.", "", "BBC", "It rained."),
            ("LIMA, Peru — It rained.", "LIMA, Peru", "", "It rained."),
        ] {
            let found = parse(line).unwrap_or_else(|| panic!("no dateline: {line}"));
            assert_eq!(found.place.map_or("", |p| p.of(line)), place);
            assert_eq!(found.agency.map_or("", |a| a.of(line)), agency);
            assert_eq!(line[found.span.end as usize..].trim_start(), rest);
        }
    }

    #[test]
    fn a_dash_alone_makes_no_dateline() {
        for line in [
            "Ann Lee — who was there — left.",
            "US-Peru talks go on",
            "EXCLUSIVE – Ann Lee left.",
            "UPDATE: 5/12 — The site was closed.",
            "He left (in May) - and came back.",
            "LIMA —",
            "",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
