//! The model's weights as a file beside the page. Its name holds a hash of it, so that a page never meets the
//! weights of another version.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::html::{Document, Piece};

/// The name of the `<meta>` that names the file.
pub const WEIGHTS: &str = "weights";

/// Gives the file its name, in the folder and in the page.
pub fn name_by_hash(page: &mut Document, folder: &Path) -> Result<()> {
    let is_named = |piece: &&mut Piece| piece.attribute("name") == Some(WEIGHTS);
    let named = page.pieces_mut().iter_mut().find(is_named).context("the page does not name the weights")?;
    let plain = named.attribute("content").unwrap_or_default().to_owned();
    let bytes = fs::read(folder.join(&plain)).with_context(|| format!("the page names {plain}"))?;
    let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = plain.split_once('.').unwrap_or((&plain, "bin"));
    let hashed = format!("{stem}-{hash}.{ending}");
    fs::rename(folder.join(&plain), folder.join(&hashed))?;
    *named = Piece::Tag(format!("<meta name=\"{WEIGHTS}\" content=\"{hashed}\">"));
    Ok(())
}
