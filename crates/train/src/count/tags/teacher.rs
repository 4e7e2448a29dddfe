//! From the teacher's tags of its own tokens to ours.

use crate::articles::Article;
use crate::teacher::Tagged;
use readout_core::segment::{Token, TokenKind};

/// Forms of be, have and do, auxiliary or not.
const AUXILIARIES: &str = "am is are was were be been being 's 're 'm has have had having 've 'd do does did doing done \
                           isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't";

/// The letter of each token's tag.
pub fn letters(article: &Article, tagged: &Tagged) -> Vec<u8> {
    let letter =
        |(at, token): (usize, &Token)| of_kind(token.kind).unwrap_or_else(|| of_word(article, tagged, at));
    article.segmented.tokens.iter().enumerate().map(letter).collect()
}

const fn of_kind(kind: TokenKind) -> Option<u8> {
    Some(match kind {
        TokenKind::Possessive => b'H',
        TokenKind::OpenMark | TokenKind::CloseMark | TokenKind::StraightMark | TokenKind::SingleMark => b'"',
        TokenKind::Comma => b',',
        TokenKind::Stop | TokenKind::Ellipsis | TokenKind::Dash | TokenKind::Colon | TokenKind::Semicolon => {
            b'.'
        }
        TokenKind::OpenBracket | TokenKind::CloseBracket | TokenKind::Symbol => b'?',
        TokenKind::Number => b'U',
        TokenKind::Word => return None,
    })
}

fn of_word(article: &Article, tagged: &Tagged, at: usize) -> u8 {
    let span = article.segmented.tokens[at].span;
    let word = article.word(at as u32).to_lowercase().replace('’', "'");
    let (first, last) =
        tagged.around(article.offsets.code_points(span.start), article.offsets.code_points(span.end));
    let tag = tagged.tags.get(first).map_or("", String::as_str);
    if word == "to" {
        return b'O';
    }
    if word.ends_with("n't") || word == "cannot" {
        return if tag == "MD" { b'M' } else { b'X' };
    }
    if let Some((_, "re" | "m" | "ve" | "ll" | "d")) = word.split_once('\'') {
        return match tag {
            "PRP" | "EX" => b'P',
            _ if tag.starts_with('W') => b'W',
            _ => b'N',
        };
    }
    if is_auxiliary(&word) {
        return b'X';
    }
    let named = if word.contains('-') { last } else { first };
    let subordinates = tagged.marks.get(first).copied().unwrap_or_default();
    match tagged.tags.get(named).map_or("", String::as_str) {
        "IN" if subordinates => b'S',
        "IN" => b'I',
        tag => of_tag(tag),
    }
}

pub fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.split(' ').any(|auxiliary| auxiliary == word)
}

fn of_tag(tag: &str) -> u8 {
    match tag {
        "NN" | "NNS" => b'N',
        "NNP" | "NNPS" => b'E',
        "PRP" | "EX" => b'P',
        "PRP$" | "DT" | "PDT" => b'D',
        "JJ" | "JJR" | "JJS" | "HYPH" => b'J',
        "RB" | "RBR" | "RBS" => b'R',
        "MD" => b'M',
        "VB" => b'B',
        "VBP" => b'V',
        "VBZ" => b'Z',
        "VBD" => b'T',
        "VBN" => b'K',
        "VBG" => b'G',
        "TO" => b'O',
        "CC" => b'C',
        "WDT" | "WP" | "WRB" | "WP$" => b'W',
        "CD" => b'U',
        "RP" => b'L',
        "POS" => b'H',
        _ => b'?',
    }
}
