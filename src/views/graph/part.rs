//! The part of the graph that is shown: things, and for each pair of them one tie with its relations.

use super::sieve::Sieve;
use readout_core::corpus::Corpus;
use readout_core::entity::{Country, Entity, EntityKind};
use readout_core::graph::Relation;
use readout_core::id::{EdgeId, EntityId, Id};
use readout_core::order;
use readout_core::query::{GraphOptions, Pin, Scope, Selection};
use yew::AttrValue;

/// How many neighbours of the focus there is room for: the strongest are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// On a desk.
    Wide,
    /// On a phone.
    Narrow,
}

impl Room {
    const fn neighbours(self) -> usize {
        match self {
            Self::Wide => 24,
            Self::Narrow => 13,
        }
    }

    /// The nearest and strongest within two steps.
    const fn two_steps(self) -> usize {
        3 * self.neighbours()
    }
}

/// Without a selection: how many speakers, and how many ties of each.
const MOST_SPEAKERS: usize = 9;
const MOST_TIES: usize = 4;

/// What is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// The things, by id.
    pub nodes: Vec<Node>,
    /// The pairs that are related, by their nodes.
    pub pairs: Vec<Pair>,
    /// The nodes around which the part was cut out; none in the overview.
    pub centres: Vec<usize>,
    /// What could be shown.
    pub tally: Tally,
}

/// A thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is in the corpus.
    pub entity: EntityId,
    /// Person, country, organisation …
    pub kind: EntityKind,
    /// The country that it belongs to.
    pub side: Option<Country>,
    /// Its name.
    pub name: AttrValue,
    /// A name that is short enough for the picture.
    pub label: AttrValue,
    /// In how many places it is mentioned.
    pub mentions: usize,
}

/// Two things and all their relations.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The first of the two, as a place among the nodes.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// At least one, in the order of relations.
    pub ties: Vec<Tie>,
}

/// One relation of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// Its edge.
    pub edge: EdgeId,
    /// Which relation.
    pub relation: Relation,
    /// Whether it leads from the pair's first to its second.
    pub forward: bool,
    /// How many places show it, of those that the filters let pass.
    pub support: usize,
}

/// What could be shown, by kind and relation, each with all filters but its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// Things by kind, in the order of [`EntityKind::ALL`].
    pub kinds: [usize; EntityKind::ALL.len()],
    /// Edges by relation, in the order of [`Relation::ALL`].
    pub relations: [usize; Relation::ALL.len()],
    /// All things that pass all filters.
    pub things: usize,
    /// Neighbours of the focus, shown or not.
    pub neighbours: usize,
    /// The strongest support of any edge.
    pub strongest: usize,
}

impl Pair {
    /// How strongly the two are tied: what one says of the other weighs double.
    #[must_use]
    pub fn strength(&self) -> usize {
        self.ties.iter().map(|tie| weight(tie.relation, tie.support)).sum()
    }

    /// The relation by which the pair is drawn: the one that says most.
    #[must_use]
    pub fn relation(&self) -> Relation {
        let rank = |relation: Relation| match relation {
            Relation::SaidOf => 0,
            Relation::Addressed => 1,
            Relation::CoMentioned => 2,
        };
        self.ties.iter().map(|tie| tie.relation).min_by_key(|r| rank(*r)).unwrap_or(Relation::CoMentioned)
    }

    /// The tie that a click on the pair opens: of what it is drawn by, the one with most support.
    #[must_use]
    pub fn main(&self) -> Option<&Tie> {
        let drawn = self.relation();
        let mut of_kind: Vec<&Tie> = self.ties.iter().filter(|tie| tie.relation == drawn).collect();
        order::sort_by_key(&mut of_kind, |tie| std::cmp::Reverse(tie.support));
        of_kind.first().copied()
    }

    /// The other node.
    #[must_use]
    pub const fn other(&self, node: usize) -> usize {
        if node == self.a { self.b } else { self.a }
    }
}

const fn weight(relation: Relation, support: usize) -> usize {
    if relation.is_directed() { 2 * support } else { support }
}

impl Part {
    /// Cuts out what `options` and `selection` ask for of what the sieve lets pass.
    #[must_use]
    pub fn new(
        corpus: &Corpus,
        options: &GraphOptions,
        selection: &Selection,
        sieve: &Sieve,
        room: Room,
    ) -> Self {
        let cut = Cut::new(corpus, options, sieve);
        let centres = centres(corpus, selection);
        let mut tally = cut.tally();
        tally.neighbours = cut.neighbours(&centres).len();
        let (mut chosen, edges) = match options.scope {
            Scope::All => (cut.all(), None),
            _ if centres.is_empty() => cut.overview(),
            Scope::Neighbours => (cut.around(&centres, 1, room.neighbours()), None),
            Scope::TwoSteps => (cut.around(&centres, 2, room.two_steps()), None),
        };
        chosen.extend(pinned(corpus, selection));
        order::sort(&mut chosen);
        chosen.dedup();
        let edges = edges.unwrap_or_else(|| cut.edges().collect());
        Self {
            nodes: chosen.iter().filter_map(|id| node(corpus, *id)).collect(),
            pairs: cut.pairs(&edges, &chosen),
            centres: centres.iter().filter_map(|centre| chosen.binary_search(centre).ok()).collect(),
            tally,
        }
    }

    /// The node of an entity.
    #[must_use]
    pub fn place(&self, entity: EntityId) -> Option<usize> {
        self.nodes.binary_search_by_key(&entity, |node| node.entity).ok()
    }

    /// The pair that an edge belongs to.
    #[must_use]
    pub fn pair_of(&self, edge: EdgeId) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.ties.iter().any(|tie| tie.edge == edge))
    }

    /// The pairs at a node.
    pub fn pairs_at(&self, node: usize) -> impl Iterator<Item = (usize, &Pair)> {
        self.pairs.iter().enumerate().filter(move |(_, pair)| pair.a == node || pair.b == node)
    }
}

fn node(corpus: &Corpus, id: EntityId) -> Option<Node> {
    let entity = corpus.entities().get(id)?;
    Some(Node {
        entity: id,
        kind: entity.kind,
        side: entity.side,
        name: AttrValue::from(entity.name.clone()),
        label: label(entity).into(),
        mentions: entity.mentions.len(),
    })
}

/// Names longer than this, in characters, are replaced or cut in the picture.
const LONGEST_LABEL: usize = 26;

/// The name; in place of a long one the longest other name that is short enough, else its first words.
fn label(entity: &Entity) -> String {
    let length = |name: &str| name.chars().count();
    if length(&entity.name) <= LONGEST_LABEL {
        return entity.name.clone();
    }
    let proper = |name: &&String| name.starts_with(char::is_uppercase) && length(name) <= LONGEST_LABEL;
    let shorter = entity.aliases.iter().filter(proper).max_by_key(|name| length(name));
    shorter.cloned().unwrap_or_else(|| {
        let beginning: String = entity.name.chars().take(LONGEST_LABEL).collect();
        let words = beginning.rsplit_once(' ').map_or(beginning.as_str(), |(words, _)| words);
        format!("{words}…")
    })
}

/// What the first pin stands for: a thing, the ends of an edge, the speakers of a quotation.
fn centres(corpus: &Corpus, selection: &Selection) -> Vec<EntityId> {
    selection.focus().map(|pin| entities(corpus, pin)).unwrap_or_default()
}

/// What all pins stand for.
fn pinned(corpus: &Corpus, selection: &Selection) -> Vec<EntityId> {
    selection.pins().iter().flat_map(|pin| entities(corpus, pin)).collect()
}

fn entities(corpus: &Corpus, pin: &Pin) -> Vec<EntityId> {
    let catalog = corpus.catalog();
    match pin {
        Pin::Entity(key) => catalog.entity(key).into_iter().collect(),
        Pin::Edge(key) => {
            let edge = catalog.edge(corpus.graph(), key).and_then(|id| corpus.graph().edges.get(id));
            edge.map(|e| vec![e.from, e.to]).unwrap_or_default()
        }
        Pin::Quotation(key) => {
            let quotation = catalog.quotation(key).and_then(|id| corpus.quotations().get(id));
            quotation.map(|q| q.speaker.entities().take(1).collect()).unwrap_or_default()
        }
    }
}

/// The corpus' graph with the support of each edge after the filters.
struct Cut<'a> {
    corpus: &'a Corpus,
    options: &'a GraphOptions,
    support: Vec<usize>,
}

impl<'a> Cut<'a> {
    fn new(corpus: &'a Corpus, options: &'a GraphOptions, sieve: &Sieve) -> Self {
        let passing = |edge: &readout_core::graph::Edge| {
            edge.evidence.iter().filter(|evidence| sieve.passes(evidence)).count()
        };
        Self { corpus, options, support: corpus.graph().edges.iter().map(passing).collect() }
    }

    fn supported(&self, edge: EdgeId) -> bool {
        self.support[edge.index()] >= (self.options.min_support as usize).max(1)
    }

    fn kind_passes(&self, entity: EntityId) -> bool {
        let kind = self.corpus.entities().get(entity).map(|e| e.kind);
        kind.is_some_and(|kind| !self.options.hidden_kinds.contains(&kind))
    }

    fn passes(&self, id: EdgeId) -> bool {
        let edge = &self.corpus.graph().edges[id];
        self.supported(id)
            && !self.options.hidden_relations.contains(&edge.relation)
            && self.kind_passes(edge.from)
            && self.kind_passes(edge.to)
    }

    fn edges(&self) -> impl Iterator<Item = EdgeId> {
        self.corpus.graph().edges.ids().filter(|id| self.passes(*id))
    }

    fn all(&self) -> Vec<EntityId> {
        let graph = self.corpus.graph();
        let mut all: Vec<_> =
            self.edges().flat_map(|id| [graph.edges[id].from, graph.edges[id].to]).collect();
        order::sort(&mut all);
        all.dedup();
        all
    }

    fn tally(&self) -> Tally {
        let mut tally = Tally { things: self.all().len(), ..Tally::default() };
        let mut seen = vec![false; self.corpus.entities().len()];
        for (id, edge) in self.corpus.graph().edges.iter_ids().filter(|(id, _)| self.supported(*id)) {
            tally.strongest = tally.strongest.max(self.support[id.index()]);
            if self.kind_passes(edge.from) && self.kind_passes(edge.to) {
                tally.relations
                    [Relation::ALL.iter().position(|r| *r == edge.relation).unwrap_or_default()] += 1;
            }
            if self.options.hidden_relations.contains(&edge.relation) {
                continue;
            }
            for end in [edge.from, edge.to] {
                if std::mem::replace(&mut seen[end.index()], true) {
                    continue;
                }
                let kind = self.corpus.entities().get(end).map(|e| e.kind);
                if let Some(at) = EntityKind::ALL.iter().position(|k| Some(*k) == kind) {
                    tally.kinds[at] += 1;
                }
            }
        }
        tally
    }

    /// The neighbours of some entities with the strength of their ties to them, the strongest first.
    fn neighbours(&self, centres: &[EntityId]) -> Vec<(EntityId, usize)> {
        let mut ties = Vec::new();
        for centre in centres {
            for link in self.corpus.graph().links(*centre).iter().filter(|l| self.passes(l.edge)) {
                let relation = self.corpus.graph().edges[link.edge].relation;
                ties.push((link.to, weight(relation, self.support[link.edge.index()])));
            }
        }
        let mut neighbours = strongest(ties);
        neighbours.retain(|(id, _)| !centres.contains(id));
        neighbours
    }

    /// The centres, and ring by ring the strongest of what is around them.
    fn around(&self, centres: &[EntityId], steps: usize, most: usize) -> Vec<EntityId> {
        let mut chosen = centres.to_vec();
        for _ in 0..steps {
            let room = (centres.len() + most).saturating_sub(chosen.len());
            let ring = self.neighbours(&chosen);
            chosen.extend(ring.into_iter().take(room).map(|(id, _)| id));
        }
        chosen
    }

    /// Who speaks most, or is tied most where nobody speaks, with the strongest ties of each.
    fn overview(&self) -> (Vec<EntityId>, Option<Vec<EdgeId>>) {
        let graph = self.corpus.graph();
        let (mut said, mut tied) = (Vec::new(), Vec::new());
        for id in self.edges() {
            let (edge, support) = (&graph.edges[id], self.support[id.index()]);
            if edge.relation.is_directed() {
                said.push((edge.from, support));
            }
            tied.extend([(edge.from, support), (edge.to, support)]);
        }
        let speakers = strongest(if said.is_empty() { tied } else { said });
        let (mut chosen, mut edges) = (Vec::new(), Vec::new());
        for (speaker, _) in speakers.into_iter().take(MOST_SPEAKERS) {
            chosen.push(speaker);
            for (other, _) in self.neighbours(&[speaker]).into_iter().take(MOST_TIES) {
                chosen.push(other);
                let between = graph.links(speaker).iter().filter(|link| link.to == other);
                edges.extend(between.map(|link| link.edge).filter(|edge| self.passes(*edge)));
            }
        }
        order::sort(&mut edges);
        edges.dedup();
        (chosen, Some(edges))
    }

    /// The edges between the chosen entities, which are in order, by the places of their ends.
    fn pairs(&self, edges: &[EdgeId], chosen: &[EntityId]) -> Vec<Pair> {
        let mut ties: Vec<(usize, usize, Tie)> = Vec::new();
        for &id in edges {
            let edge = &self.corpus.graph().edges[id];
            if let (Ok(from), Ok(to)) = (chosen.binary_search(&edge.from), chosen.binary_search(&edge.to)) {
                let support = self.support[id.index()];
                let tie = Tie { edge: id, relation: edge.relation, forward: from < to, support };
                ties.push((from.min(to), from.max(to), tie));
            }
        }
        order::sort_by_key(&mut ties, |(a, b, tie)| (*a, *b, tie.relation, tie.edge));
        let mut pairs: Vec<Pair> = Vec::new();
        for (a, b, tie) in ties {
            match pairs.last_mut() {
                Some(pair) if (pair.a, pair.b) == (a, b) => pair.ties.push(tie),
                _ => pairs.push(Pair { a, b, ties: vec![tie] }),
            }
        }
        pairs
    }
}

/// Adds up what each entity has; the strongest first.
fn strongest(mut shares: Vec<(EntityId, usize)>) -> Vec<(EntityId, usize)> {
    order::sort(&mut shares);
    let mut sums: Vec<(EntityId, usize)> = Vec::new();
    for (id, share) in shares {
        match sums.last_mut() {
            Some((last, sum)) if *last == id => *sum += share,
            _ => sums.push((id, share)),
        }
    }
    order::sort_by_key(&mut sums, |(id, sum)| (std::cmp::Reverse(*sum), *id));
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_core::corpus::CorpusBuilder;

    /// Norway is named with Chile twice and with Peru once, Peru with Ghana, Japan with Kenya.
    fn corpus() -> Corpus {
        let text = "Talks end\n\nNorway met Chile. Norway thanked Chile. Norway met Peru. Peru met Ghana.\n\n\
                    Japan met Kenya.\n";
        let mut builder = CorpusBuilder::new();
        builder.push("talks", text.as_bytes());
        builder.finish()
    }

    fn names(part: &Part) -> Vec<String> {
        let mut names: Vec<String> = part.nodes.iter().map(|node| node.name.to_string()).collect();
        names.sort();
        names
    }

    fn around(name: &str, options: &GraphOptions) -> Part {
        let corpus = corpus();
        let id = corpus.entities().iter_ids().find(|(_, e)| e.name == name).map(|(id, _)| id);
        let key = id.map(|id| corpus.catalog().entity_key(id).to_owned()).unwrap_or_default();
        Part::new(
            &corpus,
            options,
            &Selection::only(Pin::Entity(key)),
            &Sieve::of(&corpus, &[], false),
            Room::Wide,
        )
    }

    #[test]
    fn the_scope_widens_from_neighbours_over_two_steps_to_all() {
        let scoped = |scope| names(&around("Norway", &GraphOptions { scope, ..GraphOptions::default() }));
        assert_eq!(scoped(Scope::Neighbours), ["Chile", "Norway", "Peru"]);
        assert_eq!(scoped(Scope::TwoSteps), ["Chile", "Ghana", "Norway", "Peru"]);
        assert_eq!(scoped(Scope::All), ["Chile", "Ghana", "Japan", "Kenya", "Norway", "Peru"]);
    }

    #[test]
    fn few_sentences_are_not_enough_where_more_are_asked_for() {
        let part = around("Norway", &GraphOptions { min_support: 2, ..GraphOptions::default() });
        assert_eq!(names(&part), ["Chile", "Norway"]);
        assert_eq!((part.tally.things, part.tally.neighbours, part.tally.strongest), (2, 1, 2));
    }

    #[test]
    fn a_hidden_kind_keeps_its_count_so_that_it_can_be_shown_again() {
        let hidden_kinds = [EntityKind::Country].into_iter().collect();
        let part = around("Norway", &GraphOptions { hidden_kinds, ..GraphOptions::default() });
        let countries = EntityKind::ALL.iter().position(|kind| *kind == EntityKind::Country).unwrap();
        assert_eq!((names(&part), part.tally.kinds[countries]), (vec!["Norway".to_owned()], 6));
    }

    #[test]
    fn without_a_selection_the_strongest_are_shown() {
        let corpus = corpus();
        let sieve = Sieve::of(&corpus, &[], false);
        let part = Part::new(&corpus, &GraphOptions::default(), &Selection::default(), &sieve, Room::Wide);
        assert!(part.centres.is_empty());
        assert!(names(&part).contains(&"Norway".to_owned()));
    }

    #[test]
    fn what_no_quotation_holds_does_not_pass_the_filters() {
        let corpus = corpus();
        let sieve = Sieve::of(&corpus, &[], true);
        let part = Part::new(&corpus, &GraphOptions::default(), &Selection::default(), &sieve, Room::Wide);
        assert_eq!((part.nodes.len(), part.tally.things), (0, 0));
    }
}
