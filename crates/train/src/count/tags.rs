//! The tables of parts of speech: what a word can be, what an unknown word's ending tells, how tags follow each other.

mod teacher;
pub mod words;

use crate::articles::Article;
use crate::teacher::Tagged;
use readout_core::segment::{Case, TokenKind};
use std::collections::HashMap;
use std::fmt::Write;

/// The letters of the tags in the order of their numbers; the last is the adverb after an auxiliary.
const STATES: &[u8] = b"NEPDJRMXBVZTKGOISCWULH,.\"?r";
const LETTERS: &[u8] = STATES.split_at(26).0;

/// How often a word had each tag, in the order in which they were first met.
#[derive(Debug, Clone, Default)]
pub struct Shares(pub Vec<(u8, f64)>);

impl Shares {
    pub fn of(&self, tag: u8) -> f64 {
        self.0.iter().find(|(t, _)| *t == tag).map_or(0.0, |(_, count)| *count)
    }

    pub fn add(&mut self, tag: u8, count: f64) {
        match self.0.iter_mut().find(|(t, _)| *t == tag) {
            Some((_, all)) => *all += count,
            None => self.0.push((tag, count)),
        }
    }

    pub fn sum(&self) -> f64 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// The tags from the most frequent to the least.
    fn ranked(&self) -> Vec<(u8, f64)> {
        let mut ranked = self.0.clone();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        ranked
    }

    /// "N8V2": the four most frequent tags of at least this share, with their shares in tenths; "NX" for one alone.
    pub fn signature(&self, least: f64) -> Vec<(u8, Option<u32>)> {
        let all = self.sum();
        let most = self.ranked().into_iter().take(4).filter(|(_, count)| count / all >= least);
        let shares: Vec<_> = most
            .map(|(tag, count)| (tag, Some((10.0 * count / all).round_ties_even().clamp(0.0, 9.0) as u32)))
            .collect();
        if let [(tag, _)] = shares.as_slice() { vec![(*tag, None)] } else { shares }
    }
}

/// A signature as the data files write it.
pub fn written(signature: &[(u8, Option<u32>)]) -> String {
    let tenths = |share: &Option<u32>| share.map_or("X".to_owned(), |share| share.to_string());
    signature.iter().map(|(tag, share)| format!("{}{}", *tag as char, tenths(share))).collect()
}

/// What was counted.
pub struct Counts {
    after: [[f64; STATES.len()]; STATES.len()],
    all: [f64; LETTERS.len()],
    pub words: HashMap<String, Shares>,
    /// The words in the order in which they were first met.
    pub order: Vec<String>,
}

impl Counts {
    pub fn of(articles: &[(&Article, &Tagged)]) -> Self {
        let mut counts = Self {
            after: [[0.0; STATES.len()]; STATES.len()],
            all: [0.0; LETTERS.len()],
            words: HashMap::new(),
            order: Vec::new(),
        };
        for (article, tagged) in articles {
            counts.article(article, &teacher::letters(article, tagged));
        }
        counts
    }

    fn article(&mut self, article: &Article, letters: &[u8]) {
        let number = |state: u8| STATES.iter().position(|s| *s == state).unwrap_or_default();
        for sentence in &article.segmented.sentences {
            let (mut before, mut first) = (b'.', true);
            for at in sentence.tokens.range() {
                let (letter, token) = (letters[at], article.segmented.tokens[at]);
                let after_auxiliary = letter == b'R' && matches!(before, b'X' | b'M' | b'r');
                let state = if after_auxiliary { b'r' } else { letter };
                self.after[number(before)][number(state)] += 1.0;
                self.all[number(letter)] += 1.0;
                before = state;
                if token.kind == TokenKind::Word {
                    // A capital within a sentence says little of what else the word can be.
                    let capital = token.case != Case::Lower && !first && letter == b'E';
                    self.word(&article.word(at as u32).to_lowercase().replace('’', "'"))
                        .add(letter, if capital { 0.3 } else { 1.0 });
                }
                first &= !matches!(token.kind, TokenKind::Word | TokenKind::Number);
            }
        }
    }

    fn word(&mut self, word: &str) -> &mut Shares {
        if !self.words.contains_key(word) {
            self.order.push(word.to_owned());
        }
        self.words.entry(word.to_owned()).or_default()
    }

    /// `data/tags/transitions.tsv`.
    pub fn transitions(&self) -> String {
        let mut table = String::from(
            "# Costs (10 × −ln p) from the tag before (row) to the tag (column), counted over news text; order as in `TAGS`.\n",
        );
        for row in &self.after {
            let all: f64 = row.iter().sum::<f64>() + 0.3 * STATES.len() as f64;
            let cost = |count: &f64| (-10.0 * ((count + 0.3) / all).ln()).round_ties_even().min(80.0);
            let costs: Vec<String> = row.iter().map(|count| cost(count).to_string()).collect();
            let _ = writeln!(table, "{}", costs.join("\t"));
        }
        table
    }

    /// `data/tags/priors.tsv`.
    pub fn priors(&self) -> String {
        let all: f64 = self.all.iter().sum();
        let cost = |count: &f64| (-10.0 * ((count + 1.0) / all).ln()).round_ties_even().to_string();
        self.all.iter().map(cost).collect::<Vec<_>>().join(" ") + "\n"
    }
}

/// Endings that tell what an unknown word is.
const ENDINGS: &str = "ing ings ed ly tion tions sion sions ment ments ness ity ities ship ism ist ists er ers or ors \
                       al ous ive ic ical able ible ful less ish ary ant ent ance ence ize ise ized ized ify en s es \
                       ies ss us";

/// What endings tell, the longest first.
pub struct Endings(Vec<(&'static str, Shares)>);

impl Endings {
    /// Counted over words that were met three times at most.
    pub fn of(counts: &Counts) -> Self {
        let mut longest: Vec<&str> = ENDINGS.split_whitespace().chain([""]).collect();
        longest.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
        longest.dedup();
        let mut rows: Vec<(&str, Shares)> = longest.into_iter().map(|e| (e, Shares::default())).collect();
        let rare = |(word, shares): &(&String, &Shares)| {
            shares.sum() <= 3.0
                && word.chars().all(char::is_alphabetic)
                && !matches!(shares.0.as_slice(), [(b'E', _)])
        };
        let words = counts.order.iter().filter_map(|word| Some((word, counts.words.get(word)?)));
        for (word, shares) in words.filter(rare) {
            let fits = |ending: &str| word.ends_with(ending) && word.chars().count() > ending.len() + 2;
            if let Some((_, row)) = rows.iter_mut().find(|(e, _)| e.is_empty() || fits(e)) {
                shares
                    .0
                    .iter()
                    .filter(|(tag, _)| *tag != b'E')
                    .for_each(|(tag, count)| row.add(*tag, *count));
            }
        }
        rows.retain(|(_, shares)| shares.sum() >= 5.0);
        Self(rows)
    }

    /// The likeliest tag of an unknown word.
    pub fn guess(&self, word: &str) -> u8 {
        let row = self.0.iter().find(|(ending, _)| word.ends_with(ending));
        row.and_then(|(_, shares)| shares.ranked().first().copied()).map_or(b'N', |(tag, _)| tag)
    }

    /// `data/tags/endings.tsv`.
    pub fn table(&self) -> String {
        let mut table = String::from("# Ending of an unknown word, and the shares of its tags in tenths.\n");
        for (ending, shares) in &self.0 {
            let _ = writeln!(table, "{ending}\t{}", written(&shares.signature(0.05)));
        }
        table
    }
}
