//! What speaks for and against a verb being a cue: a logistic curve over its counts, its frame and what stands around.

use super::rate::{Rate, Rates};
use super::verbs::Seen;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The share of all verbs that attribute, as `quote/cues.rs` takes it.
const UNSEEN: f64 = 0.12;

const HEAD: &str = "\
# What speaks for (positive) and against a verb being a cue: weights, in hundredths, of a logistic model over the counts of cues.tsv.
";

/// `data/judge.tsv`: each verb is judged by the counts of all others; only the rate of its frame counts it too.
pub fn table(seen: &[Seen]) -> String {
    let counts = Counts::of(seen);
    let terms: Vec<Vec<(String, f64)>> = seen.iter().map(|verb| counts.terms(verb)).collect();
    let mut names: BTreeMap<&str, usize> =
        terms.iter().flatten().map(|(name, _)| (name.as_str(), 0)).collect();
    names.values_mut().zip(1..).for_each(|(number, next)| *number = next);
    let rows: Vec<Vec<(usize, f64)>> = terms
        .iter()
        .map(|terms| {
            std::iter::once((0, 1.0)).chain(terms.iter().map(|(n, v)| (names[n.as_str()], *v))).collect()
        })
        .collect();
    let right: Vec<bool> = seen.iter().map(|verb| verb.is_cue).collect();
    let weights = fit(&rows, &right, names.len() + 1);
    let mut table = String::from(HEAD);
    for (name, weight) in std::iter::once(("bias", 0)).chain(names).map(|(n, at)| (n, weights[at])) {
        let _ = writeln!(table, "{name}\t{}", (100.0 * weight).round() as i32);
    }
    table
}

struct Counts<'a> {
    verbs: Rates<&'a str>,
    frames: Rates<&'a str>,
    with_particle: Rates<(&'a str, &'a str)>,
    in_frame: Rates<(&'a str, &'a str, &'a str)>,
}

impl<'a> Counts<'a> {
    fn of(seen: &'a [Seen]) -> Self {
        let mut counts = Self {
            verbs: Rates::new(),
            frames: Rates::new(),
            with_particle: Rates::new(),
            in_frame: Rates::new(),
        };
        for verb in seen {
            let (lemma, particle) = (verb.lemma.as_str(), verb.particle.as_str());
            counts.verbs.add(lemma, verb.is_cue);
            counts.frames.add(verb.frame, verb.is_cue);
            counts.with_particle.add((lemma, particle), verb.is_cue);
            counts.in_frame.add((lemma, particle, verb.frame), verb.is_cue);
        }
        counts
    }

    /// What `quote/cues.rs` computes from the tables, here from all counts: the tables leave out what is rare.
    fn terms(&self, verb: &'a Seen) -> Vec<(String, f64)> {
        let (lemma, particle) = (verb.lemma.as_str(), verb.particle.as_str());
        let others = |rate: Rate| rate.without(verb.is_cue);
        let frame = self.frames.get(&verb.frame);
        let general = (f64::from(frame.hits) + 1.0) / (f64::from(frame.seen) + 8.0);
        let all = others(self.verbs.get(&lemma));
        let of_verb = all.smoothed(UNSEEN, 3.0);
        let of_particle = others(self.with_particle.get(&(lemma, particle))).smoothed(of_verb, 3.0);
        let expected =
            sigmoid(logit(of_particle.clamp(0.004, 0.98)) + 0.6 * (logit(general) - logit(UNSEEN)));
        let of_frame = others(self.in_frame.get(&(lemma, particle, verb.frame))).smoothed(expected, 4.0);
        let clamped = |rate: f64| logit(rate.clamp(0.003, 0.99));
        let mut terms = vec![
            ("lf".to_owned(), clamped(of_frame)),
            ("lp".to_owned(), clamped(of_particle)),
            (format!("f:{}", verb.frame), 1.0),
            ("rare".to_owned(), if all.seen < 3 { 1.0 } else { 0.0 }),
        ];
        terms.extend(verb.features.iter().map(|feature| ((*feature).to_owned(), 1.0)));
        terms
    }
}

fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Logistic regression by Newton's steps; half the square of each weight but the first is added to the loss.
pub fn fit(rows: &[Vec<(usize, f64)>], right: &[bool], width: usize) -> Vec<f64> {
    let mut weights = vec![0.0; width];
    for _ in 0..20 {
        let mut gradient: Vec<f64> = weights.clone();
        let mut curvature = vec![vec![0.0; width]; width];
        gradient[0] = 0.0;
        curvature.iter_mut().enumerate().skip(1).for_each(|(at, row)| row[at] = 1.0);
        for (row, right) in rows.iter().zip(right) {
            let p = sigmoid(row.iter().map(|(at, value)| weights[*at] * value).sum());
            let miss = p - f64::from(u8::from(*right));
            for (at, value) in row {
                gradient[*at] += miss * value;
                for (other, second) in row {
                    curvature[*at][*other] += p * (1.0 - p) * value * second;
                }
            }
        }
        let step = solve(curvature, gradient);
        weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight -= step);
        if step.iter().all(|step| step.abs() < 1e-6) {
            break;
        }
    }
    weights
}

/// Gauss's elimination for a symmetric positive matrix.
fn solve(mut matrix: Vec<Vec<f64>>, mut side: Vec<f64>) -> Vec<f64> {
    let width = side.len();
    for at in 0..width {
        let (above, below) = matrix.split_at_mut(at + 1);
        let pivot = &above[at];
        for (offset, row) in below.iter_mut().enumerate() {
            let share = row[at] / pivot[at];
            row.iter_mut().zip(pivot).skip(at).for_each(|(value, pivot)| *value -= share * pivot);
            side[at + 1 + offset] -= share * side[at];
        }
    }
    for at in (0..width).rev() {
        let known: f64 = (at + 1..width).map(|other| matrix[at][other] * side[other]).sum();
        side[at] = (side[at] - known) / matrix[at][at];
    }
    side
}
