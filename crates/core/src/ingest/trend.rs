//! Trend (Baku): under the headline a line of section, day and hour with the zone written out:
//! "Other News Materials 12 October 2007 18:30 (UTC +04:00)".

use super::Format;
use super::draft::Draft;
use super::page::Page;
use super::{plain, stamp};
use crate::document::{Fact, Zone};
use crate::span::Span;

/// The agency's page.
pub(super) const FORMAT: Format = Format { name: "trend", sureness, read };

const BAKU: &str = "(UTC +04:00)";

/// The page does not name its outlet: the stamp in Baku's time after a section's name shows it.
fn sureness(page: &Page<'_>) -> u8 {
    match stamp_line(page) {
        Some((index, label)) if index > 0 && label > 3 => 80,
        Some(_) => 50,
        None => 0,
    }
}

/// The stamp's line, and how many bytes stand before the stamp in it.
fn stamp_line(page: &Page<'_>) -> Option<(usize, u32)> {
    let (index, _) = page.head().take(4).find(|(_, line)| line.len() < 160 && line.ends_with(BAKU))?;
    let line = page.lines.get(index)?.span;
    Some((index, stamp::find(page.text, line)?.span.start - line.start))
}

fn read(draft: &mut Draft<'_>) {
    let evidence = stamp_line(&draft.page).map(|(index, _)| draft.span(index));
    plain::read(draft);
    take_own_dateline(draft);
    draft.facts.outlet = Some(Fact { value: "Trend".into(), evidence, inferred: true });
}

/// "Azerbaijan, Baku, June 7 / Trend /": the agency's own reports open with a line of place, day and signature.
fn take_own_dateline(draft: &mut Draft<'_>) {
    let Some(index) = draft.body().next() else { return };
    let (line, span) = (draft.line(index), draft.span(index));
    let signed = line.len() < 120 && line.ends_with('/') && line.matches('/').count() == 2;
    let Some(date) = stamp::find_date(line).filter(|_| signed) else { return };
    let place = line[..date.span.start as usize].trim_end_matches([',', ' ']).len() as u32;
    draft.facts.dateline = Some(Span::new(span.start, span.start + place)).filter(|p| !p.is_empty());
    draft.set(index, Zone::Dateline);
}
