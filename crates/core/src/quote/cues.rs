//! Which verbs attribute: counts from `data/cues.tsv`, and the table that weighs them with what stands around.

use super::cue::Candidate;
use super::frame::Frame;
use super::judged::Feature;
use super::reader::Reader;
use crate::lexicon::{Lexicon, WordId};
use crate::packed::{Numbers, column, for_each_word, lines};
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
    lemma: Box<str>,
    act: &'static str,
    /// Whether it attributes more often than not so.
    often: bool,
    /// Active and passive.
    voices: [Voice; 2],
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
        cues.read_verbs(lexicon);
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

    /// Reads `data/cues.tsv` as `build/cues.rs` packs it.
    fn read_verbs(&mut self, lexicon: &Lexicon) {
        let (mut hits, mut seen) = (Numbers(column!("rates.hits")), Numbers(column!("rates.seen")));
        let mut places = Numbers(column!("frames.places"));
        let count = |column: &mut Numbers| column.next().unwrap_or_default();
        let mut rate = || Rate { hits: count(&mut hits) as f32, seen: count(&mut seen) as f32 };
        let mut acts = lines!("verbs.acts").split('\n');
        for_each_word(lines!("verbs.front"), |lemma| {
            let act = acts.next().unwrap_or("-");
            self.verbs.push(Verb { lemma: lemma.into(), act, often: false, voices: Default::default() });
        });
        for voice in 0..2 {
            self.verbs.iter_mut().for_each(|verb| verb.voices[voice].all = rate());
        }
        for name in lines!("frames.txt").lines() {
            let (particle, frame) = name.split_once('~').unwrap_or(("", name));
            let (particle, frame) = (lexicon.look_up(particle), Frame::named(frame));
            let mut place = 0;
            for _ in 0..count(&mut places) {
                place += count(&mut places) as usize;
                let rate = rate();
                let (voice, verb) = (place / self.verbs.len(), place % self.verbs.len());
                if let Some(frame) = frame {
                    self.verbs[verb].voices[voice].frames.push((particle, frame, rate));
                }
            }
        }
        for verb in &mut self.verbs {
            verb.often = verb.voices[0].all.smoothed(UNSEEN, 3.0) > 0.4;
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
    pub fn lemma(&self, reader: Reader<'_>, head: u32) -> Option<&str> {
        self.verb(reader, head).map(|v| &*v.lemma)
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
            .map_or(&none, |verb| &verb.voices[usize::from(candidate.passive)]);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_there() {
        let cues = Cues::shared();
        let mut count = 0;
        for (name, rest) in rows(include_str!("../../data/cues.tsv")) {
            let lemma = name.trim_end_matches('+');
            let verb = cues.verbs.iter().find(|verb| *verb.lemma == *lemma).expect(lemma);
            let voice = &verb.voices[usize::from(name.ends_with('+'))];
            let columns: Vec<&str> = rest.split('\t').collect();
            let mut entries: Vec<String> = voice.frames.iter().map(entry).collect();
            let mut expected: Vec<&str> = columns[3].split(' ').filter(|entry| !entry.is_empty()).collect();
            entries.sort_unstable();
            expected.sort_unstable();
            assert_eq!((verb.act, written(voice.all).as_str()), (columns[0], columns[2]), "{name}");
            assert_eq!(entries, expected, "{name}");
            count += 1;
        }
        assert_eq!(
            count,
            cues.verbs.iter().flat_map(|verb| &verb.voices).filter(|v| v.all.seen > 0.0).count()
        );
    }

    fn entry((particle, frame, rate): &(WordId, Frame, Rate)) -> String {
        let tie = if particle.is_known() { "~" } else { "" };
        format!("{}{tie}{}:{}", Lexicon::shared().word(*particle), frame.name(), written(*rate))
    }

    fn written(rate: Rate) -> String {
        format!("{}/{}", rate.hits, rate.seen)
    }
}
