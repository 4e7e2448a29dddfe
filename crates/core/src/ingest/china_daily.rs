//! China Daily (2007): headline, "(Agency)", "Updated: 2007-10-13 17:41", the agency's report with captions
//! signed in square brackets, a pager, and the labels of lists of links.

use super::draft::Draft;
use super::page::Page;
use super::{Format, furniture, plain, stamp};
use crate::document::{Fact, Fragment};
use crate::small::lowercase;
use crate::span::Span;

/// The paper's page of 2007.
pub(super) const FORMAT: Format = Format { name: "china-daily", sureness, read };

/// The page does not name its outlet: head and foot show it.
fn sureness(page: &Page<'_>) -> u8 {
    let head = stamp_line(page).is_some();
    let foot = foot(page).is_some();
    match (head, foot) {
        (true, true) => 90,
        (true, false) => 55,
        _ => 0,
    }
}

/// The line of the stamp under the agency in brackets.
fn stamp_line(page: &Page<'_>) -> Option<usize> {
    let (index, _) =
        page.head().skip(1).find(|(_, line)| line.len() < 60 && line.starts_with("Updated: "))?;
    let stamped = stamp::find(page.text, page.lines.get(index)?.span)?.minutes.is_some();
    (stamped && furniture::bracketed(page.line(index - 1)).is_some()).then_some(index)
}

/// The label of the list of the most read, at the end.
fn foot(page: &Page<'_>) -> Option<Span> {
    let label = |line: &str| line.starts_with("Most Commented/Read Stories") || line == "Today's Top News";
    page.tail().find(|(_, line)| label(line)).map(|(index, _)| page.lines[index].span)
}

fn read(draft: &mut Draft<'_>) {
    let evidence = foot(&draft.page).or_else(|| stamp_line(&draft.page).map(|i| draft.span(i)));
    plain::read(draft);
    draft.facts.outlet = Some(Fact { value: "China Daily".into(), evidence, inferred: true });
    if draft.pager.is_some() && opens_in_mid_story(draft) {
        draft.fragment = Some(Fragment::StartMissing);
    }
}

/// Whether the first paragraph is none that a report opens with: an agency's report has a dateline, or a first
/// paragraph that says in full what the headline says in short.
fn opens_in_mid_story(draft: &Draft<'_>) -> bool {
    const LEAD: usize = 60;
    if draft.facts.dateline.is_some() || draft.dateline_date.is_some() {
        return false;
    }
    let Some(first) = draft.body().next().map(|i| draft.line(i)) else { return false };
    let headline = draft.facts.headline.map_or("", |h| h.of(draft.page.text));
    first.len() < LEAD || !shares_a_word(headline, first)
}

fn shares_a_word(headline: &str, lead: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let long = |w: &&str| w.chars().count() > 3;
        text.split(|c: char| !c.is_alphanumeric()).filter(long).map(lowercase).collect()
    };
    let lead = words(lead);
    words(headline).iter().any(|w| lead.contains(w))
}
