//! Keys: the names that links use, the same after a rebuild and whatever else is loaded.

use crate::corpus::Corpus;
use crate::id::{DocumentId, EntityId, Id, IdVec, QuotationId};
use crate::order;
use crate::quote::Quotation;
use crate::search;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;

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

impl<I: Id> Slugs<I> {
    /// Keys for the rows with these slugs. Of those with one slug the first by `compare` has the slug itself, the
    /// others a number behind it.
    fn new(slugs: &[String], compare: impl Fn(I, I) -> Ordering) -> Self {
        let keys = unlike(slugs, &|a, b| compare(I::from_index(a), I::from_index(b)));
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

/// The slugs, with a number behind each but the first of those that are alike; "unknown" always has one.
fn unlike(slugs: &[String], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<String> {
    let mut rows: Vec<usize> = (0..slugs.len()).collect();
    order::sort_by(&mut rows, |a, b| slugs[*a].cmp(&slugs[*b]).then_with(|| compare(*a, *b)));
    let mut keys = vec![String::new(); rows.len()];
    let mut numbered: FxHashSet<String> = FxHashSet::default();
    for alike in rows.chunk_by(|one, other| slugs[*one] == slugs[*other]) {
        let slug = &slugs[alike[0]];
        let mut number = 1_u32;
        for (place, row) in alike.iter().enumerate() {
            if place == 0 && slug != UNKNOWN {
                keys[*row].clone_from(slug);
                continue;
            }
            keys[*row] = loop {
                number += 1;
                let key = format!("{slug}-{number}");
                let taken = rows.binary_search_by(|row| slugs[*row].cmp(&key)).is_ok();
                if !taken && numbered.insert(key.clone()) {
                    break key;
                }
            };
        }
    }
    keys
}

/// Documents by name; those of one name by their text.
pub(super) fn documents(corpus: &Corpus) -> Slugs<DocumentId> {
    let documents = corpus.documents();
    let slugs: Vec<String> = documents.iter().map(|document| slug(&document.name)).collect();
    Slugs::new(&slugs, |a, b| documents[a].text.cmp(&documents[b].text))
}

/// Entities by name; those of one name by kind and the place of their first mention.
pub(super) fn entities(corpus: &Corpus, documents: &Slugs<DocumentId>) -> Slugs<EntityId> {
    let ranks = documents.ranks();
    let entities = corpus.entities();
    let slugs: Vec<String> = entities.iter().map(|entity| slug(&entity.name)).collect();
    let rank = |id: EntityId| {
        let mentions = entities[id].mentions.iter().filter_map(|mention| corpus.mentions().get(*mention));
        let first = mentions.map(|mention| (ranks.get(mention.document.index()), mention.span)).min();
        (entities[id].kind, first)
    };
    Slugs::new(&slugs, |a, b| rank(a).cmp(&rank(b)))
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
