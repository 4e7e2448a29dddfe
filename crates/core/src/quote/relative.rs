//! Sources that point back: "Lee, a lawyer in Lyon, who said …", "the letter asks … and it says …".

use super::Speaker;
use super::reason::{Reason, Rule};
use super::speaker::{Cast, Resolved};
use crate::entity::{EntityKind, Mention, MentionForm};
use crate::segment::Tag;
use crate::span::{Span, TokenRange};

impl Cast<'_> {
    /// Whom "who" stands for: the nearest before it in its clause. "which" and "that" follow their body at
    /// once.
    pub fn relative(&self, source: TokenRange) -> Option<Mention> {
        const FARTHEST: u32 = 24;
        const MOST: usize = 8;
        let r = self.r;
        let at = source.start;
        if source.len() != 1 || r.tag(at) != Tag::Wh {
            return None;
        }
        let who = r.is(at, r.closed.who);
        if !who && !r.is_any(at, &[r.closed.which, r.closed.that]) {
            return None;
        }
        let sentence = r.segmented.sentence_at(r.span(source).start)?;
        let opening = r.segmented.sentences.get(sentence)?.tokens.start;
        let farthest = at.saturating_sub(FARTHEST).max(opening);
        let verb = (farthest..at).rev().find(|at| r.tag(*at).is_finite() || r.tag(*at) == Tag::Stop);
        let clause = TokenRange::new(verb.map_or(farthest, |verb| verb + 1), at);
        let fits = |mention: &&Mention| {
            let entity = self.entities.entities.get(mention.entity);
            entity.is_some_and(|entity| match entity.kind {
                EntityKind::Person | EntityKind::Group => who && mention.form != MentionForm::Pronoun,
                EntityKind::Organisation | EntityKind::Country => !who,
                _ => false,
            })
        };
        // Without a comma it follows at once: not "48 percent who".
        let aside = at > 0 && r.tag(at - 1) == Tag::Comma;
        let free = |mention: &&Mention| {
            let end = r.segmented.tokens_in(mention.span).end;
            r.tag(end) != Tag::Possessive && (end == at || aside && (who || end + 1 == at))
        };
        let near = self.mentions(clause).iter().rev().take(MOST);
        near.filter(fits).filter(free).max_by_key(|mention| mention.span.end).cloned()
    }

    /// The one whom a relative pronoun stands for.
    pub fn of_relative(&self, mention: &Mention, sureness: f32, span: Span) -> Resolved {
        let reason = Reason { rule: Rule::Resolved, evidence: Box::new([mention.span, span]) };
        Resolved { speaker: self.one_or_joint(mention.entity), reason, certainty: 0.9 * sureness }
    }

    /// The one whom the source says more of: "Lee, a lawyer in Lyon," for the lawyer.
    pub fn apposed(&self, source: TokenRange) -> Option<Mention> {
        let r = self.r;
        let comma = source.start.checked_sub(1).filter(|at| r.tag(*at) == Tag::Comma)?;
        let closed = r.tag(source.end) == Tag::Comma || r.tag(source.end - 1) == Tag::Comma;
        let described = closed && r.tag(source.start) == Tag::Determiner;
        let before = self.mentions(TokenRange::new(comma.saturating_sub(4), comma)).last()?;
        let person = self.entities.entities.get(before.entity)?.kind == EntityKind::Person;
        let named = before.form == MentionForm::Name && r.segmented.tokens_in(before.span).end == comma;
        (described && person && named).then(|| before.clone())
    }

    /// "it" after a letter, a poll, a company that spoke: the same goes on.
    pub fn it_goes_on(&self, source: TokenRange, before: &Resolved, earlier: TokenRange) -> Option<Resolved> {
        let r = self.r;
        let it = source.len() == 1 && r.is(source.start, r.closed.it);
        let Speaker::One(id) = before.speaker else { return None };
        let entity = self.entities.entities.get(id).filter(|_| it)?;
        let speaks =
            matches!(entity.kind, EntityKind::Group | EntityKind::Organisation | EntityKind::Country);
        let evidence = Box::new([r.span(earlier), r.span(source)]);
        (speaks && !entity.plural).then_some(Resolved {
            speaker: Speaker::One(id),
            reason: Reason { rule: Rule::Resolved, evidence },
            certainty: before.certainty * 0.8,
        })
    }
}
