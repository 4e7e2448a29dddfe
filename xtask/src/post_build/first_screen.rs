//! The first screen, set into the page so that it is there before the program: the program draws the same in its
//! place.

use anyhow::{Context, Result};

use crate::{command::output, project::Project};

/// The page with the first screen in place of the static shell.
pub fn set_into(page: &str, project: &Project) -> Result<String> {
    let mut command = project.command("cargo");
    let screen = output(command.args(["run", "--quiet", "--package", "readout-shell"]))
        .context("the first screen could not be drawn")?;
    replace(page, &screen)
}

fn replace(page: &str, screen: &str) -> Result<String> {
    let opens = ["<div id=app>", "<div id=\"app\">"];
    let open = opens.iter().find_map(|tag| page.find(tag).map(|at| at + tag.len()));
    let open = open.context("the page has no <div id=app>")?;
    let end = page[open..].find("<noscript>").context("no <noscript> follows the shell")?;
    let close = page[open..open + end].rfind("</div>").context("the shell is never closed")?;
    Ok(format!("{}{screen}{}", &page[..open], &page[open + close..]))
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn the_shell_makes_room() {
        let page = "<body><div id=app><div>old</div></div><noscript>x</noscript>";
        let set = replace(page, "<main>new</main>").unwrap();
        assert_eq!(set, "<body><div id=app><main>new</main></div><noscript>x</noscript>");
        assert!(replace("<body></body>", "").is_err());
    }
}
