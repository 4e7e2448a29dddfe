//! Building the index: one pass over the text, then sorting what is different.

use super::dictionary::Dictionary;
use super::records::Records;
use super::{GAP, Index, spelling, words};
use crate::corpus::Corpus;
use crate::document::Zone;
use crate::id::DocumentId;
use crate::lexicon::WordTable;
use crate::order;
use crate::span::Span;

pub(super) fn build(corpus: &Corpus) -> Index {
    let mut stream = Stream::default();
    let bytes: usize = corpus.documents().iter().map(|document| document.text.len()).sum();
    stream.terms.reserve(bytes / 5);
    let (mut sentences, mut quotations) = (Records::default(), Records::default());
    let mut next_quotation = 0;
    for (id, document) in corpus.documents().iter_ids() {
        stream.open();
        let (first, rows) = corpus.sentences_of(id);
        for (number, sentence) in (first.0..).zip(rows) {
            let zone = document.blocks.get(sentence.block as usize).map(|block| block.zone);
            let start = stream.len();
            if zone != Some(Zone::Boilerplate) {
                stream.read(&document.text, sentence.span);
            }
            sentences.add(number, start, stream.len());
        }
        next_quotation = add_quotations(corpus, id, next_quotation, &stream, &mut quotations);
    }
    let words = stream.terms.len();
    let (sentences, quotations) = (sentences.finish(words), quotations.finish(words));
    let (dictionary, term_of_word, term_count) = stream.words.sorted();
    let mut terms = stream.terms;
    let mut starts = vec![0_u32; term_count + 1];
    for (term, count) in term_of_word.iter().zip(&stream.counts) {
        starts[*term as usize + 1] += count;
    }
    for term in 0..term_count {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut places = vec![0_u32; starts[term_count] as usize];
    for (place, term) in (0_u32..).zip(&mut terms).filter(|(_, term)| **term != GAP) {
        *term = term_of_word[*term as usize];
        let next = &mut next[*term as usize];
        places[*next as usize] = place;
        *next += 1;
    }
    Index { dictionary, stream: terms, places, starts, sentences, quotations }
}

/// Adds the quotations of one report, and returns the first of the next one.
fn add_quotations(
    corpus: &Corpus,
    document: DocumentId,
    first: usize,
    stream: &Stream,
    quotations: &mut Records,
) -> usize {
    let rows = corpus.quotations().as_slice().get(first..).unwrap_or_default();
    let rows = rows.iter().take_while(|quotation| quotation.document == document);
    let mut next = first;
    for quotation in rows {
        quotations.add(next as u32, 0, 0);
        for span in &quotation.content {
            quotations.add(next as u32, stream.place(span.start), stream.place(span.end));
        }
        next += 1;
    }
    next
}

/// The words of all reports in a row.
#[derive(Default)]
struct Stream {
    words: Words,
    /// How often each word comes.
    counts: Vec<u32>,
    terms: Vec<u32>,
    /// Where the words of the report that is being read begin.
    bytes: Vec<u32>,
    /// The place of its first word.
    first: u32,
}

impl Stream {
    fn len(&self) -> u32 {
        self.terms.len() as u32
    }

    /// Begins a report.
    fn open(&mut self) {
        self.terms.push(GAP);
        self.bytes.clear();
        self.first = self.len();
    }

    fn read(&mut self, text: &str, span: Span) {
        words::each(text, span, |span, word| {
            let number = self.words.number(word);
            match self.counts.get_mut(number as usize) {
                Some(count) => *count += 1,
                None => self.counts.push(1),
            }
            self.terms.push(number);
            self.bytes.push(span.start);
        });
    }

    /// The place of the first word of this report from the byte on.
    fn place(&self, byte: u32) -> u32 {
        self.first + self.bytes.partition_point(|start| *start < byte) as u32
    }
}

/// Different words, numbered as they come.
#[derive(Default)]
struct Words {
    numbers: WordTable,
    /// All words in the order of their numbers, one after the other, and where each ends.
    text: String,
    ends: Vec<u32>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        let next = self.ends.len() as u32;
        let number = self.numbers.get_or_insert(word, next);
        if number == next {
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
        }
        number
    }

    /// The words in the order of their numbers.
    fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| Span::new(std::mem::replace(&mut start, *end), *end).of(&self.text))
    }

    /// The dictionary, for each word its term, and the number of terms. Terms are numbered in the order of
    /// their canonical spelling, so that words that begin alike have terms in a row.
    fn sorted(mut self) -> (Dictionary, Vec<u32>, usize) {
        let mut canonical: Vec<u32> = (0..self.ends.len() as u32).collect();
        for (word, spelling, variant) in self.respelled() {
            let number = self.number(&spelling);
            if number as usize == canonical.len() {
                canonical.push(number);
            }
            canonical[word as usize] = number;
            // A variant that some report uses is respelled itself.
            if variant.is_some_and(|variant| self.number(&variant) as usize == canonical.len()) {
                canonical.push(number);
            }
        }
        let opening = |word: &str| {
            let mut bytes = [0; 8];
            let len = word.len().min(bytes.len());
            bytes[..len].copy_from_slice(&word.as_bytes()[..len]);
            u64::from_be_bytes(bytes)
        };
        // The first letters as a number settle most comparisons.
        let mut entries: Vec<(u64, &str, u32)> =
            self.iter().zip(0..).map(|(word, number)| (opening(word), word, number)).collect();
        order::sort(&mut entries);
        let mut terms = vec![GAP; canonical.len()];
        let mut count = 0;
        for (.., word) in entries.iter().filter(|(.., word)| canonical[*word as usize] == *word) {
            terms[*word as usize] = count;
            count += 1;
        }
        let term_of_word: Vec<u32> = canonical.iter().map(|word| terms[*word as usize]).collect();
        let entries = entries.iter().map(|(_, word, number)| (*word, term_of_word[*number as usize]));
        let dictionary = Dictionary::new(entries);
        (dictionary, term_of_word, count as usize)
    }

    /// The words that have two spellings: number, canonical spelling, the other one.
    fn respelled(&self) -> Vec<(u32, String, Option<String>)> {
        let spellings = self.iter().zip(0..).filter_map(|(word, number)| {
            let canonical = spelling::canonical(word);
            let variant = spelling::variant(&canonical);
            let respelled = *canonical != *word || variant.is_some();
            respelled.then(|| (number, canonical.into_owned(), variant))
        });
        spellings.collect()
    }
}
