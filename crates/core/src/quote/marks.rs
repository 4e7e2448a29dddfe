//! Quotation marks in pairs: double and single, straight and curly, nested, left open.

use crate::segment::{Segmented, Token, TokenKind};
use crate::span::TokenRange;

/// A stretch of text between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The opening mark.
    pub open: u32,
    /// The tokens between the marks.
    pub inner: TokenRange,
    /// The closing mark; none where the quotation is left open at the end of its paragraph.
    pub close: Option<u32>,
    /// Whether the marks are single ones.
    pub single: bool,
    /// The block that it stands in.
    pub block: u32,
}

impl Stretch {
    /// One past the closing mark, or past the last token.
    pub const fn end(&self) -> u32 {
        match self.close {
            Some(close) => close + 1,
            None => self.inner.end,
        }
    }
}

/// A single mark is looked for over no more tokens than this: most are apostrophes and open nothing.
const SINGLE_REACH: u32 = 80;

/// All stretches of a document, outermost only, in order. Linear in the number of tokens.
pub(super) fn stretches(segmented: &Segmented, text: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    for (block, range) in segmented.blocks.iter().enumerate() {
        Pairing { tokens: &segmented.tokens, text, range: *range, block: block as u32 }.read(&mut found);
    }
    found
}

struct Pairing<'a> {
    tokens: &'a [Token],
    text: &'a str,
    range: TokenRange,
    block: u32,
}

impl Pairing<'_> {
    fn read(&self, found: &mut Vec<Stretch>) {
        let mut open: Option<u32> = None;
        let mut at = self.range.start;
        // Single marks that were looked for in vain: their end is known, so that the search stays linear.
        let mut no_single_before = self.range.start;
        while at < self.range.end {
            let token = self.tokens[at as usize];
            match (token.kind, open) {
                (TokenKind::OpenMark, _) => open = Some(at),
                (TokenKind::CloseMark, Some(start)) => {
                    self.push(start, Some(at), false, found);
                    open = None;
                }
                (TokenKind::StraightMark, None) if self.may_open(at) => open = Some(at),
                (TokenKind::StraightMark, Some(start)) => {
                    if self.looks_opening(at) {
                        open = Some(at);
                    } else {
                        self.push(start, Some(at), false, found);
                        open = None;
                    }
                }
                (TokenKind::SingleMark, None) if at >= no_single_before && self.opens_single(at) => {
                    match self.single_close(at) {
                        Ok(close) => {
                            self.push(at, Some(close), true, found);
                            at = close;
                        }
                        Err(seen) => no_single_before = seen,
                    }
                }
                _ => {}
            }
            at += 1;
        }
        if let Some(start) = open {
            self.push(start, None, false, found);
        }
    }

    fn push(&self, open: u32, close: Option<u32>, single: bool, found: &mut Vec<Stretch>) {
        let inner = TokenRange::new(open + 1, close.unwrap_or(self.range.end));
        if !inner.is_empty() {
            found.push(Stretch { open, inner, close, single, block: self.block });
        }
    }

    fn next_is_tight(&self, at: u32) -> bool {
        at + 1 < self.range.end && !self.tokens[at as usize + 1].spaced
    }

    fn before(&self, at: u32) -> Option<TokenKind> {
        (at > self.range.start).then(|| self.tokens[at as usize - 1].kind)
    }

    /// A straight mark whose neighbours say that it opens.
    fn looks_opening(&self, at: u32) -> bool {
        let free = self.tokens[at as usize].spaced
            || matches!(
                self.before(at),
                None | Some(TokenKind::OpenBracket | TokenKind::Dash | TokenKind::SingleMark)
            );
        free && self.next_is_tight(at)
    }

    /// A straight mark that may open where none is open: not an inch sign.
    fn may_open(&self, at: u32) -> bool {
        self.looks_opening(at) || (self.next_is_tight(at) && self.before(at) != Some(TokenKind::Number))
    }

    fn opens_single(&self, at: u32) -> bool {
        let token = self.tokens[at as usize];
        let curly_close = token.span.of(self.text) == "’";
        let free =
            token.spaced || matches!(self.before(at), None | Some(TokenKind::OpenBracket | TokenKind::Dash));
        free && !curly_close && self.next_is_tight(at)
    }

    /// The closing single mark, or how far the search went.
    fn single_close(&self, open: u32) -> Result<u32, u32> {
        let end = self.range.end.min(open + SINGLE_REACH);
        let mut plural = None;
        for at in open + 1..end {
            let token = self.tokens[at as usize];
            match token.kind {
                TokenKind::OpenMark | TokenKind::CloseMark | TokenKind::StraightMark => {
                    return plural.ok_or(at);
                }
                TokenKind::SingleMark if !token.spaced => {}
                _ => continue,
            }
            let followed = at + 1 >= self.range.end
                || self.tokens[at as usize + 1].spaced
                || !matches!(self.tokens[at as usize + 1].kind, TokenKind::Word | TokenKind::Number);
            if !followed {
                continue;
            }
            // "the allies’ plans": a plural's apostrophe looks like a closing mark. Take it only if no other comes.
            if self.tokens[at as usize - 1].span.of(self.text).ends_with('s') {
                plural = plural.or(Some(at));
                continue;
            }
            return Ok(at);
        }
        plural.ok_or(end)
    }
}
