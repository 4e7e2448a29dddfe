//! Which verbs attribute: counts from `data/cues.tsv`, and the table that weighs them with what stands around.

use super::cue::{Candidate, Feature};
use super::frame::Frame;
use super::reader::Reader;
use crate::lexicon::{Lexicon, WordId};
use std::sync::OnceLock;

/// How often something attributed, out of how often it was seen.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rate {
    hits: f32,
    seen: f32,
}

impl Rate {
    /// Reads "12/30".
    pub fn parse(text: &str) -> Self {
        let (hits, seen) = text.split_once('/').unwrap_or(("0", "0"));
        let count = |text: &str| f32::from(text.parse::<u16>().unwrap_or_default());
        Self { hits: count(hits), seen: count(seen) }
    }

    /// The rate, drawn towards `expected` with the weight of `strength` sightings.
    pub fn smoothed(self, expected: f32, strength: f32) -> f32 {
        (self.hits + expected * strength) / (self.seen + strength)
    }
}

/// One verb in one voice.
#[derive(Debug, Default)]
struct Voice {
    all: Rate,
    frames: Vec<(WordId, Frame, Rate)>,
}

/// One verb.
#[derive(Debug)]
struct Verb {
    lemma: &'static str,
    act: &'static str,
    /// Whether it attributes more often than not so.
    often: bool,
    active: Voice,
    passive: Voice,
}

/// All verbs, frames and weights.
pub(super) struct Cues {
    verbs: Vec<Verb>,
    /// For each frame how much it makes any verb likelier.
    frames: [f32; Frame::ALL.len()],
    frame_weights: [f32; Frame::ALL.len()],
    weights: [f32; Feature::ALL.len()],
    bias: f32,
    of_frame: f32,
    of_verb: f32,
    rare: f32,
}

/// The share of all verbs that attribute: what is expected of a verb never seen.
const UNSEEN: f32 = 0.12;

impl Cues {
    /// The table of this build.
    pub fn shared() -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| Self::read(Lexicon::shared()))
    }

    fn read(lexicon: &Lexicon) -> Self {
        let mut cues = Self {
            verbs: Vec::new(),
            frames: [0.0; Frame::ALL.len()],
            frame_weights: [0.0; Frame::ALL.len()],
            weights: [0.0; Feature::ALL.len()],
            bias: 0.0,
            of_frame: 0.0,
            of_verb: 0.0,
            rare: 0.0,
        };
        for (lemma, rest) in rows(include_str!("../../data/cues.tsv")) {
            cues.add_verb(lemma, rest, lexicon);
        }
        for (name, rate) in rows(include_str!("../../data/frames.tsv")) {
            if let Some(frame) = Frame::named(name) {
                let rate = Rate::parse(rate);
                let general = (rate.hits + 1.0) / (rate.seen + 8.0);
                cues.frames[frame as usize] = 0.6 * (logit(general) - logit(UNSEEN));
            }
        }
        for (name, weight) in rows(include_str!("../../data/judge.tsv")) {
            cues.set_weight(name, hundredths(weight));
        }
        cues
    }

    fn add_verb(&mut self, lemma: &'static str, rest: &'static str, lexicon: &Lexicon) {
        let passive = lemma.ends_with('+');
        let lemma = lemma.trim_end_matches('+');
        let mut columns = rest.split('\t');
        let act = columns.next().unwrap_or("-");
        let all = Rate::parse(columns.nth(1).unwrap_or_default());
        let entry = |entry: &str| {
            let (key, rate) = entry.split_once(':')?;
            let (particle, frame) = key.split_once('~').unwrap_or(("", key));
            Some((lexicon.look_up(particle), Frame::named(frame)?, Rate::parse(rate)))
        };
        let frames = columns.next().unwrap_or_default().split(' ').filter_map(entry).collect();
        let voice = Voice { all, frames };
        if self.verbs.last().is_none_or(|v| v.lemma != lemma) {
            self.verbs.push(Verb {
                lemma,
                act,
                often: false,
                active: Voice::default(),
                passive: Voice::default(),
            });
        }
        if let Some(verb) = self.verbs.last_mut() {
            *(if passive { &mut verb.passive } else { &mut verb.active }) = voice;
            verb.often = verb.active.all.smoothed(UNSEEN, 3.0) > 0.4;
        }
    }

    fn set_weight(&mut self, name: &str, weight: f32) {
        match name {
            "bias" => self.bias = weight,
            "lf" => self.of_frame = weight,
            "lp" => self.of_verb = weight,
            "rare" => self.rare = weight,
            _ => {
                if let Some(frame) = name.strip_prefix("f:").and_then(Frame::named) {
                    self.frame_weights[frame as usize] = weight;
                } else if let Some(feature) = Feature::named(name) {
                    self.weights[feature as usize] = weight;
                }
            }
        }
    }

    fn verb(&self, reader: Reader<'_>, head: u32) -> Option<&Verb> {
        let row = reader.lexicon.cue(reader.word(head))?;
        self.verbs.get(row as usize)
    }

    /// The dictionary form of the verb, where the table knows it.
    pub fn lemma(&self, reader: Reader<'_>, head: u32) -> Option<&'static str> {
        self.verb(reader, head).map(|v| v.lemma)
    }

    /// Whether the verb attributes more often than not so.
    pub fn often(&self, reader: Reader<'_>, head: u32) -> bool {
        self.verb(reader, head).is_some_and(|v| v.often)
    }

    /// What kind of speech act the verb names ("urge", "deny"); "-" where none is set down.
    pub fn act(&self, reader: Reader<'_>, head: u32) -> &'static str {
        self.verb(reader, head).map_or("-", |v| v.act)
    }

    /// 0 to 1: how likely the verb attributes here.
    pub fn likelihood(&self, reader: Reader<'_>, candidate: &Candidate) -> f32 {
        let frame = candidate.complement.frame;
        let particle = reader.particle_word(&candidate.complement);
        let none = Voice::default();
        let voice = self
            .verb(reader, candidate.head)
            .map_or(&none, |verb| if candidate.passive { &verb.passive } else { &verb.active });
        let of_verb = voice.all.smoothed(UNSEEN, 3.0);
        let (mut with_particle, mut in_frame) = (Rate::default(), Rate::default());
        for (_, f, rate) in voice.frames.iter().filter(|(p, _, _)| *p == particle) {
            with_particle.hits += rate.hits;
            with_particle.seen += rate.seen;
            if *f == frame {
                in_frame = *rate;
            }
        }
        let of_particle = with_particle.smoothed(of_verb, 3.0);
        let expected = sigmoid(logit(of_particle.clamp(0.004, 0.98)) + self.frames[frame as usize]);
        let of_frame = in_frame.smoothed(expected, 4.0);
        let clamped = |rate: f32| logit(rate.clamp(0.003, 0.99));
        let rare = if voice.all.seen < 3.0 { self.rare } else { 0.0 };
        let around: f32 = candidate.features(reader).map(|feature| self.weights[feature as usize]).sum();
        sigmoid(
            self.bias
                + self.frame_weights[frame as usize]
                + self.of_frame * clamped(of_frame)
                + self.of_verb * clamped(of_particle)
                + rare
                + around,
        )
    }
}

/// Reads "-19" as -0.19: the standard library's reader of decimal fractions would add 10 kB of tables.
fn hundredths(text: &str) -> f32 {
    f32::from(text.parse::<i16>().unwrap_or_default()) / 100.0
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
}

fn logit(p: f32) -> f32 {
    (p / (1.0 - p)).ln()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
