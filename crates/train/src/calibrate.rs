//! Fits how sure frames are, on articles that the weights have not seen.

use crate::articles::{Article, Attribution};
use crate::predict;
use readout_core::quote::learned::Candidate;
use readout_core::quote::model::confidence::Calibration;
use readout_core::quote::model::frames::Model;
use readout_core::segment::TokenKind;
use readout_core::span::TokenRange;

/// What a frame looks like, and whether it was right.
pub type Case = ([f32; Calibration::LENGTH], bool);

/// What was found in each article.
pub fn cases<'a>(articles: impl Iterator<Item = &'a Article>, model: &Model<'_>) -> Vec<Vec<Case>> {
    articles.map(|article| judge(article, model)).collect()
}

/// Fits on every second article, prints how reliable the fit is on the others, then fits on all.
pub fn fit_and_report(judged: &[Vec<Case>]) -> Calibration {
    let part = |odd: usize| judged.iter().skip(odd).step_by(2).flatten().copied().collect::<Vec<Case>>();
    report(&fit(&part(0)), &part(1));
    fit(&judged.concat())
}

/// Right: the content has a Jaccard index of half with a gold one, one to one, and the sources overlap.
fn judge(article: &Article, model: &Model<'_>) -> Vec<Case> {
    let frames = predict::frames(article, model);
    let words = |spans: &[TokenRange]| -> Vec<usize> {
        let is_word =
            |at: &usize| matches!(article.segmented.tokens[*at].kind, TokenKind::Word | TokenKind::Number);
        spans.iter().flat_map(|s| s.range()).filter(is_word).collect()
    };
    let gold: Vec<(Vec<usize>, &Attribution)> = article.gold.iter().map(|g| (words(&g.content), g)).collect();
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        let ours = words(&frame.content);
        for (other, (theirs, _)) in gold.iter().enumerate() {
            let both = ours.iter().filter(|w| theirs.contains(w)).count();
            let jaccard = both as f32 / (ours.len() + theirs.len() - both).max(1) as f32;
            if jaccard >= 0.5 {
                pairs.push((jaccard, index, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut met = vec![None; frames.len()];
    let mut taken = vec![false; gold.len()];
    for (_, index, other) in pairs {
        if met[index].is_none() && !taken[other] {
            met[index] = Some(gold[other].1);
            taken[other] = true;
        }
    }
    let case = |(f, g): (&Candidate, Option<&Attribution>)| (Calibration::terms(&f.evidence), is_right(f, g));
    frames.iter().zip(met).map(case).collect()
}

fn is_right(frame: &Candidate, gold: Option<&Attribution>) -> bool {
    let overlaps = |g: &Attribution| {
        let shares = |s: TokenRange| g.source.iter().any(|t| t.start < s.end && s.start < t.end);
        if g.source.is_empty() { frame.source.is_none() } else { frame.source.is_some_and(shares) }
    };
    gold.is_some_and(overlaps)
}

/// Logistic regression by gradient steps over all cases.
fn fit(cases: &[Case]) -> Calibration {
    let mut weights = [0.0_f32; Calibration::LENGTH];
    let mut squares = [1e-6_f32; Calibration::LENGTH];
    for _ in 0..3000 {
        let mut gradient = [0.0_f32; Calibration::LENGTH];
        for (terms, right) in cases {
            let miss = curve(&weights, terms) - f32::from(u8::from(*right));
            for (g, term) in gradient.iter_mut().zip(terms) {
                *g += miss * term / cases.len() as f32;
            }
        }
        for ((weight, square), g) in weights.iter_mut().zip(&mut squares).zip(gradient) {
            *square += g * g;
            *weight -= 0.1 * g / square.sqrt();
        }
    }
    Calibration(weights)
}

fn curve(weights: &[f32; Calibration::LENGTH], terms: &[f32; Calibration::LENGTH]) -> f32 {
    let sum: f32 = weights.iter().zip(terms).map(|(w, t)| w * t).sum();
    1.0 / (1.0 + (-sum).exp())
}

fn report(calibration: &Calibration, cases: &[Case]) {
    let mut bins = [(0_usize, 0.0_f32, 0_usize); 10];
    for (terms, right) in cases {
        let sure = curve(&calibration.0, terms);
        let bin = &mut bins[((sure * 10.0) as usize).min(9)];
        *bin = (bin.0 + 1, bin.1 + sure, bin.2 + usize::from(*right));
    }
    let mut error = 0.0;
    println!("| said | frames | mean said | right |\n| --- | --: | --: | --: |");
    for (index, (count, said, right)) in bins.iter().enumerate().filter(|(_, b)| b.0 > 0) {
        let n = *count as f32;
        error += (said - *right as f32).abs() / cases.len() as f32;
        println!("| .{index} to .{} | {count} | {:.3} | {:.3} |", index + 1, said / n, *right as f32 / n);
    }
    println!("expected calibration error {error:.4}");
}
