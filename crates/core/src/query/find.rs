//! What the words in the search box find.

use super::answer::{Answer, SentenceHit};
use super::syntax::{self, Clause, Wanted};
use super::{Facet, Query};
use crate::corpus::Corpus;
use crate::id::{DocumentId, Id, SentenceId};
use crate::order;
use crate::search::{Hit, Marker, Pattern};
use fixedbitset::FixedBitSet;

/// What the search finds, before any filter.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The quotations, or nothing where nothing is searched for.
    pub(super) quotations: Option<FixedBitSet>,
    /// How well each quotation matches; empty where nothing is searched for.
    pub(super) scores: Vec<f32>,
    /// The best sentences.
    pub(super) sentences: Vec<SentenceHit>,
    /// How many sentences there are.
    pub(super) sentence_total: u32,
    pub(super) marker: Marker,
}

impl Found {
    pub(super) fn new(corpus: &Corpus, query: &Query) -> Self {
        let clauses = syntax::parse(&query.text);
        if clauses.is_empty() {
            return Self::default();
        }
        let mut found = Self::default();
        found.find_quotations(corpus, &clauses);
        if clauses.iter().any(|clause| !clause.negated && clause.words().is_some()) {
            found.find_sentences(corpus, query, &clauses);
        }
        let wanted = clauses.iter().filter(|clause| !clause.negated);
        found.marker = Marker::new(wanted.filter_map(Clause::words).cloned().collect());
        found
    }

    /// A quotation is found by words of its content and by its speaker's name, and by all of the clauses;
    /// but of several values of one field one is enough, as with filters.
    fn find_quotations(&mut self, corpus: &Corpus, clauses: &[Clause]) {
        let catalog = corpus.catalog();
        let mut sieve = Sieve::new(corpus.quotations().len());
        for clause in clauses {
            if let Wanted::Words(pattern) = &clause.wanted {
                let mut hits = corpus.search().quotations(pattern);
                hits.extend(unscored(&catalog.matching(Facet::Speaker, pattern)));
                sieve.take(hits, clause.negated);
            }
        }
        for facet in Facet::ALL {
            for negated in [false, true] {
                let patterns =
                    values(clauses, facet, negated).map(|pattern| catalog.matching(facet, pattern));
                if let Some(ids) = patterns.reduce(|union, ids| &union | &ids) {
                    sieve.take(unscored(&ids), negated);
                }
            }
        }
        self.quotations = Some(sieve.passed());
        self.scores = sieve.scores;
    }

    /// Sentences are found by words, in the reports of the outlets asked for.
    fn find_sentences(&mut self, corpus: &Corpus, query: &Query, clauses: &[Clause]) {
        let mut sieve = Sieve::new(corpus.sentence_count());
        for clause in clauses {
            if let Some(pattern) = clause.words() {
                sieve.take(corpus.search().sentences(pattern), clause.negated);
            }
        }
        for document in documents(corpus, query, clauses) {
            let (first, rows) = corpus.sentences_of(document);
            for number in first.0..first.0 + rows.len() as u32 {
                if sieve.passes(number) {
                    let score = sieve.scores[number as usize];
                    self.sentences.push(SentenceHit { document, sentence: SentenceId(number), score });
                    self.sentence_total += 1;
                    if self.sentences.len() == 2 * Answer::SENTENCES {
                        keep_best(&mut self.sentences);
                    }
                }
            }
        }
        keep_best(&mut self.sentences);
    }
}

/// As many as are shown, best first.
fn keep_best(hits: &mut Vec<SentenceHit>) {
    order::sort_by(hits, |a, b| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence)));
    hits.truncate(Answer::SENTENCES);
}

impl Clause {
    fn words(&self) -> Option<&Pattern> {
        match &self.wanted {
            Wanted::Words(pattern) => Some(pattern),
            Wanted::Value(..) => None,
        }
    }
}

/// What the fields of one facet ask for, or ask to leave out.
fn values(clauses: &[Clause], facet: Facet, negated: bool) -> impl Iterator<Item = &Pattern> {
    clauses.iter().filter(move |clause| clause.negated == negated).filter_map(move |clause| {
        match &clause.wanted {
            Wanted::Value(of, pattern) if *of == facet => Some(pattern),
            _ => None,
        }
    })
}

fn unscored(ids: &FixedBitSet) -> impl Iterator<Item = Hit> {
    ids.ones().map(|record| Hit { record: record as u32, score: 0.0 })
}

/// The reports of the outlets that the filter and the fields ask for.
fn documents(corpus: &Corpus, query: &Query, clauses: &[Clause]) -> impl Iterator<Item = DocumentId> {
    let catalog = corpus.catalog();
    let places = |negated| {
        let patterns = values(clauses, Facet::Outlet, negated);
        let places = patterns.map(|pattern| catalog.places_matching(Facet::Outlet, pattern).collect());
        places.reduce(|mut all: Vec<usize>, more| {
            all.extend(more);
            all
        })
    };
    let keys = query.filters.of(Facet::Outlet).iter();
    let chosen: Vec<usize> = keys.filter_map(|key| Some(catalog.value(Facet::Outlet, key)?.0)).collect();
    let chosen = Some(chosen).filter(|places| !places.is_empty());
    let (wanted, unwanted) = (places(false), places(true));
    let outlets = &catalog.orders().document_outlet;
    corpus.documents().ids().filter(move |id| {
        let Some(outlet) = outlets.get(id.index()) else { return false };
        let among = |places: &Vec<usize>| outlet.iter().any(|place| places.contains(place));
        chosen.as_ref().is_none_or(among)
            && wanted.as_ref().is_none_or(among)
            && !unwanted.as_ref().is_some_and(among)
    })
}

/// Lets through the records that all clauses find.
struct Sieve {
    /// For each record how many clauses found it, as long as all did.
    level: Vec<u32>,
    clauses: u32,
    scores: Vec<f32>,
}

impl Sieve {
    /// The level of a record that a negated clause found.
    const OUT: u32 = u32::MAX;

    fn new(records: usize) -> Self {
        Self { level: vec![0; records], clauses: 0, scores: vec![0.0; records] }
    }

    /// Takes what one clause found; a record may stand there twice.
    fn take(&mut self, hits: impl IntoIterator<Item = Hit>, negated: bool) {
        for hit in hits {
            let at = hit.record as usize;
            let Some(level) = self.level.get_mut(at) else { continue };
            if negated {
                *level = Self::OUT;
                continue;
            }
            self.scores[at] += hit.score;
            if *level == self.clauses {
                *level += 1;
            }
        }
        self.clauses += u32::from(!negated);
    }

    fn passes(&self, record: u32) -> bool {
        self.level[record as usize] == self.clauses
    }

    fn passed(&self) -> FixedBitSet {
        let mut passed = FixedBitSet::with_capacity(self.level.len());
        (0..self.level.len()).for_each(|record| passed.set(record, self.passes(record as u32)));
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::CorpusBuilder;

    #[test]
    fn the_best_sentences_are_kept_however_many_there_are() {
        let mut text = "Talks go on\n\n".to_owned();
        text.push_str(&"Nobody at all in the city knew what the talks were good for.\n\n".repeat(500));
        text.push_str("Talks, talks, talks.\n");
        let mut builder = CorpusBuilder::new();
        builder.push("talks", text.as_bytes());
        let corpus = builder.finish();
        let found = Found::new(&corpus, &Query { text: "talks".into(), ..Query::default() });
        let last = SentenceId(corpus.sentence_count() as u32 - 1);
        assert_eq!(found.sentence_total, 502);
        assert_eq!(found.sentences.len(), Answer::SENTENCES);
        assert!(found.sentences.is_sorted_by(|a, b| a.score > b.score || a.sentence < b.sentence));
        assert!(found.sentences[..2].iter().any(|hit| hit.sentence == last), "{:?}", found.sentences[0]);
    }
}
