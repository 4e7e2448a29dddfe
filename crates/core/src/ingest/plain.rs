//! Any text: the first line a headline, then stamps, bylines and agencies, then paragraphs. Nothing is taken
//! out of the body unless it is clearly something else.

use super::draft::Draft;
use super::page::{Page, ends_sentence};
use super::{Format, furniture};
use crate::document::{Fact, Zone};

/// The format of last resort.
pub(super) const FORMAT: Format = Format { name: "plain", sureness: |_: &Page<'_>| 1, read };

/// The longest headline, in bytes.
const HEADLINE: usize = 300;

/// How many lines under the headline can be header.
const HEADER: usize = 8;

/// Reads any page that has no more structure than this.
pub(super) fn read(draft: &mut Draft<'_>) {
    let mut at = header(draft, 0);
    if is_headline(draft.line(at)) {
        draft.set_headline(at);
        at += 1;
    }
    header(draft, at);
    draft.take_furniture();
    subheads(draft);
    draft.take_dateline();
}

/// Takes the lines from `at` on that name date, author, agency or outlet, or belong to the page. Returns the
/// first line that does not.
pub(super) fn header(draft: &mut Draft<'_>, at: usize) -> usize {
    for index in at..draft.zones.len().min(at + HEADER) {
        let line = draft.line(index);
        if furniture::is_furniture(line) {
            draft.set(index, Zone::Boilerplate);
            continue;
        }
        let taken = draft.take_stamp(index)
            || draft.take_credit(index, true)
            || draft.take_agency(index)
            || take_outlet(draft, index);
        if !taken {
            return index;
        }
    }
    draft.zones.len().min(at + HEADER)
}

/// "Source: The Lima Post".
fn take_outlet(draft: &mut Draft<'_>, index: usize) -> bool {
    if draft.facts.headline.is_none() {
        return false;
    }
    let Some((label, name)) = draft.line(index).split_once(':') else { return false };
    let name = name.trim();
    let labels = ["source", "outlet", "publication", "publisher", "newspaper"];
    if !labels.iter().any(|l| label.trim().eq_ignore_ascii_case(l)) || name.is_empty() || name.len() > 60 {
        return false;
    }
    let evidence = Some(draft.span(index));
    draft.facts.outlet = Some(Fact { value: name.to_owned(), evidence, inferred: false });
    draft.set(index, Zone::Header);
    true
}

fn is_headline(line: &str) -> bool {
    !line.is_empty()
        && line.len() <= HEADLINE
        && super::dateline::parse(line).is_none_or(|d| d.agency.is_none())
        && !furniture::is_caption(line)
}

/// A short line of its own without a stop, before a paragraph, is a heading.
pub(super) fn subheads(draft: &mut Draft<'_>) {
    let body: Vec<usize> = draft.body().collect();
    for pair in body.windows(2) {
        let (line, next) = (draft.line(pair[0]), draft.line(pair[1]));
        let alone = draft.page.lines[pair[0]].opens && draft.page.lines[pair[1]].opens;
        if alone && is_subhead(line) && ends_sentence(next) && next.len() > 60 {
            draft.set(pair[0], Zone::Subhead);
        }
    }
}

/// Whether a line can be a heading within a report.
pub(super) fn is_subhead(line: &str) -> bool {
    line.len() <= 70
        && line.starts_with(char::is_uppercase)
        && line.split_whitespace().count() <= 9
        && !ends_sentence(line)
        && !line.ends_with([':', ',', ';', '-', '–', '—', '"', '”'])
}
