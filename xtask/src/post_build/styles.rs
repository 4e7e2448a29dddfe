//! The stylesheets, set into the page: the first paint waits for one answer of the server instead of eight.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::html::{Document, Piece};

/// Puts the content of each stylesheet in the place of its link, and takes the files away.
pub fn set_into(page: &mut Document, folder: &Path) -> Result<()> {
    for piece in page.pieces_mut() {
        if piece.attribute("rel") == Some("stylesheet") {
            let name = piece.attribute("href").unwrap_or_default().trim_start_matches("./").to_owned();
            let file = folder.join(&name);
            let content = fs::read_to_string(&file).with_context(|| format!("the page names {name}"))?;
            *piece = Piece::style(content);
            fs::remove_file(&file)?;
        }
    }
    Ok(())
}
