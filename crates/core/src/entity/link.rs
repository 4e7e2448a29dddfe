//! Links the entities of single documents into entities of the corpus.
//!
//! Names are compared as they are compared by a reader: a full name is one person wherever it stands, a
//! surname alone belongs to its only bearer, an acronym to the only body that introduced it. What stays
//! ambiguous stays apart.

use super::system::Description;
use super::{Entities, Entity, EntityKind, Gender, Mention, treaty};
use crate::id::{DocumentId, EntityId, Id, IdVec, MentionId, SentenceId};
use crate::letters::base;
use crate::order;
use crate::small::small;
use rustc_hash::FxHashMap;

/// The entities of a corpus, and how each document's own ids map to theirs.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    /// Entities and mentions, numbered through the corpus.
    pub(crate) entities: Entities,
    /// For each document: local entity id to corpus entity id.
    pub(crate) maps: Vec<Vec<EntityId>>,
}

/// Gathers the entities of documents in their order.
#[derive(Debug, Default)]
pub(crate) struct Linker {
    clusters: Vec<Entity>,
    by_name: FxHashMap<(EntityKind, String), usize>,
    documents: Vec<Waiting>,
}

/// A document whose short names wait until all full names are known.
#[derive(Debug)]
struct Waiting {
    entities: Entities,
    clusters: Vec<Option<usize>>,
    first_sentence: u32,
}

/// A weapon system of one document.
struct Described {
    document: usize,
    id: EntityId,
    said: Description,
    key: String,
    mentions: usize,
}

impl Linker {
    /// Takes the entities of the next document, whose first sentence has the given number in the corpus.
    pub(crate) fn add(&mut self, entities: Entities, first_sentence: SentenceId) {
        let clusters = entities
            .entities
            .iter()
            .map(|entity| key(entity).map(|name| self.cluster(entity.kind, name, entity)))
            .collect();
        self.documents.push(Waiting { entities, clusters, first_sentence: first_sentence.0 });
    }

    /// The cluster of that name, made or widened by `entity`.
    fn cluster(&mut self, kind: EntityKind, name: String, entity: &Entity) -> usize {
        let at = *self.by_name.entry((kind, name)).or_insert(self.clusters.len());
        match self.clusters.get_mut(at) {
            Some(cluster) => merge(cluster, entity),
            None => self.clusters.push(Entity { mentions: Vec::new(), ..entity.clone() }),
        }
        at
    }

    /// Makes a cluster for each treaty's fullest name; names that lack some of its words wait for it.
    fn gather_treaties(&mut self, documents: &mut [Waiting]) {
        let mut names: Vec<(usize, EntityId, Vec<String>)> = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let treaties =
                document.entities.entities.iter_ids().filter(|(_, e)| e.kind == EntityKind::Treaty);
            names.extend(treaties.map(|(id, entity)| (index, id, treaty::key(&entity.name))));
        }
        order::sort_by_key(&mut names, |(.., words)| std::cmp::Reverse(words.len()));
        for names in names.chunk_by(|(.., one), (.., other)| one.len() == other.len()) {
            let bearers = Bearers::new(&self.clusters, |entity| entity.kind == EntityKind::Treaty);
            for (index, id, words) in names {
                let entity = &documents[*index].entities.entities[*id];
                let cluster = bearers.only(entity, &self.clusters).unwrap_or_else(|| {
                    let name = if words.is_empty() { fold(&entity.name) } else { words.join(" ") };
                    self.cluster(EntityKind::Treaty, name, entity)
                });
                merge(&mut self.clusters[cluster], entity);
                documents[*index].clusters[id.index()] = Some(cluster);
            }
        }
    }

    /// One cluster for all systems of like words, if the reports don't say that several countries have one; it
    /// is called as one report calls it most.
    fn gather_systems(&mut self, documents: &mut [Waiting]) {
        let mut systems: Vec<Described> = Vec::new();
        for (document, waiting) in documents.iter().enumerate() {
            let kind = |id| waiting.entities.entities.get(id).map(|entity: &Entity| entity.kind);
            let first = systems.len();
            for (id, entity) in
                waiting.entities.entities.iter_ids().filter(|(_, e)| e.kind == EntityKind::System)
            {
                let said = Description::of(&entity.name);
                systems.push(Described { document, id, key: said.key(), said, mentions: 0 });
            }
            for mention in
                waiting.entities.mentions.iter().filter(|m| kind(m.entity) == Some(EntityKind::System))
            {
                if let Ok(at) = systems[first..].binary_search_by_key(&mention.entity, |system| system.id) {
                    systems[first + at].mentions += 1;
                }
            }
        }
        order::sort_by(&mut systems, |one, other| {
            one.key.cmp(&other.key).then(other.mentions.cmp(&one.mentions))
        });
        for alike in systems.chunk_by(|one, other| one.key == other.key) {
            let mut owners =
                alike.iter().map(|system| system.said.owners()).filter(|owners| !owners.is_empty());
            let one_owner = owners.next().is_none_or(|first| owners.all(|other| other == first));
            for system in alike {
                let entity = &documents[system.document].entities.entities[system.id];
                let owners = if one_owner { &[] } else { system.said.owners() };
                let mut name = system.key.clone();
                for owner in owners {
                    name = format!("{} {name}", owner.0);
                }
                documents[system.document].clusters[system.id.index()] =
                    Some(self.cluster(EntityKind::System, name, entity));
            }
        }
    }

    /// Resolves the short names and numbers the entities by first appearance.
    pub(crate) fn finish(mut self) -> Linked {
        let mut documents = std::mem::take(&mut self.documents);
        self.gather_treaties(&mut documents);
        self.gather_systems(&mut documents);
        let bearers = Bearers::new(&self.clusters, |_| true);
        for document in &mut documents {
            for (entity, slot) in document.entities.entities.iter().zip(&mut document.clusters) {
                if slot.is_some() || !entity.members.is_empty() {
                    continue;
                }
                let bearer = bearers.only(entity, &self.clusters);
                *slot = Some(match bearer {
                    Some(at) => {
                        merge(&mut self.clusters[at], entity);
                        at
                    }
                    None if entity.kind == EntityKind::Group => {
                        self.clusters.push(Entity { mentions: Vec::new(), ..entity.clone() });
                        self.clusters.len() - 1
                    }
                    None => self.cluster(entity.kind, fold(&entity.name), entity),
                });
            }
        }
        number(self.clusters, documents)
    }
}

/// Gives ids in order of first appearance and moves the mentions over.
fn number(clusters: Vec<Entity>, documents: Vec<Waiting>) -> Linked {
    let mut linked = Linked::default();
    let mut ids: Vec<Option<EntityId>> = vec![None; clusters.len()];
    let mut clusters: Vec<Option<Entity>> = clusters.into_iter().map(Some).collect();
    let mut counts = vec![0; clusters.len()];
    for document in &documents {
        for (entity, cluster) in document.entities.entities.iter().zip(&document.clusters) {
            cluster.iter().for_each(|cluster| counts[*cluster] += entity.mentions.len());
        }
    }
    for (cluster, count) in clusters.iter_mut().flatten().zip(counts) {
        cluster.mentions.reserve_exact(count);
    }
    let total = documents.iter().map(|document| document.entities.mentions.len()).sum();
    let mut mentions: Vec<Mention> = Vec::with_capacity(total);
    let mut groups = FxHashMap::default();
    for (index, document) in documents.into_iter().enumerate() {
        let mut map = Vec::with_capacity(document.clusters.len());
        for (entity, cluster) in document.entities.entities.iter().zip(document.clusters) {
            let Some(cluster) = cluster else {
                let id = joint(&entity.members, &map, &mut linked.entities, &mut groups);
                map.push(id);
                continue;
            };
            let id = ids[cluster].or_else(|| Some(linked.entities.entities.push(clusters[cluster].take()?)));
            ids[cluster] = id;
            map.extend(id);
        }
        for mention in document.entities.mentions {
            let id = MentionId::from_index(mentions.len());
            let Some(entity) = map.get(mention.entity.index()).copied() else { continue };
            linked.entities.entities[entity].mentions.push(id);
            mentions.push(Mention {
                document: DocumentId::from_index(index),
                entity,
                sentence: SentenceId(mention.sentence.0 + document.first_sentence),
                readings: remap_readings(&mention.readings, &map),
                ..mention
            });
        }
        linked.maps.push(map);
    }
    linked.entities.mentions = IdVec::from(mentions);
    linked
}

/// The group of several persons, whose local ids stand before its own; named by them.
fn joint(
    members: &[EntityId],
    map: &[EntityId],
    entities: &mut Entities,
    groups: &mut FxHashMap<Vec<EntityId>, EntityId>,
) -> EntityId {
    let mut members: Vec<EntityId> =
        members.iter().filter_map(|local| map.get(local.index()).copied()).collect();
    order::sort(&mut members);
    *groups.entry(members).or_insert_with_key(|members| {
        let names: Vec<&str> = members.iter().map(|id| entities.entities[*id].name.as_str()).collect();
        let group = Entity::new(EntityKind::Group, names.join(" and "));
        entities.entities.push(Entity { plural: true, members: members.clone(), ..group })
    })
}

/// The same readings with the corpus's ids; what falls together is added up.
pub(crate) fn remap_readings(readings: &[(EntityId, f32)], map: &[EntityId]) -> Box<[(EntityId, f32)]> {
    let mut mapped: Vec<(EntityId, f32)> = Vec::with_capacity(readings.len());
    for (local, share) in readings {
        let Some(id) = map.get(local.index()).copied() else { continue };
        match mapped.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) => *sum += share,
            None => mapped.push((id, *share)),
        }
    }
    mapped.into_boxed_slice()
}

/// The name under which an entity is the same in every document; none where that takes a look at the others.
fn key(entity: &Entity) -> Option<String> {
    match entity.kind {
        EntityKind::Group if !entity.members.is_empty() => None,
        EntityKind::Person => person_key(&entity.name),
        EntityKind::Group if !entity.plural => None,
        EntityKind::Treaty | EntityKind::System => None,
        EntityKind::Organisation if is_acronym(&entity.name) => None,
        _ => Some(fold(&entity.name)),
    }
}

/// First name and surname; none for a surname alone. Initials and "Jr." in between don't count.
fn person_key(name: &str) -> Option<String> {
    if name.starts_with(char::is_lowercase) {
        return None;
    }
    let first = fold(name.split_whitespace().next()?);
    let last = surname(name)?;
    (first != last).then(|| format!("{first} {last}"))
}

/// The last word of a person's name but for "Jr", "III".
fn surname(name: &str) -> Option<String> {
    let mut words = name.split_whitespace().rev().map(fold);
    words.find(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
}

fn is_acronym(name: &str) -> bool {
    !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Case, accents and marks folded away: "Élysée Palace" as "elysee palace", "START-1" as "start 1".
fn fold(name: &str) -> String {
    // Most names are letters with single spaces between them.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ') && !name.contains("  ") {
        return name.trim_end().to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '.' | '\'' | '’' => {}
            '-' | '‑' | '\n' | '\r' | '\t' | '(' | ')' if !folded.ends_with(' ') => folded.push(' '),
            c if c.is_whitespace() && folded.ends_with(' ') => {}
            '(' | ')' => {}
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(small(c).map(base)),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Takes over into `cluster` what a document adds.
fn merge(cluster: &mut Entity, entity: &Entity) {
    if entity.kind == cluster.kind {
        let fuller = entity.name.len() > cluster.name.len() && !is_acronym(&entity.name);
        let fuller = fuller && entity.kind != EntityKind::System;
        let shorter = fuller.then(|| std::mem::replace(&mut cluster.name, entity.name.clone()));
        for alias in std::iter::once(shorter.as_ref().unwrap_or(&entity.name)).chain(&entity.aliases) {
            cluster.add_alias(alias);
        }
    }
    cluster.side = cluster.side.or(entity.side);
    entity.roles.iter().for_each(|role| cluster.add_role(role));
    if cluster.gender == Gender::Unknown {
        cluster.gender = entity.gender;
    }
}

/// A word that more treaties have tells nothing.
const ALIKE: usize = 64;

/// Who bears which short name: surnames, acronyms, roles with their side, words of a treaty's name.
struct Bearers {
    by_name: FxHashMap<(EntityKind, String), Vec<usize>>,
    /// Treaties by each word that tells them apart, in ascending order.
    treaties: FxHashMap<String, Vec<usize>>,
}

impl Bearers {
    /// Among the clusters that `can` be meant.
    fn new(clusters: &[Entity], can: impl Fn(&Entity) -> bool) -> Self {
        let mut by_name: FxHashMap<(EntityKind, String), Vec<usize>> = FxHashMap::default();
        for (at, entity) in clusters.iter().enumerate().filter(|(_, entity)| can(entity)) {
            let person = entity.kind == EntityKind::Person;
            let last = person.then(|| surname(&entity.name)).flatten();
            let aliases = entity.aliases.iter().map(|alias| fold(alias));
            let role = entity.role().filter(|_| person);
            let role = role.map(|role| (EntityKind::Group, office(role, entity)));
            let names = aliases.chain(last).map(|name| (entity.kind, name));
            for name in names.chain(role) {
                let bearers = by_name.entry(name).or_default();
                if bearers.last() != Some(&at) {
                    bearers.push(at);
                }
            }
        }
        let mut treaties: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, entity) in clusters.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Treaty) {
            for word in treaty::key(&entity.name) {
                let bearers = treaties.entry(word).or_default();
                if bearers.last() != Some(&at) {
                    bearers.push(at);
                }
            }
        }
        Self { by_name, treaties }
    }

    /// The treaty whose name has the same words, or nearly all of them: "Forces in Europe pact" and "Treaty
    /// on Conventional Forces in Europe".
    fn treaty(&self, entity: &Entity) -> Option<usize> {
        let words = treaty::key(&entity.name);
        let bearers: Option<Vec<&Vec<usize>>> = words.iter().map(|word| self.treaties.get(word)).collect();
        let bearers = bearers.filter(|bearers| bearers.len() > 1)?;
        // Who has all the words has the rarest.
        let rarest = bearers.iter().min_by_key(|at| at.len()).filter(|at| at.len() <= ALIKE)?;
        let has_all = |at: &usize| bearers.iter().all(|bearers| bearers.binary_search(at).is_ok());
        let mut all = rarest.iter().copied().filter(has_all);
        all.next().filter(|_| all.next().is_none())
    }

    /// The only entity that can be meant by the short name of `entity`.
    fn only(&self, entity: &Entity, clusters: &[Entity]) -> Option<usize> {
        let name = match (entity.kind, entity.role()) {
            (EntityKind::Group, None) => return None,
            (EntityKind::Group, Some(role)) => office(role, entity),
            (EntityKind::Person, _) => surname(&entity.name)?,
            _ => fold(&entity.name),
        };
        let bearers = self.by_name.get(&(entity.kind, name)).map_or(&[][..], Vec::as_slice);
        let mut able = bearers.iter().copied().filter(|at| compatible(&clusters[*at], entity));
        let only = able.next().filter(|_| able.next().is_none());
        only.or_else(|| (entity.kind == EntityKind::Treaty).then(|| self.treaty(entity))?)
    }
}

/// "us defence secretary": an office that one person holds.
fn office(role: &str, entity: &Entity) -> String {
    let side = entity.side.map_or(String::new(), |side| side.0.to_string());
    format!("{side} {}", fold(role).replace("defense", "defence"))
}

fn compatible(one: &Entity, other: &Entity) -> bool {
    let genders =
        one.gender == other.gender || one.gender == Gender::Unknown || other.gender == Gender::Unknown;
    genders && (one.side == other.side || one.side.is_none() || other.side.is_none())
}
