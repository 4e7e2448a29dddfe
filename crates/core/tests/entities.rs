//! Mentions and entities in small named cases, compared whole. With `BLESS=1` in the environment the file of
//! cases is written anew, to be read before it is kept.

use readout_core::corpus::{Corpus, CorpusBuilder};
use readout_core::document::Zone;
use readout_core::entity::{Entity, EntityKind, Gender, Mention, MentionForm, Sense};
use readout_core::id::DocumentId;
use std::fmt::Write;
use std::path::Path;

#[test]
fn entities_are_what_the_cases_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/entities.txt");
    let text = std::fs::read_to_string(&path).expect("a file of cases");
    let (about, cases) = text.split_once("\n--- ").expect("a first case");
    let mut actual = about.to_owned();
    for case in cases.split("\n--- ") {
        let (name, case) = case.split_once(" ---\n").expect("a name");
        let input = case.split("\n\n").next().unwrap_or_default().trim_end_matches('\n');
        let _ = write!(actual, "\n--- {name} ---\n{input}\n\n{}", rendered(&corpus(input)));
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &actual).expect("written");
    }
    assert_eq!(actual.trim_end(), text.trim_end());
}

/// The reports of one case; each gets a headline that names no one.
fn corpus(input: &str) -> Corpus {
    let mut builder = CorpusBuilder::new();
    for (index, report) in input.split("\n+\n").enumerate() {
        builder.push(&format!("report {index}"), format!("what happened\n\n{report}\n").as_bytes());
    }
    builder.finish()
}

fn rendered(corpus: &Corpus) -> String {
    let documents: Vec<String> = corpus.documents().ids().map(|id| annotated(corpus, id)).collect();
    let mut out = documents.join("\n+\n") + "\n";
    for entity in corpus.entities().iter().filter(|entity| entity.kind == EntityKind::Person) {
        let _ = writeln!(out, "= {}", described(entity));
    }
    out
}

/// The body with its mentions in brackets.
fn annotated(corpus: &Corpus, id: DocumentId) -> String {
    let document = &corpus.documents()[id];
    let mentions: Vec<&Mention> = corpus.mentions().iter().filter(|mention| mention.document == id).collect();
    let mut out = String::new();
    for block in document.blocks.iter().filter(|block| block.zone == Zone::Body) {
        for (at, character) in block.span.of(&document.text).char_indices() {
            let at = block.span.start + at as u32;
            for mention in mentions.iter().rev().filter(|mention| mention.span.end == at) {
                close(corpus, mention, &mut out);
            }
            mentions.iter().filter(|mention| mention.span.start == at).for_each(|_| out.push('['));
            out.push(if character == '\n' { ' ' } else { character });
        }
        for mention in mentions.iter().rev().filter(|mention| mention.span.end == block.span.end) {
            close(corpus, mention, &mut out);
        }
    }
    out
}

fn close(corpus: &Corpus, mention: &Mention, out: &mut String) {
    let form = match (mention.form, mention.sense) {
        (MentionForm::Nominal, _) => "~",
        (MentionForm::Pronoun, _) => "*",
        (MentionForm::Name, Sense::Place) => "@",
        (MentionForm::Name, _) => "",
    };
    let name = |id| corpus.entities()[id].name.as_str();
    if mention.readings.is_empty() {
        let _ = write!(out, "|{form}{}]", name(mention.entity));
        return;
    }
    let shares = mention.readings.iter().map(|(id, share)| format!("{} {:.0} %", name(*id), share * 100.0));
    let _ = write!(out, "|{form}{}]", shares.collect::<Vec<_>>().join(" or "));
}

fn described(entity: &Entity) -> String {
    let gender = match entity.gender {
        Gender::Masculine => "he",
        Gender::Feminine => "she",
        Gender::Neuter | Gender::Unknown => "he or she",
    };
    let side = entity.side.map_or("no side", |side| side.name());
    let roles = if entity.roles.is_empty() { "no role".to_owned() } else { entity.roles.join(" and ") };
    format!("{}: {roles}, {side}, {gender}", entity.name)
}
