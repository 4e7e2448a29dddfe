//! Keys: the names that links use, the same after a rebuild and whatever else is loaded.

use crate::corpus::Corpus;
use crate::id::{DocumentId, EntityId, Id, IdVec, QuotationId};
use crate::order;
use crate::quote::Quotation;
use crate::search;
use rustc_hash::{FxHashMap, FxHashSet};

/// The key of the value that gathers what has none.
pub(super) const UNKNOWN: &str = "unknown";

/// A readable key: the words as search folds them, hyphens between. "Anna Kovář" is `anna-kovar`. Never
/// empty.
pub(super) fn slug(name: &str) -> String {
    let slug = search::folded(name, "-");
    if slug.is_empty() { "unnamed".into() } else { slug }
}

/// Readable keys of one table, each once, and the way back.
#[derive(Debug, Clone)]
pub(super) struct Slugs<I> {
    keys: IdVec<I, String>,
    ids: FxHashMap<String, I>,
}

impl<I: Id> Default for Slugs<I> {
    fn default() -> Self {
        Self { keys: IdVec::new(), ids: FxHashMap::default() }
    }
}

impl<I: Id + Ord> Slugs<I> {
    /// Keys for the rows with these slugs. Of those with one slug the first in the order of `rank` has the slug
    /// itself, the others a number behind it.
    fn new<O: Ord>(slugs: impl Iterator<Item = String>, rank: impl Fn(I) -> O) -> Self {
        let mut rows: Vec<(String, I)> =
            slugs.enumerate().map(|(at, slug)| (slug, I::from_index(at))).collect();
        order::sort(&mut rows);
        let mut keys = vec![String::new(); rows.len()];
        let mut numbered: FxHashSet<String> = FxHashSet::default();
        for alike in rows.chunk_by(|(one, _), (other, _)| one == other) {
            let slug = &alike[0].0;
            let mut ids: Vec<I> = alike.iter().map(|(_, id)| *id).collect();
            if ids.len() > 1 {
                let mut ranked: Vec<(O, I)> = ids.iter().map(|id| (rank(*id), *id)).collect();
                order::sort(&mut ranked);
                ids = ranked.into_iter().map(|(_, id)| id).collect();
            }
            let mut number = 1_u32;
            for (place, id) in ids.into_iter().enumerate() {
                if place == 0 && slug != UNKNOWN {
                    keys[id.index()].clone_from(slug);
                    continue;
                }
                keys[id.index()] = loop {
                    number += 1;
                    let key = format!("{slug}-{number}");
                    let taken = rows.binary_search_by(|(slug, _)| slug.as_str().cmp(&key)).is_ok();
                    if !taken && numbered.insert(key.clone()) {
                        break key;
                    }
                };
            }
        }
        let ids = keys.iter().enumerate().map(|(at, key)| (key.clone(), I::from_index(at))).collect();
        Self { keys: keys.into(), ids }
    }

    pub(super) fn key(&self, id: I) -> &str {
        self.keys.get(id).map_or("", |key| key)
    }

    pub(super) fn id(&self, key: &str) -> Option<I> {
        self.ids.get(key).copied()
    }

    /// For each row the place of its key in the alphabet.
    fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<I> = self.keys.ids().collect();
        order::sort_by(&mut order, |a, b| self.keys[*a].cmp(&self.keys[*b]));
        let mut ranks = vec![0; order.len()];
        for (rank, id) in (0..).zip(order) {
            ranks[id.index()] = rank;
        }
        ranks
    }
}

/// Documents by name; those of one name by their text.
pub(super) fn documents(corpus: &Corpus) -> Slugs<DocumentId> {
    let slugs = corpus.documents().iter().map(|document| slug(&document.name));
    Slugs::new(slugs, |id| {
        let text = corpus.documents().get(id).map_or("", |document| &document.text);
        (fnv(FNV, text.as_bytes()), id)
    })
}

/// Entities by name; those of one name by kind and the place of their first mention.
pub(super) fn entities(corpus: &Corpus, documents: &Slugs<DocumentId>) -> Slugs<EntityId> {
    let ranks = documents.ranks();
    Slugs::new(corpus.entities().iter().map(|entity| slug(&entity.name)), |id| {
        let entity = corpus.entities().get(id);
        let mentions = entity.into_iter().flat_map(|entity| &entity.mentions);
        let mentions = mentions.filter_map(|mention| corpus.mentions().get(*mention));
        let first = mentions.map(|mention| (ranks.get(mention.document.index()), mention.span)).min();
        (entity.map(|entity| entity.kind), first, id)
    })
}

/// Short hashes of the quotations: of the report's key and the words, and for words that a report has
/// twice of which time it is.
#[derive(Debug, Clone, Default)]
pub(super) struct QuotationKeys {
    keys: IdVec<QuotationId, u64>,
    ids: FxHashMap<u64, QuotationId>,
}

impl QuotationKeys {
    /// Forty bits: ten digits.
    const MASK: u64 = (1 << 40) - 1;

    pub(super) fn new(corpus: &Corpus, documents: &Slugs<DocumentId>) -> Self {
        let mut times: FxHashMap<u64, u64> = FxHashMap::default();
        let mut all = Self::default();
        for (id, quotation) in corpus.quotations().iter_ids() {
            let words = words_hash(corpus, quotation, documents.key(quotation.document));
            let time = times.entry(words).or_default();
            let mut hash = fnv(words, &time.to_le_bytes());
            *time += 1;
            while all.ids.contains_key(&(hash & Self::MASK)) {
                hash = fnv(hash, b"+");
            }
            all.ids.insert(hash & Self::MASK, id);
            all.keys.push(hash & Self::MASK);
        }
        all
    }

    pub(super) fn key(&self, id: QuotationId) -> String {
        self.keys.get(id).map(|key| format!("{key:010x}")).unwrap_or_default()
    }

    pub(super) fn id(&self, key: &str) -> Option<QuotationId> {
        let hash = u64::from_str_radix(key, 16).ok().filter(|_| key.len() == 10)?;
        self.ids.get(&hash).copied()
    }
}

fn words_hash(corpus: &Corpus, quotation: &Quotation, document: &str) -> u64 {
    let text = corpus.documents().get(quotation.document).map_or("", |d| d.text.as_str());
    let spans = quotation.content.iter().map(|span| span.of(text));
    spans.fold(fnv(FNV, document.as_bytes()), |hash, words| fnv(fnv(hash, &[0]), words.as_bytes()))
}

/// 64-bit FNV-1a: fixed for ever, which the hashers of hash tables do not promise.
fn fnv(seed: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Where [`fnv`] begins.
const FNV: u64 = 0xcbf2_9ce4_8422_2325;
