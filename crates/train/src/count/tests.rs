//! What is counted in a few sentences of our own.

use super::lemmas::Lemmas;
use super::tags::Shares;
use super::{borders, cues, judge, verbs};
use crate::articles::{self, Article};

/// The sentences of `cases.txt` as one article.
fn article() -> Article {
    let (mut text, mut cues, mut contents) = (String::new(), Vec::new(), Vec::new());
    for line in include_str!("cases.txt").lines().filter(|line| !line.starts_with('#')) {
        let (mut cue, mut content) = (Vec::new(), Vec::new());
        for letter in line.chars() {
            match letter {
                '[' | ']' => cue.push(text.len()),
                '{' | '}' => content.push(text.len()),
                letter => text.push(letter),
            }
        }
        text.push(' ');
        if !cue.is_empty() {
            cues.push(cue);
            contents.push(content);
        }
    }
    let attributions: Vec<_> = cues
        .iter()
        .zip(&contents)
        .map(|(cue, content)| serde_json::json!({"source": [], "cue": [cue], "content": [content]}))
        .collect();
    let record = serde_json::json!({"id": "cases", "text": text.trim_end(), "attributions": attributions});
    articles::of_line(&record.to_string()).expect("the cases are well formed")
}

fn seen() -> Vec<verbs::Seen> {
    verbs::seen(&article(), str::to_owned)
}

#[test]
fn a_verb_is_counted_by_its_frames() {
    let table = cues::cues(&seen(), &Lemmas::learn(&[]));
    let said = table.lines().find(|line| line.starts_with("said\t"));
    assert_eq!(said, Some("said\t-\t\t4/5\tthat:2/2 clause:2/2"));
}

#[test]
fn frames_are_counted_over_all_verbs() {
    let table = cues::frames(&seen());
    assert!(table.contains("that\t2/2\n"), "{table}");
    assert!(table.contains("np\t0/1\n"), "{table}");
}

#[test]
fn a_border_counts_where_the_content_ends_and_where_it_goes_on() {
    let table = borders::table(&[article()]);
    assert!(table.contains("clause\tbecause\t1/2\n"), "{table}");
}

#[test]
fn what_is_always_so_has_the_logarithm_of_its_odds() {
    let rows = vec![vec![(0, 1.0)]; 4];
    let weights = judge::fit(&rows, &[true, true, true, false], 1);
    assert!((weights[0] - 3_f64.ln()).abs() < 1e-6, "{weights:?}");
}

#[test]
fn shares_are_written_in_tenths() {
    let shares = |counts: &[(u8, f64)]| super::tags::written(&Shares(counts.to_vec()).signature(0.04));
    assert_eq!(shares(&[(b'V', 1.0), (b'N', 3.0)]), "N8V2");
    assert_eq!(shares(&[(b'N', 3.0), (b'V', 0.1)]), "NX");
}
