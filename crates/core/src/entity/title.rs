//! Titles, roles and appositions around a person's name.

use super::kind::Gender;
use super::words::Words;
use crate::lexicon::Class;
use crate::segment::TokenKind;
use crate::span::TokenRange;

const OFFICE: [Class; 2] = [Class::Title, Class::Role];
/// "Mr", "Ms".
pub(super) const HONORIFIC: [Class; 2] = [Class::MaleTitle, Class::FemaleTitle];
const WITHIN: [Class; 4] = [Class::Title, Class::Role, Class::Modifier, Class::Portfolio];

/// The title in capitals that opens `within` ("Secretary of State", "Deputy Prime Minister", "Sen.").
pub(super) fn forward(words: Words<'_>, within: TokenRange) -> Option<TokenRange> {
    let mut at = within.start;
    let mut office = false;
    while at < within.end && at < within.start + 10 {
        if words.is_capital(at) && words.has_any(at, &WITHIN) {
            office |= words.has_any(at, &OFFICE);
            at += 1;
        } else if words.kind(at) == Some(TokenKind::Stop) && at > within.start && stops(words, at) {
            at += 1;
        } else if office
            && joins(words, at)
            && words.is_capital(at + 1)
            && words.has(at + 1, Class::Portfolio)
        {
            at += 2;
        } else {
            break;
        }
    }
    // "Foreign Ministry" is a body, "Mr Church" is none.
    let honorific = words.has_any(within.start, &HONORIFIC);
    let body = |at: u32| !honorific && words.is_capital(at) && words.has(at, Class::OrganisationHead);
    let ends_as_body = at > within.start && body(at - 1) && !words.has_any(at - 1, &OFFICE);
    let headed = at < within.end && body(at) || ends_as_body;
    (office && !headed).then(|| TokenRange::new(within.start, at))
}

fn joins(words: Words<'_>, at: u32) -> bool {
    words.is_any(at, &["of", "for", "and", "to"])
}

/// Whether the stop at `at` belongs to the abbreviated title before it.
fn stops(words: Words<'_>, at: u32) -> bool {
    words.has(at - 1, Class::Abbreviation) && words.tokens.get(at as usize).is_some_and(|token| !token.spaced)
}

/// Titles and roles that stand right before `name`, in capitals or not; empty where there is none.
pub(super) fn backward(words: Words<'_>, sentence: TokenRange, run: TokenRange) -> TokenRange {
    let name = run.start;
    let none = TokenRange::new(name, name);
    let mut start = name;
    if is_set_off(words, sentence, run) {
        start -= 1;
    }
    while start > sentence.start && name - start < 12 {
        let at = start - 1;
        let stop = words.kind(at) == Some(TokenKind::Stop) && at > sentence.start && stops(words, at);
        let within = words.kind(at) == Some(TokenKind::Word) && words.has_any(at, &WITHIN);
        let joined = joins(words, at)
            && words.has(start, Class::Portfolio)
            && at > sentence.start
            && words.has_any(at - 1, &WITHIN);
        if !stop && !within && !joined {
            break;
        }
        start = at;
    }
    // The role must stand right before the name, but for what it is of ("Secretary of State").
    let Some(last) = (start..name).rev().find(|at| words.has_any(*at, &OFFICE)) else { return none };
    let of_something = (last + 1..name).all(|at| {
        joins(words, at)
            || words.has(at, Class::Portfolio)
            || matches!(words.kind(at), Some(TokenKind::Stop | TokenKind::Comma))
    });
    if of_something { TokenRange::new(start, name) } else { none }
}

/// Whether the name stands between commas after a role: "its correspondent, Ann Lee, says".
fn is_set_off(words: Words<'_>, sentence: TokenRange, run: TokenRange) -> bool {
    let comma = |at: u32| words.kind(at) == Some(TokenKind::Comma);
    run.start >= sentence.start + 2
        && comma(run.start - 1)
        && (comma(run.end) || run.end >= sentence.end)
        && words.is_lower(run.start - 2)
        && words.has_any(run.start - 2, &OFFICE)
}

/// The gender that a title tells.
pub(super) fn gender(words: Words<'_>, title: TokenRange) -> Gender {
    for at in title.start..title.end {
        if words.has(at, Class::MaleTitle) {
            return Gender::Masculine;
        }
        if words.has(at, Class::FemaleTitle) {
            return Gender::Feminine;
        }
    }
    Gender::Unknown
}

/// The gender that the first word of a full name tells.
pub(super) fn first_gender(words: Words<'_>, name: TokenRange) -> Gender {
    if name.len() < 2 {
        return Gender::Unknown;
    }
    match (words.has(name.start, Class::FirstMale), words.has(name.start, Class::FirstFemale)) {
        (true, false) => Gender::Masculine,
        (false, true) => Gender::Feminine,
        _ => Gender::Unknown,
    }
}

/// The apposition that starts at `at`, right after a name's comma: up to the comma that closes it, the stop,
/// or the verb that goes on. Holds a role.
pub(super) fn apposition(words: Words<'_>, sentence: TokenRange, at: u32) -> Option<TokenRange> {
    let mut role = None;
    let mut end = at;
    while end < sentence.end && end < at + 30 {
        match words.kind(end) {
            Some(TokenKind::Comma) => break,
            Some(TokenKind::Stop) if !stops_inside(words, end, at) => break,
            Some(TokenKind::Semicolon | TokenKind::Dash | TokenKind::Colon | TokenKind::OpenBracket) => break,
            Some(TokenKind::OpenMark | TokenKind::CloseMark | TokenKind::StraightMark) => break,
            _ => {}
        }
        if role.is_none() {
            if words.has_any(end, &OFFICE) {
                role = Some(end);
            } else if words.has(end, Class::Auxiliary)
                || words.is_lower(end) && words.has(end, Class::ActVerb)
                || words.is_any(end, &["which", "that", "and", "but", "who", "in", "at", "with"])
            {
                return None;
            }
            if end > at + 8 {
                return None;
            }
        }
        end += 1;
    }
    let role = role?;
    // "Ann Lee, visiting Foreign Minister Bo Ek": the role is another one's.
    let mut after = role + 1;
    while after < end
        && (words.has_any(after, &WITHIN) || joins(words, after) && words.has(after + 1, Class::Portfolio))
    {
        after += 1;
    }
    if after < end && words.is_capital(after) {
        return None;
    }
    let opens = words.has(at, Class::Determiner)
        || words.has_any(at, &WITHIN)
        || words.is_capital(at)
        || words.str(at).ends_with("-year-old")
        || words.is_any(at, &["president", "head"]);
    (opens && role < end).then(|| TokenRange::new(at, end))
}

fn stops_inside(words: Words<'_>, at: u32, start: u32) -> bool {
    at > start && stops(words, at)
}

/// The office within a title or an apposition: from its first modifier to its last role, without "Mr" and
/// the like. None where there is none.
pub(super) fn office(words: Words<'_>, title: TokenRange) -> Option<TokenRange> {
    const HONORIFICS: [&str; 12] =
        ["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madame", "monsieur", "herr"];
    let role =
        (title.start..title.end).find(|at| words.has_any(*at, &OFFICE) && !words.is_any(*at, &HONORIFICS))?;
    let mut start = role;
    while start > title.start && words.has_any(start - 1, &WITHIN) && !words.is_any(start - 1, &HONORIFICS) {
        start -= 1;
    }
    let mut end = role + 1;
    while end < title.end
        && (words.has_any(end, &WITHIN)
            || joins(words, end) && end + 1 < title.end && words.has(end + 1, Class::Portfolio))
    {
        end += 1;
    }
    Some(TokenRange::new(start, end))
}
