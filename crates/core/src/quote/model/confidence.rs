//! How sure a frame is: a logistic curve over what its scores say, fitted on articles that the weights had not
//! seen.

/// What the curve is computed from.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
    /// By how much the cue is better read as a cue than as none; 0 without cue.
    pub cue: f32,
    /// What the borders of the content earn, the weakest of them.
    pub borders: f32,
    /// What the source's tokens and borders earn; 0 without source.
    pub source: f32,
    /// Number of content spans.
    pub spans: u32,
    /// Tokens of content.
    pub length: u32,
    /// Tokens between source and cue.
    pub distance: u32,
    /// Share of the content that stands between marks.
    pub marked: f32,
    /// How sure the rules are of what they found there; 0 where they found nothing.
    pub rule: f32,
    /// Whether the rules found the same content.
    pub same_content: bool,
    /// Whether the rules found the same source.
    pub same_source: bool,
    /// Whether only the rules found it.
    pub alone: bool,
}

impl Evidence {
    /// The same beside what the rules found: their likelihood, whether their content is the same, and their source.
    #[must_use]
    pub fn beside(self, rule: Option<(f32, bool, bool)>) -> Self {
        let (rule, same_content, same_source) = rule.unwrap_or_default();
        Self { rule, same_content, same_source, ..self }
    }
}

/// Weights of the curve.
#[derive(Debug, Clone, Copy)]
pub struct Calibration(pub [f32; Self::LENGTH]);

impl Calibration {
    /// Number of weights.
    pub const LENGTH: usize = 22;

    /// The numbers that the weights are for.
    #[must_use]
    pub fn terms(evidence: &Evidence) -> [f32; Self::LENGTH] {
        let is = |holds: bool| f32::from(u8::from(holds));
        let cue = evidence.cue.clamp(-4.0, 12.0) / 4.0;
        let source = evidence.source.clamp(-4.0, 16.0) / 4.0;
        let borders = evidence.borders.clamp(-4.0, 8.0) / 4.0;
        let no_cue = is(evidence.cue == 0.0);
        let no_source = is(evidence.source == 0.0);
        [
            1.0,
            cue,
            cue * cue / 3.0,
            source,
            source * source / 3.0,
            borders,
            borders * borders,
            no_cue,
            no_source,
            (evidence.length as f32).ln_1p() / 4.0,
            is(evidence.spans > 1),
            (evidence.distance as f32).ln_1p() / 4.0,
            evidence.marked,
            evidence.marked * no_cue,
            is(evidence.rule == 0.0),
            evidence.rule,
            evidence.rule * evidence.marked,
            is(evidence.same_content),
            is(evidence.same_source),
            is(evidence.alone),
            is(evidence.alone) * evidence.rule,
            is(evidence.alone) * evidence.marked,
        ]
    }

    /// The probability that content and source are right.
    #[must_use]
    pub fn confidence(&self, evidence: &Evidence) -> f32 {
        let terms = Self::terms(evidence);
        let sum: f32 = self.0.iter().zip(terms).map(|(weight, term)| weight * term).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}
