//! Trunk's post_build hook. It puts first into the page the script that says what is missing or broken, without its
//! comments: minifying would bring it up to a language that old browsers don't read. In a release build it also
//!  * sets the first screen and the stylesheets into the page,
//!  * shortens the names by which program and glue know each other, and minifies the glue,
//!  * writes `readout.html`, the whole page in one file that opens from a disk,
//!  * puts the Content-Security-Policy into both,
//!  * has the served page register `sw.js`, and gives that its version and its list of files.
//!
//! A development build gets none of the latter: live reload needs a laxer policy and no offline copy.

mod first_screen;
mod html;
mod imports;
mod policy;
mod precache;
mod single_file;
mod styles;
mod weights;

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use html::{Document, Piece};
use policy::Policy;

const FAULT: &str = include_str!("../../../static/fault.js");
const EARLY: &str = include_str!("../../../static/early.js");

/// Has the browser keep the served page for offline use. Where it refuses, the page works all the same.
const REGISTER: &str = "try{navigator.serviceWorker.register(\"sw.js\").catch(()=>{})}catch{}";

pub fn post_build(project: &Project) -> Result<()> {
    let variable = |name| env::var(name).with_context(|| format!("{name} is not set: Trunk runs this task"));
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let worker = staging.join("sw.js");
    let page = staging.join("index.html");
    let release = variable("TRUNK_PROFILE")? == "release";
    let mut text = fs::read_to_string(&page)?;
    if release {
        text = first_screen::set_into(&text, project)?;
    }
    let mut document = Document::parse(&text)?;
    document.insert_first(Piece::script("", &plain(EARLY)))?;
    document.insert_first(Piece::script("", &plain(FAULT)))?;
    if !release {
        if worker.exists() {
            fs::remove_file(&worker)?;
        }
        return Ok(fs::write(&page, document.to_string())?);
    }

    styles::set_into(&mut document, &staging)?;
    weights::name_by_hash(&mut document, &staging)?;
    imports::shorten(&mut document, &staging, project)?;
    let single = single_file::pack(&document, &staging)?;

    document.append_to_body(Piece::script("", REGISTER));
    let policy = Policy::served(&document);
    document.insert_first(policy.tag())?;
    fs::write(&page, document.to_string())?;

    precache::fill(&staging, &worker)?;
    fs::write(staging.join("readout.html"), &single)?;
    println!("readout.html: {} kB", single.len().div_ceil(1000));
    Ok(())
}

/// The script without indents and comments.
fn plain(script: &str) -> String {
    let lines =
        script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_script_keeps_what_runs() {
        assert_eq!(
            super::plain("// Why.\n\nif (a) {\n  // Because.\n  b(\"//\");\n}\n"),
            "if (a) {\nb(\"//\");\n}"
        );
    }
}
