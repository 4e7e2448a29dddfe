//! Where a person's name begins and ends within a run of capitals: "Majority Leader Ann Lee" is a title and a
//! name, "Ann Lee Meets Bo Ek" in a headline two names with a verb between them.

use super::kind::Gender;
use super::name::{Name, Shape};
use super::title;
use super::words::Words;
use crate::lexicon::Class;
use crate::span::TokenRange;
use rustc_hash::{FxHashMap, FxHashSet};

const FIRST: [Class; 2] = [Class::FirstMale, Class::FirstFemale];
/// Words that stand before names and are none.
const ORDINARY: [Class; 9] = [
    Class::Common,
    Class::Title,
    Class::Role,
    Class::People,
    Class::Modifier,
    Class::Portfolio,
    Class::OrganisationHead,
    Class::ActVerb,
    Class::Auxiliary,
];
/// Words that no name of two words ends with.
const HEADS: [Class; 6] =
    [Class::Common, Class::Role, Class::People, Class::OrganisationHead, Class::PlaceHead, Class::EventHead];

/// Cuts the names of a document to what is a person's name in them.
pub(super) fn settle(words: Words<'_>, names: Vec<Name>) -> Vec<Name> {
    let borders = Borders::of(words, &names);
    let mut settled = Vec::with_capacity(names.len());
    for name in names {
        borders.cut(name, &mut settled);
    }
    settled
}

/// The full names that the document gives outside headlines.
struct Borders<'a> {
    words: Words<'a>,
    /// First and last words.
    pairs: FxHashSet<(u64, u64)>,
    /// Of each surname, the first names that lists know.
    firsts: FxHashMap<u64, u64>,
}

impl<'a> Borders<'a> {
    fn of(words: Words<'a>, names: &[Name]) -> Self {
        let mut borders = Self { words, pairs: FxHashSet::default(), firsts: FxHashMap::default() };
        for name in names.iter().filter(|name| matches!(name.shape, Shape::Open | Shape::Person)) {
            let (first, last) = (name.tokens.start, name.tokens.end - 1);
            let full = matches!(name.tokens.len(), 2..=4) && words.has_any(first, &FIRST);
            if full && !name.signs.headline && !words.has_any(last, &HEADS) {
                borders.pairs.insert((words.hash(first), words.hash(last)));
                if !words.has_any(first, &[Class::Auxiliary, Class::ActVerb]) {
                    borders.firsts.insert(words.hash(last), words.hash(first));
                }
            }
        }
        borders
    }

    /// Appends the names that are in `name`.
    fn cut(&self, mut name: Name, settled: &mut Vec<Name>) {
        if !matches!(name.shape, Shape::Open | Shape::Person | Shape::Headed(_)) || name.tokens.len() < 2 {
            settled.push(name);
            return;
        }
        if let Some(start) = self.start(&name) {
            if self.words.has_any(name.tokens.start, &FIRST) {
                let mut before = name;
                before.tokens.end = start;
                self.cut_end(&mut before);
                if before.tokens.len() > 1 {
                    settled.push(before);
                }
            }
            self.begin(&mut name, start);
        }
        self.cut_end(&mut name);
        settled.push(name);
    }

    /// Where the name begins, if not at the first capital.
    fn start(&self, name: &Name) -> Option<u32> {
        let words = self.words;
        let (start, end) = (name.tokens.start, name.tokens.end);
        let opens_with_name = words.has_any(start, &FIRST);
        let mut any_ordinary = false;
        let full = (start + 1..end.saturating_sub(1)).find(|at| {
            any_ordinary |= words.has_any(*at - 1, &ORDINARY);
            let pair = self.is_pair(*at, end);
            let before = *at - 1;
            let ordinary = is_what_one_is(words.str(before)) || any_ordinary;
            let first = words.has_any(*at, &FIRST) && !words.has_any(*at + 1, &HEADS);
            let office = words.has_any(before, &[Class::Title, Class::Role, Class::OrganisationHead]);
            let inner = opens_with_name && *at < start + 2;
            let named = first && if opens_with_name { office } else { ordinary };
            // "AFT President Zbyszko Wrona": what follows an office is a name, known or not.
            let unknown = || office && matches!(end - *at, 2 | 3) && (*at..end).all(|at| self.is_strange(at));
            !inner && (pair || named || !opens_with_name && unknown())
        });
        if full.is_some() || matches!(name.shape, Shape::Headed(_)) {
            return full;
        }
        // "Even Lee said", "Will Lee go?" after "Ann Lee".
        let opener = name.signs.weak && is_opener(words, start) && !words.has_any(start, &FIRST);
        let rest = (start + 1..end).len();
        let known = rest == 1 && self.firsts.contains_key(&words.hash(end - 1));
        let bearer = self.firsts.get(&words.hash(end - 1));
        let question = name.signs.weak
            && rest == 1
            && words.has_any(start, &[Class::Auxiliary, Class::ActVerb])
            && bearer.is_some_and(|first| *first != words.hash(start));
        let what = known && !opens_with_name && is_what_one_is(words.str(start));
        (opener || question || what).then_some(start + 1)
    }

    /// Whether a word is in no list of ordinary words.
    fn is_strange(&self, at: u32) -> bool {
        let words = self.words;
        words.is_capital(at)
            && !words.has_any(at, &ORDINARY)
            && !words.has_any(at, &HEADS)
            && !words.is_acronym(at)
    }

    /// Whether a name that the document gives elsewhere stands at `at`, with an initial between or without.
    fn is_pair(&self, at: u32, end: u32) -> bool {
        let words = self.words;
        let last = if at + 2 < end && words.is_initial(at + 1) { at + 2 } else { at + 1 };
        last < end && self.pairs.contains(&(words.hash(at), words.hash(last)))
    }

    /// Lets the name begin at `start`; what stood before is its title.
    fn begin(&self, name: &mut Name, start: u32) {
        let words = self.words;
        let before = name.tokens.start;
        name.tokens.start = start;
        name.span = words.span(name.tokens);
        let sentence = words.sentences.get(name.sentence as usize).map_or(name.tokens, |s| s.tokens);
        name.title = title::backward(words, sentence, name.tokens);
        let office = (before..start).any(|at| words.has_any(at, &[Class::Title, Class::Role]));
        if office && name.title.is_empty() {
            name.title = TokenRange::new(before, start);
        }
        name.gender = match title::gender(words, name.title) {
            Gender::Unknown => title::first_gender(words, name.tokens),
            gender => gender,
        };
        name.signs.weak = false;
        let full =
            name.tokens.len() > 1 && words.has_any(start, &FIRST) || self.is_pair(start, name.tokens.end);
        name.shape = if full { Shape::Person } else { Shape::Open };
    }

    /// In a headline, lets the name end before the verb: "Ann Lee Stuns Voters".
    fn cut_end(&self, name: &mut Name) {
        let words = self.words;
        let (start, end) = (name.tokens.start, name.tokens.end);
        if !name.signs.headline || end - start < 3 || !words.has_any(start, &FIRST) {
            return;
        }
        let first = words.hash(start);
        let known = (start + 1..end).rev().find(|at| self.pairs.contains(&(first, words.hash(*at))));
        let verb = |at: &u32| {
            let word = words.str(*at);
            let generation = words.is_any(*at, &["jr", "sr", "ii", "iii", "iv"]);
            let ending = ["s", "ed", "ing", "S", "ED", "ING"].iter().any(|end| word.ends_with(end));
            let inner = words.is_initial(*at - 1) || words.is_lower(*at - 1);
            !generation
                && !inner
                && (known.is_some() || words.has_any(*at, &ORDINARY) || ending && !word.contains('.'))
        };
        if let Some(after) = (known.unwrap_or(start + 1) + 1..end).find(verb) {
            name.tokens.end = after;
            name.span = words.span(name.tokens);
            name.shape = Shape::Person;
        }
    }
}

/// Whether a word that opens a sentence only leads on to the name after it: "Even", "Now", "When".
fn is_opener(words: Words<'_>, at: u32) -> bool {
    const OPENERS: [&str; 24] = [
        "even",
        "now",
        "then",
        "when",
        "while",
        "as",
        "if",
        "but",
        "and",
        "yet",
        "still",
        "also",
        "only",
        "like",
        "unlike",
        "once",
        "meanwhile",
        "perhaps",
        "maybe",
        "why",
        "how",
        "because",
        "since",
        "though",
    ];
    words.is_any(at, &OPENERS)
}

/// Whether a word ends as words do that say what someone is: "Assemblywoman", "Comedian", "Recorder".
fn is_what_one_is(word: &str) -> bool {
    const ENDS: [&str; 12] =
        ["man", "woman", "crat", "rian", "dian", "lican", "ist", "or", "er", "ary", "chair", "anchor"];
    word.len() > 5 && ENDS.iter().any(|end| word.ends_with(end))
}
