//! The browsers that the tests run in: those of the system.

use std::{
    env, fs,
    io::{IsTerminal, stdin},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};

use crate::{command::run, project::Project};

pub const CHROMIUM_BY_HAND: &str = "\
on Debian apt-get install chromium; on Fedora dnf install chromium; on macOS brew install --cask google-chrome; \
on Ubuntu, whose chromium is a snap that the tests can't drive, Google's .deb of Chrome; \
elsewhere set READOUT_CHROMIUM to the program's path";
pub const FIREFOX_BY_HAND: &str = "\
on Debian apt-get install firefox-esr; on Fedora dnf install firefox; on macOS brew install --cask firefox; \
on Ubuntu, whose firefox is a snap that the tests can't drive, Mozilla's .deb; \
elsewhere set READOUT_FIREFOX to the program's path";

/// Chromium or Chrome.
pub fn chromium(project: &Project) -> Option<PathBuf> {
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
    let places = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    find(project, "READOUT_CHROMIUM", &names, &places)
}

/// Firefox, ESR or not.
pub fn firefox(project: &Project) -> Option<PathBuf> {
    let places = ["/Applications/Firefox.app/Contents/MacOS/firefox"];
    find(project, "READOUT_FIREFOX", &["firefox-esr", "firefox"], &places)
}

fn find(project: &Project, variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    if let Some(chosen) = env::var_os(variable) {
        return Some(chosen.into());
    }
    let search_path = project.search_path();
    let folders: Vec<PathBuf> = env::split_paths(&search_path).collect();
    let on_path = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    on_path.chain(places.iter().map(PathBuf::from)).find(|path| path.is_file() && !is_snap(path))
}

/// A snap, or the shell script by which Ubuntu's package stands for one.
fn is_snap(path: &Path) -> bool {
    let is_script = |size: u64| size < 10_000;
    path.starts_with("/snap")
        || fs::canonicalize(path).is_ok_and(|real| real.ends_with("usr/bin/snap"))
        || fs::metadata(path).is_ok_and(|file| is_script(file.len()))
            && fs::read_to_string(path).is_ok_and(|script| script.contains("/snap/"))
}

/// Installs Debian packages, as root or through sudo.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !release.lines().any(|line| line == "ID=debian") {
        bail!("this is no Debian, where apt would bring it");
    }
    let sudo: &[&str] = match (is_root(), stdin().is_terminal()) {
        (true, _) => &[],
        (false, true) => &["sudo"],
        (false, false) => &["sudo", "-n"],
    };
    let apt = |words: &[&str]| {
        let all = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"], words].concat();
        let (program, words) = all.split_first().unwrap_or((&"apt-get", &[]));
        run(Command::new(program).args(words))
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout == b"0\n")
}
