//! The stylesheets, set into the page: the first paint waits for one answer of the server instead of eight.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::html::{Document, Piece};

/// Puts what all stylesheets hold into one element in the place of the first link, and takes the files away. The
/// policy names each element by a hash, which no packing makes smaller: one will do.
pub fn set_into(page: &mut Document, folder: &Path) -> Result<()> {
    let mut all = String::new();
    let mut place = None;
    for piece in page.pieces_mut() {
        if piece.attribute("rel") == Some("stylesheet") {
            let name = piece.attribute("href").unwrap_or_default().trim_start_matches("./").to_owned();
            let file = folder.join(&name);
            all += &fs::read_to_string(&file).with_context(|| format!("the page names {name}"))?;
            fs::remove_file(&file)?;
            *piece = Piece::Text(String::new());
            place.get_or_insert(piece);
        }
    }
    if let Some(piece) = place {
        *piece = Piece::style(all);
    }
    Ok(())
}
