//! The roles that the words after a person's name give: in apposition, after "is".

use super::title;
use super::words::Words;
use crate::lexicon::Class;
use crate::segment::{Tag, TokenKind};
use crate::span::TokenRange;

/// Calls `take` with each role that the sentence gives the person whose name ends at `end`, after the name.
pub(super) fn described(words: Words<'_>, sentence: TokenRange, end: u32, mut take: impl FnMut(TokenRange)) {
    if let Some(at) = described_at(words, sentence, end) {
        joined(words, TokenRange::new(at, sentence.end), &mut take);
    }
}

/// Where a phrase starts that says what the one is whose name ends at `end`: after a comma, an age or a
/// politician's state ("Lee, 56, a lawyer"; "Lee, R-Ohio, the whip"), or after "is", "who was".
fn described_at(words: Words<'_>, sentence: TokenRange, end: u32) -> Option<u32> {
    let comma = |at: u32| words.kind(at) == Some(TokenKind::Comma);
    let mut at = end;
    if comma(at) {
        at += 1;
        for _ in 0..2 {
            let close = if words.tag(at + 1) == Tag::Stop { at + 2 } else { at + 1 };
            let aside = words.kind(at) == Some(TokenKind::Number) || words.party_state(at).is_some();
            if aside && comma(close) {
                at = close + 1;
            }
        }
        if words.is(at, "who") {
            at += 1;
        }
    }
    if words.is_any(at, &["is", "was"]) {
        at += 1;
    } else if at == end || words.is(at - 1, "who") {
        return None;
    }
    let opens = words.tag(at) == Tag::Determiner && !words.is(at, "no")
        || words.has_any(at, &[Class::Title, Class::Role, Class::Modifier, Class::Portfolio])
        || words.is_capital(at);
    (opens && at < sentence.end).then_some(at)
}

/// The roles that head the noun phrase at the start of `within`, and those joined to it by "and".
fn joined(words: Words<'_>, within: TokenRange, take: &mut impl FnMut(TokenRange)) {
    const LONGEST: u32 = 24;
    const OFFICE: [Class; 2] = [Class::Title, Class::Role];
    // Within what a role is of, and past somebody else's office in there.
    let (mut governed, mut other) = (false, false);
    let (mut at, mut free) = (within.start, within.start);
    while at < within.end.min(within.start + LONGEST) {
        let tag = words.tag(at);
        if tag == Tag::Conjunction {
            // "an aide to the mayor and the governor": both are what the aide is of.
            governed &= other && words.is(at + 1, "the");
        } else if matches!(tag, Tag::Preposition | Tag::To | Tag::Gerund | Tag::Participle) {
            governed = true;
        } else if tag.is_finite() || matches!(tag, Tag::Wh | Tag::Subordinator | Tag::Modal | Tag::Pronoun) {
            return;
        } else if governed && words.has_any(at, &OFFICE) {
            (other, free) = (true, at + 1);
        } else if words.has_any(at, &OFFICE) {
            let rest = TokenRange::new(at.saturating_sub(3).max(free), within.end.min(at + LONGEST));
            let Some(office) = title::office(words, rest).filter(|office| office.contains(at)) else {
                return;
            };
            // "Ann Lee, the mayor's lawyer": the office before it is another one's.
            if words.kind(office.end) == Some(TokenKind::Possessive) {
                (at, free) = (office.end + 1, office.end + 1);
                continue;
            }
            // "Ann Lee, visiting Foreign Minister Bo Ek": the role is another one's.
            if office.end < within.end && words.is_capital(office.end) {
                return;
            }
            take(office);
            (at, free, other) = (office.end, office.end, false);
            continue;
        } else if !matches!(words.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive))
        {
            return;
        }
        at += 1;
    }
}
