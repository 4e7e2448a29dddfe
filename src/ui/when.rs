//! Dates in words.

use readout_core::document::{Date, Document, Stamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "12 October 2007".
#[must_use]
pub fn long_day(date: Date) -> String {
    format!("{} {} {}", date.day, month(date), date.year)
}

/// "12 Oct 2007".
#[must_use]
pub fn day(date: Date) -> String {
    let month: String = month(date).chars().take(3).collect();
    format!("{} {month} {}", date.day, date.year)
}

fn month(date: Date) -> &'static str {
    MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or("?")
}

/// "12 Oct 2007, 22:22 GMT"; an hour or a zone that is not given is not made up.
#[must_use]
pub fn moment(stamp: Stamp) -> String {
    let Some(minutes) = stamp.minutes else { return day(stamp.date) };
    let hour = format!("{}, {:02}:{:02}", day(stamp.date), minutes / 60, minutes % 60);
    match stamp.zone {
        None => hour,
        Some(0) => format!("{hour} GMT"),
        Some(zone) => {
            let sign = if zone < 0 { '−' } else { '+' };
            let (hours, rest) = (zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
            let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
            format!("{hour} UTC{sign}{hours}{rest}")
        }
    }
}

/// When a report was published, as far as its page says.
#[must_use]
pub fn published(document: &Document) -> String {
    match (document.facts.published, &document.facts.event_date) {
        (Some(stamp), _) => moment(stamp),
        (None, Some(date)) => format!("about {}, publication not dated", day(date.value)),
        (None, None) => "not dated".into(),
    }
}

/// Who published a report, and whom it is credited to: "Morning Post, credited to Agency".
#[must_use]
pub fn source(document: &Document) -> String {
    let outlet = document.facts.outlet.as_ref().map(|fact| fact.value.as_str());
    let agency = document.facts.agency.as_ref().map(|fact| fact.value.as_str());
    match (outlet, agency) {
        (Some(outlet), Some(agency)) if outlet != agency => format!("{outlet}, credited to {agency}"),
        (Some(name), _) | (None, Some(name)) => name.to_owned(),
        (None, None) => "outlet not known".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_core::span::Span;

    fn stamp(minutes: Option<u16>, zone: Option<i16>) -> String {
        moment(Stamp { date: Date { year: 2019, month: 3, day: 7 }, minutes, zone, span: Span::default() })
    }

    #[test]
    fn a_moment_says_no_more_than_the_stamp() {
        assert_eq!(stamp(None, None), "7 Mar 2019");
        assert_eq!(stamp(Some(545), None), "7 Mar 2019, 09:05");
        assert_eq!(stamp(Some(545), Some(0)), "7 Mar 2019, 09:05 GMT");
        assert_eq!(stamp(Some(545), Some(330)), "7 Mar 2019, 09:05 UTC+5:30");
        assert_eq!(stamp(Some(545), Some(-240)), "7 Mar 2019, 09:05 UTC−4");
    }
}
