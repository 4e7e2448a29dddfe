//! The values of the facets: what each quotation counts under.

use super::key::{self, Slugs, UNKNOWN};
use super::{Facet, FacetValue};
use crate::corpus::Corpus;
use crate::document::{Document, Zone};
use crate::entity::{Country, Entity, Mention};
use crate::id::{EntityId, Id, QuotationId};
use crate::order;
use crate::quote::{Kind, Quotation};
use rustc_hash::FxHashMap;

/// Key and label of a report's outlet.
pub(super) fn outlet(document: &Document) -> (String, String) {
    match &document.facts.outlet {
        Some(outlet) => (key::slug(&outlet.value), outlet.value.clone()),
        None => (UNKNOWN.into(), "Unknown outlet".into()),
    }
}

/// Stands in a key between an outlet and the agency that some of its reports are credited to.
pub(super) const CREDIT: char = '~';

/// Key and label of what an outlet published under an agency's name, if the report is such.
pub(super) fn credit(document: &Document) -> Option<(String, String)> {
    let agency = &document.facts.agency.as_ref()?.value;
    let within = match &document.facts.outlet {
        Some(outlet) if outlet.value == *agency => return None,
        Some(outlet) => format!("in {}", outlet.value),
        None => "outlet unknown".into(),
    };
    Some((format!("{}{CREDIT}{}", outlet(document).0, key::slug(agency)), format!("{agency}, {within}")))
}

/// All values of all facets with their quotations.
pub(super) fn gather(corpus: &Corpus, entities: &Slugs<EntityId>) -> [Vec<FacetValue>; Facet::ALL.len()] {
    let mut gatherer = Gatherer::new(corpus, entities);
    for document in corpus.documents().iter() {
        let (key, label) = outlet(document);
        let outlets = gatherer.of(Facet::Outlet);
        let place = outlets.named(key, label);
        let credit = credit(document).map(|(key, label)| outlets.named(key, label));
        gatherer.outlets.push((place, credit));
    }
    for kind in Kind::ALL {
        gatherer.of(Facet::Kind).fixed(kind.name());
    }
    for (id, quotation) in corpus.quotations().iter_ids() {
        gatherer.quotation(id, quotation);
    }
    gatherer.finish()
}

fn set(places: &mut Vec<Option<usize>>, at: usize, place: usize) {
    if places.len() <= at {
        places.resize(at + 1, None);
    }
    places[at] = Some(place);
}

struct Gatherer<'a> {
    corpus: &'a Corpus,
    entities: &'a Slugs<EntityId>,
    lists: [List; Facet::ALL.len()],
    /// For each document the places of its outlet, and of the outlet with the agency.
    outlets: Vec<(usize, Option<usize>)>,
}

/// The values of one facet in order of first use.
#[derive(Default)]
struct List {
    places: FxHashMap<String, usize>,
    /// The places of names that stand in the program.
    fixed: FxHashMap<&'static str, usize>,
    /// For each entity and each country its place.
    entities: Vec<Option<usize>>,
    sides: Vec<Option<usize>>,
    rows: Vec<Row>,
}

struct Row {
    key: String,
    label: String,
    entity: Option<EntityId>,
    side: Option<Country>,
    ids: Vec<QuotationId>,
}

impl List {
    fn push(&mut self, key: String, label: String, entity: Option<EntityId>, side: Option<Country>) -> usize {
        self.rows.push(Row { key, label, entity, side, ids: Vec::new() });
        self.rows.len() - 1
    }

    fn named(&mut self, key: String, label: String) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let place = self.push(key.clone(), label, None, None);
        self.places.insert(key, place);
        place
    }

    fn fixed(&mut self, name: &'static str) -> usize {
        if let Some(place) = self.fixed.get(name) {
            return *place;
        }
        let place = self.named(key::slug(name), name.into());
        self.fixed.insert(name, place);
        place
    }

    fn unknown(&mut self, label: &str) -> usize {
        match self.fixed.get(UNKNOWN) {
            Some(place) => *place,
            None => {
                let place = self.named(UNKNOWN.into(), label.into());
                self.fixed.insert(UNKNOWN, place);
                place
            }
        }
    }

    fn entity(&mut self, id: EntityId, entity: &Entity, key: &str) -> usize {
        if let Some(place) = self.entities.get(id.index()).copied().flatten() {
            return place;
        }
        let place = self.push(key.into(), entity.name.clone(), Some(id), entity.side);
        set(&mut self.entities, id.index(), place);
        place
    }

    fn side(&mut self, side: Country) -> usize {
        let at = usize::from(side.0);
        if let Some(place) = self.sides.get(at).copied().flatten() {
            return place;
        }
        let place = self.push(side.key().into(), side.name().into(), None, Some(side));
        set(&mut self.sides, at, place);
        place
    }

    fn add(&mut self, place: usize, id: QuotationId) {
        if let Some(row) = self.rows.get_mut(place)
            && row.ids.last() != Some(&id)
        {
            row.ids.push(id);
        }
    }

    fn finish(mut self, facet: Facet) -> Vec<FacetValue> {
        match facet {
            Facet::Kind => {}
            Facet::Zone => {
                order::sort_by_key(&mut self.rows, |row| {
                    Zone::ALL.iter().position(|zone| key::slug(zone.name()) == row.key)
                });
            }
            _ => order::sort_by(&mut self.rows, |a, b| {
                let rank = |row: &Row| (row.key == UNKNOWN, std::cmp::Reverse(row.ids.len()));
                rank(a).cmp(&rank(b)).then_with(|| a.label.cmp(&b.label)).then_with(|| a.key.cmp(&b.key))
            }),
        }
        self.rows
            .into_iter()
            .map(|row| FacetValue {
                key: row.key,
                label: row.label,
                entity: row.entity,
                side: row.side,
                quotations: row.ids.into(),
            })
            .collect()
    }
}

impl<'a> Gatherer<'a> {
    fn new(corpus: &'a Corpus, entities: &'a Slugs<EntityId>) -> Self {
        Self { corpus, entities, lists: Default::default(), outlets: Vec::new() }
    }

    fn of(&mut self, facet: Facet) -> &mut List {
        &mut self.lists[facet.index()]
    }

    fn quotation(&mut self, id: QuotationId, quotation: &Quotation) {
        let mut spoken = false;
        for entity in quotation.speaker.entities() {
            spoken = true;
            self.entity(Facet::Speaker, entity, id);
            self.side(entity, id);
        }
        if !spoken {
            self.unknown(Facet::Speaker, "Unknown speaker", id);
            self.unknown(Facet::Side, "No side known", id);
        }
        if let Some((place, credit)) = self.outlets.get(quotation.document.0 as usize).copied() {
            let outlets = self.of(Facet::Outlet);
            outlets.add(place, id);
            credit.into_iter().for_each(|place| outlets.add(place, id));
        }
        self.named(Facet::Kind, quotation.kind.name(), id);
        self.named(Facet::Zone, quotation.zone.name(), id);
        match quotation.verb {
            Some(verb) => self.named(Facet::Verb, verb, id),
            None => self.unknown(Facet::Verb, "No verb of saying", id),
        }
        self.about(id, quotation);
    }

    fn about(&mut self, id: QuotationId, quotation: &Quotation) {
        let mentions = self.corpus.mentions().as_slice();
        for span in &quotation.content {
            let from = (quotation.document, span.start);
            let start = mentions.partition_point(|m| (m.document, m.span.start) < from);
            let within = |m: &&Mention| m.document == quotation.document && m.span.start < span.end;
            for mention in mentions[start..].iter().take_while(within) {
                self.entity(Facet::About, mention.entity, id);
            }
        }
    }

    fn entity(&mut self, facet: Facet, entity: EntityId, id: QuotationId) {
        let Some(row) = self.corpus.entities().get(entity) else { return };
        let (key, list) = (self.entities.key(entity), &mut self.lists[facet.index()]);
        let place = list.entity(entity, row, key);
        list.add(place, id);
    }

    fn side(&mut self, entity: EntityId, id: QuotationId) {
        let Some(side) = self.corpus.entities().get(entity).and_then(|e| e.side) else {
            return self.unknown(Facet::Side, "No side known", id);
        };
        let list = self.of(Facet::Side);
        let place = list.side(side);
        list.add(place, id);
    }

    fn named(&mut self, facet: Facet, name: &'static str, id: QuotationId) {
        let list = self.of(facet);
        let place = list.fixed(name);
        list.add(place, id);
    }

    fn unknown(&mut self, facet: Facet, label: &str, id: QuotationId) {
        let list = self.of(facet);
        let place = list.unknown(label);
        list.add(place, id);
    }

    fn finish(self) -> [Vec<FacetValue>; Facet::ALL.len()] {
        let mut facets = Facet::ALL.into_iter();
        self.lists.map(|list| facets.next().map(|facet| list.finish(facet)).unwrap_or_default())
    }
}
