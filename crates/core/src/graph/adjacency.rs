//! For each entity the edges at it, in two flat arrays (compressed sparse rows).

use crate::id::{EdgeId, EntityId, Id};
use crate::order;

/// One step from an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Where it leads.
    pub to: EntityId,
    /// Over which edge.
    pub edge: EdgeId,
}

/// The edges at each entity, both directions.
#[derive(Debug, Clone, Default)]
pub struct Adjacency {
    /// For each entity where its links start; one more at the end.
    starts: Vec<u32>,
    links: Vec<Link>,
}

impl Adjacency {
    /// Reads the ends of all edges, in the order of their ids, of a graph of `entities` nodes.
    #[must_use]
    pub fn new(entities: usize, ends: impl Iterator<Item = (EntityId, EntityId)> + Clone) -> Self {
        let both_ways = ends.enumerate().flat_map(|(i, (from, to))| {
            let edge = EdgeId::from_index(i);
            [(from, Link { to, edge }), (to, Link { to: from, edge })]
        });
        let mut starts = vec![0u32; entities + 1];
        for (at, _) in both_ways.clone() {
            starts[at.index() + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let total = starts.last().map_or(0, |n| *n as usize);
        let mut links = vec![Link { to: EntityId(0), edge: EdgeId(0) }; total];
        let mut next = starts.clone();
        for (at, link) in both_ways {
            links[next[at.index()] as usize] = link;
            next[at.index()] += 1;
        }
        for pair in starts.windows(2) {
            order::sort(&mut links[pair[0] as usize..pair[1] as usize]);
        }
        Self { starts, links }
    }

    /// The links at an entity, by neighbour and edge; none for an entity that the graph does not know.
    #[must_use]
    pub fn links(&self, entity: EntityId) -> &[Link] {
        match self.starts.get(entity.index()..entity.index() + 2) {
            Some([start, end]) => &self.links[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// See [`Graph::ego`](super::Graph::ego).
    #[must_use]
    pub fn within(&self, centres: &[EntityId], steps: u32, keep: impl Fn(EdgeId) -> bool) -> Vec<EntityId> {
        let entities = self.starts.len().saturating_sub(1);
        let mut seen = vec![false; entities];
        let mut found: Vec<EntityId> = Vec::new();
        for &centre in centres.iter().filter(|c| c.index() < entities) {
            if !std::mem::replace(&mut seen[centre.index()], true) {
                found.push(centre);
            }
        }
        let mut ring = 0..found.len();
        for _ in 0..steps {
            for at in ring.clone() {
                for link in self.links(found[at]).iter().filter(|l| keep(l.edge)) {
                    if !std::mem::replace(&mut seen[link.to.index()], true) {
                        found.push(link.to);
                    }
                }
            }
            ring = ring.end..found.len();
            order::sort(&mut found[ring.clone()]);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> Adjacency {
        // 0 – 1 – 2 – 3, two edges between 1 and 2, and 4 alone.
        let ends = [(0, 1), (1, 2), (2, 1), (2, 3)];
        Adjacency::new(5, ends.into_iter().map(|(a, b)| (EntityId(a), EntityId(b))))
    }

    fn ids(found: Vec<EntityId>) -> Vec<u32> {
        found.into_iter().map(|e| e.0).collect()
    }

    #[test]
    fn links_are_sorted_and_go_both_ways() {
        let links: Vec<_> = path().links(EntityId(1)).iter().map(|l| (l.to.0, l.edge.0)).collect();
        assert_eq!(links, [(0, 0), (2, 1), (2, 2)]);
        assert!(path().links(EntityId(4)).is_empty());
        assert!(path().links(EntityId(99)).is_empty());
    }

    #[test]
    fn each_step_widens_the_ego_network_by_one_ring() {
        let ego = |steps| ids(path().within(&[EntityId(1)], steps, |_| true));
        assert_eq!(ego(0), [1]);
        assert_eq!(ego(1), [1, 0, 2]);
        assert_eq!(ego(2), [1, 0, 2, 3]);
        assert_eq!(ids(path().within(&[EntityId(1), EntityId(7)], 2, |e| e.0 != 3)), [1, 0, 2]);
    }
}
