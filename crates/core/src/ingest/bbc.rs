//! BBC News (2007): "Last Updated: Friday, 12 October 2007, 22:22 GMT 23:22 UK", headline, the words under the
//! pictures, paragraphs divided by blank lines, and between and after them headings, quotations set apart,
//! boxes of facts and links to other pages.

use super::draft::Draft;
use super::page::{Page, ends_sentence};
use super::{Format, furniture, plain};
use crate::document::{Fact, Zone};
use crate::small::lowercase;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The site's page of 2007.
pub(super) const FORMAT: Format = Format { name: "bbc", sureness, read };

fn sureness(page: &Page<'_>) -> u8 {
    match (stamp_line(page), masthead(page)) {
        (Some(_), Some(_)) => 95,
        (Some(_), None) => 70,
        _ => 0,
    }
}

/// The stamp tells the hour on two clocks, Greenwich's and Britain's.
fn stamp_line(page: &Page<'_>) -> Option<usize> {
    let two_clocks =
        |line: &str| line.starts_with("Last Updated:") && line.contains(" GMT") && line.ends_with(" UK");
    page.head().find(|(_, line)| line.len() < 120 && two_clocks(line)).map(|(index, _)| index)
}

fn masthead(page: &Page<'_>) -> Option<usize> {
    let named = |line: &str| line.len() < 40 && line.to_ascii_lowercase().starts_with("bbc news");
    page.head().find(|(_, line)| named(line)).map(|(index, _)| index)
}

fn read(draft: &mut Draft<'_>) {
    let masthead = masthead(&draft.page);
    let Some(stamp) = stamp_line(&draft.page) else { return plain::read(draft) };
    let evidence = Some(draft.span(masthead.unwrap_or(stamp)));
    draft.facts.outlet = Some(Fact { value: "BBC News".into(), evidence, inferred: false });
    for index in 0..stamp {
        draft.set(index, if Some(index) == masthead { Zone::Header } else { Zone::Boilerplate });
    }
    draft.take_stamp(stamp);
    let at = plain::header(draft, stamp + 1);
    draft.set_headline(at);
    let lead = opening(draft, at + 1);
    draft.take_furniture();
    groups(draft, lead);
}

/// Takes bylines and the words under pictures, between headline and first paragraph; returns that paragraph.
fn opening(draft: &mut Draft<'_>, at: usize) -> usize {
    const PARAGRAPH: usize = 60;
    let is_lead = |line: &str| line.len() >= PARAGRAPH && ends_sentence(line);
    let end = draft.zones.len().min(at + 8);
    let lead = (at..end).find(|i| is_lead(draft.line(*i))).unwrap_or(at);
    let mut after_byline = false;
    for index in at..lead {
        let line = draft.line(index);
        if furniture::is_furniture(line) {
            draft.set(index, Zone::Boilerplate);
        } else if draft.take_credit(index, true) {
            after_byline = true;
            continue;
        } else if after_byline && line.len() < 60 {
            // "BBC News, Lima": who the author is.
            draft.set(index, Zone::Credit);
        } else {
            draft.set(index, Zone::Caption);
        }
        after_byline = false;
    }
    lead
}

/// Reads the groups of lines from the first paragraph on.
fn groups(draft: &mut Draft<'_>, lead: usize) {
    let groups: Vec<Range<usize>> =
        draft.page.groups().into_iter().filter(|g| g.end > lead).map(|g| g.start.max(lead)..g.end).collect();
    let is_paragraph = |g: &Range<usize>| {
        let line = draft.line(g.end - 1);
        draft.zones[g.end - 1] == Zone::Body && line.ends_with(['.', '"', '”']) && ends_sentence(line)
    };
    let last = groups.iter().rposition(is_paragraph).unwrap_or(0);
    let words = vocabulary(draft, lead, groups.get(last).map_or(lead, |g| g.end));
    let mut ended = false;
    for (index, group) in groups.iter().enumerate() {
        ended |= index > last && is_links_label(draft.line(group.start));
        if ended {
            group.clone().for_each(|line| draft.set(line, Zone::Boilerplate));
        } else if let Some(quote) = pull_quote(draft, group) {
            group.clone().for_each(|line| draft.set(line, Zone::PullQuoteSource));
            quote.for_each(|line| draft.set(line, Zone::PullQuote));
        } else if group.len() > 1 {
            read_list(draft, group, index > last, &words);
        } else {
            read_line(draft, group.start, index > last, &words);
        }
    }
}

/// "SEE ALSO" and its like: what follows to the end are links.
fn is_links_label(line: &str) -> bool {
    furniture::is_furniture(line)
}

/// Words that somebody speaks, without stop or marks, and below them the speaker's name, perhaps with a role:
/// the lines of the words.
fn pull_quote(draft: &Draft<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    const WORDS: usize = 6;
    let name = (group.start + 1..group.end).find(|i| furniture::is_name(draft.line(*i)))?;
    let role = group.end - name - 1;
    let words: usize = (group.start..name).map(|i| draft.line(i).split_whitespace().count()).sum();
    let is_role = |line: &str| line.len() < 60 && !ends_sentence(line);
    let fits = words >= WORDS && role <= 1 && (name + 1..group.end).all(|i| is_role(draft.line(i)));
    fits.then_some(group.start..name)
}

/// Several lines between blank ones: paragraphs, a box of facts with its heading, or links to other pages.
fn read_list(draft: &mut Draft<'_>, group: &Range<usize>, after: bool, words: &FxHashSet<String>) {
    let free: Vec<usize> = group.clone().filter(|i| draft.zones[*i] == Zone::Body).collect();
    let stops =
        free.iter().filter(|i| ends_sentence(draft.line(**i)) && draft.line(**i).ends_with('.')).count();
    if stops * 2 > free.len() {
        return;
    }
    let (mut shared, mut all) = (0, 0);
    for word in free.iter().flat_map(|i| content_words(draft.line(*i))) {
        all += 1;
        shared += usize::from(words.contains(&word));
    }
    // A box of facts is about what the report is about; links lead anywhere.
    let of_report = !after || shared * 3 >= all;
    for (place, index) in free.iter().enumerate() {
        let heading = place == 0 && plain::is_subhead(draft.line(*index));
        draft.set(
            *index,
            match (of_report, heading) {
                (false, _) => Zone::Boilerplate,
                (true, true) => Zone::Subhead,
                (true, false) => Zone::FactBox,
            },
        );
    }
}

/// A line between blank ones: a heading if paragraphs follow; after the last paragraph the words under a
/// picture or film, or something of the page's.
fn read_line(draft: &mut Draft<'_>, index: usize, after: bool, words: &FxHashSet<String>) {
    let line = draft.line(index);
    if draft.zones[index] != Zone::Body {
        return;
    }
    if !after {
        if plain::is_subhead(line) {
            draft.set(index, Zone::Subhead);
        }
        return;
    }
    let menu = !line.split_whitespace().any(|w| w.starts_with(char::is_lowercase));
    let film = furniture::opens_film(line);
    let of_report = content_words(line).any(|w| words.contains(&w));
    draft.set(index, if film || (of_report && !menu) { Zone::Caption } else { Zone::Boilerplate });
}

/// The words of the paragraphs.
fn vocabulary(draft: &Draft<'_>, start: usize, end: usize) -> FxHashSet<String> {
    (start..end).flat_map(|i| content_words(draft.line(i))).collect()
}

/// The words of four letters and more, in lower case.
fn content_words(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 3).map(lowercase)
}
