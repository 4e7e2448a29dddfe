//! Reads the tables that `build/` packs.

/// A file of a packed table.
macro_rules! column {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The same as text.
macro_rules! lines {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

pub(crate) use {column, lines};

/// Numbers of one or more bytes, seven bits in each, the lowest first; a high bit says that more follow.
pub(crate) struct Numbers(pub &'static [u8]);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                return Some(number);
            }
        }
    }
}

/// Calls `each` with the words of a list by the alphabet: a capital says how much of the word before it begins the
/// next, A for nothing, and what else there is of it follows.
pub(crate) fn for_each_word(mut list: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    while let Some(capital) = list.bytes().next() {
        let end = list[1..].find(|c: char| c.is_ascii_uppercase()).map_or(list.len(), |at| at + 1);
        word.truncate(usize::from(capital - b'A'));
        word.push_str(&list[1..end]);
        each(&word);
        list = &list[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_bit_says_that_more_follow() {
        assert_eq!(Numbers(&[5, 0x80, 1, 0xff, 0xff, 3]).collect::<Vec<_>>(), [5, 128, 65535]);
    }

    #[test]
    fn a_capital_says_how_much_is_as_before() {
        let mut words = Vec::new();
        for_each_word("AtalkDlDs", |word| words.push(word.to_owned()));
        assert_eq!(words, ["talk", "tall", "tals"]);
    }
}
