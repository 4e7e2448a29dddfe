//! Reuters: an article signed "CITY (Reuters) -" among the labels and credits of the agency's own site.

use super::draft::Draft;
use super::page::Page;
use super::{Format, dateline, furniture, plain};
use crate::document::Fact;

/// The page of the agency's own site.
pub(super) const FORMAT: Format = Format { name: "reuters", sureness, read };

/// The dateline alone shows the agency, since its reports are printed everywhere; the site shows by its labels,
/// the form of its picture credits and its credit lines.
fn sureness(page: &Page<'_>) -> u8 {
    let signed = page.head().any(|(_, line)| is_signed(line));
    if !signed {
        return 0;
    }
    let traits = (0..page.lines.len()).map(|i| page.line(i)).filter(|line| is_of_site(line)).take(2).count();
    [0, 60, 90][traits]
}

fn is_signed(line: &str) -> bool {
    dateline::parse(line)
        .is_some_and(|d| d.agency.is_some_and(|a| a.of(line).eq_ignore_ascii_case("reuters")))
}

fn is_of_site(line: &str) -> bool {
    const CREDITS: [&str; 4] =
        ["Additional reporting by", "(Additional reporting by", "Reporting by", "(Reporting by"];
    const LABELS: [&str; 3] = ["Related Coverage", "Slideshow (", "Our Standards:"];
    let starts = |words: &[&str]| words.iter().any(|w| line.starts_with(w));
    let labelled = line.len() <= 80 && (starts(&LABELS) || line.to_ascii_lowercase().ends_with(" min read"));
    labelled || starts(&CREDITS) || (furniture::is_caption(line) && line.contains("REUTERS/"))
}

fn read(draft: &mut Draft<'_>) {
    plain::read(draft);
    let evidence = draft.facts.agency.as_ref().and_then(|a| a.evidence);
    draft.facts.outlet = Some(Fact { value: "Reuters".into(), evidence, inferred: false });
}
