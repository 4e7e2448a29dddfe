//! The counts behind the figures.

use std::collections::BTreeMap;

/// Precision and recall from four counts, since a hit may count on one side and not on the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ratio {
    /// Predictions that are right.
    pub hit_pred: usize,
    /// Predictions.
    pub pred: usize,
    /// Gold items that were found.
    pub hit_gold: usize,
    /// Gold items.
    pub gold: usize,
}

impl Ratio {
    pub(crate) fn add(&mut self, hit_pred: usize, pred: usize, hit_gold: usize, gold: usize) {
        self.hit_pred += hit_pred;
        self.pred += pred;
        self.hit_gold += hit_gold;
        self.gold += gold;
    }

    /// Share of the predictions that are right, 0 to 1.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.hit_pred, self.pred)
    }

    /// Share of the gold items that were found, 0 to 1.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.hit_gold, self.gold)
    }

    /// The harmonic mean of both.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// All counts of one comparison.
#[derive(Debug, Default)]
pub struct Score {
    pub(crate) ratios: Vec<(String, Ratio)>,
    pub(crate) counts: BTreeMap<String, usize>,
}

impl Score {
    pub(crate) fn ratio(&mut self, name: &str) -> &mut Ratio {
        let at = match self.ratios.iter().position(|(n, _)| n == name) {
            Some(at) => at,
            None => {
                self.ratios.push((name.to_owned(), Ratio::default()));
                self.ratios.len() - 1
            }
        };
        &mut self.ratios[at].1
    }

    pub(crate) fn count(&mut self, name: String, by: usize) {
        *self.counts.entry(name).or_default() += by;
    }

    /// A figure's counts: "citron exact content", "matched indirect", "direct", … Zeros where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> Ratio {
        self.ratios.iter().find(|(n, _)| n == name).map(|(_, r)| *r).unwrap_or_default()
    }

    /// A plain count: "direct source overlap", "speaker right", …
    #[must_use]
    pub fn tally(&self, name: &str) -> usize {
        self.counts.get(name).copied().unwrap_or_default()
    }

    /// One count as a share of another, 0 to 1; `None` where there is nothing to judge.
    #[must_use]
    pub fn share(&self, part: &str, whole: &str) -> Option<f64> {
        let whole = self.tally(whole);
        (whole > 0).then(|| share(self.tally(part), whole))
    }

    /// The recall of direct stretches times the share of those found whose source span overlaps gold's.
    #[must_use]
    pub fn end_to_end(&self) -> f64 {
        self.get("direct").recall()
            * self.share("direct source overlap", "direct source judged").unwrap_or_default()
    }

    /// The whole table for people.
    #[must_use]
    pub fn report(&self) -> String {
        let mut lines = vec![
            format!(
                "documents {}, not predicted {}, predictions for unknown documents {}",
                self.tally("documents"),
                self.tally("documents not predicted"),
                self.tally("predictions for unknown documents")
            ),
            format!("{:32}{:>7}{:>7}{:>7}{:>8}{:>8}", "", "P", "R", "F1", "pred", "gold"),
        ];
        for (name, r) in &self.ratios {
            let [p, rec, f] = [r.precision(), r.recall(), r.f1()].map(|x| 100.0 * x);
            lines.push(format!("{name:32}{p:7.1}{rec:7.1}{f:7.1}{:8}{:8}", r.pred, r.gold));
        }
        let percent = |part: &str, whole: &str| match self.share(part, whole) {
            Some(share) => format!("{:5.1}% of {}", 100.0 * share, self.tally(whole)),
            None => "  n/a".to_owned(),
        };
        for label in ["all", "direct", "mixed", "indirect"] {
            let of = |part: &str| {
                percent(&format!("matched {label} source {part}"), &format!("matched {label} source judged"))
            };
            let cue =
                percent(&format!("matched {label} cue overlap"), &format!("matched {label} cue judged"));
            lines.push(format!(
                "matched {label:9} source overlap {}, exact {}, or coreferent {}; cue overlap {cue}",
                of("overlap"),
                of("exact"),
                of("coref")
            ));
        }
        let direct = |part: &str| percent(&format!("direct source {part}"), "direct source judged");
        lines.push(format!(
            "direct speaker span: overlap {}, exact {}, or coreferent {}",
            direct("overlap"),
            direct("exact"),
            direct("coref")
        ));
        for (label, prefix) in [("matched", "speaker"), ("direct", "direct speaker")] {
            let of = |part: &str| percent(&format!("{prefix} {part}"), &format!("{prefix} judged"));
            lines.push(format!(
                "canonical speaker, {label}: right {}, last word {}",
                of("right"),
                of("last word")
            ));
        }
        lines.push(format!("direct, end to end: {:.1}", 100.0 * self.end_to_end()));
        lines.join("\n")
    }
}
