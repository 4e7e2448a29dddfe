//! How the model is made: sizes, steps, biases. Each can be set by an environment variable of its name, for
//! experiments; what is written here is what ships.

use crate::articles::Article;
use crate::learner::{self, Learner, Noise, Rows, Sequence, Settings};
use crate::teacher::Parses;
use crate::{chooser, examples, look_at, parser};
use readout_core::quote::model::confidence::Calibration;
use readout_core::quote::model::frames::Model;
use readout_core::quote::model::reading::Reading;
use readout_core::quote::model::{cue, roles, stretch};

/// All that is chosen.
pub struct Recipe {
    settings: Settings,
    cue_bits: (u32, u32),
    role_bits: (u32, u32),
    stretch_bits: u32,
    taker_bits: u32,
    parser: parser::Settings,
    step: f32,
    /// How often each chain is trained, in other orders, for a mean.
    members: u64,
    /// The same for the choice of takers.
    takers: u64,
    /// The cues' bias where the choice of takers is learned: a greater one adds cues that take little.
    taker_cue_bias: f32,
}

/// The trained weights.
pub struct Trained {
    cue: learner::Trained,
    roles: learner::Trained,
    stretch: learner::Trained,
    taker: Rows,
    parser: parser::Trained,
}

fn flag<T: std::str::FromStr>(name: &str, or: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(or)
}

impl Recipe {
    pub fn from_environment() -> Self {
        Self {
            settings: Settings {
                epochs: flag("EPOCHS", 6),
                rate: flag("RATE", 0.1),
                decay: flag("DECAY", 0.3),
                dropout: flag("DROP", 0.5),
                shrink: flag("SHRINK", 0.0),
            },
            cue_bits: (flag("CUE_BITS", 17), flag("CUE_EDGE_BITS", 15)),
            role_bits: (flag("ROLE_BITS", 16), flag("ROLE_EDGE_BITS", 15)),
            stretch_bits: flag("STRETCH_BITS", 12),
            taker_bits: flag("TAKER_BITS", 13),
            parser: parser::Settings {
                action_bits: flag("ACTION_BITS", 16),
                relation_bits: flag("RELATION_BITS", 12),
                epochs: flag("PARSER_EPOCHS", 4),
                prune: flag("PRUNE", 0.2),
                scale: flag("SCALE", 3.0),
            },
            step: flag("STEP", 0.12),
            members: flag("MEMBERS", 4),
            takers: flag("TAKERS", 8),
            taker_cue_bias: flag("TAKER_CUE_BIAS", 1.4),
        }
    }

    /// Trains on the articles that `keep` names by their number.
    pub fn train(&self, articles: &[Article], parses: &Parses, keep: &dyn Fn(usize) -> bool) -> Trained {
        let mut readings: Vec<Reading> = articles.iter().map(look_at).collect();
        let trees = |keep: &dyn Fn(usize) -> bool, readings: &[Reading]| {
            let kept = articles.iter().zip(readings).enumerate().filter(|(index, _)| keep(*index));
            kept.filter_map(|(_, (a, r))| Some(parser::trees(r, parses.get(&a.id)?)))
                .flatten()
                .collect::<Vec<_>>()
        };
        // What the chains learn from must be parsed as badly as what they will meet: by a parser that has not
        // seen it.
        let half = |index: usize| index / crate::FOLDS % 2;
        let halves =
            [0, 1].map(|h| self.parser.train(&trees(&|i| keep(i) && half(i) != h, &readings), Noise(7)));
        let parser = self.parser.train(&trees(keep, &readings), Noise(7));
        let unseen = trees(&|i| !keep(i), &readings);
        if !unseen.is_empty() {
            let (heads, both) = parser::agreement(&unseen, &parser.parser());
            println!(
                "parser, as the teacher: heads {:.1} %, with relation {:.1} %",
                100.0 * heads,
                100.0 * both
            );
        }
        for (index, reading) in readings.iter_mut().enumerate() {
            reading.parse(&halves[half(index)].parser());
        }
        // The choice of takers too must learn from frames as bad as those it will meet.
        let [first, second] = halves;
        let mut choices = Vec::new();
        for (h, parser) in [first, second].into_iter().enumerate() {
            let trained = self.chains(articles, &readings, parser, 1, &|i| keep(i) && half(i) != h);
            for (index, (article, reading)) in articles.iter().zip(&readings).enumerate() {
                if keep(index) && half(index) == h {
                    let model = Model { cue_bias: self.taker_cue_bias, ..trained.model() };
                    chooser::choices(article, reading, &model, &mut choices);
                }
            }
        }
        let taker = |number: u64| chooser::train(&choices, self.taker_bits, Noise(45 + 100 * number));
        let takers: Vec<Rows> = (0..self.takers).map(taker).collect();
        let taker = Rows::mean(&takers.iter().collect::<Vec<_>>());
        Trained { taker, ..self.chains(articles, &readings, parser, self.members, keep) }
    }

    /// The mean of what was trained on several parts of the articles, with a parser trained on all of them: it depends
    /// less on which articles were seen, and when, than weights trained once on all.
    pub fn mean(&self, trained: &[Trained], articles: &[Article], parses: &Parses) -> Trained {
        let trees = articles.iter().filter_map(|a| Some(parser::trees(&look_at(a), parses.get(&a.id)?)));
        let of = |part: fn(&Trained) -> &learner::Trained| {
            learner::Trained::mean(&trained.iter().map(part).collect::<Vec<_>>())
        };
        Trained {
            cue: of(|t| &t.cue),
            roles: of(|t| &t.roles),
            stretch: of(|t| &t.stretch),
            taker: Rows::mean(&trained.iter().map(|t| &t.taker).collect::<Vec<_>>()),
            parser: self.parser.train(&trees.flatten().collect::<Vec<_>>(), Noise(7)),
        }
    }

    /// Trains all but the choice of takers, each chain so many times for a mean.
    fn chains(
        &self,
        articles: &[Article],
        readings: &[Reading],
        parser: parser::Trained,
        members: u64,
        keep: &dyn Fn(usize) -> bool,
    ) -> Trained {
        let (mut cue_data, mut role_data, mut stretch_data) = (Vec::new(), Vec::new(), Vec::new());
        for (_, (article, reading)) in
            articles.iter().zip(readings).enumerate().filter(|(index, _)| keep(*index))
        {
            examples::cues(article, reading, &mut cue_data);
            examples::roles(article, reading, &mut role_data);
            examples::stretches(article, reading, &mut stretch_data);
        }
        let learn = |topology, bits, data: &[Sequence], seed| {
            let member = |number: u64| {
                let mut learner = Learner::new(topology, bits);
                learner.train(data, self.settings, Noise(seed + 100 * number));
                learner.finish(self.step)
            };
            let all: Vec<learner::Trained> = (0..members).map(member).collect();
            learner::Trained::mean(&all.iter().collect::<Vec<_>>())
        };
        Trained {
            cue: learn(&cue::TOPOLOGY, self.cue_bits, &cue_data, 42),
            roles: learn(&roles::TOPOLOGY, self.role_bits, &role_data, 43),
            stretch: learn(&stretch::TOPOLOGY, (self.stretch_bits, 0), &stretch_data, 44),
            taker: Rows::new(1, 1.0, vec![0.0; 2]),
            parser,
        }
    }
}

impl Trained {
    /// The model, not yet calibrated.
    pub fn model(&self) -> Model<'_> {
        Model {
            cue: self.cue.weights(),
            roles: self.roles.weights(),
            stretch: self.stretch.weights(),
            taker: self.taker.table(),
            parser: self.parser.parser(),
            cue_bias: flag("CUE_BIAS", 1.7),
            second_bias: flag("SECOND_BIAS", 5.0),
            stretch_bias: flag("STRETCH_BIAS", -1.0),
            calibration: Calibration([0.0; Calibration::LENGTH]),
        }
    }
}
