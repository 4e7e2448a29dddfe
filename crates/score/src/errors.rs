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

/// Something that was judged, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which of [`CLASSES`].
    pub class: usize,
    /// The article.
    pub id: String,
    /// The first code point of the stretch between marks; without marks, that of the content.
    pub start: usize,
}

/// Everything that can be judged, article by article.
#[must_use]
pub fn errors(gold: &[Record], predictions: &[Record]) -> Vec<Place> {
    let mut places = Vec::new();
    for document in gold {
        let found = predictions.iter().find(|prediction| prediction.id == document.id);
        let found = found.map(|f| f.attributions.as_slice()).unwrap_or_default();
        judge(document, found, |class, start| places.push(Place { class, id: document.id.clone(), start }));
    }
    places
}

/// How many there are of each class.
#[must_use]
pub fn counts(places: &[Place]) -> [usize; CLASSES.len()] {
    std::array::from_fn(|class| places.iter().filter(|place| place.class == class).count())
}

fn judge(document: &Record, found: &[Attribution], mut place: impl FnMut(usize, usize)) {
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
        place(class, segment.0);
    }
    for (index, g) in gold.iter().enumerate().filter(|(_, g)| g.kind == "indirect") {
        place(without_marks(index, g, &gold, &found), tokens.start(&g.roles[CONTENT]));
    }
    let extra =
        |p: &&Loaded| p.kind == "indirect" && !gold.iter().any(|g| meet(&p.roles[CUE], &g.roles[CUE]));
    for p in found.iter().filter(extra) {
        place(12, tokens.start(&p.roles[CONTENT]));
    }
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
