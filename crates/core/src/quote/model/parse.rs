//! Heads and relations: a greedy arc-hybrid parser, sentence by sentence, in time linear in the tokens.

use super::feature::{Adding, Features, bucket};
use super::reading::{BEYOND, Word};
use super::tag;
use super::weights::{Sums, Table};
use crate::segment::TokenKind;

/// What the parser can do: move the front token onto the stack, make it the head of the top, or make the
/// token under the top the head of the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The front of the queue goes onto the stack.
    Shift,
    /// The top of the stack gets the front as its head and leaves.
    Left,
    /// The top of the stack gets the one under it as its head and leaves.
    Right,
}

/// All actions, in the order of their weights.
pub const ACTIONS: [Action; 3] = [Action::Shift, Action::Left, Action::Right];

/// No token.
pub const NONE: u32 = u32::MAX;

/// A sentence half parsed. Tokens are counted from 0 within it; the root stands behind the last.
#[derive(Debug, Default)]
pub struct State {
    /// Tokens that still want a head, the last on top.
    pub stack: Vec<u32>,
    /// The token at the front of the queue; the root when it is the number of tokens.
    pub front: u32,
    /// Each token's head.
    pub heads: Vec<u32>,
    first_child: Vec<u32>,
    last_child: Vec<u32>,
    length: u32,
}

impl State {
    /// Starts on a sentence.
    pub fn start(&mut self, length: u32) {
        self.stack.clear();
        self.front = 0;
        self.length = length;
        for (list, value) in
            [(&mut self.heads, NONE), (&mut self.first_child, NONE), (&mut self.last_child, NONE)]
        {
            list.clear();
            list.resize(length as usize + 1, value);
        }
    }

    /// Whether every token has its head.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.front == self.length
    }

    /// Whether the action can be taken.
    #[must_use]
    pub fn allows(&self, action: Action) -> bool {
        match action {
            Action::Shift => self.front < self.length,
            Action::Left => !self.stack.is_empty(),
            Action::Right => self.stack.len() > 1,
        }
    }

    /// The only action that can be taken, if there is only one.
    fn only(&self) -> Option<Action> {
        match self.stack.len() {
            0 => Some(Action::Shift),
            1 if self.front == self.length => Some(Action::Left),
            _ => None,
        }
    }

    /// Takes the action, which must be allowed.
    pub fn take(&mut self, action: Action) {
        let head = match action {
            Action::Shift => {
                self.stack.push(self.front);
                self.front += 1;
                return;
            }
            Action::Left => self.front,
            Action::Right => self.stack.len().checked_sub(2).map_or(self.front, |at| self.stack[at]),
        };
        let Some(top) = self.stack.pop() else { return };
        self.heads[top as usize] = head;
        let first = &mut self.first_child[head as usize];
        if *first == NONE || top < *first {
            *first = top;
        }
        let last = &mut self.last_child[head as usize];
        if *last == NONE || top > *last {
            *last = top;
        }
    }

    /// Looks at stack and queue.
    #[must_use]
    pub fn look<A: Adding>(&self, words: &[Word], adding: A) -> A {
        let word = |at: Option<u32>| at.and_then(|at| words.get(at as usize)).unwrap_or(&BEYOND);
        let depth = self.stack.len();
        let under = |n: usize| depth.checked_sub(n + 1).map(|at| self.stack[at]);
        let child = |list: &[u32], of: Option<u32>| of.map(|of| list[of as usize]);
        let (top, second) = (under(0), under(1));
        let (s0, s1, s2) = (word(top), word(second), word(under(2)));
        let (b0, b1, b2) = (word(Some(self.front)), word(Some(self.front + 1)), word(Some(self.front + 2)));
        let s0_first = word(child(&self.first_child, top));
        let s0_last = word(child(&self.last_child, top));
        let s1_last = word(child(&self.last_child, second));
        let b0_first = word(child(&self.first_child, Some(self.front)));
        let distance = bucket(top.map_or(0, |t| self.front - t));
        let gap = bucket(top.zip(second).map_or(0, |(t, s)| t - s));
        let marks = u32::from(s0.stretch == b0.stretch) * 2 + u32::from(s0.stretch == s1.stretch);
        let mut f = Features::new(adding, 1000);
        f.add([s0.tag, b0.tag]);
        f.add([s0.form]);
        f.add([s0.form, s0.tag]);
        f.add([s1.form, s1.tag]);
        f.add([b0.form, b0.tag]);
        f.add([b1.form]);
        f.add([s0.form, b0.form]);
        f.add([s0.form, b0.tag]);
        f.add([s0.tag, b0.form]);
        f.add([s0.tag, b0.tag, distance]);
        f.add([s1.tag, s0.tag]);
        f.add([s1.tag, s0.tag, gap]);
        f.add([s1.form, s0.form]);
        f.add([s1.form, s0.tag]);
        f.add([s1.tag, s0.form]);
        f.add([s1.tag, s0.tag, b0.tag]);
        f.add([s0.tag, b0.tag, b1.tag]);
        f.add([b0.tag, b1.tag, b2.tag]);
        f.add([s1.tag, s0.tag, b0.tag, b1.tag]);
        f.add([s0.tag, b0.tag, b1.tag, b2.tag]);
        f.add([s2.tag, s1.tag, s0.tag]);
        f.add([s2.tag, s1.tag, s0.tag, b0.tag]);
        f.add([s0.tag, s0_first.tag, b0.tag]);
        f.add([s0.tag, s0_last.tag, b0.tag]);
        f.add([s0.tag, s0_first.form, b0.tag]);
        f.add([s0.tag, b0_first.tag, b0.tag]);
        f.add([s1.tag, s1_last.tag, s0.tag]);
        f.add([s1.tag, s1_last.form, s0.tag, b0.tag]);
        f.add([s1.tag, s0.tag, s0_last.tag, b0.tag]);
        f.add([s1.stem, s0.tag, b0.tag]);
        f.add([s0.stem, b0.tag, b1.tag]);
        f.add([s0.tag, b0.stem, b1.tag]);
        f.add([s0.suffix, b0.tag]);
        f.add([s0.tag, b0.suffix]);
        f.add([s0.form, distance]);
        f.add([marks, s0.tag, b0.tag]);
        f.add([marks, s1.tag, s0.tag]);
        f.add([s1.form, s0.tag, b0.form]);
        f.end()
    }
}

/// Looks at one arc, from a token to its head, within a sentence.
#[must_use]
pub fn look_at_arc<A: Adding>(words: &[Word], heads: &[u32], token: u32, first_child: u32, adding: A) -> A {
    let word = |at: u32| words.get(at as usize).unwrap_or(&BEYOND);
    let head = heads[token as usize];
    let (d, h, child) = (word(token), word(head), word(first_child));
    let (before, after) = (word(token.wrapping_sub(1)), word(token + 1));
    let side = u32::from(head > token);
    let distance = bucket(head.abs_diff(token));
    let comma = u32::from(before.form == TokenKind::Comma as u32 + 100);
    let mut f = Features::new(adding, 1100);
    f.add([d.tag, h.tag, side]);
    f.add([d.form, h.tag, side]);
    f.add([d.stem]);
    f.add([d.tag, h.stem, side]);
    f.add([d.form, h.form]);
    f.add([d.suffix, h.tag, side]);
    f.add([d.tag, h.tag, side, distance]);
    f.add([d.tag, h.tag, side, comma, before.tag]);
    f.add([d.tag, h.tag, after.tag, side]);
    f.add([d.tag, child.form, h.tag, side]);
    f.add([d.tag, child.form, h.stem, side]);
    f.add([d.tag, child.tag, h.stem, side]);
    f.add([d.tag, before.form, h.tag]);
    f.add([d.tag, h.tag, word(head.wrapping_add(1)).form, side]);
    f.end()
}

/// The learned parser.
#[derive(Debug, Clone, Copy)]
pub struct Parser<'a> {
    /// Rows of four: the three actions.
    pub actions: Table<'a>,
    /// Rows of sixteen: the relations.
    pub relations: Table<'a>,
}

impl Parser<'_> {
    /// Gives each word of a sentence its head, relation and the relations that it governs; `first` is the
    /// number of the sentence's first token in the document.
    pub fn parse(&self, words: &mut [Word], first: u32, state: &mut State) {
        let length = words.len() as u32;
        state.start(length);
        while !state.is_done() {
            if let Some(only) = state.only() {
                state.take(only);
                continue;
            }
            let Sums { steps: scores, .. } = state.look(words, self.actions.sums::<4>());
            let mut best = Action::Left;
            let mut most = i32::MIN;
            for (action, score) in ACTIONS.into_iter().zip(scores) {
                if state.allows(action) && score > most {
                    (best, most) = (action, score);
                }
            }
            state.take(best);
        }
        for token in 0..length {
            let head = state.heads[token as usize];
            let relation = if head >= length {
                tag::ROOT
            } else {
                let first = state.first_child[token as usize];
                let scores = look_at_arc(words, &state.heads, token, first, self.relations.wide_sums());
                (0..16).max_by_key(|relation| scores.step(*relation)).unwrap_or_default() as u32
            };
            let word = &mut words[token as usize];
            word.head = first + if head >= length { token } else { head };
            word.relation = relation;
        }
        for token in 0..length {
            let head = state.heads[token as usize];
            if head < length {
                words[head as usize].governed |= 1 << words[token as usize].relation;
            }
        }
    }
}

impl State {
    /// The first token that the token governs.
    #[must_use]
    pub fn first_child(&self, token: u32) -> u32 {
        self.first_child[token as usize]
    }
}
