//! The dictionary forms of verbs, as the teacher gives them most often.

use crate::articles::Article;
use crate::teacher::Tagged;
use std::collections::{BTreeSet, HashMap};

pub struct Lemmas {
    by_form: HashMap<String, String>,
}

impl Lemmas {
    pub fn learn(articles: &[(&Article, &Tagged)]) -> Self {
        let mut counts: HashMap<String, Vec<(String, u32)>> = HashMap::new();
        for (article, tagged) in articles {
            for (at, _) in tagged.tags.iter().enumerate().filter(|(_, tag)| tag.starts_with("VB")) {
                let lemma = tagged.lemmas[at].to_lowercase();
                let of_form = counts.entry(tagged.word(article, at).to_lowercase()).or_default();
                match of_form.iter_mut().find(|(known, _)| *known == lemma) {
                    Some((_, count)) => *count += 1,
                    None => of_form.push((lemma, 1)),
                }
            }
        }
        let most = |lemmas: Vec<(String, u32)>| {
            let first = |best: (String, u32), next: (String, u32)| if next.1 > best.1 { next } else { best };
            lemmas.into_iter().reduce(first).map_or(String::new(), |(lemma, _)| lemma)
        };
        Self { by_form: counts.into_iter().map(|(form, lemmas)| (form, most(lemmas))).collect() }
    }

    /// The dictionary form of a verb; what no one tagged as a verb is its own.
    pub fn of(&self, form: &str) -> String {
        self.by_form.get(form).map_or_else(|| form.to_owned(), Clone::clone)
    }

    /// All forms of a verb that were met.
    pub fn forms(&self, lemma: &str) -> BTreeSet<&str> {
        let of_lemma = self.by_form.iter().filter(|(_, l)| l.as_str() == lemma);
        of_lemma.map(|(form, _)| form.as_str()).collect()
    }
}
