//! A report as it was read: its text, its parts, and what its page says of it.

use crate::span::Span;
use std::fmt;

/// One report. The text never changes after it was decoded; every [`Span`] refers to it.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The name its bringer gave it: a file's stem.
    pub name: String,
    /// The decoded text, line ends and all.
    pub text: String,
    /// The encoding that the bytes were read as, by its WHATWG label; "binary" where they are no text.
    pub encoding: &'static str,
    /// The page format that read it, by its name in the registry; "none" where there is no text.
    pub format: &'static str,
    /// What the page says of the report.
    pub facts: Facts,
    /// The parts of the text in order. They don't overlap, and hold every byte that is not white space.
    pub blocks: Vec<Block>,
    /// Where the report is a part of a longer one: why we think so.
    pub fragment: Option<Fragment>,
}

impl Document {
    /// The number of a block among the paragraphs of the running text, from one; none for any other part.
    #[must_use]
    pub fn paragraph_number(&self, block: usize) -> Option<usize> {
        let is_paragraph = |block: &&Block| block.zone == Zone::Body;
        self.blocks.get(block).filter(is_paragraph)?;
        Some(self.blocks[..=block].iter().filter(is_paragraph).count())
    }
}

/// What a page says of its report.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Who published the page.
    pub outlet: Option<Fact<String>>,
    /// The news agency (or outlet) that the report is credited to.
    pub agency: Option<Fact<String>>,
    /// The headline's words.
    pub headline: Option<Span>,
    /// The dateline's place ("MOSCOW").
    pub dateline: Option<Span>,
    /// When the page was published.
    pub published: Option<Stamp>,
    /// The day that the report speaks of.
    pub event_date: Option<Fact<Date>>,
    /// Names in the byline and the credit lines.
    pub credits: Vec<Span>,
}

/// Something known of a document, and where from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// The words that say so, or that the guess rests on.
    pub evidence: Option<Span>,
    /// Whether the text does not say it, so that it is a guess and shown as one.
    pub inferred: bool,
}

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the common era.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// A day that is in the calendar; `None` for a 30th of February.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        date.calendar().map(|_| date)
    }

    /// Days since Monday: 0 to 6.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        self.calendar().map(|d| d.weekday().number_days_from_monday())
    }

    /// The day `days` days earlier.
    #[must_use]
    pub fn before(self, days: u8) -> Option<Self> {
        let date = self.calendar()?.checked_sub(time::Duration::days(days.into()))?;
        Some(Self { year: i16::try_from(date.year()).ok()?, month: date.month().into(), day: date.day() })
    }

    /// Days since noon of 1 January 4713 BC in the Julian calendar: a line to measure distances on.
    fn julian_day(self) -> Option<i64> {
        self.calendar().map(|d| d.to_julian_day().into())
    }

    fn calendar(self) -> Option<time::Date> {
        let month = time::Month::try_from(self.month).ok()?;
        time::Date::from_calendar_date(self.year.into(), month, self.day).ok()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A stamp of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The day in the stamp's own zone.
    pub date: Date,
    /// Minutes after midnight in the stamp's own zone, if an hour is given.
    pub minutes: Option<u16>,
    /// Minutes east of UTC, if the zone is given.
    pub zone: Option<i16>,
    /// The words of the stamp.
    pub span: Span,
}

impl Stamp {
    /// Minutes on a line that is the same for all zones: what orders reports in time. A stamp without a zone
    /// counts as UTC, one without an hour as midnight.
    #[must_use]
    pub fn utc_minutes(self) -> Option<i64> {
        let local = self.date.julian_day()? * 24 * 60 + i64::from(self.minutes.unwrap_or(0));
        Some(local - i64::from(self.zone.unwrap_or(0)))
    }
}

/// ISO 8601, with as much of hour and zone as is known: "2007-10-12T18:30:00+04:00".
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some(minutes) = self.minutes else { return Ok(()) };
        write!(f, "T{:02}:{:02}:00", minutes / 60, minutes % 60)?;
        match self.zone {
            None => Ok(()),
            Some(0) => write!(f, "Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
        }
    }
}

/// A part of the text: as a rule a paragraph. A dateline and a leading credit are blocks of their own in one
/// line with the paragraph that they open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What part of the report it is.
    pub zone: Zone,
    /// Its bytes, white space at the edges left off.
    pub span: Span,
}

/// What part of a report a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Lines above or below the headline that name outlet, agency, date.
    Header,
    /// The headline.
    Headline,
    /// The summary under a headline.
    Standfirst,
    /// "MOSCOW (Reuters) -": place and agency before the first words of the report, in one line with them.
    Dateline,
    /// A heading within the report.
    Subhead,
    /// Running text.
    Body,
    /// The words under a picture.
    Caption,
    /// A quotation set apart by the page, with or without marks.
    PullQuote,
    /// The name under a pull quote.
    PullQuoteSource,
    /// A box of facts beside the report.
    FactBox,
    /// Who made the report: "By …", "Additional reporting by …", "(BBC) -".
    Credit,
    /// What belongs to the page and not to the report. Shown greyed, nothing is extracted from it.
    Boilerplate,
}

impl Zone {
    /// All zones in the order in which they are listed to people.
    pub const ALL: [Self; 12] = [
        Self::Header,
        Self::Headline,
        Self::Standfirst,
        Self::Dateline,
        Self::Subhead,
        Self::Body,
        Self::Caption,
        Self::PullQuote,
        Self::PullQuoteSource,
        Self::FactBox,
        Self::Credit,
        Self::Boilerplate,
    ];

    /// Whether mentions and quotations are looked for in it.
    #[must_use]
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Header | Self::Credit | Self::Boilerplate)
    }

    /// Its name for people and for exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Dateline => "dateline",
            Self::Subhead => "subhead",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::PullQuote => "pull quote",
            Self::PullQuoteSource => "pull quote's name",
            Self::FactBox => "fact box",
            Self::Credit => "credit",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// Why a report is taken for a part of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fragment {
    /// It opens in mid-story: what stood before is missing.
    StartMissing,
    /// It breaks off: what follows is missing.
    EndMissing,
    /// Both.
    BothMissing,
}

impl Fragment {
    /// Its name for people and for exports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::StartMissing => "the start is missing",
            Self::EndMissing => "the end is missing",
            Self::BothMissing => "start and end are missing",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paragraphs_of_the_running_text_are_numbered() {
        let zones = [Zone::Headline, Zone::Body, Zone::Caption, Zone::Body];
        let blocks = zones.map(|zone| Block { zone, span: Span::new(0, 0) }).into();
        let document = Document { blocks, ..Document::default() };
        let numbers: Vec<_> = (0..5).map(|block| document.paragraph_number(block)).collect();
        assert_eq!(numbers, [None, Some(1), None, Some(2), None]);
    }
}
