//! Sorting and grouping of what passes, in linear time: the catalog holds the orders ready.

use crate::id::{Id, QuotationId};
use crate::order;
use crate::query::answer::GroupRange;
use crate::query::key::UNKNOWN;
use crate::query::{Catalog, Facet, Group, Sort};
use fixedbitset::FixedBitSet;
use std::cmp::Reverse;

/// What passes in the order asked for. `scores` holds a score for each quotation, or nothing without a
/// search.
pub(super) fn sorted(
    catalog: &Catalog,
    sort: Sort,
    passing: &FixedBitSet,
    scores: &[f32],
) -> Vec<QuotationId> {
    match sort {
        Sort::Document => passing.ones().map(QuotationId::from_index).collect(),
        Sort::Time => kept(&catalog.orders().by_time, passing),
        Sort::Speaker => kept(&catalog.orders().by_speaker, passing),
        Sort::Relevance => {
            let score = |id: &QuotationId| scores.get(id.index()).copied().unwrap_or_default();
            let mut ids: Vec<QuotationId> = passing.ones().map(QuotationId::from_index).collect();
            order::sort_by(&mut ids, |a, b| score(b).total_cmp(&score(a)));
            ids
        }
    }
}

fn kept(order: &[QuotationId], passing: &FixedBitSet) -> Vec<QuotationId> {
    order.iter().copied().filter(|id| passing.contains(id.index())).collect()
}

/// The ids group by group, each in the order they came in.
pub(super) fn grouped(
    catalog: &Catalog,
    group: Group,
    ids: Vec<QuotationId>,
) -> (Vec<QuotationId>, Vec<GroupRange>) {
    let (facet, places) = match group {
        Group::None => return (ids, Vec::new()),
        Group::Speaker => (Facet::Speaker, &catalog.orders().speaker),
        Group::Outlet => (Facet::Outlet, &catalog.orders().outlet),
    };
    let values = catalog.values(facet);
    let mut groups: Vec<Vec<QuotationId>> = vec![Vec::new(); values.len()];
    for id in ids {
        if let Some(group) = places.get(id.index()).and_then(|place| groups.get_mut(*place)) {
            group.push(id);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().zip(values).filter(|(ids, _)| !ids.is_empty()).collect();
    order::sort_by_key(&mut groups, |(ids, value)| (value.key == UNKNOWN, Reverse(ids.len())));
    let mut sorted = Vec::with_capacity(groups.iter().map(|(ids, _)| ids.len()).sum());
    let mut ranges = Vec::with_capacity(groups.len());
    for (ids, value) in groups {
        let (label, key) = (value.label.clone(), value.key.clone());
        ranges.push(GroupRange { label, key, start: sorted.len(), len: ids.len() });
        sorted.extend(ids);
    }
    (sorted, ranges)
}
