//! A document in the making: page formats give zones to lines and gather facts.

use super::dateline::{self, Dateline};
use super::furniture;
use super::page::{Page, ends_sentence};
use super::stamp;
use crate::document::{Block, Date, Fact, Facts, Fragment, Zone};
use crate::span::Span;

/// What formats fill in. Every line is [`Zone::Body`] until one says otherwise.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub page: Page<'a>,
    pub zones: Vec<Zone>,
    pub facts: Facts,
    pub fragment: Option<Fragment>,
    /// The pager's words, where there is one.
    pub pager: Option<Span>,
    /// The report's opening with the line that it opens.
    pub dateline: Option<(usize, Dateline)>,
    /// The day that the dateline names.
    pub dateline_date: Option<Fact<Date>>,
}

impl<'a> Draft<'a> {
    pub fn new(page: Page<'a>) -> Self {
        let zones = vec![Zone::Body; page.lines.len()];
        Self {
            page,
            zones,
            facts: Facts::default(),
            fragment: None,
            pager: None,
            dateline: None,
            dateline_date: None,
        }
    }

    pub fn line(&self, index: usize) -> &'a str {
        self.page.line(index)
    }

    pub fn span(&self, index: usize) -> Span {
        self.page.lines.get(index).map_or(Span::default(), |line| line.span)
    }

    pub fn set(&mut self, index: usize, zone: Zone) {
        if let Some(slot) = self.zones.get_mut(index) {
            *slot = zone;
        }
    }

    /// The lines that are still body.
    pub fn body(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.zones.len()).filter(|i| self.zones[*i] == Zone::Body)
    }

    pub fn set_headline(&mut self, index: usize) {
        if index < self.zones.len() {
            self.set(index, Zone::Headline);
            self.facts.headline = Some(self.span(index));
        }
    }

    /// Takes the line as the stamp's, if it is little more than a stamp.
    pub fn take_stamp(&mut self, index: usize) -> bool {
        const LABEL: usize = 60;
        let line = self.span(index);
        if line.len() > 160 || self.facts.published.is_some() {
            return false;
        }
        let Some(found) = stamp::find(self.page.text, line) else { return false };
        // "LIMA, 3 March 2011 (AFP) - It rained" opens the report.
        let opens = dateline::parse(self.line(index)).is_some_and(|d| d.span.end + 30 < line.len());
        let rest = line.len() - found.span.len();
        if opens || rest as usize > LABEL || ends_sentence(self.line(index)) && rest > 2 {
            return false;
        }
        self.facts.published = Some(found);
        self.set(index, Zone::Header);
        true
    }

    /// Takes the line as byline or credit line.
    pub fn take_credit(&mut self, index: usize, byline: bool) -> bool {
        let span = self.span(index);
        let found = furniture::credit(self.page.text, span)
            .or_else(|| if byline { furniture::byline(self.page.text, span) } else { None });
        let Some(people) = found else { return false };
        for person in people {
            let name = person.of(self.page.text);
            if !self.facts.credits.iter().any(|c| c.of(self.page.text).eq_ignore_ascii_case(name)) {
                self.facts.credits.push(person);
            }
        }
        self.set(index, Zone::Credit);
        true
    }

    /// Takes a line that is a name in brackets as the agency's.
    pub fn take_agency(&mut self, index: usize) -> bool {
        let Some(name) = furniture::bracketed(self.line(index)) else { return false };
        self.set_agency(name, self.span(index));
        self.set(index, Zone::Header);
        true
    }

    fn set_agency(&mut self, name: &str, evidence: Span) {
        let value = furniture::agency(name).unwrap_or(name).to_owned();
        self.facts.agency.get_or_insert(Fact { value, evidence: Some(evidence), inferred: false });
    }

    /// Takes labels of the page, pagers, captions and credit lines out of the body, wherever they stand.
    pub fn take_furniture(&mut self) {
        for index in 0..self.zones.len() {
            let line = self.line(index);
            if self.zones[index] != Zone::Body {
                continue;
            }
            if furniture::is_pager(line) {
                self.set(index, Zone::Boilerplate);
                self.pager.get_or_insert(self.span(index));
            } else if furniture::is_furniture(line) {
                self.set(index, Zone::Boilerplate);
            } else if furniture::is_caption(line) {
                self.set(index, Zone::Caption);
            } else {
                self.take_credit(index, false);
            }
        }
    }

    /// Reads the dateline of the first paragraph that has one, within the first few.
    pub fn take_dateline(&mut self) {
        let opening: Vec<usize> = self.body().take(3).collect();
        let found = opening.into_iter().find_map(|i| Some((i, dateline::parse(self.line(i))?)));
        let Some((index, dateline)) = found else { return };
        let line = self.span(index);
        let moved = |span: Span| Span::new(span.start + line.start, span.end + line.start);
        self.facts.dateline = dateline.place.map(moved);
        if let Some(agency) = dateline.agency.map(moved) {
            self.set_agency(agency.of(self.page.text), agency);
        }
        let near = self.facts.published.map(|p| p.date);
        self.dateline_date = dateline.date.and_then(|d| {
            Some(Fact { value: d.resolve(near)?, evidence: Some(moved(d.span)), inferred: false })
        });
        self.dateline = Some((index, dateline));
    }

    /// The blocks: a line each, or a paragraph each where lines are wrapped by hand.
    pub fn blocks(&self) -> Vec<Block> {
        let wrapped = self.is_wrapped();
        let mut blocks: Vec<Block> = Vec::with_capacity(self.page.lines.len() + 1);
        for (index, line) in self.page.lines.iter().enumerate() {
            let zone = self.zones[index];
            if let Some((_, dateline)) = self.dateline.filter(|(at, _)| *at == index) {
                let cut = line.span.start + dateline.span.end;
                let opening = if dateline.place.is_some() { Zone::Dateline } else { Zone::Credit };
                blocks.push(Block { zone: opening, span: Span::new(line.span.start, cut) });
                blocks.push(Block { zone, span: Span::new(cut, line.span.end).trim(self.page.text) });
                continue;
            }
            match blocks.last_mut() {
                Some(last) if wrapped && !line.opens && zone == last.zone && zone == Zone::Body => {
                    last.span = last.span.cover(line.span);
                }
                _ => blocks.push(Block { zone, span: line.span }),
            }
        }
        blocks
    }

    /// Whether paragraphs are wrapped to a width: lines break off in mid-sentence at about the same length.
    fn is_wrapped(&self) -> bool {
        const WIDTH: u32 = 120;
        let lines = &self.page.lines;
        let (mut inner, mut broken, mut long) = (0, 0, 0);
        for (index, pair) in lines.windows(2).enumerate() {
            if pair[1].opens || self.zones[index] != Zone::Body || self.zones[index + 1] != Zone::Body {
                continue;
            }
            inner += 1;
            long += usize::from(pair[0].span.len() > WIDTH);
            broken += usize::from(!ends_sentence(pair[0].span.of(self.page.text)) && pair[0].span.len() > 40);
        }
        inner >= 2 && long * 20 <= inner && broken * 5 >= inner * 3
    }
}
