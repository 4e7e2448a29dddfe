//! Packs the two largest tables of `data/`, and that of capitals. A first visit loads them compressed, and they
//! compress better by columns than by rows. The files in `data/` stay as people read them; `src/packed.rs` reads what is written here.

mod cues;
mod small;
mod words;

use std::{env, error::Error, fs, path::Path};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let out = env::var("OUT_DIR")?;
    let read = |table: &str| {
        println!("cargo:rerun-if-changed={table}");
        fs::read_to_string(table)
    };
    println!("cargo:rerun-if-changed=build");
    let files = [
        words::pack(&read("data/tags/words.tsv")?)?,
        cues::pack(&read("data/cues.tsv")?)?,
        vec![small::pack()],
    ]
    .concat();
    for (name, bytes) in files {
        fs::write(Path::new(&out).join(name), bytes)?;
    }
    Ok(())
}

/// The name of a packed column, and its bytes.
type File = (&'static str, Vec<u8>);

/// The columns of each row; comments are no rows.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Seven bits a byte, the lowest first; the high bit says that more follow.
fn push_number(column: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        column.push(number as u8 | 128);
        number >>= 7;
    }
    column.push(number as u8);
}

/// Each word as a capital, A for none, that tells how many bytes it begins with are those of the word before, and
/// the rest of it.
fn front_coded<'a>(words: impl Iterator<Item = &'a str>) -> Result<String, Failure> {
    let (mut text, mut last) = (String::new(), "");
    for word in words {
        if word.contains(|c: char| c.is_ascii_uppercase()) {
            return Err(format!("{word:?} has a capital").into());
        }
        let alike = word.bytes().zip(last.bytes()).take(25).take_while(|(a, b)| a == b).count();
        let alike = (0..=alike).rev().find(|at| word.is_char_boundary(*at)).unwrap_or_default();
        text.push(char::from(b'A' + alike as u8));
        text.push_str(&word[alike..]);
        last = word;
    }
    Ok(text)
}
