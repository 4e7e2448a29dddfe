//! Who speaks, as an entity: against the reading by hand of thirty of PolNeAR's training articles, which the
//! model's training leaves out, though not the counting of the rules' tables. `gold/speakers.tsv` holds places and names; the articles are not part of the project.

use crate::gates::Measure;
use crate::program::{Program, Reading};
use crate::{Outcome, figure, percent};
use readout_score::{Record, TokenSet, Tokens, canonical};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const GOLD: &str = "crates/score/gold/speakers.tsv";
/// Where the thirty articles are put for the command line to read.
pub const ARTICLES: &str = "target/speakers.jsonl";
/// A content is found where the words of both have this Jaccard index.
const FOUND_AT: f64 = 0.5;

/// A quotation with the names that are right for its speaker.
struct Quotation {
    article: String,
    content: Vec<(usize, usize)>,
    names: Vec<String>,
    second: Option<Vec<String>>,
}

/// How many were right of how many.
#[derive(Default, Clone, Copy)]
struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    fn percent(self) -> f64 {
        percent(self.right as f64 / self.of.max(1) as f64)
    }

    /// With the bounds between which the true share lies with 95 % (Wilson 1927).
    fn in_words(self) -> String {
        let (n, share, z) = (self.of.max(1) as f64, self.right as f64 / self.of.max(1) as f64, 1.96_f64);
        let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let reach = z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
        let (low, high) = (percent(middle - reach), percent(middle + reach));
        format!("{:.1} % ({} of {}; {low:.1} to {high:.1})", self.percent(), self.right, self.of)
    }
}

pub fn measure(
    program: &Program,
    folder: &Path,
    found: &mut Vec<Measure>,
    missed: &mut Vec<String>,
) -> Outcome<()> {
    let articles = articles(folder)?;
    if articles.is_empty() {
        return Ok(());
    }
    let gold = gold()?;
    let nearest = nearest_name(&gold, &program.mentions(Path::new(ARTICLES))?);
    println!("speakers of {} quotations in {} articles read by hand", gold.len(), articles.len());
    println!("  a second reader agrees            {}", agreement(&gold).in_words());
    println!("  the nearest name                  {}", nearest.in_words());
    for reading in Reading::ALL {
        let predicted = program.extract(reading, Path::new(ARTICLES))?;
        let (all, of_found) = judge(&gold, &articles, &predicted, reading, missed);
        let by = reading.name();
        println!("  by {by}, all                     {}", all.in_words());
        println!("  by {by}, of those found          {}", of_found.in_words());
        found.push(reading.own(figure("speakers-found", of_found.percent())));
        found.push(reading.own(figure("speakers-all", all.percent())));
    }
    println!();
    Ok(())
}

/// The thirty articles as PolNeAR annotates them, and in [`ARTICLES`] their texts; none where PolNeAR is not here.
pub fn articles(folder: &Path) -> Outcome<BTreeMap<String, Record>> {
    let train = folder.join("train.jsonl");
    if !train.is_file() {
        return Ok(BTreeMap::new());
    }
    let gold = gold()?;
    let articles: BTreeMap<String, Record> = readout_score::read(&fs::read_to_string(train)?)?
        .into_iter()
        .filter(|article| gold.iter().any(|quotation| quotation.article == article.id))
        .map(|article| (article.id.clone(), article))
        .collect();
    let lines = articles.values().map(|a| format!("{}\n", json!({ "id": a.id, "text": a.text })));
    fs::write(ARTICLES, lines.collect::<String>())?;
    Ok(articles)
}

fn gold() -> Outcome<Vec<Quotation>> {
    let file = fs::read_to_string(GOLD)?;
    file.lines().filter(|line| !line.starts_with('#')).map(quotation).collect()
}

fn quotation(line: &str) -> Outcome<Quotation> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [article, _hash, content, _kind, names, _sure, second] = fields[..] else {
        return Err(format!("{GOLD}: not seven fields: {line}").into());
    };
    let point = |words: &str| words.parse::<usize>();
    let content = content
        .split(',')
        .map(|span| {
            let (start, end) = span.split_once('-').ok_or("a span without an end")?;
            Ok((point(start)?, point(end)?))
        })
        .collect::<Outcome<_>>()?;
    let second = (!second.is_empty()).then(|| alternatives(second));
    Ok(Quotation { article: article.to_owned(), content, names: alternatives(names), second })
}

/// Whether the name given is one of those that are right. A speaker without a name of their own ("source familiar
/// with the plan") may be given in fewer of the words that describe them.
fn is_one_of(given: &str, names: &[String]) -> bool {
    names.iter().any(|name| match name.strip_prefix(UNNAMED) {
        Some(described) => {
            let described: Vec<&str> = described.split(' ').collect();
            !given.is_empty() && given.split(' ').all(|word| described.contains(&word))
        }
        None => name == given,
    })
}

/// Stands before the words that describe someone without a name.
const UNNAMED: &str = "unnamed:";

/// Names that are as right as each other, as they are compared. Nobody's name is empty.
fn alternatives(names: &str) -> Vec<String> {
    let one = |name: &str| match name.trim() {
        "(author)" | "(unknown)" => String::new(),
        name if name.starts_with(|first: char| first.is_lowercase() || first.is_numeric()) => {
            format!("{UNNAMED}{}", canonical(name))
        }
        name => joint(name.split('&')),
    };
    names.split(" | ").map(one).collect()
}

/// Several together, in no order.
fn joint<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.map(canonical).collect();
    names.sort();
    names.join(" & ")
}

/// The share on which both readers agree.
fn agreement(gold: &[Quotation]) -> Share {
    let mut share = Share::default();
    for quotation in gold {
        if let Some(second) = &quotation.second {
            share.count(second.iter().any(|name| quotation.names.contains(name)));
        }
    }
    share
}

/// What a rule would get that takes the name nearest to the words.
fn nearest_name(gold: &[Quotation], mentions: &[Value]) -> Share {
    let mut share = Share::default();
    for quotation in gold {
        let (start, end) = (quotation.content[0].0, quotation.content[quotation.content.len() - 1].1);
        let named = mentions.iter().filter_map(|row| {
            let kind = row["kind"].as_str()?;
            let speaks = row["form"] == "name" && ["person", "organisation", "country"].contains(&kind);
            let point = |at: usize| row["span"][at].as_u64().map(|point| point as usize);
            let (from, to) = (point(0)?, point(1)?);
            let away = if to <= start { start - to } else { from.checked_sub(end)? };
            (speaks && row["document"] == quotation.article.as_str()).then(|| (away, row["entity"].as_str()))
        });
        let name = named.min_by_key(|(away, _)| *away).and_then(|(_, name)| name).map(canonical);
        share.count(name.is_some_and(|name| is_one_of(&name, &quotation.names)));
    }
    share
}

/// How many speakers are right of all, and of the quotations found.
fn judge(
    gold: &[Quotation],
    articles: &BTreeMap<String, Record>,
    predicted: &[Record],
    reading: Reading,
    missed: &mut Vec<String>,
) -> (Share, Share) {
    let (mut all, mut of_found) = (Share::default(), Share::default());
    for quotation in gold {
        let Some(article) = articles.get(&quotation.article) else { continue };
        let text: Vec<char> = article.text.chars().collect();
        let tokens = Tokens::new(&text);
        let words = |spans: &[(usize, usize)]| tokens.words(&tokens.covered(spans));
        let wanted = words(&quotation.content);
        let here = predicted.iter().filter(|record| record.id == quotation.article);
        let best = here
            .flat_map(|record| &record.attributions)
            .map(|a| (likeness(&wanted, &words(a.content.as_deref().unwrap_or_default())), a))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(likeness, _)| *likeness >= FOUND_AT);
        let speaker = best
            .map(|(_, a)| a.speaker.as_deref().map_or_else(String::new, |name| joint(name.split(" and "))));
        let right = speaker.as_ref().is_some_and(|name| is_one_of(name, &quotation.names));
        all.count(right);
        if let Some(speaker) = speaker {
            of_found.count(right);
            if !right {
                let at = quotation.content[0].0;
                missed.push(format!(
                    "{} at {at}, {reading:?}: speaker “{speaker}” instead of “{}”",
                    quotation.article,
                    quotation.names.join("” or “")
                ));
            }
        }
    }
    (all, of_found)
}

/// The Jaccard index of two sets of words.
fn likeness(a: &TokenSet, b: &TokenSet) -> f64 {
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}
