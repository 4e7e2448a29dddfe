//! Who speaks: from the words of the source to an entity.

use super::attribution::{Attribution, Origin};
use super::reader::Reader;
use super::reason::{Reason, Rule};
use super::{Addressee, Kind, Speaker};
use crate::entity::{Entities, Entity, EntityKind, Mention, MentionForm, Sense, singular, spaced};
use crate::id::{DocumentId, EntityId, MentionId, SentenceId};
use crate::order;
use crate::segment::{Case, Tag};
use crate::small::lowercase;
use crate::span::{Span, TokenRange};
use rustc_hash::FxHashMap;

/// What is known of a speaker.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub speaker: Speaker,
    pub reason: Reason,
    /// 0 to 1: how sure the speaker is, given that something was said.
    pub certainty: f32,
}

impl Resolved {
    fn unknown() -> Self {
        Self {
            speaker: Speaker::Unknown,
            reason: Reason { rule: Rule::Nothing, evidence: Box::default() },
            certainty: 0.3,
        }
    }
}

/// A pronoun's best reading with less than this share is not sure.
const SURE: f32 = 0.6;
/// A speaker without a name is described in so many bytes at most.
const LONGEST: u32 = 80;
/// What it adds to a reading that its bearer spoke just before.
const SPOKE_BEFORE: f32 = 0.3;

/// The persons and bodies of one document, asked for by their words.
pub(super) struct Cast<'a> {
    pub r: Reader<'a>,
    pub entities: &'a mut Entities,
    /// Unnamed speakers by their words.
    groups: FxHashMap<String, EntityId>,
    added: Vec<Mention>,
}

impl<'a> Cast<'a> {
    pub fn new(r: Reader<'a>, entities: &'a mut Entities) -> Self {
        let group = |(id, entity): (EntityId, &Entity)| {
            (entity.kind == EntityKind::Group).then(|| (lowercase(&entity.name), id))
        };
        let groups = entities.entities.iter_ids().filter_map(group).collect();
        Self { r, entities, groups, added: Vec::new() }
    }

    /// Resolves the speakers of all attributions, in order.
    pub fn resolve_all(&mut self, attributions: &[Attribution]) -> Vec<Resolved> {
        let mut resolved: Vec<Resolved> = Vec::with_capacity(attributions.len());
        for (index, attribution) in attributions.iter().enumerate() {
            let last = index.checked_sub(1).filter(|i| attributions[*i].block + 1 >= attribution.block);
            let one = match attribution.origin {
                Origin::Continued(earlier) => {
                    resolved.get(earlier).map(|r| goes_on(r, &attributions[earlier], self.r))
                }
                _ => attribution.source.map(|source| {
                    let before = last.and_then(|i| Some((resolved.get(i)?, attributions[i].source?)));
                    let goes_on = before.and_then(|(r, earlier)| self.it_goes_on(source, r, earlier));
                    let before = before.map(|(r, _)| &r.speaker);
                    goes_on.unwrap_or_else(|| self.resolve(source, attribution, before))
                }),
            };
            resolved.push(one.unwrap_or_else(Resolved::unknown));
        }
        self.enter_mentions();
        resolved
    }

    fn resolve(
        &mut self,
        source: TokenRange,
        attribution: &Attribution,
        before: Option<&Speaker>,
    ) -> Resolved {
        let rule = match attribution.origin {
            Origin::AccordingTo => Rule::AccordingTo,
            Origin::LastSubject => Rule::LastSubject,
            Origin::Signed => Rule::Signed,
            _ => Rule::Named,
        };
        let sureness = if rule == Rule::LastSubject { 0.6 } else { 1.0 };
        let span = self.r.span(source);
        let named = |speaker: Speaker, certainty: f32| Resolved {
            speaker,
            reason: Reason { rule, evidence: Box::new([span]) },
            certainty: certainty * sureness,
        };
        let persons = self.persons(source);
        match persons.as_slice() {
            [] => {}
            [one] => return named(Speaker::One(*one), 0.97),
            [..] => return named(Speaker::Joint(persons.into()), 0.9),
        }
        if let Some(mention) = self.relative(source).or_else(|| self.apposed(source)) {
            return self.of_relative(&mention, sureness, span);
        }
        if let Some(mention) = self.head_mention(source) {
            return self.of_mention(&mention, rule, sureness, before, span);
        }
        if source.len() == 1 && self.r.tag(source.start) == Tag::Pronoun
            || self.r.tag(source.start) == Tag::Wh
        {
            return Resolved::unknown();
        }
        match self.unnamed(source) {
            Some(group) => named(Speaker::One(group), 0.85),
            None => Resolved::unknown(),
        }
    }

    fn of_mention(
        &self,
        mention: &Mention,
        rule: Rule,
        sureness: f32,
        before: Option<&Speaker>,
        span: Span,
    ) -> Resolved {
        if mention.form == MentionForm::Name {
            let reason = Reason { rule, evidence: Box::new([span]) };
            return Resolved { speaker: Speaker::One(mention.entity), reason, certainty: 0.95 * sureness };
        }
        let mut readings: Vec<(EntityId, f32)> = mention.readings.to_vec();
        let spoke = |id: EntityId| before.is_some_and(|s| s.entities().any(|e| e == id));
        for (id, share) in &mut readings {
            *share += if spoke(*id) { SPOKE_BEFORE } else { 0.0 };
        }
        let total: f32 = readings.iter().map(|(_, share)| share).sum();
        readings.iter_mut().for_each(|(_, share)| *share /= total.max(1.0));
        order::sort_by(&mut readings, |a, b| b.1.total_cmp(&a.1));
        let (speaker, certainty) = match readings.first() {
            Some((_, share)) if *share < SURE => (Speaker::Unsure(readings.clone().into()), *share),
            Some((id, share)) => (self.one_or_joint(*id), *share),
            None => (
                self.one_or_joint(mention.entity),
                if mention.form == MentionForm::Pronoun { 0.88 } else { 0.92 },
            ),
        };
        let resolved = mention.antecedent.is_some_and(|antecedent| antecedent != mention.span);
        let rule = if resolved && rule == Rule::Named { Rule::Resolved } else { rule };
        let mut named: Vec<Span> =
            speaker.entities().filter_map(|id| self.last_named(id, mention.span.start)).collect();
        if named.is_empty() {
            named.extend(mention.antecedent);
        }
        let evidence = named.into_iter().chain([span]).collect();
        Resolved { speaker, reason: Reason { rule, evidence }, certainty: certainty * sureness }
    }

    /// The last mention by name of an entity before a byte of the text, among the nearest of its mentions: what
    /// a reader looks back to.
    fn last_named(&self, id: EntityId, before: u32) -> Option<Span> {
        const NEAREST: usize = 64;
        let mentions = &self.entities.entities.get(id)?.mentions;
        let span = |id: &MentionId| self.entities.mentions.get(*id).map_or(0, |m| m.span.end);
        let near = mentions.partition_point(|id| span(id) <= before);
        let earlier = mentions.get(..near)?.iter().rev().take(NEAREST);
        let mut earlier = earlier.filter_map(|id| self.entities.mentions.get(*id));
        earlier.find(|mention| mention.form == MentionForm::Name).map(|mention| mention.span)
    }

    /// "they" for two persons together: all of them.
    pub fn one_or_joint(&self, id: EntityId) -> Speaker {
        match self.entities.entities.get(id).map(|e| e.members.as_slice()) {
            Some(members) if members.len() > 1 => Speaker::Joint(members.into()),
            _ => Speaker::One(id),
        }
    }

    /// The mentions that start within `range`, or the name that it is the end of.
    pub fn mentions(&self, range: TokenRange) -> &[Mention] {
        let span = self.r.span(range);
        let all = self.entities.mentions.as_slice();
        let mut start = all.partition_point(|m| m.span.start < span.start);
        // "Young" of "Will Young".
        let begins =
            |m: &Mention| m.span.start < span.start && span.end <= m.span.end && m.form == MentionForm::Name;
        start -= usize::from(start > 0 && all.get(start - 1).is_some_and(begins));
        let end = all.partition_point(|m| m.span.start < span.end);
        all.get(start..end).unwrap_or_default()
    }

    /// The persons whom the source names, not those whom it mentions by the way ("a spokesman for Mr Smith",
    /// "Smith's lawyer").
    fn persons(&self, source: TokenRange) -> Vec<EntityId> {
        let r = self.r;
        let mut found: Vec<EntityId> = Vec::new();
        let mut last_end = source.start;
        // "officials, including Lee": who is one of them does not speak for all.
        let including = (source.start + 1..source.end).find(|at| r.is(*at, r.closed.including));
        let source = TokenRange::new(source.start, including.unwrap_or(source.end));
        let last_and = (source.start..source.end).rev().find(|at| r.is(*at, r.closed.and_));
        for mention in self.mentions(source) {
            let tokens = r.segmented.tokens_in(mention.span);
            if mention.form != MentionForm::Name
                || self.entities.entities.get(mention.entity).is_none_or(|e| e.kind != EntityKind::Person)
                || r.tag(tokens.end) == Tag::Possessive && tokens.end < source.end
                || self.describes(tokens, source)
            {
                continue;
            }
            let between = last_end..tokens.start;
            let governed = between.clone().any(|i| {
                r.tag(i) == Tag::Wh
                    || r.tag(i).is_preposition() && !(i + 1..tokens.start).any(|j| r.tag(j) == Tag::Comma)
            }) && !self.titled(source.start.max(last_end), tokens.start);
            // "Rice, Gates and Lee": the comma joins what the "and" after it ends.
            let start = r.segmented.tokens_in(mention.phrase).start;
            let listed = start == last_end + 1
                && r.tag(last_end) == Tag::Comma
                && last_and.is_some_and(|and| and >= tokens.end);
            let joined = found.is_empty()
                || listed
                || between.clone().any(|i| r.is(i, r.closed.and_)) && between.len() <= 8;
            if !governed && joined && !found.contains(&mention.entity) {
                found.push(mention.entity);
                last_end = tokens.end;
            } else if found.is_empty() {
                last_end = tokens.end;
            }
        }
        found
    }

    /// "a Clinton adviser", "Clinton spokesman Lee": the name stands before the noun that it describes.
    fn describes(&self, name: TokenRange, source: TokenRange) -> bool {
        let r = self.r;
        name.end < source.end
            && r.tag(name.end) == Tag::Noun
            && r.token(name.end).is_some_and(|t| t.case == Case::Lower)
    }

    /// "Secretary of State Condoleezza Rice": the preposition belongs to the title, not before the name.
    fn titled(&self, start: u32, name: u32) -> bool {
        let r = self.r;
        let preposition = (start..name).rev().find(|i| r.tag(*i).is_preposition());
        preposition.is_some_and(|at| {
            name > at + 1
                && r.tag(name - 1).is_nominal()
                && at > start
                && r.tag(at - 1).is_nominal()
                && (r.tag(name - 1) == Tag::Name || r.tag(at - 1) == Tag::Name)
        })
    }

    /// The mention whose words hold the head of the source's noun phrase.
    fn head_mention(&self, source: TokenRange) -> Option<Mention> {
        let end = self.r.noun_phrase_end(source.start, source.end).max(source.start + 1);
        let head = self.r.span(TokenRange::new(end - 1, end));
        let mentions = self.mentions(source);
        let at_head = mentions.iter().filter(|m| m.span.overlaps(head)).max_by_key(|m| m.span.len());
        // "The US": a name that ends the source is its head, whatever its tag; not "a builder in Lyon".
        let end = self.r.span(source).end;
        let governed = (source.start..source.end).any(|at| self.r.tag(at).is_preposition());
        let named = |m: &&Mention| !governed && m.form == MentionForm::Name && m.span.end == end;
        let named = || mentions.iter().find(named);
        at_head.or_else(named).cloned()
    }

    /// An unnamed speaker: "Defense analysts", "the campaign", "a new poll".
    fn unnamed(&mut self, source: TokenRange) -> Option<EntityId> {
        let r = self.r;
        let mut start = source.start;
        let leads = |at: u32| match r.tag(at) {
            Tag::Determiner | Tag::Adverb => true,
            // "some of his voters", "more than 40 voters"
            Tag::Preposition if r.is(at, r.closed.of) => at == source.start + 1,
            Tag::Preposition => r.tag(at + 1) == Tag::Number && r.tag(source.start) != Tag::Determiner,
            _ => false,
        };
        while start + 1 < source.end && leads(start) {
            start += 1;
        }
        let short = r.noun_phrase_end(start, source.end).clamp(start + 1, source.end.max(start + 1));
        let long = r.long_noun_phrase_end(start, source.end).clamp(short, source.end.max(short));
        let bytes = |end: u32| r.span(TokenRange::new(start, end)).len();
        let mut words = TokenRange::new(start, if bytes(long) > LONGEST { short } else { long });
        let describes = |at: u32| r.tag(at).is_nominal() || r.tag(at) == Tag::Adjective;
        if !(words.start..words.end).any(describes) {
            // "according to exit polls": nouns that may be verbs; "those asked".
            let ends = (start..source.end).find(|at| !r.tag(*at).is_verb() && !describes(*at));
            words.end = ends.unwrap_or(source.end);
            if !words.is_empty() && r.tag(start) == Tag::Participle {
                words.start = source.start;
            }
        }
        if words.is_empty() || bytes(words.end) > LONGEST {
            return None;
        }
        let name = spaced(r.words_of(words)).into_owned();
        let head = if words.end == long { short } else { words.end } - 1;
        let plural =
            r.tag(head) == Tag::Noun && singular(r.words_of(TokenRange::new(head, head + 1))).is_some();
        let entities = &mut self.entities.entities;
        let id = *self
            .groups
            .entry(lowercase(&name))
            .or_insert_with(|| entities.push(Entity { plural, ..Entity::new(EntityKind::Group, name) }));
        self.added.push(Mention {
            document: DocumentId(0),
            span: r.span(words),
            phrase: r.span(source),
            entity: id,
            form: MentionForm::Nominal,
            sense: Sense::None,
            sentence: SentenceId(r.segmented.sentence_at(r.span(words).start).unwrap_or_default() as u32),
            readings: Box::default(),
            antecedent: None,
        });
        Some(id)
    }

    /// Adds the mentions of those who turned out to speak, and puts all in the order of the text again.
    fn enter_mentions(&mut self) {
        if self.added.is_empty() {
            return;
        }
        let mut all: Vec<Mention> = std::mem::take(&mut self.entities.mentions).into_iter().collect();
        all.append(&mut self.added);
        order::sort_by_key(&mut all, |m| (m.span.start, m.span.end));
        self.entities.relist(without_doubles(all));
    }

    /// Whom the words name, for an addressee.
    pub fn addressee(&self, range: TokenRange) -> Addressee {
        let persons = self.persons(range);
        let entities = if persons.is_empty() {
            self.head_mention(range).map(|m| m.entity).into_iter().collect()
        } else {
            persons.into()
        };
        Addressee { span: self.r.span(range), entities }
    }
}

/// Drops what stands there before: one source can stand with several cues. Others may stand between two equal ones,
/// but only of the same span, and few have that.
fn without_doubles(mentions: Vec<Mention>) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let mut alike = kept.iter().rev().take_while(|other| other.span == mention.span);
        if alike.all(|other| (other.entity, other.form) != (mention.entity, mention.form)) {
            kept.push(mention);
        }
    }
    kept
}

/// A quotation that goes on has the speaker of the earlier one.
fn goes_on(earlier: &Resolved, attribution: &Attribution, r: Reader<'_>) -> Resolved {
    let evidence = attribution.content.last().map(|range| r.span(*range));
    Resolved {
        speaker: earlier.speaker.clone(),
        reason: Reason { rule: Rule::Continued, evidence: evidence.into_iter().collect() },
        certainty: earlier.certainty * if attribution.kind == Kind::Direct { 0.9 } else { 0.7 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_two_equal_mentions_stays_though_another_stands_between() {
        let mention = |start: u32, entity: u32| Mention {
            document: DocumentId(0),
            span: Span::new(start, start + 5),
            phrase: Span::new(start, start + 5),
            entity: EntityId(entity),
            form: MentionForm::Nominal,
            sense: Sense::None,
            sentence: SentenceId(0),
            readings: Box::default(),
            antecedent: None,
        };
        let all = [(0, 7), (3, 1), (3, 2), (3, 1), (9, 1)].map(|(start, entity)| mention(start, entity));
        let kept: Vec<_> = without_doubles(all.into()).iter().map(|m| (m.span.start, m.entity.0)).collect();
        assert_eq!(kept, [(0, 7), (3, 1), (3, 2), (9, 1)]);
    }
}
