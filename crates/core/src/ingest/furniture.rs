//! What stands around a report on any page: bylines, credits, captions, pagers, labels of links. Each
//! recogniser looks at one line alone.

use crate::small::lowercase;
use crate::span::Span;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// Longest line, in bytes, that can be furniture, a byline or a credit.
const SHORT: usize = 160;

/// Whether the line belongs to the page and not to the report: "Related Coverage", "Slideshow ( 3 images )".
pub(super) fn is_furniture(line: &str) -> bool {
    static LABELS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    if line.len() > 80 {
        return false;
    }
    let labels = LABELS.get_or_init(|| rows(include_str!("../../data/page/furniture.txt")).collect());
    let words = |word: &str| word.chars().any(char::is_alphabetic);
    let bare: Vec<&str> = line.split_whitespace().filter(|w| words(w)).collect();
    let bare = lowercase(&bare.join(" ")).replace('’', "'");
    labels.contains(bare.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The rows of a data file, comments left out.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// A pager: the numbers of pages from 1 on ("1 2", "1 | 2 | 3 Next"), or "Page 1 of 3".
pub(super) fn is_pager(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "next" | "previous" | "prev" | "page" | "pages" | "last"))
        .collect();
    let of = matches!(parts.as_slice(), [one, "of", all] if is_page(one) && is_page(all) && lower.contains("page"));
    let listed = parts.len() > 1 && parts.iter().enumerate().all(|(i, w)| w.parse() == Ok(i + 1));
    of || listed
}

fn is_page(word: &str) -> bool {
    word.parse::<u16>().is_ok()
}

/// The names in a byline: "By Ann Lee and Bo Chen", "By ANN LEE, Associated Press Writer".
pub(super) fn byline(text: &str, line: Span) -> Option<Vec<Span>> {
    let words = line.of(text);
    let rest = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY "))?;
    if words.len() > SHORT || rest.trim_end().ends_with(['!', '?', ':']) {
        return None;
    }
    let cut = rest.find(['|', '•', '·', '—']).unwrap_or(rest.len());
    let people = names(text, Span::new(line.start + 3, line.start + 3 + cut as u32));
    let all = rest[..cut].split([',', ' ']).filter(|w| !w.is_empty()).count();
    let named: usize = people.iter().map(|n| n.of(text).split(' ').count()).sum();
    // "By Friday the talks had failed" is a sentence: a byline is made of names.
    (!people.is_empty() && named * 2 >= all && !rest.trim_end().ends_with('.')).then_some(people)
}

/// The names in a credit line: "Additional reporting by …", "(Writing by …; Editing by …)".
pub(super) fn credit(text: &str, line: Span) -> Option<Vec<Span>> {
    const OPENINGS: [&str; 9] = [
        "additional reporting by",
        "reporting by",
        "additional reporting and writing by",
        "writing by",
        "editing by",
        "compiled by",
        "written by",
        "translated by",
        "photography by",
    ];
    let words = line.of(text);
    let bare = words.trim_start_matches(['(', '[', '_', '*', '-', '—', ' ']);
    if words.len() > 3 * SHORT {
        return None;
    }
    let opening = OPENINGS.iter().find(|o| bare.get(..o.len()).is_some_and(|b| b.eq_ignore_ascii_case(o)))?;
    let start = line.start + (words.len() - bare.len() + opening.len()) as u32;
    let people = names(text, Span::new(start, line.end));
    (!people.is_empty()).then_some(people)
}

/// The runs of capitalised words in a list of names, agencies and places after "in" left out.
fn names(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run: Option<Span> = None;
    let mut place = false;
    let mut at = span.start;
    for piece in span.of(text).split_inclusive([' ', ',', ';', ')', '\u{a0}']) {
        let word = piece.trim_end_matches([' ', ',', ';', ')', '.', '\u{a0}']);
        let here = Span::new(at, at + word.len() as u32);
        let breaks = piece.contains([',', ';', ')']);
        at += piece.len() as u32;
        if word.is_empty() {
            continue;
        }
        let capital = word.starts_with(char::is_uppercase) && word.chars().all(is_name_character);
        let role = matches!(word, "Staff" | "Writer" | "Writers" | "Correspondent" | "Editor" | "Reporter");
        if !capital || role || place {
            found.extend(run.take());
            place = (place && capital) || matches!(word, "in" | "at" | "from");
        } else {
            run = Some(run.map_or(here, |r| r.cover(here)));
        }
        if breaks {
            found.extend(run.take());
            place = false;
        }
    }
    found.extend(run);
    // A name has two words at least; what stands alone is an agency or a place.
    found.retain(|name| name.of(text).contains([' ', '\u{a0}']) && agency(name.of(text)).is_none());
    found
}

fn is_name_character(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '-' | '\'' | '’' | '.')
}

/// Whether a line holds a person's name and nothing else: two to five words, the first and the last of them
/// capitalised, with particles between ("Ursula von der Leyen").
pub(super) fn is_name(line: &str) -> bool {
    const PARTICLES: [&str; 14] =
        ["al", "bin", "bint", "ibn", "da", "de", "del", "della", "der", "den", "di", "du", "la", "von"];
    if line.len() > 60 || line.ends_with(['.', ',', ':', ';', '?', '!']) {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(is_name_character);
    let inner = |w: &&str| capital(w) || PARTICLES.contains(w) || *w == "van";
    (2..=5).contains(&words.len())
        && words.iter().all(inner)
        && words.first().is_some_and(|w| capital(w))
        && words.last().is_some_and(|w| capital(w))
}

/// Whether the line is the words under a picture: places of persons in brackets, or a photographer's credit
/// at its end.
pub(super) fn is_caption(line: &str) -> bool {
    // "(R)" alone is a party as often as a place.
    const PLACES: [&str; 6] = ["(L-R)", "(2nd L)", "(2nd R)", "(2nd-L)", "(2nd-R)", "(from left)"];
    // These say where somebody stands only beside a name: a page may be turned "(right)", too.
    const BESIDE: [&str; 6] = ["(L)", "(C)", "(left)", "(right)", "(centre)", "(center)"];
    const ENDS: [&str; 7] =
        ["[Xinhua]", "[AP]", "[AFP]", "[Reuters]", "[Agencies]", "[China Daily]", "[File photo]"];
    const CREDITS: [&str; 13] = [
        "REUTERS/",
        "(AP Photo",
        "AP Photo/",
        "AFP PHOTO",
        "AFP/Getty",
        "Getty Images",
        "EPA/",
        "(Photo by",
        "(Photo:",
        "Photo credit",
        "Photograph:",
        "Photograph by",
        "/File Photo",
    ];
    let tail = tail(line, 80);
    let credited =
        |at: usize| CREDITS.iter().any(|credit| tail.as_bytes()[at..].starts_with(credit.as_bytes()));
    let opens_credit = |byte: u8| matches!(byte, b'R' | b'(' | b'A' | b'G' | b'E' | b'P' | b'/');
    if tail.ends_with(']') && ENDS.iter().any(|end| tail.ends_with(end))
        || (0..tail.len()).any(|at| opens_credit(tail.as_bytes()[at]) && credited(at))
    {
        return !line.starts_with(['"', '“']);
    }
    line.len() < 800
        && memchr::memchr(b'(', line.as_bytes()).is_some()
        && !line.contains(['"', '“'])
        && (PLACES.iter().any(|place| line.contains(place))
            || BESIDE
                .iter()
                .any(|place| line.match_indices(place).any(|(at, _)| ends_with_name(&line[..at]))))
}

/// Whether the last word opens with a capital.
fn ends_with_name(before: &str) -> bool {
    before.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// The last bytes of a line, at most `most`, from a character's start on.
fn tail(line: &str, most: usize) -> &str {
    let start = (line.len().saturating_sub(most)..=line.len()).find(|i| line.is_char_boundary(*i));
    start.and_then(|i| line.get(i..)).unwrap_or(line)
}

/// Whether the line stands under a film or a set of pictures ("Footage of the launch").
pub(super) fn opens_film(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    rows(include_str!("../../data/page/film.txt")).any(|word| word.eq_ignore_ascii_case(first))
}

/// The short name of the news agency that `name` stands for.
pub(super) fn agency(name: &str) -> Option<&'static str> {
    rows(include_str!("../../data/page/agency.txt"))
        .find(|row| row.split('|').any(|n| n.eq_ignore_ascii_case(name)))
        .and_then(|row| row.split('|').next())
}

/// The name in a line that is a bracket and nothing else: "(AP)", "[Xinhua]".
pub(super) fn bracketed(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(['(', '['])?.strip_suffix([')', ']'])?.trim();
    (inner.len() <= 40 && !inner.is_empty() && !inner.contains(['(', '['])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(found: Option<Vec<Span>>, line: &str) -> String {
        found.map_or("none".into(), |f| f.iter().map(|n| n.of(line)).collect::<Vec<_>>().join(" + "))
    }

    #[test]
    fn bylines_are_made_of_names() {
        for (line, expected) in [
            ("By Ann Lee", "Ann Lee"),
            ("By ANN LEE and BO J. CHEN, Associated Press Writers", "ANN LEE + BO J. CHEN"),
            ("By Ann Lee in Lima and Bo Chen", "Ann Lee + Bo Chen"),
            ("By Ann Lee | Daily Post", "Ann Lee"),
            ("By Friday the talks had failed.", "none"),
            ("By all accounts, Ann Lee was there", "none"),
        ] {
            assert_eq!(people(byline(line, Span::from(0..line.len())), line), expected, "{line}");
        }
    }

    #[test]
    fn credits_name_who_helped() {
        for (line, expected) in [
            ("Additional reporting by Ann Lee", "Ann Lee"),
            (
                "(Reporting by Ann Lee and Bo Chen in Lima; Editing by Cy O’Dea)",
                "Ann Lee + Bo Chen + Cy O’Dea",
            ),
            ("Reporting by the paper showed this.", "none"),
        ] {
            assert_eq!(people(credit(line, Span::from(0..line.len())), line), expected, "{line}");
        }
    }

    #[test]
    fn furniture_captions_and_pagers() {
        for (line, what) in [
            ("Related Coverage", "furniture"),
            ("Slideshow ( 12 images )", "furniture"),
            ("Today’s Top News", "furniture"),
            ("Share of the market", "nothing"),
            ("1 2 3", "pager"),
            ("1 | 2 | Next", "pager"),
            ("Page 2 of 4", "pager"),
            ("1 in 2", "nothing"),
            ("2016", "nothing"),
            ("Ann Lee (L) and Bo Chen arrive.", "caption"),
            ("Ann Lee arrives in Lima May 1, 2001. REUTERS/Cy O’Dea", "caption"),
            ("Ann Lee arrives. [AFP]", "caption"),
            ("Ann Lee (D-Ohio) arrives", "nothing"),
            ("Gov. Ann Lee (R) arrives.", "nothing"),
            ("Ann Lee (right) turns the page.", "caption"),
            ("Ann Lee turned the page (right) and said that she was done.", "nothing"),
        ] {
            let found = match line {
                _ if is_pager(line) => "pager",
                _ if is_furniture(line) => "furniture",
                _ if is_caption(line) => "caption",
                _ => "nothing",
            };
            assert_eq!(found, what, "{line}");
        }
    }

    #[test]
    fn a_line_that_is_a_name() {
        for (line, expected) in [
            ("Ann Lee", true),
            ("President Ursula von der Leyen", true),
            ("Ann", false),
            ("Ann Lee said", false),
            ("Treaty threats", false),
        ] {
            assert_eq!(is_name(line), expected, "{line}");
        }
    }
}
