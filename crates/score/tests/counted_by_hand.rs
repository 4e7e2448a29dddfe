//! The scorer on cases counted by hand.

#![allow(clippy::unwrap_used, clippy::panic)]

use readout_score::{Attribution, Record, Tokens, kind_of, quoted_segments, score};

const TEXT: &str = "Ms Rice said \"we will go\" on Monday.\nHe said it was late, and \"very\" cold.";

fn spans(piece: &str) -> Option<Vec<(usize, usize)>> {
    let start = TEXT.find(piece).unwrap();
    Some(vec![(start, start + piece.len())])
}

fn document(attributions: &[Attribution]) -> Vec<Record> {
    vec![Record { id: "a".into(), text: TEXT.into(), text_sha256: None, attributions: attributions.to_vec() }]
}

fn direct() -> Attribution {
    Attribution {
        source: spans("Ms Rice"),
        cue: spans("said"),
        content: spans("\"we will go\""),
        speaker: Some("Condoleezza Rice".into()),
        ..Attribution::default()
    }
}

fn mixed() -> Attribution {
    let at = TEXT.find("He said").unwrap();
    Attribution {
        source: spans("He"),
        cue: Some(vec![(at + 3, at + 7)]),
        content: spans("it was late, and \"very\" cold"),
        ..Attribution::default()
    }
}

#[test]
fn gold_against_itself_is_perfect() {
    let gold = document(&[direct(), mixed()]);
    let score = score(&gold, &gold).unwrap();
    for name in
        ["citron exact all", "citron overlap all", "token source", "matched all", "matched mixed", "direct"]
    {
        assert_eq!(score.get(name).f1(), 1.0, "{name}");
    }
    assert_eq!(score.tally("direct source exact"), 2);
}

#[test]
fn a_partial_prediction_counts_in_part() {
    let predicted = Attribution {
        source: spans("Rice"),
        cue: spans("said"),
        content: spans("we will go"),
        speaker: Some("Ms Rice".into()),
        ..Attribution::default()
    };
    let score = score(&document(&[direct(), mixed()]), &document(&[predicted])).unwrap();
    assert_eq!(
        (score.get("citron exact cue").precision(), score.get("citron exact cue").recall()),
        (1.0, 0.5)
    );
    assert_eq!(score.get("citron exact content").f1(), 0.0);
    assert_eq!(score.get("exact, no cue: content words").precision(), 1.0);
    assert_eq!(score.get("token source").precision(), 1.0);
    assert!((score.get("token source").recall() - 1.0 / 3.0).abs() < 1e-9);
    assert_eq!((score.get("direct").precision(), score.get("direct").recall()), (1.0, 0.5));
    assert_eq!((score.tally("direct source overlap"), score.tally("direct source exact")), (1, 0));
    assert_eq!((score.tally("speaker right"), score.tally("speaker last word")), (0, 1));
}

#[test]
fn spans_parted_by_white_space_are_one() {
    let start = TEXT.find("\"we").unwrap();
    let split = Attribution { content: Some(vec![(start, start + 3), (start + 4, start + 12)]), ..direct() };
    let score = score(&document(&[direct()]), &document(&[split])).unwrap();
    assert_eq!(score.get("citron exact content").f1(), 1.0);
}

#[test]
fn a_missing_document_counts_as_empty() {
    let score = score(&document(&[direct()]), &[]).unwrap();
    assert_eq!((score.get("matched all").gold, score.tally("documents not predicted")), (1, 1));
}

#[test]
fn an_optional_attribution_counts_neither_way() {
    let optional = Attribution { required: Some(false), ..mixed() };
    let score = score(&document(&[direct(), optional]), &document(&[mixed()])).unwrap();
    assert_eq!((score.get("matched all").pred, score.get("matched all").gold), (0, 1));
}

#[test]
fn another_text_is_refused() {
    let mut prediction = document(&[direct()]);
    prediction[0].text_sha256 = Some("0".into());
    assert!(score(&document(&[direct()]), &prediction).is_err());
}

#[test]
fn stretches_between_marks() {
    let found = |text: &str| -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        quoted_segments(&text).iter().map(|(s, e)| text[*s..*e].iter().collect()).collect()
    };
    assert_eq!(found("“One.\n“Two,” he said."), ["“One.", "“Two,”"]);
    assert!(found("He is 5'10\" tall.").is_empty());
    assert_eq!(found("\"A,\" he said. \"B.\""), ["\"A,\"", "\"B.\""]);
}

#[test]
fn kinds_follow_the_marks() {
    let text: Vec<char> = TEXT.chars().collect();
    let tokens = Tokens::new(&text);
    let quoted = tokens.words(&tokens.covered(&quoted_segments(&text)));
    let kind = |a: Attribution| kind_of(&tokens.words(&tokens.covered(&a.content.unwrap())), &quoted);
    assert_eq!([kind(direct()), kind(mixed())], ["direct", "mixed"]);
}
