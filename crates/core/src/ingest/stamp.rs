//! Dates and stamps of publication, in the forms that pages write them.
//!
//! Every parser here takes the words at a place and gives the value with the place after it; nothing is given
//! where the form is not met.

use super::clock::clock;
use crate::document::{Date, Stamp};
use crate::span::Span;

/// Months by their first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Days by their first three letters, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that name a stamp.
const LABELS: [&str; 12] = [
    "last updated",
    "updated",
    "last modified",
    "modified",
    "first published",
    "published on",
    "published",
    "posted on",
    "posted",
    "publication date",
    "date",
    "created",
];

/// A date without its year is a month and a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartialDate {
    pub year: Option<i16>,
    pub month: u8,
    pub day: u8,
    /// Its words.
    pub span: Span,
}

impl PartialDate {
    /// The date, its year taken from `near` (the same or the one before) where the words leave it out.
    pub fn resolve(self, near: Option<Date>) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day);
        }
        let near = near?;
        let date = Date::new(near.year, self.month, self.day)?;
        if date <= near { Some(date) } else { Date::new(near.year - 1, self.month, self.day) }
    }
}

/// The first stamp in `line` (a span of `text`): its label, weekday, date and clock as far as they are there.
pub(super) fn find(text: &str, line: Span) -> Option<Stamp> {
    let words = line.of(text);
    let mut at = 0;
    while at < words.len() {
        if let Some((stamp, _)) = stamp(words, at) {
            let span = Span::new(stamp.span.start + line.start, stamp.span.end + line.start);
            return Some(Stamp { span, ..stamp });
        }
        at = next_word(words, at);
    }
    None
}

/// The first whole date in `words`, or the first month and day.
pub(super) fn find_date(words: &str) -> Option<PartialDate> {
    let mut at = 0;
    while at < words.len() {
        if let Some((date, _)) = date(words, at) {
            return Some(date);
        }
        at = next_word(words, at);
    }
    None
}

/// The number of a weekday that `word` names in full or in three or four letters: Monday is 0.
pub(super) fn weekday(word: &str) -> Option<u8> {
    named(word, &WEEKDAYS)
}

fn stamp(words: &str, start: usize) -> Option<(Stamp, usize)> {
    let mut at = label(words, start);
    // "10:15 a.m. EDT, October 12, 2007": the clock may come first.
    let before = clock(words, at);
    if let Some((_, next)) = before {
        at = skip(words, next, &[",", "on", "-", "–"]);
    }
    if let Some((_, next)) = word(words, at).filter(|(w, _)| weekday(w).is_some()) {
        at = skip(words, next, &[".", ","]);
    }
    let (date, mut end) = date(words, at)?;
    let mut time = before.map(|(time, _)| time);
    if time.is_none()
        && let Some((after, next)) =
            clock(words, skip(words, end, &["T", ",", "at", "-", "–", "|", "·", "/"]))
    {
        time = Some(after);
        end = next;
        // "22:22 GMT 23:22 UK": the same moment on a second clock.
        if let Some((_, next)) = clock(words, skip(words, end, &[",", "(", "/"])) {
            end = word(words, skip_space(words, next)).filter(|(w, _)| *w == "UK").map_or(next, |(_, e)| e);
        }
    }
    let year = date.year?;
    let stamp = Stamp {
        date: Date { year, month: date.month, day: date.day },
        minutes: time.map(|t| t.minutes),
        zone: time.and_then(|t| t.zone),
        span: Span::from(start..end),
    };
    Some((stamp, end))
}

/// The place after "Last Updated:" and its like.
fn label(words: &str, at: usize) -> usize {
    let rest = &words[at..];
    let found = LABELS.iter().find(|l| {
        rest.get(..l.len()).is_some_and(|head| head.eq_ignore_ascii_case(l))
            && !rest[l.len()..].starts_with(char::is_alphanumeric)
    });
    found.map_or(at, |l| skip(words, at + l.len(), &[":", "on", "at"]))
}

fn date(words: &str, at: usize) -> Option<(PartialDate, usize)> {
    numeric_date(words, at).or_else(|| day_first(words, at)).or_else(|| month_first(words, at))
}

/// "2007-10-12", "2007/10/12", "12.10.2007"; "25/12/2007" where only one order is possible.
fn numeric_date(words: &str, at: usize) -> Option<(PartialDate, usize)> {
    let (first, mut end) = number(words, at)?;
    let mark = words[end..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, next) = number(words, end + 1)?;
    let rest = words[next..].strip_prefix(mark)?;
    let (third, last) = number(words, words.len() - rest.len())?;
    let widths = (end - at, next - end - 1, last - next - 1);
    end = last;
    let (year, month, day) = match widths {
        (4, 1..=2, 1..=2) => (first, second, third),
        (1..=2, 1..=2, 4) if mark == '.' || first > 12 => (third, second, first),
        (1..=2, 1..=2, 4) if second > 12 || first == second => (third, first, second),
        _ => return None,
    };
    whole(Some(year), month, day, at..end)
}

/// "12 October 2007", "5 Mar 2016", "12th of October, 2007", "12-Oct-2007".
fn day_first(words: &str, at: usize) -> Option<(PartialDate, usize)> {
    let (day, end) = number(words, at).filter(|(day, _)| *day <= 31)?;
    let end = ordinal(words, end);
    let (month, end) = month(words, skip(words, end, &["of", "-"]))?;
    let (year, end) = year(words, end).map_or((None, end), |(year, end)| (Some(year), end));
    whole(year, month.into(), day, at..end)
}

/// "October 12, 2007", "Oct. 12".
fn month_first(words: &str, at: usize) -> Option<(PartialDate, usize)> {
    let (month, end) = month(words, at)?;
    let (day, end) = number(words, skip_space(words, end)).filter(|(day, _)| *day <= 31)?;
    let end = ordinal(words, end);
    if words[end..].starts_with([':', '.']) && words[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (year, end) = year(words, end).map_or((None, end), |(year, end)| (Some(year), end));
    whole(year, month.into(), day, at..end)
}

fn whole(
    year: Option<u32>,
    month: u32,
    day: u32,
    span: std::ops::Range<usize>,
) -> Option<(PartialDate, usize)> {
    let year = year.map(i16::try_from).transpose().ok()?;
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // Without a year any day that a leap year has will do.
    Date::new(year.unwrap_or(2000), month, day)?;
    let end = span.end;
    Some((PartialDate { year, month, day, span: Span::from(span) }, end))
}

/// A number of at most nine digits that no letter or digit precedes.
pub(super) fn number(words: &str, at: usize) -> Option<(u32, usize)> {
    let rest = words.get(at..)?;
    let digits = rest.bytes().take(10).take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 9 {
        return None;
    }
    Some((rest[..digits].parse().ok()?, at + digits))
}

fn year(words: &str, at: usize) -> Option<(u32, usize)> {
    let start = skip(words, at, &[",", "-"]);
    let (year, end) = number(words, start)?;
    let free = !words[end..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
    (end - start == 4 && free && (1600..2200).contains(&year)).then_some((year, end))
}

fn month(words: &str, at: usize) -> Option<(u8, usize)> {
    let (name, end) = word(words, skip_space(words, at))?;
    let month = named(name, &MONTHS)? + 1;
    Some((month, if words[end..].starts_with('.') { end + 1 } else { end }))
}

/// The place of `word` among `names`: in full, or in its first three or four letters.
fn named(word: &str, names: &[&str]) -> Option<u8> {
    let short = matches!(word.len(), 3 | 4) || word.eq_ignore_ascii_case("thurs");
    let fits = |name: &&str| {
        word.eq_ignore_ascii_case(name)
            || (short && name.get(..word.len()).is_some_and(|head| word.eq_ignore_ascii_case(head)))
    };
    names.iter().position(fits).map(|at| at as u8)
}

/// The run of ASCII letters at a place.
pub(super) fn word(words: &str, at: usize) -> Option<(&str, usize)> {
    let rest = words.get(at..)?;
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    (length > 0).then(|| (&rest[..length], at + length))
}

fn ordinal(words: &str, at: usize) -> usize {
    let suffix = ["st", "nd", "rd", "th"].into_iter().find(|s| words[at..].starts_with(s));
    at + suffix.map_or(0, str::len)
}

pub(super) fn skip_space(words: &str, at: usize) -> usize {
    words.len() - words[at..].trim_start().len()
}

/// The place after white space and at most one of `marks` and white space again.
pub(super) fn skip(words: &str, at: usize, marks: &[&str]) -> usize {
    let at = skip_space(words, at);
    let mark = marks.iter().find(|mark| {
        let alphabetic = mark.len() > 1 && mark.is_ascii() && mark.starts_with(char::is_alphabetic);
        words[at..]
            .strip_prefix(**mark)
            .is_some_and(|rest| !alphabetic || rest.starts_with(char::is_whitespace))
    });
    mark.map_or(at, |mark| skip_space(words, at + mark.len()))
}

/// The next place where a word or number may open.
fn next_word(words: &str, at: usize) -> usize {
    let rest = &words[at..];
    let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let gap = rest[run..].find(char::is_alphanumeric).unwrap_or(rest.len() - run);
    at + (run + gap).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        find(line, Span::from(0..line.len())).map_or("none".into(), |s| format!("{s} <{}>", s.span.of(line)))
    }

    #[test]
    fn stamps_in_all_usual_forms() {
        for (line, stamp) in [
            (
                "Last Updated: Tuesday, 4 March 2008, 09:05 GMT 10:05 UK",
                "2008-03-04T09:05:00Z <Last Updated: Tuesday, 4 March 2008, 09:05 GMT 10:05 UK>",
            ),
            (
                "Politics 3 May 2011 18:30 (UTC +04:00)",
                "2011-05-03T18:30:00+04:00 <3 May 2011 18:30 (UTC +04:00)>",
            ),
            ("Updated: 2009-01-02 07:41", "2009-01-02T07:41:00 <Updated: 2009-01-02 07:41>"),
            ("Feb. 29, 2012", "2012-02-29 <Feb. 29, 2012>"),
            ("May 3, 2011 45 p.m.", "2011-05-03 <May 3, 2011>"),
            ("June 1, 2010 10:15am EDT", "2010-06-01T10:15:00-04:00 <June 1, 2010 10:15am EDT>"),
            ("2016-03-05T14:05:33.120+01:00", "2016-03-05T14:05:00+01:00 <2016-03-05T14:05:33.120+01:00>"),
            ("2016-03-05T14:05:33Z", "2016-03-05T14:05:00Z <2016-03-05T14:05:33Z>"),
            (
                "Published 5 Mar 2016 at 14:05 BST",
                "2016-03-05T14:05:00+01:00 <Published 5 Mar 2016 at 14:05 BST>",
            ),
            (
                "10:15 p.m. EST, Thursday, January 7, 1999",
                "1999-01-07T22:15:00-05:00 <10:15 p.m. EST, Thursday, January 7, 1999>",
            ),
            ("12.10.2007 1830 GMT", "2007-10-12T18:30:00Z <12.10.2007 1830 GMT>"),
            ("Posted on Sat 25/12/2004", "2004-12-25 <Posted on Sat 25/12/2004>"),
            ("12th of April, 1961", "1961-04-12 <12th of April, 1961>"),
            ("Sept 3 2001 12 a.m.", "2001-09-03T00:00:00 <Sept 3 2001 12 a.m.>"),
        ] {
            assert_eq!(read(line), stamp, "{line}");
        }
    }

    #[test]
    fn what_is_no_day_is_no_stamp() {
        for line in
            ["30 February 2007", "May 2007", "3/4/2007", "in March 1 million", "12 Monkeys 2007", "", "–"]
        {
            assert_eq!(read(line), "none", "{line}");
        }
    }

    #[test]
    fn a_date_without_year_takes_the_nearest_past_one() {
        let near = Date::new(2016, 1, 3);
        let resolved = |words| find_date(words).and_then(|d| d.resolve(near));
        assert_eq!(resolved("WASHINGTON, Dec. 28"), Date::new(2015, 12, 28));
        assert_eq!(resolved("on Jan. 2"), Date::new(2016, 1, 2));
        assert_eq!(resolved("no day"), None);
    }
}
