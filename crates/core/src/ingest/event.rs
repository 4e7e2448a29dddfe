//! The day that a report speaks of.

use super::draft::Draft;
use super::stamp;
use crate::document::{Date, Fact, Zone};
use crate::span::Span;

/// How many paragraphs of the report are asked for a day.
const LEAD: usize = 4;

/// From the surest to the least sure: the day in the dateline; the one in a picture's caption; the weekday in
/// the first paragraphs, taken with the stamp; the stamp's own day, which counts as told, as the annotation of the
/// embedded reports has it.
///
/// One stamp is taken for a day late, as a guess: that of a page which carries an agency's report (`republished`)
/// and tells no zone of its hour. Pages of that kind are often put up the day after. That a zone makes the
/// difference rests on two of the embedded reports alone, which the annotation dates so.
pub(super) fn date(draft: &Draft<'_>, republished: bool) -> Option<Fact<Date>> {
    let published = draft.facts.published;
    draft.dateline_date.clone().or_else(|| in_captions(draft)).or_else(|| {
        let published = published?;
        if let Some(named) = weekday_in_lead(draft, published.date) {
            return Some(named);
        }
        let late = republished && published.zone.is_none();
        let value = if late { published.date.before(1)? } else { published.date };
        Some(Fact { value, evidence: Some(published.span), inferred: late })
    })
}

fn in_captions(draft: &Draft<'_>) -> Option<Fact<Date>> {
    let captions = (0..draft.zones.len()).filter(|i| draft.zones[*i] == Zone::Caption);
    captions.take(LEAD).find_map(|index| {
        let found = stamp::find_date(draft.line(index)).filter(|d| d.year.is_some())?;
        let start = draft.span(index).start;
        let evidence = Some(Span::new(start + found.span.start, start + found.span.end));
        Some(Fact { value: found.resolve(None)?, evidence, inferred: false })
    })
}

/// "on Friday": the last Friday up to the stamp. "Last Friday" and "next Friday" speak of other events.
fn weekday_in_lead(draft: &Draft<'_>, published: Date) -> Option<Fact<Date>> {
    let today = published.weekday()?;
    draft.body().take(LEAD).find_map(|index| {
        let line = draft.line(index);
        let mut before = "";
        let mut at = 0;
        for word in line.split([' ', '\u{a0}']) {
            let bare = word.trim_matches(|c: char| !c.is_alphabetic());
            let bare = bare.strip_suffix("'s").or(bare.strip_suffix("’s")).unwrap_or(bare);
            let full = bare.len() > 5 && bare.starts_with(char::is_uppercase);
            if let Some(day) = stamp::weekday(bare).filter(|_| full && !matches!(before, "last" | "next")) {
                let start = draft.span(index).start as usize + at;
                let evidence = Some(Span::from(start..start + word.len()));
                let value = published.before((today + 7 - day) % 7)?;
                return Some(Fact { value, evidence, inferred: false });
            }
            before = word;
            at += word.len() + line[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        }
        None
    })
}
