//! Times of day with their zones: the half of a stamp that comes with the date.

use super::stamp::{number, skip, skip_space, word};

/// Zones of clocks by name, in minutes east of UTC. Names that stand for several zones are left out.
const ZONES: [(&str, i16); 28] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("MET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("SAST", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("MSD", 240),
    ("PKT", 300),
    ("HKT", 480),
    ("SGT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("PST", -480),
    ("PDT", -420),
];

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Since midnight.
    pub minutes: u16,
    /// Minutes east of UTC.
    pub zone: Option<i16>,
}

/// "22:22 GMT", "10:15am EDT", "10 a.m.", "17:41:05", "18:30 (UTC +04:00)", "2222 GMT".
pub(super) fn clock(words: &str, at: usize) -> Option<(Clock, usize)> {
    let (mut hour, mut end) = number(words, at)?;
    let mut minute = 0;
    let mut colon = false;
    let digits = end - at;
    if let Some((value, next)) = words[end..]
        .strip_prefix([':', '.'])
        .and_then(|_| number(words, end + 1))
        .filter(|(_, n)| n - end == 3)
    {
        colon = true;
        (minute, end) = (value, next);
        if let Some((_, next)) = words[end..].strip_prefix(':').and_then(|_| number(words, end + 1)) {
            end = fraction(words, next);
        }
        if words[end..].starts_with('.') {
            // "12.10.2007" is a day.
            return None;
        }
    } else if digits == 4 {
        (hour, minute) = (hour / 100, hour % 100);
    }
    let half = half_day(words, end);
    if let Some((afternoon, next)) = half {
        // "45 p.m." is no hour; "14:30 PM" is written for one.
        if hour > if colon || digits == 4 { 23 } else { 12 } {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        end = next;
    }
    let spaced = words[end..].starts_with(char::is_whitespace);
    let zone = zone(words, end);
    end = zone.map_or(end, |(_, next)| next);
    let certain = colon || half.is_some() || (digits == 4 && spaced && zone.is_some());
    if !certain || digits > 4 || (colon && digits > 2) || hour > 23 || minute > 59 {
        return None;
    }
    Some((Clock { minutes: (hour * 60 + minute) as u16, zone: zone.map(|(zone, _)| zone) }, end))
}

fn fraction(words: &str, at: usize) -> usize {
    words[at..].strip_prefix('.').and_then(|_| number(words, at + 1)).map_or(at, |(_, next)| next)
}

/// "am", "p.m.": whether it is the afternoon.
fn half_day(words: &str, at: usize) -> Option<(bool, usize)> {
    let at = skip_space(words, at);
    let rest = &words.as_bytes()[at..];
    let (first, width) = match rest {
        [first, b'.', b'm' | b'M', b'.', ..] => (first, 4),
        [first, b'm' | b'M', ..] => (first, 2),
        _ => return None,
    };
    let afternoon = match first {
        b'a' | b'A' => false,
        b'p' | b'P' => true,
        _ => return None,
    };
    (!words[at + width..].starts_with(char::is_alphanumeric)).then_some((afternoon, at + width))
}

/// "GMT", "+0400", "(UTC +04:00)", "GMT+8", "BST": minutes east of UTC.
fn zone(words: &str, at: usize) -> Option<(i16, usize)> {
    let inner = skip(words, at, &["("]);
    let bracketed = words[..inner].ends_with('(');
    let named = word(words, inner).and_then(|(name, end)| {
        ZONES.iter().find(|(zone, _)| *zone == name).map(|(_, minutes)| (*minutes, end))
    });
    let base = named.map_or(inner, |(_, end)| skip_space(words, end));
    let shifted = match named {
        Some((0, _)) | None => offset(words, base),
        Some(_) => None,
    };
    let (minutes, end) = shifted.or(named)?;
    let close = skip_space(words, end);
    Some((minutes, if bracketed && words[close..].starts_with(')') { close + 1 } else { end }))
}

/// "+04:00", "-0500", "+8".
fn offset(words: &str, at: usize) -> Option<(i16, usize)> {
    let sign = match words[at..].chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let start = at + words[at..].chars().next()?.len_utf8();
    let (value, end) = number(words, start)?;
    let (hours, minutes, end) = match end - start {
        1 | 2 => match words[end..].strip_prefix(':').and_then(|_| number(words, end + 1)) {
            Some((minutes, next)) => (value, minutes, next),
            None => (value, 0, end),
        },
        4 => (value / 100, value % 100, end),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some((sign * (hours * 60 + minutes) as i16, end))
}
