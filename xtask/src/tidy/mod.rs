//! Checks of the source text that neither compiler nor lints make.

mod classes;
mod files;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{command::output, project::Project};

/// A file of the project as text.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

impl Source {
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.extension().is_some_and(|e| extensions.iter().any(|known| e == *known))
    }
}

pub fn tidy(project: &Project) -> Result<()> {
    let sources = sources(project)?;
    let mut faults = files::check(&sources);
    faults.extend(classes::check(&sources));
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    println!("{} files are tidy", sources.len());
    Ok(())
}

/// The files of code, style and prose that git knows, or would if they were added.
fn sources(project: &Project) -> Result<Vec<Source>> {
    let words = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let list = output(project.command("git").args(words)).context("tidy asks git which files there are")?;
    let is_source = |path: &&str| {
        let known = ["rs", "css", "mjs", "js", "html", "toml", "md"];
        Path::new(path).extension().is_some_and(|extension| known.iter().any(|k| extension == *k))
    };
    let mut sources = Vec::new();
    for path in list.lines().filter(is_source) {
        let file = project.root.join(path);
        if file.is_file() {
            let text = fs::read_to_string(&file).with_context(|| path.to_owned())?;
            sources.push(Source { path: path.into(), text });
        }
    }
    Ok(sources)
}
