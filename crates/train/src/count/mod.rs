//! Counts the rules' tables over annotated articles that a teacher tagged: `crates/core/data/cues.tsv`,
//! `frames.tsv`, `judge.tsv`, `borders.tsv` and `tags/`.

mod borders;
mod cues;
mod judge;
mod lemmas;
mod rate;
mod tags;
#[cfg(test)]
mod tests;
mod verbs;

use crate::articles::Article;
use crate::teacher::{self, Tagged};
use lemmas::Lemmas;
use std::fs;
use std::io::{Error, Result};
use std::path::Path;

/// Writes all tables to the folder `out`.
pub fn write(articles: &[Article], tags: &Path, out: &Path) -> Result<()> {
    let tagged = teacher::read_tags(tags)?;
    let mut pairs: Vec<(&Article, &Tagged)> = Vec::with_capacity(articles.len());
    for article in articles {
        let missing = || Error::other(format!("no tags for article {}: run the tagger anew", article.id));
        pairs.push((article, tagged.get(&article.id).ok_or_else(missing)?));
    }
    let lemmas = Lemmas::learn(&pairs);
    let seen: Vec<verbs::Seen> =
        articles.iter().flat_map(|article| verbs::seen(article, |form| lemmas.of(form))).collect();
    fs::create_dir_all(out.join("tags"))?;
    fs::write(out.join("cues.tsv"), cues::cues(&seen, &lemmas))?;
    fs::write(out.join("frames.tsv"), cues::frames(&seen))?;
    fs::write(out.join("judge.tsv"), judge::table(&seen))?;
    fs::write(out.join("borders.tsv"), borders::table(articles))?;
    let counts = tags::Counts::of(&pairs);
    fs::write(out.join("tags/transitions.tsv"), counts.transitions())?;
    fs::write(out.join("tags/priors.tsv"), counts.priors())?;
    let endings = tags::Endings::of(&counts);
    fs::write(out.join("tags/endings.tsv"), endings.table())?;
    fs::write(out.join("tags/words.tsv"), tags::words::table(&counts, &endings))
}
