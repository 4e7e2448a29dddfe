//! Finds names in a sentence: what the word lists know, and what the words around a capital tell.

mod known;
mod signs;

use super::gazetteer::Gazetteer;
use super::kind::{EntityKind, Gender};
use super::name::{Name, Shape, Signs};
use super::title;
use super::treaty::{TreatyName, treaty_at};
use super::words::Words;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// Reads the names of one sentence.
pub(super) struct Scan<'a> {
    words: Words<'a>,
    gazetteer: &'static Gazetteer,
    sentence: TokenRange,
    index: u32,
    /// Nearly every word has a capital: a capital says nothing.
    capitals: bool,
}

impl<'a> Scan<'a> {
    /// A scan of the sentence with that index.
    pub(super) fn new(words: Words<'a>, index: u32) -> Self {
        let sentence = words.sentences.get(index as usize).map_or(TokenRange::default(), |s| s.tokens);
        let capitals = is_capitals(words, sentence);
        Self { words, gazetteer: Gazetteer::shared(), sentence, index, capitals }
    }

    /// Appends the names of the sentence in their order.
    pub(super) fn run(&self, names: &mut Vec<Name>) {
        let treaties = self.treaties();
        let mut treaties = treaties.iter().peekable();
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            while treaties.next_if(|treaty| treaty.tokens.start < at).is_some() {}
            if let Some(treaty) = treaties.next_if(|treaty| treaty.tokens.start == at) {
                names.push(self.name(treaty.tokens, Shape::Treaty(*treaty)));
                at = treaty.tokens.end;
                continue;
            }
            let end = treaties.peek().map_or(self.sentence.end, |treaty| treaty.tokens.start);
            at = self.step(at, end, names);
        }
    }

    fn treaties(&self) -> Vec<TreatyName> {
        let mut treaties: Vec<TreatyName> = Vec::new();
        for head in self.sentence.start..self.sentence.end {
            if !self.capitals && self.words.has(head, Class::TreatyHead) {
                let free = treaties.last().map_or(self.sentence.start, |treaty| treaty.tokens.end);
                let found = treaty_at(self.words, self.sentence, head);
                treaties.extend(found.filter(|treaty| treaty.tokens.start >= free));
            }
        }
        treaties
    }

    /// Takes the name at `at`, if there is one; returns where to go on.
    fn step(&self, at: u32, end: u32, names: &mut Vec<Name>) -> u32 {
        let Some(token) = self.words.tokens.get(at as usize) else { return at + 1 };
        let capital = self.words.is_capital(at);
        // Most words are none of what opens a name.
        let opens = capital || token.hyphenated || self.words.has(at, Class::Particle);
        if token.kind != TokenKind::Word || !opens {
            return at + 1;
        }
        if !capital && self.is_particle(at, end) && self.follows_title(at) {
            let run = self.extent(at, end);
            names.extend(self.judge(run));
            return run.end;
        }
        if capital && let Some(next) = self.known(at, end, names) {
            return next;
        }
        if token.hyphenated && (self.is_people(at) || self.parts(at, names)) {
            return at + 1;
        }
        let opens_office = capital && self.words.has_any(at, &[Class::Title, Class::Role]);
        if !capital || !opens_office && self.is_plain(at, end) {
            if capital {
                names.extend(self.plain(at));
            }
            return at + 1;
        }
        if let Some(title) = title::forward(self.words, TokenRange::new(at, end)) {
            if title.len() == 1 && at > self.sentence.start && !self.words.has(at - 1, Class::Determiner) {
                let follows = title.end < end && self.words.is_capital(title.end);
                if !follows && !self.words.has(at, Class::Abbreviation) {
                    names.push(self.name(title, Shape::Open));
                }
            } else if title.len() == 1 {
                names.extend(self.plain(at));
            }
            return title.end;
        }
        if self.is_plain(at, end) {
            names.extend(self.plain(at));
            return at + 1;
        }
        let run = self.extent(at, end);
        names.extend(self.judge(run));
        run.end
    }

    /// Whether the capital at `at` says nothing: an ordinary word that opens the sentence, a day, a month.
    fn is_plain(&self, at: u32, end: u32) -> bool {
        let words = self.words;
        let follows = at + 1 < end && (words.is_capital(at + 1) || self.is_particle(at + 1, end));
        let stop = at > self.sentence.start && words.kind(at - 1) == Some(TokenKind::Stop);
        let before = at - u32::from(stop);
        if before > self.sentence.start && words.has_any(before - 1, &title::HONORIFIC) {
            return false;
        }
        if words.has_any(at, &[Class::Month, Class::Weekday]) {
            return !(self.is_first_name(at) && follows);
        }
        if words.has_any(at, &[Class::Determiner, Class::Pronoun]) || self.is_contraction(at) {
            return true;
        }
        if words.str(at).len() == 1 {
            return !(at + 1 < end && words.is_capital(at + 1));
        }
        if self.is_compound(at) {
            return true;
        }
        let weak = self.is_weak(at);
        let named = self.is_first_name(at)
            && at + 1 < end
            && words.is_capital(at + 1)
            && !(weak && words.has(at + 1, Class::Common));
        let head = [Class::Preposition, Class::Conjunction, Class::Auxiliary];
        (weak && words.has(at, Class::Common) && !named && !self.opens_title(at, end))
            || words.has_any(at, &head) && !named
            || self.capitals && words.has_any(at, &[Class::ActVerb, Class::Common]) && !named
    }

    /// "I've", "They’re".
    fn is_contraction(&self, at: u32) -> bool {
        let word = self.words.str(at);
        // Few words have a mark within.
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return false;
        }
        let stem = word.split_once(['\'', '’']).map(|(stem, _)| self.words.lexicon.look_up(stem));
        stem.is_some_and(|stem| self.words.lexicon.is(stem, Class::Pronoun))
    }

    /// Whether an ordinary word at the sentence's start opens a title or a body's name ("Foreign Minister").
    fn opens_title(&self, at: u32, end: u32) -> bool {
        at + 1 < end && self.words.is_capital(at + 1) && !self.capitals
    }

    /// Whether a capital at `at` is owed to its place.
    fn is_weak(&self, at: u32) -> bool {
        let opens = at == self.sentence.start
            || at > self.sentence.start
                && (self.words.is_mark(at - 1) && !self.closes_media(at)
                    || matches!(
                        self.words.kind(at - 1),
                        Some(TokenKind::Dash | TokenKind::Colon | TokenKind::Ellipsis)
                    ));
        (opens || self.capitals) && !self.words.is_prefixed(at)
    }

    fn closes_media(&self, at: u32) -> bool {
        at >= self.sentence.start + 2 && self.words.has(at - 2, Class::Media)
    }

    /// "van" of "van der Berg", "bin" of "bin Salman".
    fn is_particle(&self, at: u32, end: u32) -> bool {
        let particle = |at: u32| self.words.has(at, Class::Particle) && self.words.is_lower(at);
        let name = if particle(at) && particle(at + 1) { at + 2 } else { at + 1 };
        particle(at) && name < end && self.words.is_capital(name)
    }

    /// Whether the particle at `at` opens a surname: after a title, or where it does not join two names.
    fn follows_title(&self, at: u32) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start);
        let joins = before.is_some_and(|before| self.words.is_capital(before));
        !joins && self.words.str(at).len() > 2
            || before.is_some_and(|before| self.words.has(before, Class::Title))
    }

    fn is_first_name(&self, at: u32) -> bool {
        self.words.has_any(at, &[Class::FirstMale, Class::FirstFemale])
    }

    /// How far the run of capitals that starts at `at` goes.
    fn extent(&self, at: u32, end: u32) -> TokenRange {
        let words = self.words;
        let mut crossed = false;
        let mut next = at + 1;
        while next < end && next < at + 12 {
            let token = words.tokens[next as usize];
            if words.is_capital(next) && token.spaced && !self.breaks(at, next) {
                next += 1;
            } else if words.has(next, Class::Particle) && words.is_lower(next) && !crossed {
                let two = words.has(next + 1, Class::Particle) && words.is_lower(next + 1);
                let after = if two { next + 2 } else { next + 1 };
                if after >= end || !words.is_capital(after) {
                    break;
                }
                next = after + 1;
            } else if words.is(next - 1, "st") && token.kind == TokenKind::Stop && words.is_capital(next + 1)
            {
                next += 2;
            } else if self.crosses(at, next, end, crossed) {
                crossed = true;
                next += if words.is(next + 1, "the") { 3 } else { 2 };
            } else {
                break;
            }
        }
        TokenRange::new(at, next.min(end))
    }

    /// Whether the capital at `next` opens something else than the run from `at`.
    fn breaks(&self, at: u32, next: u32) -> bool {
        let words = self.words;
        let surname = next == at + 1 && self.is_first_name(at);
        if words.has_any(next, &[Class::Weekday, Class::Determiner, Class::Preposition])
            || words.has(next, Class::Month) && !surname
            || self.is_compound(next)
        {
            return true;
        }
        if self.capitals
            && words.has_any(next, &[Class::ActVerb, Class::Common, Class::Auxiliary, Class::Conjunction])
        {
            return true;
        }
        let head = words.has_any(next, &[Class::OrganisationHead, Class::PlaceHead]);
        if head || surname {
            return false;
        }
        let tokens = words.tokens.get(next as usize..self.sentence.end as usize).unwrap_or_default();
        self.gazetteer.find(tokens).is_some()
            || words.has_any(next, &[Class::Title]) && words.has(next, Class::Abbreviation)
    }

    /// "Bank of Y", "Committee on Foreign Relations": a lower-case word within a body's name.
    fn crosses(&self, at: u32, next: u32, end: u32, crossed: bool) -> bool {
        let words = self.words;
        let after = if words.is(next + 1, "the") { next + 2 } else { next + 1 };
        if after >= end || !words.is_capital(after) || words.has_any(after, &[Class::Month, Class::Weekday]) {
            return false;
        }
        // "Edison Research for the Associated Press": another body.
        let body = |known| self.gazetteer.known(known).kind == EntityKind::Organisation;
        let rest = words.tokens.get(after as usize..self.sentence.end as usize).unwrap_or_default();
        if words.is(next, "for") && self.gazetteer.find(rest).is_some_and(|phrase| body(phrase.known)) {
            return false;
        }
        let headed = words.has(next - 1, Class::OrganisationHead) || words.has(at, Class::OrganisationHead);
        let joins = words.is_any(next, &["of", "for", "on"]);
        headed && joins && !self.is_first_name(after)
            || crossed
                && words.is_any(next, &["and", "&"])
                && words.has_any(after, &[Class::Portfolio, Class::OrganisationHead])
            || crossed
                && words.is(next, "and")
                && after + 1 < end
                && words.is_capital(after + 1)
                && !self.is_first_name(after)
    }

    /// What a run of capitals looks like; nothing where it is no name.
    fn judge(&self, run: TokenRange) -> Option<Name> {
        let words = self.words;
        let last = run.end - 1;
        let mut name = self.name(run, Shape::Open);
        name.title = title::backward(words, self.sentence, run);
        name.gender = title::gender(words, name.title);
        let first_name = self.is_first_name(run.start);
        if name.gender == Gender::Unknown {
            name.gender = title::first_gender(words, run);
        }
        name.signs = self.signs(run, name.title);
        let titled = !name.title.is_empty();
        // "Mr Gates" is a person; "secretary of State", "resident N.H." need more to be one.
        let capital_title = words.is_capital(name.title.start) && words.has(name.title.start, Class::Title);
        let inner_initial = run.len() > 2 && words.is_initial(run.start + 1);
        // "the Kelly File": no article stands before a person, but for "the Ann Lee affair".
        let article = run.start > self.sentence.start && words.is(run.start - 1, "the");
        let first_name = first_name && (!article || self.goes_on(run.end));
        // "C. Stewart Verdery": not "A Lee Song".
        let initials = words.is_initial(run.start) && words.str(run.start).ends_with('.');
        let initials = initials && run.len() > 2 && self.is_first_name(run.start + 1);
        let pair = run.len() == 2 && first_name;
        let crossed = (run.start..run.end).any(|at| words.is_any(at, &["of", "for", "on"]));
        let headed = run.len() > 1
            && (words.has(last, Class::OrganisationHead) || run.len() > 2 && words.is(last, "show"));
        name.shape = if crossed || headed && (!pair || name.title.is_empty()) {
            Shape::Headed(EntityKind::Organisation)
        } else if words.has(last, Class::PlaceHead)
            && run.len() > 1
            && (!pair || words.is_any(last, &["county", "arena"]))
            && name.title.is_empty()
        {
            Shape::Headed(EntityKind::Place)
        } else if words.has(last, Class::EventHead) && run.len() > 1 && !pair {
            Shape::Headed(EntityKind::Event)
        } else if titled && (run.len() > 1 || capital_title)
            || run.len() > 1 && first_name
            || inner_initial
            || initials
        {
            Shape::Person
        } else if self.follows_media(run.start) {
            Shape::Headed(EntityKind::Organisation)
        } else {
            Shape::Open
        };
        let ordinary = (run.start..run.end)
            .all(|at| words.has_any(at, &[Class::Common, Class::Modifier, Class::Role, Class::People]));
        if run.len() == 1 && is_tag_of_state(words.str(last)) {
            return None;
        }
        if ordinary && matches!(name.shape, Shape::Open) {
            return self.plain(run.start).filter(|_| run.len() == 1);
        }
        Some(name)
    }

    /// An ordinary word with a capital where a surname may stand: "Sharp said", "asked Sharp".
    fn plain(&self, at: u32) -> Option<Name> {
        const FUNCTION: [Class; 5] =
            [Class::Determiner, Class::Pronoun, Class::Preposition, Class::Conjunction, Class::Abbreviation];
        let words = self.words;
        let next = at + 1;
        let after = if next < self.sentence.end { words.kind(next) } else { None };
        let does = after == Some(TokenKind::Word) && words.is_lower(next) && words.has(next, Class::ActVerb);
        let acts = does
            || after == Some(TokenKind::Word)
                && words.is_lower(next)
                && (words.tag(next).is_finite() || words.is(next, "who"));
        // "May", "Will": a surname where it can be nothing else.
        let other = words.has_any(at, &[Class::Auxiliary, Class::Month, Class::Weekday]);
        let set_off = matches!(after, Some(TokenKind::Possessive | TokenKind::Comma));
        let free = !self.is_weak(at)
            && !matches!(words.tag(at - 1), Tag::Determiner | Tag::Adjective)
            && !words.is_capital(at - 1)
            && (after != Some(TokenKind::Word) || words.is_lower(next) && !words.tag(next).is_nominal());
        if self.capitals
            || words.has_any(at, &FUNCTION)
            || words.str(at).len() < 3
            || !(acts || set_off || free)
            || other && !does && after != Some(TokenKind::Possessive)
        {
            return None;
        }
        let mut name = self.name(TokenRange::new(at, next), Shape::Open);
        name.signs.plain = true;
        Some(name)
    }

    fn name(&self, tokens: TokenRange, shape: Shape) -> Name {
        Name {
            sentence: self.index,
            tokens,
            span: self.words.span(tokens),
            shape,
            title: TokenRange::new(tokens.start, tokens.start),
            gender: Gender::Unknown,
            signs: Signs { weak: self.is_weak(tokens.start), ..Signs::default() },
        }
    }
}

/// "N.C.", or "D-MA" after a politician's name.
fn is_tag_of_state(word: &str) -> bool {
    let capitals = word.chars().all(|c| c.is_uppercase() || c == '.' || c == '-');
    capitals && (word.contains('.') || word.find('-') == Some(1))
}

/// Whether a line has capitals on nearly all its longer words, as some headlines have.
fn is_capitals(words: Words<'_>, sentence: TokenRange) -> bool {
    const SMALL: [Class; 4] = [Class::Preposition, Class::Conjunction, Class::Determiner, Class::Auxiliary];
    let (mut capital, mut lower) = (0_u32, 0_u32);
    for at in sentence.start..sentence.end {
        if words.is_capital(at) {
            capital += 1;
        } else if words.is_lower(at) && !words.has_any(at, &SMALL) {
            lower += 1;
            if lower > 3 {
                return false;
            }
        }
    }
    capital >= 4 && lower * 8 <= capital
}
