//! Small letters, as the standard library has them, but from a table of a tenth of the size.

include!(concat!(env!("OUT_DIR"), "/small.rs"));

/// The small letter of a capital; any other character as it is. Of İ there are two: the letter and its dot.
pub fn small(letter: char) -> impl Iterator<Item = char> {
    let dotted = letter == 'İ';
    let one = if dotted { 'i' } else { one_small(letter) };
    [Some(one), dotted.then_some('\u{307}')].into_iter().flatten()
}

fn one_small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let code = letter as u32;
    let Some(row) = FIRSTS.partition_point(|first| *first <= code).checked_sub(1) else { return letter };
    let (after, step) = (code - FIRSTS[row], u32::from(STEPS[row]));
    if after % step == 0 && after / step < u32::from(COUNTS[row]) {
        char::from_u32(code.wrapping_add_signed(AWAY[row])).unwrap_or(letter)
    } else {
        letter
    }
}

/// The text in small letters.
#[must_use]
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    let mut within = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // Greek ends its words with another sigma.
            'Σ' if within && !letters.peek().is_some_and(|next| next.is_alphabetic()) => lower.push('ς'),
            _ => lower.extend(small(letter)),
        }
        within = letter.is_alphabetic();
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_letters_are_as_the_standard_library_has_them() {
        for letter in '\0'..=char::MAX {
            assert!(small(letter).eq(letter.to_lowercase()), "{letter:?}");
        }
    }

    #[test]
    fn texts_too() {
        for text in
            ["NATO", "Élysée", "İSTANBUL", "Москва", "ΟΔΥΣΣΕΥΣ ΚΑΙ Σ", "ΣΑΣ. 1Σ", "ẞ", "", "中文 ＡＢ"]
        {
            assert_eq!(lowercase(text), text.to_lowercase(), "{text}");
        }
    }
}
