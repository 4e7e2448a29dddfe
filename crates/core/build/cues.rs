//! `data/cues.tsv`: the verbs, then their counts as one column of hits and one of sightings. First come the verbs in
//! the active voice, then those in the passive; then, frame by frame, the voices that take it.

use super::{Failure, File, front_coded, push_number, rows};
use std::collections::BTreeMap;

/// Hits and sightings.
type Rate = (usize, usize);

pub fn pack(table: &str) -> Result<Vec<File>, Failure> {
    let mut verbs = Verbs::default();
    for row in rows(table) {
        verbs.add(&row).ok_or_else(|| format!("data/cues.tsv: {row:?} is not understood"))?;
    }
    verbs.pack()
}

#[derive(Default)]
struct Verbs<'a> {
    lemmas: Vec<&'a str>,
    acts: Vec<&'a str>,
    irregular: Vec<&'a str>,
    /// Active and passive.
    totals: [Vec<Rate>; 2],
    /// For each frame the verbs that take it: passive or not, the verb's number, the rate.
    frames: BTreeMap<&'a str, Vec<(bool, usize, Rate)>>,
}

impl<'a> Verbs<'a> {
    fn add(&mut self, row: &[&'a str]) -> Option<()> {
        let [name, act, irregular, total, frames] = row else { return None };
        let lemma = name.trim_end_matches('+');
        let passive = lemma != *name;
        if self.lemmas.last() != Some(&lemma) {
            self.lemmas.push(lemma);
            self.acts.push(act);
            self.irregular.push(irregular);
            self.totals.iter_mut().for_each(|voice| voice.push((0, 0)));
        }
        let verb = self.lemmas.len() - 1;
        self.totals[usize::from(passive)][verb] = rate(total)?;
        for entry in frames.split(' ').filter(|entry| !entry.is_empty()) {
            let (frame, counts) = entry.split_once(':')?;
            self.frames.entry(frame).or_default().push((passive, verb, rate(counts)?));
        }
        Some(())
    }

    fn pack(self) -> Result<Vec<File>, Failure> {
        let mut frames: Vec<_> = self.frames.into_iter().collect();
        frames.sort_by_key(|(_, taken)| std::cmp::Reverse(taken.len()));
        let mut names = Vec::new();
        let (mut places, mut rates) = (Vec::new(), self.totals.concat());
        for (name, mut taken) in frames {
            names.push(name);
            push_number(&mut places, taken.len());
            taken.sort();
            let mut last = 0;
            for (passive, verb, rate) in taken {
                let voice = verb + usize::from(passive) * self.lemmas.len();
                push_number(&mut places, voice - last);
                last = voice;
                rates.push(rate);
            }
        }
        let (mut hits, mut seen) = (Vec::new(), Vec::new());
        for rate in rates {
            push_number(&mut hits, rate.0);
            push_number(&mut seen, rate.1);
        }
        Ok(vec![
            ("verbs.front", front_coded(self.lemmas.iter().copied())?.into_bytes()),
            ("verbs.acts", self.acts.join("\n").into_bytes()),
            ("verbs.forms", self.irregular.join("\n").into_bytes()),
            ("frames.txt", names.join("\n").into_bytes()),
            ("frames.places", places),
            ("rates.hits", hits),
            ("rates.seen", seen),
        ])
    }
}

fn rate(counts: &str) -> Option<Rate> {
    let (hits, seen) = counts.split_once('/')?;
    Some((hits.parse().ok()?, seen.parse().ok()?))
}
