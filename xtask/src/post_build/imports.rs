//! The names by which the program calls the browser. wasm-bindgen spells each of them out with a hash, once in the
//! program and once in the glue: 6 kB that no packing makes smaller. Here they become a letter or two.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use super::{
    html::{Document, Piece},
    policy,
};
use crate::{command::output, project::Project};

/// Renames the program's imports in both files that the page preloads, and minifies the glue.
pub fn shorten(page: &mut Document, folder: &Path, project: &Project) -> Result<()> {
    let file =
        |piece: &Piece| folder.join(piece.attribute("href").unwrap_or_default().trim_start_matches("./"));
    let (mut glue, mut program) = (None, None);
    for piece in page.pieces_mut() {
        match piece.attribute("rel") {
            Some("modulepreload") => glue = Some(piece),
            Some("preload") => program = Some(piece),
            _ => {}
        }
    }
    let glue = glue.context("the page has no modulepreload link to the glue")?;
    let program = program.context("the page has no preload link to the wasm")?;
    let (shorter, names) = shorten_wasm(&fs::read(file(program))?)?;
    write(program, &file(program), &shorter)?;
    let script = file(glue);
    let (renamed, times) = rename(&fs::read_to_string(&script)?, &names);
    ensure!(times == names.len(), "the glue names {times} of the program's {} imports", names.len());
    fs::write(&script, renamed)?;
    write(glue, &script, minified(&script, project)?.as_bytes())
}

/// Trunk's own minifier stops at `export { … as default }`.
fn minified(script: &Path, project: &Project) -> Result<String> {
    if !project.has_program("esbuild") {
        println!("The glue comes out larger here: esbuild comes with the packages in tests/browser.");
        return Ok(fs::read_to_string(script)?);
    }
    output(project.command("esbuild").args(["--minify", "--format=esm", "--target=es2022"]).arg(script))
}

/// Writes the file, and what it must be into the tag that names it.
fn write(piece: &mut Piece, file: &Path, content: &[u8]) -> Result<()> {
    if let (Some(before), Piece::Tag(tag)) = (piece.attribute("integrity").map(str::to_owned), &mut *piece) {
        *tag = tag.replace(&before, &policy::sha256(content));
    }
    fs::write(file, content).with_context(|| format!("can't write {}", file.display()))
}

/// The text with each identifier by its new name, and how many there are.
fn rename(text: &str, names: &HashMap<String, String>) -> (String, usize) {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
    let mut renamed = String::with_capacity(text.len());
    let (mut rest, mut times) = (text, 0);
    while let Some(start) = rest.find(is_part) {
        let (between, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
        renamed.push_str(between);
        let short = names.get(word);
        times += usize::from(short.is_some());
        renamed.push_str(short.map_or(word, String::as_str));
        rest = after;
    }
    (renamed + rest, times)
}

const SECTIONS_START: usize = 8;
const IMPORTS: u8 = 2;

/// The module with short names for what it imports, and which name became which.
fn shorten_wasm(module: &[u8]) -> Result<(Vec<u8>, HashMap<String, String>)> {
    ensure!(module.starts_with(b"\0asm\x01\0\0\0"), "not a WebAssembly module");
    let (header, mut rest) = module.split_at(SECTIONS_START);
    let (mut shorter, mut names) = (header.to_vec(), HashMap::new());
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let content = take(&mut rest, length)?;
        let content = if id == IMPORTS { shorten_imports(content, &mut names)? } else { content.to_vec() };
        shorter.push(id);
        put_sized(&mut shorter, &content);
    }
    Ok((shorter, names))
}

fn shorten_imports(mut section: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let rest = &mut section;
    let mut shorter = Vec::new();
    let count = number(rest)?;
    put_number(&mut shorter, count);
    for place in 0..count {
        let length = number(rest)?;
        put_sized(&mut shorter, take(rest, length)?);
        let length = number(rest)?;
        let name = String::from_utf8(take(rest, length)?.to_vec())?;
        put_sized(&mut shorter, letters(place).as_bytes());
        ensure!(!names.contains_key(&name), "the program imports {name} twice");
        names.insert(name, letters(place));
        match take(rest, 1)? {
            [0] => shorter.push(0),
            kind => bail!("the program imports what is no function: kind {kind:?}"),
        }
        put_number(&mut shorter, number(rest)?);
    }
    Ok(shorter)
}

/// "a" to "z", "aa" and so on.
fn letters(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { format!("{}{last}", letters(place / 26 - 1)) }
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Result<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = take(rest, 1)?[0];
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    bail!("a number in the WebAssembly module never ends")
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length).context("the WebAssembly module ends too soon")?;
    *rest = after;
    Ok(taken)
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_sized(out: &mut Vec<u8>, content: &[u8]) {
    put_number(out, content.len());
    out.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_letters_in_both_files() {
        // Two imports from "m", of types 0 and 200; then a section of its own kind.
        let module = b"\0asm\x01\0\0\0\x02\x13\x02\x01m\x05add_1\0\0\x01m\x02go\0\xc8\x01\x03\x01\0";
        let (shorter, names) = shorten_wasm(module).unwrap();
        assert_eq!(shorter, b"\0asm\x01\0\0\0\x02\x0e\x02\x01m\x01a\0\0\x01m\x01b\0\xc8\x01\x03\x01\0");
        let renamed = rename("{add_1:x=>x.add_12,'go':gone}", &names);
        assert_eq!(renamed, ("{a:x=>x.add_12,'b':gone}".to_owned(), 2));
    }

    #[test]
    fn a_name_that_is_imported_twice_is_told_of() {
        let module = b"\0asm\x01\0\0\0\x02\x0f\x02\x01m\x02go\0\0\x01m\x02go\0\0";
        assert_eq!(shorten_wasm(module).unwrap_err().to_string(), "the program imports go twice");
    }

    #[test]
    fn a_module_that_ends_too_soon_is_told_of() {
        assert!(shorten_wasm(b"\0asm\x01\0\0\0\x02\x12\x02").is_err());
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52].map(letters), ["a", "z", "aa", "az", "ba"]);
    }
}
