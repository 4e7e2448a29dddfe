//! The whole page in one file. Browsers refuse a file: page its module scripts and fetches, so the
//! icon is set in, and glue and wasm travel as text: the boot script unpacks the wasm, imports the glue
//! from a blob: and starts it.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};

use super::{
    html::{Document, Piece},
    policy::Policy,
    weights::WEIGHTS,
};

const BOOT: &str = include_str!("boot.js");

/// The page of a release build as one file.
pub fn pack(page: &Document, folder: &Path) -> Result<String> {
    ensure!(
        !folder.join("snippets").exists(),
        "a dependency brought scripts of its own, which one file can't import: do without it"
    );
    let (mut pieces, mut glue, mut wasm, mut weights) = (Vec::new(), None, None, None);
    for piece in page.pieces() {
        let file = || {
            let name = piece.attribute("href").unwrap_or_default().trim_start_matches("./");
            let path = folder.join(name);
            fs::read(&path).with_context(|| format!("the page names {}", path.display()))
        };
        if piece.attribute("name") == Some(WEIGHTS) {
            weights = Some(fs::read(folder.join(piece.attribute("content").unwrap_or_default()))?);
            continue;
        }
        match (piece, piece.attribute("rel")) {
            (Piece::Tag(_), Some("modulepreload")) => glue = Some(String::from_utf8(file()?)?),
            (Piece::Tag(_), Some("preload")) => wasm = Some(file()?),
            (Piece::Tag(_), Some("icon")) => pieces.push(icon(&file()?)),
            (Piece::Tag(_), Some("manifest")) => {}
            (Piece::Tag(tag), _) => pieces.push(Piece::Tag(tag.clone())),
            (Piece::Text(text), _) => pieces.push(Piece::Text(text.clone())),
            // Trunk's start script; the boot script takes its place.
            (Piece::Raw { name: "script", .. }, _) if piece.attribute("type") == Some("module") => {}
            (Piece::Raw { tag, name, content }, _) => {
                pieces.push(Piece::Raw { tag: tag.clone(), name, content: content.clone() });
            }
        }
    }
    let glue = glue.context("the page has no modulepreload link to the glue")?;
    let wasm = wasm.context("the page has no preload link to the wasm")?;
    let weights = weights.context("the page does not name the model's weights")?;
    if glue.contains("</script") {
        bail!("the glue holds </script and can't be set into a page");
    }
    let mut single = Document::from_pieces(pieces);
    single.append_to_body(Piece::script("type=\"text/plain\" id=\"glue\"", &glue));
    single.append_to_body(Piece::script("type=\"text/plain\" id=\"wasm\"", &STANDARD.encode(gzip(&wasm)?)));
    single.append_to_body(Piece::script(
        "type=\"text/plain\" id=\"weights\"",
        &STANDARD.encode(gzip(&weights)?),
    ));
    single.append_to_body(Piece::script("type=\"module\"", BOOT));
    let policy = Policy::single_file(&single);
    single.insert_first(policy.tag())?;
    Ok(single.to_string())
}

fn icon(svg: &[u8]) -> Piece {
    Piece::Tag(format!("<link rel=icon href=\"data:image/svg+xml;base64,{}\">", STANDARD.encode(svg)))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
