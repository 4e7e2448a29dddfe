//! The catalog of a corpus: the values of all facets with their quotations, and the keys of all things.

use super::key::{self, QuotationKeys, Slugs, UNKNOWN};
use super::{Facet, values};
use crate::corpus::Corpus;
use crate::document::Stamp;
use crate::entity::Country;
use crate::graph::{Edge, Graph, Relation};
use crate::id::{DocumentId, EdgeId, EntityId, Id, QuotationId};
use crate::order;
use crate::search::{FoldedNames, Pattern};
use crate::small::lowercase;
use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

/// A value of a facet.
#[derive(Debug, Clone)]
pub struct FacetValue {
    /// Its name in links and queries.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// The entity: of a speaker and of what is spoken of.
    pub entity: Option<EntityId>,
    /// The country: of a side, and of an entity that has one.
    pub side: Option<Country>,
    /// The quotations that have the value, ascending.
    pub quotations: Box<[QuotationId]>,
}

impl FacetValue {
    /// The key of the value that this one is a part of: the outlet, of what it published under an agency's name.
    #[must_use]
    pub fn part_of(&self) -> Option<&str> {
        Some(self.key.split_once(values::CREDIT)?.0)
    }
}

/// Values and keys of one corpus, built once with it.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    values: [Vec<FacetValue>; Facet::ALL.len()],
    places: [FxHashMap<String, usize>; Facet::ALL.len()],
    /// For each value its label and its other names, folded.
    names: [Vec<FoldedNames>; Facet::ALL.len()],
    documents: Slugs<DocumentId>,
    entities: Slugs<EntityId>,
    quotations: QuotationKeys,
    orders: Orders,
}

/// What sorting and grouping need, worked out once.
#[derive(Debug, Clone, Default)]
pub(super) struct Orders {
    /// All quotations by time of publication, unknown last.
    pub(super) by_time: Vec<QuotationId>,
    /// All quotations by the first speaker's name, unknown last.
    pub(super) by_speaker: Vec<QuotationId>,
    /// For each quotation its first speaker, as a place among the values.
    pub(super) speaker: Vec<usize>,
    /// For each report its outlet, and the outlet with the agency that it is credited to, as places among the values.
    pub(super) document_outlet: Vec<[usize; 2]>,
    /// For each quotation its outlet, as a place among the values.
    pub(super) outlet: Vec<usize>,
    /// The quotations whose speaker is sure.
    pub(super) sure: FixedBitSet,
}

impl Catalog {
    /// Catalogues a corpus whose tables are complete.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        let documents = key::documents(corpus);
        let entities = key::entities(corpus, &documents);
        let quotations = QuotationKeys::new(corpus, &documents);
        let values = values::gather(corpus, &entities);
        let places = std::array::from_fn(|facet| {
            values[facet]
                .iter()
                .enumerate()
                .map(|(at, value): (usize, &FacetValue)| (value.key.clone(), at))
                .collect()
        });
        let names = std::array::from_fn(|facet| {
            values[facet].iter().map(|value: &FacetValue| names(corpus, value)).collect()
        });
        let orders = Orders::default();
        let mut catalog = Self { values, places, names, documents, entities, quotations, orders };
        catalog.orders = Orders::new(corpus, &catalog);
        catalog
    }

    /// The values of a facet: those with most quotations first, unknown last; kinds and zones in their own
    /// order. Outlets of reports without a quotation are there too. An answer lists them by its own counts.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.values[facet.index()]
    }

    /// The value of that key, and its place in [`Self::values`].
    #[must_use]
    pub fn value(&self, facet: Facet, key: &str) -> Option<(usize, &FacetValue)> {
        let place = *self.places[facet.index()].get(key)?;
        Some((place, self.values(facet).get(place)?))
    }

    /// The key of a report.
    #[must_use]
    pub fn document_key(&self, id: DocumentId) -> &str {
        self.documents.key(id)
    }

    /// The report of that key.
    #[must_use]
    pub fn document(&self, key: &str) -> Option<DocumentId> {
        self.documents.id(key)
    }

    /// The key of an entity; also that of its values among speakers and what is spoken of.
    #[must_use]
    pub fn entity_key(&self, id: EntityId) -> &str {
        self.entities.key(id)
    }

    /// The entity of that key.
    #[must_use]
    pub fn entity(&self, key: &str) -> Option<EntityId> {
        self.entities.id(key)
    }

    /// The key of a quotation: a hash of its report's name and its words.
    #[must_use]
    pub fn quotation_key(&self, id: QuotationId) -> String {
        self.quotations.key(id)
    }

    /// The quotation of that key.
    #[must_use]
    pub fn quotation(&self, key: &str) -> Option<QuotationId> {
        self.quotations.id(key)
    }

    /// The key of an edge: `sergei-lavrov~said-of~us`.
    #[must_use]
    pub fn edge_key(&self, edge: &Edge) -> String {
        let relation = key::slug(edge.relation.name());
        format!("{}~{relation}~{}", self.entity_key(edge.from), self.entity_key(edge.to))
    }

    /// The edge of that key.
    #[must_use]
    pub fn edge(&self, graph: &Graph, key: &str) -> Option<EdgeId> {
        let mut parts = key.splitn(3, '~');
        let (from, relation, to) = (parts.next()?, parts.next()?, parts.next()?);
        let relation = Relation::ALL.into_iter().find(|r| key::slug(r.name()) == relation)?;
        let (from, to) = (self.entity(from)?, self.entity(to)?);
        let ends = |edge: &Edge| {
            edge.relation == relation
                && ((edge.from, edge.to) == (from, to)
                    || (relation == Relation::CoMentioned && (edge.from, edge.to) == (to, from)))
        };
        graph.edges.iter().position(ends).map(EdgeId::from_index)
    }

    /// The places of the values that have a name with the pattern in it.
    pub(super) fn places_matching(
        &self,
        facet: Facet,
        pattern: &Pattern,
    ) -> impl Iterator<Item = usize> + use<'_> {
        let needles = pattern.needles();
        let names = self.names[facet.index()].iter().enumerate();
        names.filter(move |(_, names)| names.have(&needles)).map(|(place, _)| place)
    }

    /// The quotations with a value that has a name with the pattern in it.
    pub(super) fn matching(&self, facet: Facet, pattern: &Pattern) -> FixedBitSet {
        self.union(&mut self.places_matching(facet, pattern).map(|place| &self.values(facet)[place]))
    }

    /// The quotations with one of the values.
    pub(super) fn union(&self, values: &mut dyn Iterator<Item = &FacetValue>) -> FixedBitSet {
        let mut union = FixedBitSet::with_capacity(self.orders.speaker.len());
        for value in values {
            value.quotations.iter().for_each(|id| union.insert(id.index()));
        }
        union
    }

    pub(super) fn orders(&self) -> &Orders {
        &self.orders
    }
}

impl Orders {
    fn new(corpus: &Corpus, catalog: &Catalog) -> Self {
        let place = |facet: Facet, key: &str| catalog.value(facet, key).map_or(usize::MAX, |(at, _)| at);
        let outlet = |key: &str| place(Facet::Outlet, key);
        let outlets = |document| {
            [
                outlet(&values::outlet(document).0),
                values::credit(document).map_or(usize::MAX, |c| outlet(&c.0)),
            ]
        };
        let document_outlet: Vec<_> = corpus.documents().iter().map(outlets).collect();
        let times: Vec<Option<i64>> =
            corpus.documents().iter().map(|d| d.facts.published.and_then(Stamp::utc_minutes)).collect();
        let sure = FixedBitSet::with_capacity(corpus.quotations().len());
        let mut orders = Self { document_outlet, sure, ..Self::default() };
        let mut speakers = vec![usize::MAX; corpus.entities().len()];
        for (at, value) in catalog.values(Facet::Speaker).iter().enumerate() {
            if let Some(slot) = value.entity.and_then(|id| speakers.get_mut(id.index())) {
                *slot = at;
            }
        }
        let unknown = place(Facet::Speaker, UNKNOWN);
        for (id, quotation) in corpus.quotations().iter_ids() {
            let first = quotation.speaker.entities().next();
            let of = |entity: EntityId| speakers.get(entity.index()).copied().unwrap_or(usize::MAX);
            orders.speaker.push(first.map_or(unknown, of));
            let outlet = orders.document_outlet.get(quotation.document.index());
            orders.outlet.push(outlet.map_or(usize::MAX, |[outlet, _]| *outlet));
            if quotation.is_sure() {
                orders.sure.insert(id.index());
            }
        }
        let ids: Vec<QuotationId> = corpus.quotations().ids().collect();
        let time = |id: &QuotationId| {
            let time =
                corpus.quotations().get(*id).and_then(|q| times.get(q.document.index()).copied().flatten());
            (time.is_none(), time)
        };
        orders.by_time = ids.clone();
        order::sort_by_key(&mut orders.by_time, time);
        let names = alphabetical(catalog.values(Facet::Speaker));
        orders.by_speaker = ids;
        let speaker = |id: &QuotationId| names.get(orders.speaker[id.index()]).copied().unwrap_or(usize::MAX);
        order::sort_by_key(&mut orders.by_speaker, speaker);
        orders
    }
}

fn names(corpus: &Corpus, value: &FacetValue) -> FoldedNames {
    let mut names = FoldedNames::default();
    names.add(&value.label);
    match (value.entity.and_then(|id| corpus.entities().get(id)), value.side) {
        (Some(entity), _) => entity.aliases.iter().for_each(|name| names.add(name)),
        (None, Some(country)) => country.other_names().for_each(|name| names.add(name)),
        (None, None) => {}
    }
    names
}

/// For each value its place in the alphabet of labels, unknown last.
fn alphabetical(values: &[FacetValue]) -> Vec<usize> {
    let rank = |(at, value): (usize, &FacetValue)| {
        (value.key == UNKNOWN, lowercase(&value.label), value.key.clone(), at)
    };
    let mut order: Vec<_> = values.iter().enumerate().map(rank).collect();
    order::sort(&mut order);
    let mut places = vec![0; values.len()];
    for (place, (.., at)) in order.into_iter().enumerate() {
        places[at] = place;
    }
    places
}
