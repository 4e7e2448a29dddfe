//! Noun phrases that refer without a name: "the Russian leader", "US officials", "one analyst", "the treaty".

use super::treaty::names_country;
use super::words::Words;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// What kind of thing the head of a noun phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// "minister"
    Role,
    /// "officials"
    People,
    /// "treaty"
    Treaty,
    /// "radar"
    System,
    /// "campaign", "ministry"
    Body,
}

/// A noun phrase with such a head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nominal {
    /// From the determiner to the head.
    pub(super) tokens: TokenRange,
    /// From the first word that is no determiner.
    pub(super) core: TokenRange,
    pub(super) kind: Head,
    /// "the", "this", "his", or a title alone: something known.
    pub(super) definite: bool,
    /// To the end of what follows: "in Moscow", "for the campaign".
    pub(super) end: u32,
}

impl Nominal {
    /// The head's token.
    pub(super) const fn head(&self) -> u32 {
        self.core.end - 1
    }
}

/// The noun phrase whose head stands at `head`.
pub(super) fn nominal_at(words: Words<'_>, sentence: TokenRange, head: u32) -> Option<Nominal> {
    let kind = head_kind(words, sentence, head)?;
    let next = head + 1;
    let goes_on = next < sentence.end
        && (words.tag(next).is_nominal() && !words.is_any(next, &["today", "yesterday", "tomorrow"]))
        && !words.has_any(next, &[Class::Weekday, Class::Month])
        && !ends_phrase(words, head, next);
    let verb = words.tag(head).is_verb() || words.tag(head) == Tag::Modal || words.tag(head) == Tag::Adverb;
    if goes_on || verb && kind != Head::People {
        return None;
    }
    let start = start_of(words, sentence, head);
    let core = core_of(words, start, head);
    let determiner = TokenRange::new(start, core.start);
    let definite = determined(words, determiner);
    let capital = words.is_capital(head) && head > sentence.start;
    if kind != Head::People && determiner.is_empty() && core.len() == 1 && !capital {
        return None;
    }
    let end =
        if matches!(kind, Head::Role | Head::People) { tail(words, sentence, head + 1) } else { head + 1 };
    Some(Nominal { tokens: TokenRange::new(start, head + 1), core, kind, definite: definite || capital, end })
}

fn head_kind(words: Words<'_>, sentence: TokenRange, head: u32) -> Option<Head> {
    let opens = head == sentence.start;
    let classes = words.classes(head);
    if words.kind(head) != Some(TokenKind::Word) {
        return None;
    }
    match () {
        () if classes.has(Class::People) && (!words.is_capital(head) || opens) => Some(Head::People),
        () if classes.has(Class::Role) || classes.has(Class::Title) && words.is_capital(head) => {
            (!classes.has(Class::Abbreviation)).then_some(Head::Role)
        }
        () if classes.has(Class::TreatyHead)
            && words.is_any(head, &["treaty", "pact", "accord", "agreement"]) =>
        {
            Some(Head::Treaty)
        }
        () if classes.has(Class::SystemHead) && words.is_lower(head) => Some(Head::System),
        () if classes.has(Class::OrganisationHead) && words.is_lower(head) => Some(Head::Body),
        () => None,
    }
}

/// Whether the plural or role at `head` ends its phrase although a noun follows: "officials plan to".
fn ends_phrase(words: Words<'_>, head: u32, next: u32) -> bool {
    words.has(head, Class::People) && words.has(next, Class::ActVerb)
}

fn start_of(words: Words<'_>, sentence: TokenRange, head: u32) -> u32 {
    let mut start = head;
    while start > sentence.start && head - start < 10 {
        let at = start - 1;
        let tag = words.tag(at);
        if tag == Tag::Determiner
            || words.is_any(at, &["one", "several", "many", "some", "two", "both", "all"])
        {
            start = at;
            if words.is_any(at - u32::from(at > sentence.start), &["all", "both"]) && at > sentence.start {
                start = at - 1;
            }
            break;
        }
        let inside = tag.is_nominal()
            || words.is_capital(at) && at > sentence.start && !words.has(at, Class::Pronoun)
            || words.is_acronym(at)
            || tag == Tag::Adjective
            || words.has(at, Class::Modifier)
            || matches!(tag, Tag::Participle | Tag::Gerund)
                && start < head
                && words.tag(start).is_nominal()
                && at > sentence.start
                && words.tag(at - 1) == Tag::Determiner
            || tag == Tag::Possessive && at > sentence.start;
        let joins = words.is(at, "and") && at > sentence.start && joins_modifiers(words, at);
        let ends = words.kind(at) == Some(TokenKind::Comma) || is_name_end(words, at) || words.is_endless(at);
        if !inside && !joins || ends {
            break;
        }
        start = at;
    }
    start
}

/// "foreign and defence ministers", "Russian and American officials", but not "Rice and officials".
fn joins_modifiers(words: Words<'_>, and: u32) -> bool {
    let (before, after) = (and - 1, and + 1);
    let modifiers = words.has_any(after, &[Class::Modifier, Class::Portfolio])
        && (words.tag(before) == Tag::Adjective || words.has(before, Class::Modifier))
        && !words.is_capital(before);
    let people = words.has_any(before, &[Class::Role, Class::People]);
    names_country(words, before) && names_country(words, after) || modifiers && !people
}

/// "told Clinton supporters" keeps its name, "said Friday officials" does not keep its day.
fn is_name_end(words: Words<'_>, at: u32) -> bool {
    words.has_any(at, &[Class::Weekday, Class::Month, Class::Pronoun])
        && !words.is(at, "one")
        && !words.is_acronym(at)
        || words.is_lower(at) && words.has(at, Class::ActVerb) && !words.has(at, Class::Modifier)
}

fn core_of(words: Words<'_>, start: u32, head: u32) -> TokenRange {
    let mut core = start;
    while core < head
        && (words.tag(core) == Tag::Determiner
            || words.has(core, Class::Determiner)
            || words.tag(core) == Tag::Number && !words.is_capital(core)
            || words.is_any(
                core,
                &["one", "another", "several", "many", "some", "other", "both", "certain", "same"],
            ))
    {
        core += 1;
    }
    TokenRange::new(core, head + 1)
}

fn determined(words: Words<'_>, determiner: TokenRange) -> bool {
    const DEFINITE: [&str; 10] =
        ["the", "this", "that", "these", "those", "his", "her", "its", "their", "both"];
    (determiner.start..determiner.end).any(|at| words.is_any(at, &DEFINITE))
}

/// The end of the prepositional phrases that follow a head: "in Moscow", "for the Clinton campaign".
fn tail(words: Words<'_>, sentence: TokenRange, from: u32) -> u32 {
    let mut end = from;
    for _ in 0..2 {
        if end >= sentence.end || !words.is_any(end, &["of", "for", "at", "from", "with", "in"]) {
            return end;
        }
        let mut at = end + 1;
        while at < sentence.end && at < end + 8 {
            let tag = words.tag(at);
            let inside =
                tag.is_nominal() || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Possessive);
            if !inside || words.has_any(at, &[Class::Weekday, Class::Month]) {
                break;
            }
            at += 1;
        }
        if at == end + 1 || !words.tag(at - 1).is_nominal() {
            return end;
        }
        end = at;
    }
    end
}
