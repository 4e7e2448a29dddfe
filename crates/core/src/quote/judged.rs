//! What a candidate is judged by beside its verb and its frame: its group, how it has its subject, what follows it.

use super::cue::{Candidate, Link};
use super::reader::Reader;
use crate::segment::Tag;
use crate::span::TokenRange;

/// What speaks for or against a candidate beside its verb and its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Feature {
    Modal,
    Negated,
    Auxiliary,
    Passive,
    Past,
    Third,
    Present,
    Gerund,
    Participle,
    Base,
    Direct,
    Inverted,
    Relative,
    Shared,
    Governed,
    NoSubject,
    ToBefore,
    HumanPronoun,
    SpeakerPronoun,
    It,
    Name,
    Plural,
    LowerNoun,
    LongSubject,
    ContentPronoun,
    ContentDeterminer,
    ContentName,
    Particle,
    Object,
}

impl Feature {
    /// All in the order of their numbers, with the names that `data/judge.tsv` calls them by.
    pub const ALL: [(Self, &'static str); 29] = [
        (Self::Modal, "modal"),
        (Self::Negated, "negated"),
        (Self::Auxiliary, "auxiliary"),
        (Self::Passive, "passive"),
        (Self::Past, "past"),
        (Self::Third, "third"),
        (Self::Present, "present"),
        (Self::Gerund, "gerund"),
        (Self::Participle, "participle"),
        (Self::Base, "base"),
        (Self::Direct, "direct"),
        (Self::Inverted, "inverted"),
        (Self::Relative, "relative"),
        (Self::Shared, "shared"),
        (Self::Governed, "governed"),
        (Self::NoSubject, "no subject"),
        (Self::ToBefore, "to before"),
        (Self::HumanPronoun, "human pronoun"),
        (Self::SpeakerPronoun, "speaker pronoun"),
        (Self::It, "it"),
        (Self::Name, "name"),
        (Self::Plural, "plural"),
        (Self::LowerNoun, "lower noun"),
        (Self::LongSubject, "long subject"),
        (Self::ContentPronoun, "content pronoun"),
        (Self::ContentDeterminer, "content determiner"),
        (Self::ContentName, "content name"),
        (Self::Particle, "particle"),
        (Self::Object, "object"),
    ];

    /// Its name in the data files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(feature, _)| *feature == self).map_or("", |(_, name)| name)
    }

    /// The feature with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(feature, _)| *feature)
    }
}

impl Candidate {
    /// What the table of weights judges beside the verb and its frame.
    pub fn features(&self, r: Reader<'_>) -> impl Iterator<Item = Feature> {
        let mut set = 0_u32;
        let mut has = |feature: Feature, yes: bool| set |= u32::from(yes) << feature as u8;
        self.group_features(r, &mut has);
        has(
            match self.link {
                Link::Direct => Feature::Direct,
                Link::Inverted => Feature::Inverted,
                Link::Relative => Feature::Relative,
                Link::Shared => Feature::Shared,
                Link::Governed => Feature::Governed,
                Link::Agent | Link::None => Feature::NoSubject,
            },
            true,
        );
        if let Some(subject) = self.subject {
            subject_features(r, subject, &mut has);
        }
        let object = r.tag(self.complement.start);
        has(Feature::ContentPronoun, object == Tag::Pronoun);
        has(Feature::ContentDeterminer, object == Tag::Determiner);
        has(Feature::ContentName, object == Tag::Name);
        has(Feature::Particle, self.complement.particle.is_some());
        has(Feature::Object, self.complement.object.is_some());
        std::iter::from_fn(move || {
            let (feature, _) = Feature::ALL.get(set.trailing_zeros() as usize)?;
            set &= set - 1;
            Some(*feature)
        })
    }

    fn group_features(&self, r: Reader<'_>, has: &mut impl FnMut(Feature, bool)) {
        let group = self.group.start..self.head;
        has(Feature::Modal, group.clone().any(|i| r.tag(i) == Tag::Modal));
        has(Feature::Negated, group.clone().any(|i| r.negates(i)));
        has(Feature::Auxiliary, group.clone().any(|i| r.tag(i) == Tag::Auxiliary));
        has(Feature::Passive, self.passive);
        has(Feature::ToBefore, self.group.start > 0 && r.tag(self.group.start - 1) == Tag::To);
        has(
            match r.tag(self.head) {
                Tag::Past => Feature::Past,
                Tag::Third => Feature::Third,
                Tag::Present => Feature::Present,
                Tag::Gerund => Feature::Gerund,
                Tag::Participle => Feature::Participle,
                _ => Feature::Base,
            },
            true,
        );
    }
}

fn subject_features(r: Reader<'_>, subject: TokenRange, has: &mut impl FnMut(Feature, bool)) {
    let c = r.closed;
    let last = subject.end.saturating_sub(1);
    let pronoun = subject.len() == 1 && r.tag(last) == Tag::Pronoun;
    let human = r.is_any(last, &[c.he, c.she, c.they, c.we]);
    has(Feature::HumanPronoun, pronoun && human);
    has(Feature::SpeakerPronoun, pronoun && !human && !r.is(last, c.it));
    has(Feature::It, pronoun && r.is(last, c.it) || r.is_any(subject.start, &[c.this, c.that, c.there]));
    let named = (subject.start..subject.end).any(|i| r.tag(i) == Tag::Name);
    has(Feature::Name, named);
    let plural = r.token(last).is_some_and(|t| t.span.of(r.text).ends_with('s'));
    has(Feature::Plural, r.tag(last) == Tag::Noun && plural);
    has(Feature::LowerNoun, !named && !pronoun);
    has(Feature::LongSubject, subject.len() > 6);
}
