//! Learns who takes a stretch between marks: a choice among candidates of which several may be right.

use crate::articles::{Article, Attribution};
use crate::learner::{Noise, Rows};
use readout_core::quote::model::frames::{self, Answer, Model};
use readout_core::quote::model::reading::Reading;
use readout_core::span::TokenRange;

/// The features of each candidate, and whether it is right.
pub struct Choice(Vec<(Vec<u32>, bool)>);

/// The stretches of one article to which people gave a source.
pub fn choices(article: &Article, reading: &Reading, model: &Model<'_>, out: &mut Vec<Choice>) {
    for (stretch, candidates) in frames::questions(model, reading) {
        let Some(source) = covering(article, stretch).and_then(|gold| gold.source.first()) else { continue };
        out.push(choice(*source, candidates));
    }
}

fn choice(gold: TokenRange, candidates: Vec<Answer>) -> Choice {
    let right = |source: Option<TokenRange>| source.is_some_and(|s| s.start < gold.end && gold.start < s.end);
    let mut judged: Vec<_> = candidates.into_iter().map(|(source, seen)| (seen, right(source))).collect();
    let known = judged.iter().any(|(_, right)| *right);
    if let Some(none) = judged.first_mut() {
        none.1 = !known;
    }
    Choice(judged)
}

/// The gold attribution that holds most of the stretch, if it holds half of it.
fn covering(article: &Article, stretch: TokenRange) -> Option<&Attribution> {
    let held = |gold: &&Attribution| -> u32 {
        let shared = |c: &TokenRange| c.end.min(stretch.end).saturating_sub(c.start.max(stretch.start));
        gold.content.iter().map(shared).sum()
    };
    article.gold.iter().rev().max_by_key(held).filter(|gold| 2 * held(gold) >= stretch.len())
}

/// Trains by gradient steps on the likelihood of what is right (AdaGrad).
pub fn train(choices: &[Choice], bits: u32, mut noise: Noise) -> Rows {
    let mut weights = vec![0.0_f32; 1 << bits];
    let mut squares = vec![1e-3_f32; 1 << bits];
    let mut order: Vec<usize> = (0..choices.len()).collect();
    for epoch in 0..EPOCHS {
        noise.shuffle(&mut order);
        let rate = 0.1 / (1.0 + 0.3 * epoch as f32);
        for index in &order {
            let Choice(candidates) = &choices[*index];
            let rows: Vec<Vec<usize>> = candidates
                .iter()
                .map(|(seen, _)| {
                    let row = |hash: &u32| (*hash >> (32 - bits)) as usize;
                    seen.iter().filter(|_| noise.unit() >= DROPOUT).map(row).collect()
                })
                .collect();
            let scores: Vec<f32> =
                rows.iter().map(|rows| rows.iter().map(|row| weights[*row]).sum()).collect();
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let shares: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
            let all: f32 = shares.iter().sum();
            let right: f32 = shares.iter().zip(candidates).filter(|(_, c)| c.1).map(|(s, _)| s).sum();
            for ((rows, share), (_, is_right)) in rows.iter().zip(&shares).zip(candidates) {
                let wanted = if *is_right { share / right.max(1e-9) } else { 0.0 };
                let gradient = share / all - wanted;
                for row in rows {
                    squares[*row] += gradient * gradient;
                    weights[*row] -= rate * gradient / squares[*row].sqrt();
                }
            }
        }
    }
    weights.iter_mut().for_each(|weight| *weight *= 1.0 - DROPOUT);
    Rows::new(bits, STEP, weights)
}

/// The share of features left out while learning.
const DROPOUT: f32 = 0.3;

const EPOCHS: usize = 8;

/// One step of an eight-bit weight.
const STEP: f32 = 0.05;
