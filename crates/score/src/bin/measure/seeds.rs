//! The embedded reports' quotations against their annotation by hand.

use crate::gates::Measure;
use crate::program::{Program, Reading};
use crate::{Outcome, figure, percent};
use readout_score::{Record, TokenSet, Tokens, canonical};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const GOLD: &str = "crates/core/tests/gold/seeds";

/// The annotation, as far as it is judged here.
#[derive(Deserialize)]
pub struct Gold {
    pub documents: Vec<Report>,
    pub entities: BTreeMap<String, Entity>,
    not_quotations: Vec<NotQuotation>,
}

#[derive(Deserialize)]
pub struct Report {
    pub file: String,
    pub header: Vec<String>,
    pub boilerplate: Vec<String>,
    pub mentions: Vec<Mention>,
    quotations: Vec<Quotation>,
}

#[derive(Deserialize)]
pub struct Entity {
    pub name: String,
}

#[derive(Deserialize)]
pub struct Mention {
    pub entity: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Deserialize)]
struct Quotation {
    kind: String,
    speaker: String,
    required: bool,
    utterance: Option<String>,
    content: Vec<Piece>,
}

#[derive(Deserialize)]
struct Piece {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Deserialize)]
struct NotQuotation {
    document: String,
    text: String,
}

impl Report {
    /// The name that the command line gives the report.
    pub fn id(&self) -> &str {
        self.file.trim_end_matches(".txt")
    }

    pub fn text(&self) -> Outcome<Vec<char>> {
        Ok(fs::read_to_string(Path::new("seeds").join(&self.file))?.chars().collect())
    }
}

pub fn gold() -> Outcome<Gold> {
    Ok(serde_json::from_str(&fs::read_to_string(format!("{GOLD}.json"))?)?)
}

pub fn measure(
    program: &Program,
    reading: Reading,
    found: &mut Vec<Measure>,
    missed: &mut Vec<String>,
) -> Outcome<()> {
    let predicted = program.extract(reading, Path::new("seeds"))?;
    let records = readout_score::read(&fs::read_to_string(format!("{GOLD}.jsonl"))?)?;
    let score = readout_score::score(&records, &predicted)?;
    let gold = gold()?;
    let (mut content, mut speaker, mut spared) = (0, 0, 0);
    for report in &gold.documents {
        let empty = Record::default();
        let found = predicted.iter().find(|record| record.id == report.id()).unwrap_or(&empty);
        let judged = judge(report, found, &gold, missed)?;
        content += judged.content;
        speaker += judged.speaker;
        spared += judged.spared;
    }
    found.extend([
        figure("seeds-quotations", content as f64),
        figure("seeds-quotations-speaker", speaker as f64),
        figure("seeds-found", percent(score.get("matched all").f1())),
        figure("seeds-speaker", percent(score.share("speaker right", "speaker judged").unwrap_or_default())),
        figure("seeds-names-in-marks", spared as f64),
    ]);
    Ok(())
}

/// How many quotations were given with the same words, how many of these with the right speaker, and how many
/// names in marks were not taken for quotations.
struct Judged {
    content: usize,
    speaker: usize,
    spared: usize,
}

/// A predicted attribution: its words and its speaker.
struct Predicted<'a> {
    words: TokenSet,
    speaker: Option<&'a str>,
}

fn judge(report: &Report, found: &Record, gold: &Gold, missed: &mut Vec<String>) -> Outcome<Judged> {
    let text = report.text()?;
    let tokens = Tokens::new(&text);
    let words = |spans: &[(usize, usize)]| tokens.words(&tokens.covered(spans));
    let of_quotation = |quotation: &Quotation| {
        words(&quotation.content.iter().map(|piece| (piece.start, piece.end)).collect::<Vec<_>>())
    };
    let predicted: Vec<Predicted> = found
        .attributions
        .iter()
        .map(|attribution| Predicted {
            words: words(attribution.content.as_deref().unwrap_or_default()),
            speaker: attribution.speaker.as_deref(),
        })
        .collect();
    let mut judged = Judged { content: 0, speaker: 0, spared: 0 };
    for quotation in report.quotations.iter().filter(|q| q.required && q.kind != "indirect") {
        let wanted = of_quotation(quotation);
        // Several pieces of one utterance may be answered by several quotations, and the other way round; no word
        // beyond them is allowed.
        let of_utterance: TokenSet = report
            .quotations
            .iter()
            .filter(|other| other.is_part_of_the_same(quotation))
            .flat_map(of_quotation)
            .collect();
        let parts: Vec<&Predicted> = predicted
            .iter()
            .filter(|p| !p.words.is_disjoint(&wanted) && p.words.is_subset(&of_utterance))
            .collect();
        let covered: TokenSet = parts.iter().flat_map(|part| part.words.iter().copied()).collect();
        let spelled =
            || quotation.content.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ");
        if !wanted.is_subset(&covered) {
            missed.push(format!("{} not found with these words: {}", report.id(), spelled()));
            continue;
        }
        judged.content += 1;
        let wrong = parts.iter().find(|part| !is_speaker(part.speaker, &quotation.speaker, gold));
        match wrong {
            None => judged.speaker += 1,
            Some(part) => missed.push(format!(
                "{} speaker {} instead of {}: {}",
                report.id(),
                part.speaker.unwrap_or("none"),
                quotation.speaker,
                spelled()
            )),
        }
    }
    for span in gold.not_quotations.iter().filter(|n| n.document == report.file).flat_map(|n| n.places(&text))
    {
        let name = words(&[span]);
        match predicted.iter().any(|p| !p.words.is_empty() && p.words.is_subset(&name)) {
            false => judged.spared += 1,
            true => missed.push(format!("{} a name in marks was taken for a quotation", report.id())),
        }
    }
    Ok(judged)
}

impl Quotation {
    /// Whether it is the other, or the annotation takes both for one utterance of one speaker.
    fn is_part_of_the_same(&self, other: &Quotation) -> bool {
        let same = self.utterance.is_some() && self.utterance == other.utterance;
        std::ptr::eq(self, other) || (same && self.speaker == other.speaker)
    }
}

impl NotQuotation {
    /// Wherever the words stand.
    fn places(&self, text: &[char]) -> Vec<(usize, usize)> {
        let words: Vec<char> = self.text.chars().collect();
        let starts = text.windows(words.len()).enumerate().filter(|(_, window)| **window == words[..]);
        starts.map(|(start, _)| (start, start + words.len())).collect()
    }
}

/// Whether the name is the speaker's: an entity's own name, any name that holds an unnamed source's noun, or all
/// of several joined.
fn is_speaker(name: Option<&str>, speaker: &str, gold: &Gold) -> bool {
    let Some(name) = name.map(canonical) else { return false };
    if let Some(unnamed) = speaker.strip_prefix("unnamed:") {
        let noun = unnamed.rsplit('-').next().unwrap_or(unnamed).trim_end_matches('s');
        return name.contains(noun);
    }
    let mut wanted: Vec<String> = speaker
        .split('+')
        .map(|id| canonical(gold.entities.get(id).map_or(id, |entity| entity.name.as_str())))
        .collect();
    if let [one] = &wanted[..] {
        return *one == name;
    }
    wanted.retain(|one| !name.contains(one.as_str()));
    wanted.is_empty()
}
