//! How a name is spelled for people, wherever the text breaks its lines and sets its capitals.

use crate::capital::capital;
use std::borrow::Cow;

/// Words with single spaces between them.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    if is_spaced(text) {
        return Cow::Borrowed(text);
    }
    let mut name = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    Cow::Owned(name)
}

/// The word without the "s" of its plural: none for "press", "campus", "crisis".
pub(crate) fn singular(word: &str) -> Option<&str> {
    word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))
}

/// Whether a text is ASCII with single spaces between its words already, as nearly all are.
fn is_spaced(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !(byte.is_ascii_graphic() || byte == b' ' && before != b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// "Intermediate-range forces treaty" as "Intermediate-Range Forces Treaty".
pub(super) fn title_case(text: &str) -> String {
    const SMALL: [&str; 7] = ["on", "of", "in", "for", "the", "and", "with"];
    let mut name = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        if SMALL.contains(&word) {
            name.push_str(word);
            continue;
        }
        let mut opens = true;
        for character in word.chars() {
            if opens {
                name.push(capital(character));
            } else {
                name.push(character);
            }
            opens = character == '-';
        }
    }
    name
}
