//! `cargo xtask <task>`: everything around the code that Cargo and Trunk don't do.

mod bench;
mod build;
mod check;
mod command;
mod post_build;
mod project;
mod score;
mod serve;
mod setup;
mod tidy;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

use project::Project;

const USAGE: &str = "\
cargo xtask serve           set up what is missing, build the page, serve it
cargo xtask test [--fast]   set up what is missing, then everything that CI runs
                            (--fast: without the release build and the browsers)
cargo xtask build           the page in dist/, and as one file in dist/readout.html
cargo xtask score [--errors] [--update]
                            the measures of extraction against their gates
                            (--errors: what was missed; --update: raise gates and the page's figures)
cargo xtask bench [peers]   speed: native, in WebAssembly, and until the page is there
                            (peers: beside libraries of JavaScript, without the page)
cargo xtask tidy            the checks of the source text alone
cargo xtask post-build      Trunk's hook: packs what was built";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut task, mut flags) = (None, Vec::new());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) if task.is_none() => task = Some(value.to_string_lossy().into_owned()),
            // `bench peers`, as one says it.
            Arg::Value(value) => flags.push(value.to_string_lossy().into_owned()),
            Arg::Long("help") | Arg::Short('h') => task = Some("help".to_owned()),
            Arg::Long(flag) => flags.push(flag.to_owned()),
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::find();
    let task = task.unwrap_or_else(|| "help".to_owned());
    let known: &[&str] = match task.as_str() {
        "test" => &["fast"],
        "score" => &["errors", "update"],
        "bench" => &["peers"],
        _ => &[],
    };
    if let Some(flag) = flags.iter().find(|flag| !known.contains(&flag.as_str())) {
        bail!("`{task}` has no option `{flag}`\n{USAGE}");
    }
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    match task.as_str() {
        "serve" => serve::serve(&project),
        "test" => check::check(&project, has("fast")),
        "build" => build::set_up_and_build(&project),
        "score" => score::score(&project, has("errors"), has("update")),
        "bench" => bench::bench(&project, has("peers")),
        "tidy" => tidy::tidy(&project),
        "post-build" => post_build::post_build(&project),
        "help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no task `{other}`\n{USAGE}"),
    }
}
