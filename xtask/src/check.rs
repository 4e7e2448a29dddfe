//! `cargo xtask test`: everything that CI runs, step by step, to the end even where a step fails.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};

use crate::{
    build,
    command::{output, run},
    project::Project,
    score, setup, tidy,
};

/// A step's name, what to do where it fails, and the step.
struct Step {
    name: &'static str,
    cure: &'static str,
    run: fn(&Project) -> Result<Outcome>,
}

enum Outcome {
    Passed,
    Skipped(&'static str),
}
use Outcome::{Passed, Skipped};

const FAST: &[Step] = &[
    Step { name: "format", cure: "run cargo fmt", run: format },
    Step { name: "tidy", cure: "see the lines above; xtask/src/tidy has the rules", run: check_tidy },
    Step { name: "lints", cure: "see the warnings above", run: lints },
    Step {
        name: "core's dependencies",
        cure: "keep the browser out of crates/core",
        run: core_knows_no_browser,
    },
    Step { name: "licences and sources", cure: "see deny.toml", run: licences },
    Step { name: "advisories", cure: "update or replace the crate that is named", run: advisories },
    Step { name: "tests", cure: "cargo test --workspace shows them alone", run: tests },
    Step { name: "scores", cure: "cargo xtask score --errors shows what was missed", run: scores },
];

const SLOW: &[Step] = &[
    Step { name: "release build", cure: "cargo xtask build shows it alone", run: release_build },
    Step {
        name: "byte budget",
        cure: "make it smaller, or raise a line of tests/browser/budget.tsv with the reason",
        run: budget,
    },
    Step {
        name: "browsers",
        cure: "node --test tests/browser/NAME.test.mjs shows one file alone; pictures are in target/pictures",
        run: browsers,
    },
];

pub fn check(project: &Project, fast: bool) -> Result<()> {
    setup::set_up(project, if fast { setup::FAST } else { setup::TEST })?;
    let steps = FAST.iter().chain(if fast { &[] } else { SLOW });
    let start = Instant::now();
    let mut summary = Vec::new();
    let mut failed = 0;
    for step in steps {
        println!("\n==> {}", step.name);
        let start = Instant::now();
        let outcome = (step.run)(project);
        let seconds = start.elapsed().as_secs();
        let words = match outcome {
            Ok(Passed) => "passed".to_owned(),
            Ok(Skipped(reason)) => format!("skipped: {reason}"),
            Err(error) => {
                failed += 1;
                println!("{error:#}");
                format!("FAILED: {}", step.cure)
            }
        };
        println!("==> {} {words} ({seconds} s)", step.name);
        summary.push(format!("{seconds:5} s  {:22} {words}", step.name));
    }
    println!("\n{}\n{:5} s  in all", summary.join("\n"), start.elapsed().as_secs());
    if failed > 0 {
        bail!("{failed} of {} steps failed", summary.len());
    }
    Ok(())
}

fn cargo(project: &Project, words: &[&str]) -> Result<Outcome> {
    run(project.command("cargo").args(words))?;
    Ok(Passed)
}

fn format(project: &Project) -> Result<Outcome> {
    cargo(project, &["fmt", "--all", "--check"])
}

fn check_tidy(project: &Project) -> Result<Outcome> {
    tidy::tidy(project)?;
    Ok(Passed)
}

fn lints(project: &Project) -> Result<Outcome> {
    cargo(project, &["clippy", "--quiet", "--workspace", "--", "-D", "warnings"])?;
    // A test may stop where what it needs is missing, its helpers too, which the lints take for production code.
    let tests = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let allowed =
        ["unwrap_used", "expect_used", "panic", "too_many_lines"].map(|lint| format!("-Aclippy::{lint}"));
    cargo(project, &tests.into_iter().chain(allowed.iter().map(String::as_str)).collect::<Vec<_>>())
}

/// The names of the browser's crates, each of which would tie core to it.
const BROWSER: [&str; 5] = ["yew", "web-sys", "js-sys", "gloo", "wasm-bindgen"];

fn core_knows_no_browser(project: &Project) -> Result<Outcome> {
    for target in ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"] {
        let words =
            ["tree", "--package", "readout-core", "--edges", "normal,build", "--prefix", "none", "--target"];
        let tree = output(project.command("cargo").args(words).arg(target))?;
        let of_browser = |line: &&str| {
            let name = line.split(' ').next().unwrap_or_default();
            BROWSER
                .iter()
                .any(|b| name == *b || name.strip_prefix(b).is_some_and(|rest| rest.starts_with('-')))
        };
        let found: Vec<&str> = tree.lines().filter(of_browser).collect();
        ensure!(found.is_empty(), "readout-core depends on {} ({target})", found.join(", "));
    }
    Ok(Passed)
}

fn licences(project: &Project) -> Result<Outcome> {
    run(project.command("cargo-deny").args([
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    Ok(Passed)
}

/// The database of advisories is a repository elsewhere: not every machine reaches it.
fn advisories(project: &Project) -> Result<Outcome> {
    let mut fetch = project.command("cargo-deny");
    fetch.args(["--log-level", "off", "fetch", "db"]);
    if !ends_well(&mut fetch, Duration::from_secs(60)) {
        return Ok(Skipped("the database of advisories can't be reached from here"));
    }
    run(project.command("cargo-deny").args([
        "--log-level",
        "error",
        "check",
        "--disable-fetch",
        "advisories",
    ]))?;
    Ok(Passed)
}

/// Whether the command ends well within the time. Prints nothing.
fn ends_well(command: &mut Command, within: Duration) -> bool {
    use std::process::Stdio;
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let start = Instant::now();
    while start.elapsed() < within {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    // It ran out of time: that it can no longer be ended changes nothing.
    let _ = child.kill().and_then(|()| child.wait().map(drop));
    false
}

fn tests(project: &Project) -> Result<Outcome> {
    cargo(project, &["test", "--quiet", "--workspace"])
}

fn scores(project: &Project) -> Result<Outcome> {
    score::score(project, false, false)?;
    Ok(project
        .polnear()
        .map_or(Skipped("PolNeAR is not here: the gates on it were not looked at"), |_| Passed))
}

fn release_build(project: &Project) -> Result<Outcome> {
    build::build(project)?;
    Ok(Passed)
}

fn budget(project: &Project) -> Result<Outcome> {
    run(project.command("node").arg(project.browser_tests().join("budget.mjs")))?;
    Ok(Passed)
}

fn browsers(project: &Project) -> Result<Outcome> {
    let mut command = browser_command(project);
    command.args(["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"]);
    for file in std::fs::read_dir(project.browser_tests())? {
        let path = file?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            command.arg(path);
        }
    }
    run(&mut command)?;
    Ok(Passed)
}

/// Node, told where browsers and the command line are.
pub fn browser_command(project: &Project) -> Command {
    let mut command = project.command("node");
    command.envs(setup::chromium(project).map(|path| ("READOUT_CHROMIUM", path)));
    command.envs(setup::firefox(project).map(|path| ("READOUT_FIREFOX", path)));
    command.env("READOUT_CLI", project.built("readout"));
    command
}
