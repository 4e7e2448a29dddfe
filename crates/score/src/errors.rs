//! What was missed and what is wrong, by class. Stretches between double marks are judged by whom they were given
//! to, what is reported without marks by its cue.

use crate::{Attribution, CONTENT, CUE, Loaded, Record, SOURCE, Tokens};
use crate::{covering, load, meet, quoted_segments, shared};

/// The classes in the order in which they are listed to people. The first five share out the stretches to which
/// people gave a speaker, those from the seventh to the twelfth what people found without marks.
pub const CLASSES: [&str; 13] = [
    "in marks: right",
    "in marks: not found",
    "in marks: cue missed",
    "in marks: another cue took it",
    "in marks: wrong source beside the cue",
    "in marks: no speech taken for speech",
    "without marks: exact",
    "without marks: cue missed",
    "without marks: split",
    "without marks: merged",
    "without marks: wrong source",
    "without marks: boundary",
    "without marks: no attribution taken for one",
];

/// How many there are of each class.
#[must_use]
pub fn errors(gold: &[Record], predictions: &[Record]) -> [usize; CLASSES.len()] {
    let mut counts = [0; CLASSES.len()];
    for document in gold {
        let found = predictions.iter().find(|prediction| prediction.id == document.id);
        count(document, found.map(|f| f.attributions.as_slice()).unwrap_or_default(), &mut counts);
    }
    counts
}

fn count(document: &Record, found: &[Attribution], counts: &mut [usize; CLASSES.len()]) {
    let text: Vec<char> = document.text.chars().collect();
    let (tokens, segments) = (Tokens::new(&text), quoted_segments(&text));
    let quoted = tokens.words(&tokens.covered(&segments));
    let gold = load(&document.attributions, &tokens, &quoted);
    let found = load(found, &tokens, &quoted);
    for segment in segments {
        let words = tokens.words(&tokens.covered(&[segment]));
        if words.is_empty() {
            continue;
        }
        let class = match (covering(&words, &found), covering(&words, &gold)) {
            (None, Some(_)) => 1,
            (Some(p), Some(g)) if g.roles[SOURCE].is_empty() || meet(&p.roles[SOURCE], &g.roles[SOURCE]) => 0,
            (Some(p), Some(g)) if meet(&p.roles[CUE], &g.roles[CUE]) => 4,
            (Some(_), Some(g)) if found.iter().any(|p| meet(&p.roles[CUE], &g.roles[CUE])) => 3,
            (Some(_), Some(_)) => 2,
            (Some(_), None) => 5,
            (None, None) => continue,
        };
        counts[class] += 1;
    }
    for (index, g) in gold.iter().enumerate().filter(|(_, g)| g.kind == "indirect") {
        counts[without_marks(index, g, &gold, &found)] += 1;
    }
    let extra =
        |p: &&Loaded| p.kind == "indirect" && !gold.iter().any(|g| meet(&p.roles[CUE], &g.roles[CUE]));
    counts[12] += found.iter().filter(extra).count();
}

fn without_marks(index: usize, g: &Loaded, gold: &[Loaded], found: &[Loaded]) -> usize {
    let Some(p) = found.iter().find(|p| meet(&p.roles[CUE], &g.roles[CUE])) else { return 7 };
    if p.roles[CONTENT] == g.roles[CONTENT] {
        let right = p.roles[SOURCE] == g.roles[SOURCE] || meet(&p.roles[SOURCE], &g.roles[SOURCE]);
        return if right { 6 } else { 10 };
    }
    // Words that people gave to this cue stand in another's content, or the other way round.
    let parts = found.iter().filter(|p| 2 * shared(&p.words, &g.words) > p.words.len()).count();
    let others = gold.iter().enumerate().filter(|(other, _)| *other != index);
    let holds =
        |o: &Loaded| meet(&o.words, &p.words) && !meet(&o.words, &g.words) && !meet(&o.roles[CUE], &p.words);
    match () {
        () if parts > 1 => 8,
        () if others.into_iter().any(|(_, o)| holds(o)) => 9,
        () => 11,
    }
}
