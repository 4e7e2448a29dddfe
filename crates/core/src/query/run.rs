//! Answering a query.

mod order;

use super::answer::{Answer, Blocker, Blocking, FacetCounts, Unknown, ValueCount};
use super::find::Found;
use super::key::UNKNOWN;
use super::{Catalog, Facet, Pin, Query, Sureness};
use crate::corpus::Corpus;
use crate::id::{Id, QuotationId};
use fixedbitset::FixedBitSet;
use std::cmp::Reverse;

/// What the query finds. An empty query finds all quotations in the order of the documents.
#[must_use]
pub fn run(corpus: &Corpus, query: &Query) -> Answer {
    let catalog = corpus.catalog();
    let found = Found::new(corpus, query);
    let narrowing = Narrowing::new(corpus, query, found.quotations);
    let passing = narrowing.without(None);
    let ids = order::sorted(catalog, query.sort, &passing, &found.scores);
    let (ids, groups) = order::grouped(catalog, query.group, ids);
    let (all, sure) = (narrowing.without(Some(Blocker::Sureness)), &catalog.orders().sure);
    let blocking = if ids.is_empty() { narrowing.blocking(catalog, query) } else { Vec::new() };
    Answer {
        ids,
        groups,
        facets: Facet::ALL.map(|facet| narrowing.counts(catalog, query, facet, &passing)).into(),
        total: narrowing.sureness.as_ref().map_or(narrowing.total, |s| s.count_ones(..)) as u32,
        sure: all.intersection_count(sure),
        unsure: all.difference(sure).map(QuotationId::from_index).collect(),
        sentences: found.sentences,
        sentence_total: found.sentence_total,
        marker: found.marker,
        blocking,
    }
}

/// For each thing that narrows, the quotations that it lets pass.
struct Narrowing {
    /// Number of all quotations.
    total: usize,
    facets: [Option<FixedBitSet>; Facet::ALL.len()],
    text: Option<FixedBitSet>,
    sureness: Option<FixedBitSet>,
}

impl Narrowing {
    fn new(corpus: &Corpus, query: &Query, text: Option<FixedBitSet>) -> Self {
        let catalog = corpus.catalog();
        let sure = &catalog.orders().sure;
        let sureness = match query.sureness {
            Sureness::All => None,
            Sureness::Sure => Some(sure.clone()),
            Sureness::Unsure => {
                let mut unsure = sure.clone();
                unsure.toggle_range(..);
                Some(unsure)
            }
        };
        let total = corpus.quotations().len();
        Self { total, facets: Facet::ALL.map(|facet| chosen(catalog, query, facet)), text, sureness }
    }

    /// The quotations that pass everything but `lifted`.
    fn without(&self, lifted: Option<Blocker>) -> FixedBitSet {
        let facets = Facet::ALL.iter().zip(&self.facets).map(|(f, ids)| (Blocker::Facet(*f), ids));
        let others = [(Blocker::Text, &self.text), (Blocker::Sureness, &self.sureness)];
        let sets = others
            .into_iter()
            .chain(facets)
            .filter(|(by, _)| Some(*by) != lifted)
            .filter_map(|(_, ids)| ids.as_ref());
        let mut passing = FixedBitSet::with_capacity(self.total);
        passing.insert_range(..);
        sets.for_each(|ids| passing.intersect_with(ids));
        passing
    }

    fn counts(&self, catalog: &Catalog, query: &Query, facet: Facet, passing: &FixedBitSet) -> FacetCounts {
        // Without a filter of its own the facet counts what passes.
        let own = self.facets[facet.index()].as_ref().map(|_| self.without(Some(Blocker::Facet(facet))));
        let counted = own.as_ref().unwrap_or(passing);
        let everything = counted.is_full();
        let values = catalog.values(facet).iter().enumerate().map(|(value, row)| {
            let passes = |id: &&QuotationId| everything || counted.contains(id.index());
            let count = row.quotations.iter().filter(passes).count();
            ValueCount { value, count: count as u32, selected: query.filters.has(facet, &row.key) }
        });
        let mut values: Vec<ValueCount> = values.collect();
        if !matches!(facet, Facet::Kind | Facet::Zone) {
            by_count(catalog, facet, &mut values);
        }
        FacetCounts { facet, values }
    }

    /// All that narrows, and what lifting each alone gives back.
    fn blocking(&self, catalog: &Catalog, query: &Query) -> Vec<Blocking> {
        let facets = Facet::ALL.iter().zip(&self.facets).filter(|(_, ids)| ids.is_some());
        let mut blockers: Vec<Blocker> = facets.map(|(facet, _)| Blocker::Facet(*facet)).collect();
        blockers.extend(self.text.as_ref().map(|_| Blocker::Text));
        blockers.extend(self.sureness.as_ref().map(|_| Blocker::Sureness));
        let blocking = blockers.into_iter().map(|blocker| Blocking {
            blocker,
            label: label(catalog, query, blocker),
            gives: self.without(Some(blocker)).count_ones(..) as u32,
        });
        // The usual wish for sure ones is in the way only where it keeps something out.
        let told = |b: &Blocking| {
            b.blocker != Blocker::Sureness || query.sureness == Sureness::Unsure || b.gives > 0
        };
        let mut blocking: Vec<Blocking> = blocking.filter(told).collect();
        crate::order::sort_by_key(&mut blocking, |b| Reverse(b.gives));
        blocking
    }
}

/// Sorts by count, unknown last; a part of a value follows the whole. A value that is chosen keeps its place, since
/// its facet counts without its own filter.
fn by_count(catalog: &Catalog, facet: Facet, values: &mut [ValueCount]) {
    let counts: Vec<u32> = values.iter().map(|value| value.count).collect();
    let rows = catalog.values(facet);
    crate::order::sort_by_key(values, |value| {
        let row = &rows[value.value];
        let whole = row.part_of().and_then(|key| catalog.value(facet, key));
        let (place, first) = whole.unwrap_or((value.value, row));
        (first.key == UNKNOWN, Reverse(counts[place]), place, whole.is_some(), Reverse(value.count))
    });
}

/// The quotations with one of the chosen values; nothing where no chosen value is known here.
fn chosen(catalog: &Catalog, query: &Query, facet: Facet) -> Option<FixedBitSet> {
    let keys = query.filters.of(facet).iter();
    let mut known = keys.filter_map(|key| Some(catalog.value(facet, key)?.1)).peekable();
    known.peek().is_some().then(|| catalog.union(&mut known))
}

fn label(catalog: &Catalog, query: &Query, blocker: Blocker) -> String {
    match blocker {
        Blocker::Facet(facet) => {
            let keys = query.filters.of(facet).iter();
            let labels: Vec<&str> =
                keys.filter_map(|key| Some(catalog.value(facet, key)?.1.label.as_str())).collect();
            format!("{}: {}", facet.name(), labels.join(" or "))
        }
        Blocker::Text => format!("search: “{}”", query.text.trim()),
        Blocker::Sureness => format!("only {} ones", query.sureness.name()),
    }
}

/// What the query names and the corpus doesn't hold: it is ignored.
#[must_use]
pub fn unknown(corpus: &Corpus, query: &Query) -> Vec<Unknown> {
    let catalog = corpus.catalog();
    let values = query.filters.iter().filter(|(facet, key)| catalog.value(*facet, key).is_none());
    let mut unknown: Vec<Unknown> = values.map(|(facet, key)| Unknown::Value(facet, key.into())).collect();
    for pin in query.selection.pins() {
        unknown.extend(match pin {
            Pin::Entity(key) if catalog.entity(key).is_none() => Some(Unknown::Entity(key.clone())),
            Pin::Quotation(key) if catalog.quotation(key).is_none() => Some(Unknown::Quotation(key.clone())),
            Pin::Edge(key) if catalog.edge(corpus.graph(), key).is_none() => Some(Unknown::Edge(key.clone())),
            _ => None,
        });
    }
    if let Some(place) = &query.reader {
        let document = Some(&place.document).filter(|key| catalog.document(key).is_none());
        unknown.extend(document.map(|key| Unknown::Document(key.clone())));
        let quotation = place.quotation.as_ref().filter(|key| catalog.quotation(key).is_none());
        let quotation = quotation.map(|key| Unknown::Quotation(key.clone()));
        unknown.extend(quotation.filter(|quotation| !unknown.contains(quotation)));
    }
    unknown
}
