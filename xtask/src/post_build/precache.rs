//! The service worker's version and list of files. Each file goes in with its hash, so that the browser itself
//! refuses to keep a file of another version.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};

use super::policy::sha256;

const VERSION: &str = "\"VERSION\"";
const FILES: &str = "[\"FILES\"]";

/// Fills in `sw.js` for the files that a finished build holds.
pub fn fill(folder: &Path, worker: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files)?;
    files.remove("sw.js");
    let script = fs::read_to_string(worker).context("the page brings no sw.js")?;
    ensure!(script.contains(VERSION) && script.contains(FILES), "sw.js has no place for version and files");
    let list: Vec<String> = files
        .iter()
        .map(|(name, hash)| format!("[{:?}, {hash:?}]", if name == "index.html" { "./" } else { name }))
        .collect();
    let list = format!("[\n  {},\n]", list.join(",\n  "));
    let version = format!("{:?}", sha256(list.as_bytes()));
    fs::write(worker, script.replacen(VERSION, &version, 1).replacen(FILES, &list, 1))?;
    Ok(())
}

/// Paths below `folder`, spelled as URLs, each with its hash.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.insert(name, sha256(&fs::read(&path)?));
        }
    }
    Ok(())
}
