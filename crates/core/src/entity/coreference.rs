//! Walks through a document and adds what refers without a name: nouns, pronouns, unnamed groups.

mod holder;
mod origin;
mod reference;
mod subject;

use super::gazetteer::Gazetteer;
use super::kind::{EntityKind, Gender, MentionForm, Sense};
use super::nominal::nominal_at;
use super::salience::{Found, Part, Recent, Salience, Wanted};
use super::words::Words;
use super::{Entities, Entity, Mention, role};
use crate::id::{DocumentId, EntityId, SentenceId};
use crate::lexicon::Class;
use crate::order;
use crate::segment::TokenKind;
use crate::span::{Span, TokenRange};
use origin::Origin;
use rustc_hash::FxHashMap;

/// Adds nominal and pronominal mentions to `entities`, whose mentions by name stand in the order of the text;
/// `read` are the sentences that are looked at.
pub(super) fn resolve(words: Words<'_>, entities: &mut Entities, read: &[u32]) {
    let named = std::mem::take(&mut entities.mentions);
    let mut walk = Walk {
        words,
        entities,
        named: named.as_slice(),
        next: 0,
        salience: Salience::default(),
        groups: FxHashMap::default(),
        mentions: Vec::with_capacity(named.len() * 2),
        quoted: false,
        sentence: 0,
        described: Vec::new(),
        origins: FxHashMap::default(),
    };
    let mut block = None;
    for index in read {
        let Some(sentence) = words.sentences.get(*index as usize) else { continue };
        if block.replace(sentence.block) != Some(sentence.block) {
            walk.quoted = false;
        }
        walk.sentence = *index;
        walk.sentence(sentence.tokens);
    }
    let mut mentions = walk.mentions;
    order::sort_by_key(&mut mentions, |mention| (mention.span.start, mention.span.end));
    entities.mentions = mentions.into();
}

/// Words that may be pronouns.
const PRONOUNS: [Class; 2] = [Class::Pronoun, Class::Determiner];
/// Words that may head a noun phrase that refers.
const HEADS: [Class; 6] =
    [Class::Role, Class::Title, Class::People, Class::TreatyHead, Class::SystemHead, Class::OrganisationHead];

struct Walk<'a, 'e> {
    words: Words<'a>,
    entities: &'e mut Entities,
    named: &'e [Mention],
    next: usize,
    salience: Salience,
    /// Unnamed groups by their words.
    groups: FxHashMap<u64, EntityId>,
    mentions: Vec<Mention>,
    quoted: bool,
    sentence: u32,
    /// The words that say what the last person named is: "Lee, 56, a lawyer".
    described: Vec<TokenRange>,
    /// The words that tell where a person is from.
    origins: FxHashMap<EntityId, Vec<Origin<'a>>>,
}

impl Walk<'_, '_> {
    fn sentence(&mut self, sentence: TokenRange) {
        let mut covered = 0;
        for at in sentence.start..sentence.end {
            let Some(token) = self.words.tokens.get(at as usize).copied() else { return };
            match token.kind {
                TokenKind::OpenMark => self.quoted = true,
                TokenKind::CloseMark => self.quoted = false,
                TokenKind::StraightMark => self.quoted = !self.quoted,
                _ => {}
            }
            while let Some(mention) = self.named.get(self.next).filter(|m| m.span.start < token.span.end) {
                self.next += 1;
                covered = covered.max(mention.span.end);
                self.name(mention.clone(), sentence);
            }
            if token.kind != TokenKind::Word || token.span.start < covered || !token.word.is_known() {
                continue;
            }
            let classes = self.words.classes(at);
            let pronoun = classes.has_any(&PRONOUNS) && self.pronoun(at, sentence);
            if !pronoun && classes.has_any(&HEADS) {
                self.nominal(at, sentence);
            }
        }
    }

    /// Takes over a mention by name.
    fn name(&mut self, mention: Mention, sentence: TokenRange) {
        let tokens = self.tokens_of(mention.span, sentence);
        let phrase = self.tokens_of(mention.phrase, sentence);
        self.describe(mention.entity, tokens, sentence);
        let possessive = self.words.kind(tokens.end) == Some(TokenKind::Possessive);
        let part = if possessive {
            Part::Owner
        } else {
            self.part(phrase.start, phrase.end.max(tokens.end), sentence)
        };
        self.coordinate(&mention, tokens, part);
        let several = self.names_several(&mention, tokens);
        self.remember(mention.entity, mention.span, part, mention.form);
        if several {
            self.salience.is_several();
        }
        self.mentions.push(mention);
    }

    /// "Democrats", "the Kenyans": a body or a country named by its people, who are "they".
    fn names_several(&self, mention: &Mention, tokens: TokenRange) -> bool {
        let kind = self.entities.entities[mention.entity].kind;
        let word = mention.span.of(self.words.text);
        let Some(one) = word.strip_suffix('s').filter(|_| tokens.len() == 1) else { return false };
        let gazetteer = Gazetteer::shared();
        let people = |word: &str| gazetteer.people_of(word).is_some();
        match kind {
            EntityKind::Organisation => self.words.has(tokens.start, Class::People),
            EntityKind::Country => people(word) && people(one),
            _ => false,
        }
    }

    /// Remembers what the words around a person's name say of them.
    fn describe(&mut self, person: EntityId, name: TokenRange, sentence: TokenRange) {
        if self.entities.entities[person].kind != EntityKind::Person {
            return;
        }
        self.origin(person, name, sentence);
        self.described.clear();
        role::described(self.words, sentence, name.end, |role| self.described.push(role));
    }

    /// "He is a lawyer": the noun says what somebody is, and introduces nobody.
    fn is_predicate(&self, start: u32, sentence: TokenRange) -> bool {
        let after = |at: u32, any: &[&str]| at > sentence.start && self.words.is_any(at - 1, any);
        after(start, &["is", "was", "be", "been", "being", "became", "become", "as"])
            && !after(start - 1, &["there"])
    }

    /// The tokens of `sentence` that share a byte with `span`.
    fn tokens_of(&self, span: Span, sentence: TokenRange) -> TokenRange {
        let tokens = &self.words.tokens[sentence.range()];
        let start = tokens.partition_point(|token| token.span.end <= span.start) as u32;
        let end = tokens.partition_point(|token| token.span.start < span.end) as u32;
        TokenRange::new(sentence.start + start, sentence.start + end)
    }

    /// "Rice and Gates": both together are what "they" may mean.
    fn coordinate(&mut self, mention: &Mention, tokens: TokenRange, part: Part) {
        let ended = |m: &&Mention| m.form == MentionForm::Name && m.phrase.end < mention.phrase.start;
        let Some(before) = self.mentions.iter().rev().take(4).find(ended) else { return };
        let person = |id: EntityId| self.entities.entities[id].kind == EntityKind::Person;
        let gap = Span::new(before.phrase.end, mention.phrase.start).of(self.words.text);
        let joined = gap.trim() == "and" && before.entity != mention.entity;
        if !joined || !person(before.entity) || !person(mention.entity) || tokens.is_empty() {
            return;
        }
        let members = vec![before.entity, mention.entity];
        let hash = members.iter().fold(7, |sum: u64, id| sum.rotate_left(20) ^ u64::from(id.0));
        let span = before.span.cover(mention.span);
        let entities = &mut self.entities.entities;
        let joint = *self.groups.entry(hash).or_insert_with(|| {
            let name = format!("{} and {}", entities[members[0]].name, entities[members[1]].name);
            entities.push(Entity { plural: true, members, ..Entity::new(EntityKind::Group, name) })
        });
        self.remember(joint, span, part, mention.form);
    }

    fn remember(&mut self, entity: EntityId, span: Span, part: Part, form: MentionForm) {
        let (sentence, quoted, block) = (self.sentence, self.quoted, self.block());
        let traits = (&self.entities.entities[entity]).into();
        self.salience.push(Recent { entity, traits, span, sentence, block, part, form, quoted });
    }

    /// The block that the sentence stands in.
    fn block(&self) -> u32 {
        self.words.sentences.get(self.sentence as usize).map_or(0, |sentence| sentence.block)
    }

    fn mention(&mut self, span: Span, phrase: Span, found: Found, form: MentionForm, sense: Sense) {
        self.mentions.push(Mention {
            document: DocumentId(0),
            span,
            phrase,
            entity: found.entity,
            form,
            sense,
            sentence: SentenceId(self.sentence),
            readings: found.readings,
            antecedent: Some(found.span).filter(|antecedent| *antecedent != span),
        });
    }

    /// Resolves the pronoun at `at`; tells whether there is one.
    fn pronoun(&mut self, at: u32, sentence: TokenRange) -> bool {
        let (gender, plural) = match self.words.folded(at) {
            "he" | "him" | "his" | "himself" => (Gender::Masculine, false),
            "she" | "her" | "hers" | "herself" => (Gender::Feminine, false),
            "they" | "them" | "their" | "theirs" | "themselves" => (Gender::Unknown, true),
            "its" => (Gender::Neuter, false),
            "it" if self.acts(at + 1, sentence) => (Gender::Neuter, false),
            "one" if self.speaks(at, sentence) => (Gender::Unknown, true),
            _ => return false,
        };
        let one = self.words.is(at, "one");
        let subject = self.words.is_any(at, &["he", "she", "they", "it", "one"]);
        let part = match () {
            () if subject => self.subject(at, at + 1, sentence),
            () if self.words.is_any(at, &["him", "them"]) => Part::Object,
            () => Part::Owner,
        };
        let other = if subject { self.object_of(at + 1) } else { None };
        let (sentence, quoted, block) = (self.sentence, self.quoted, self.block());
        let wanted = Wanted { sentence, block, gender, plural, quoted, other, part };
        let found = if one { self.last_group() } else { self.salience.resolve(wanted) };
        let span = self.words.span(TokenRange::new(at, at + 1));
        let Some(found) = found else { return true };
        let entity = found.entity;
        if gender != Gender::Unknown && found.readings.is_empty() {
            let known = &mut self.entities.entities[entity];
            if known.gender == Gender::Unknown {
                known.gender = gender;
                self.salience.learn(entity, known);
            }
        }
        self.mention(span, span, found, MentionForm::Pronoun, Sense::None);
        if !one {
            self.remember(entity, span, part, MentionForm::Pronoun);
        }
        true
    }

    /// Whom the verb at `verb` has for its object, where that is the next name: "told Lee".
    fn object_of(&self, verb: u32) -> Option<EntityId> {
        let object = self.words.tokens.get(verb as usize + 1)?.span;
        let next = self.named.get(self.next)?;
        let direct = self.words.tag(verb).is_finite() && !self.words.has(verb, Class::Auxiliary);
        (direct && next.phrase.start <= object.start && object.start < next.span.end).then_some(next.entity)
    }

    /// Whether the verb at `at` is of one who acts, as after "it" that stands for a government.
    fn acts(&self, at: u32, sentence: TokenRange) -> bool {
        at < sentence.end
            && self.words.has(at, Class::ActVerb)
            && self.words.tag(at).is_finite()
            && !self.words.has(at, Class::Auxiliary)
            && !self.words.is_any(at, &["took", "made", "came", "got", "went"])
    }

    /// "said one", "one said".
    fn speaks(&self, at: u32, sentence: TokenRange) -> bool {
        let ends = |at: u32| {
            at >= sentence.end || matches!(self.words.kind(at), Some(TokenKind::Stop | TokenKind::Comma))
        };
        let said = |at: u32| self.words.has(at, Class::ActVerb) && self.words.tag(at).is_finite();
        at > sentence.start && said(at - 1) && ends(at + 1) || said(at + 1) && at + 1 < sentence.end
    }

    fn last_group(&self) -> Option<Found> {
        let is_group = |recent: &&Recent| {
            recent.traits.plural
                && recent.traits.kind == EntityKind::Group
                && self.entities.entities[recent.entity].members.is_empty()
        };
        self.salience.newest().find(is_group).map(Recent::found)
    }

    /// Takes the noun phrase whose head stands at `at`, if it is one.
    fn nominal(&mut self, at: u32, sentence: TokenRange) {
        let Some(nominal) = nominal_at(self.words, sentence, at) else { return };
        let head = self.words.span(TokenRange::new(at, at + 1));
        let titled = |mention: &Mention| mention.phrase.contains(head);
        let upcoming = self.named.get(self.next).is_some_and(titled);
        let apposed = self.mentions.iter().rev().take(8).any(|m| m.form == MentionForm::Name && titled(m));
        let predicate = !nominal.definite && self.is_predicate(nominal.tokens.start, sentence);
        if upcoming || apposed || predicate || self.described.iter().any(|role| role.contains(at)) {
            return;
        }
        let Some((found, sense)) = self.refer(&nominal) else { return };
        let span = self.words.span(nominal.core);
        let phrase = self.words.span(TokenRange::new(nominal.tokens.start, nominal.end));
        let start = nominal.tokens.start;
        let part = match self.part(start, nominal.end, sentence) {
            Part::Object => self.part(start, at + 1, sentence),
            part => part,
        };
        let entity = found.entity;
        self.mention(span, phrase, found, MentionForm::Nominal, sense);
        self.remember(entity, span, part, MentionForm::Nominal);
    }
}
