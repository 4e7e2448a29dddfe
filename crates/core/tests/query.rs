//! Queries over the reports of `spec/articles.txt`: small named cases, compared whole. With `BLESS=1` in the
//! environment the files are written anew, to be read before they are kept.

mod articles;

use proptest::prelude::*;
use readout_core::corpus::{Corpus, CorpusBuilder};
use readout_core::id::QuotationId;
use readout_core::query::{Answer, Facet, Query, Sureness, run, unknown};
use readout_core::search::Pattern;
use readout_core::span::Span;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// Checks each case of a file: `--- name ---`, the input, an empty line, the output.
fn check(file: &str, answer: impl Fn(&Corpus, &str) -> String) {
    let corpus = articles::corpus();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec").join(file);
    let text = std::fs::read_to_string(&path).expect("a file of cases");
    let (about, cases) = text.split_once("\n--- ").expect("a first case");
    let mut actual = about.to_owned();
    for case in cases.split("\n--- ") {
        let (name, case) = case.split_once(" ---\n").expect("a name");
        let input = case.split("\n\n").next().unwrap_or_default().trim_end_matches('\n');
        let _ = write!(actual, "\n--- {name} ---\n{input}\n\n{}", answer(&corpus, input));
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &actual).expect("written");
    }
    assert_eq!(actual.trim_end(), text.trim_end(), "{file}");
}

#[test]
fn searches_find_what_they_say() {
    check("search.txt", |corpus, input| {
        let text = input.trim_matches('|').into();
        let query = Query { text, sureness: Sureness::All, ..Query::default() };
        let answer = run(corpus, &query);
        let mut out = String::new();
        answer.ids.iter().for_each(|id| quotation(corpus, &answer, *id, &mut out));
        for hit in &answer.sentences {
            let document = &corpus.documents()[hit.document];
            let span = corpus.sentence(hit.sentence).expect("a sentence").span;
            let marks = answer.marker.marks(&document.text, span);
            let _ = writeln!(out, "· {}: {}", document.name, marked(&document.text, span, &marks));
        }
        out
    });
}

#[test]
fn queries_answer_what_they_say() {
    check("query.txt", |corpus, input| {
        let (hash, shown) = input.split_once('\n').unwrap_or((input, ""));
        let (query, _) = Query::from_hash(hash);
        let answer = run(corpus, &query);
        let mut out = String::new();
        for (at, id) in answer.ids.iter().enumerate() {
            if let Some(group) = answer.groups.iter().find(|group| group.start == at) {
                let _ = writeln!(out, "{} ({}):", group.label, group.len);
            }
            quotation(corpus, &answer, *id, &mut out);
        }
        for facet in shown.split_whitespace().filter_map(Facet::named) {
            let values = answer.facet(facet).expect("all facets").values.iter().map(|value| {
                let row = &corpus.catalog().values(facet)[value.value];
                format!("{}{} {}", if value.selected { "*" } else { "" }, row.key, value.count)
            });
            let _ = writeln!(out, "= {}: {}", facet.name(), values.collect::<Vec<_>>().join(", "));
        }
        if shown.contains("unsure") {
            let _ = writeln!(out, "= sure {}, unsure {}:", answer.sure, answer.unsure.len());
            answer.unsure.iter().for_each(|id| quotation(corpus, &answer, *id, &mut out));
        }
        for blocking in &answer.blocking {
            let _ = writeln!(out, "without {}: {}", blocking.label, blocking.gives);
        }
        unknown(corpus, &query).iter().for_each(|unknown| out.push_str(&format!("! {unknown}\n")));
        out
    });
}

/// `Anna Kovář, The North Star: We will not neutralise our [defence] programme.`
fn quotation(corpus: &Corpus, answer: &Answer, id: QuotationId, out: &mut String) {
    let quotation = &corpus.quotations()[id];
    let document = &corpus.documents()[quotation.document];
    let names = quotation.speaker.entities().map(|id| corpus.entities()[id].name.as_str());
    let names = Some(names.collect::<Vec<_>>().join(" / ")).filter(|names| !names.is_empty());
    let words = marked(&document.text, quotation.content[0], &answer.marks(corpus, id));
    let _ = writeln!(out, "{}, {}: {words}", names.as_deref().unwrap_or("someone"), document.name);
}

fn marked(text: &str, within: Span, marks: &[Span]) -> String {
    let mut out = String::new();
    let mut at = within.start;
    for mark in marks {
        let _ = write!(out, "{}[{}]", Span::new(at, mark.start).of(text), mark.of(text));
        at = mark.end;
    }
    out + Span::new(at, within.end).of(text)
}

#[test]
fn keys_lead_there_and_back() {
    let corpus = articles::corpus();
    let catalog = corpus.catalog();
    for id in corpus.quotations().ids() {
        assert_eq!(catalog.quotation(&catalog.quotation_key(id)), Some(id));
    }
    for id in corpus.entities().ids() {
        assert_eq!(catalog.entity(catalog.entity_key(id)), Some(id));
    }
    for id in corpus.documents().ids() {
        assert_eq!(catalog.document(catalog.document_key(id)), Some(id));
    }
    for (id, edge) in corpus.graph().edges.iter_ids() {
        assert_eq!(catalog.edge(corpus.graph(), &catalog.edge_key(edge)), Some(id));
    }
    for facet in Facet::ALL {
        for (place, value) in catalog.values(facet).iter().enumerate() {
            assert_eq!(catalog.value(facet, &value.key).map(|(at, _)| at), Some(place));
        }
    }
    assert!(!corpus.graph().edges.is_empty());
}

/// A link to a quotation outlives a rebuild, so its key may not change from one version to the next.
#[test]
fn keys_are_fixed() {
    let corpus = articles::corpus();
    let keys: Vec<String> =
        corpus.quotations().ids().take(2).map(|id| corpus.catalog().quotation_key(id)).collect();
    assert_eq!(keys, ["0bb62a2ebc", "c89085377d"]);
    assert_eq!(corpus.catalog().entity_key(readout_core::id::EntityId(0)), "anna-kovar");
}

#[test]
fn a_quotation_that_a_report_has_twice_has_two_keys() {
    let twice = "He said: \"It is late.\"\n".repeat(3);
    let mut builder = CorpusBuilder::new();
    builder.push("page", twice.as_bytes());
    let corpus = builder.finish();
    let keys: BTreeSet<String> =
        corpus.quotations().ids().map(|id| corpus.catalog().quotation_key(id)).collect();
    assert_eq!(keys.len(), corpus.quotations().len());
}

fn typed() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,4}",
        "(-|\"|”|)(defence|defense|colou|work|goes on|Kovář|no)(\\*|\"|”| |)",
        "(speaker|outlet|kind|about|side|verb|zone|from):(\"|)[a-z]{0,5}",
        ".{0,4}",
    ];
    prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "))
}

thread_local! {
    static CORPUS: Corpus = articles::corpus();
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered_and_marks_resolve(text in typed()) {
        CORPUS.with(|corpus| {
            let answer = run(corpus, &Query { text: text.clone(), ..Query::default() });
            prop_assert!(answer.ids.len() <= corpus.quotations().len());
            for (id, document) in corpus.documents().iter_ids() {
                let marks = answer.document_marks(corpus, id);
                prop_assert!(marks.iter().all(|mark| !mark.of(&document.text).is_empty()));
                prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_phrase_is_found_where_its_words_are(words in prop::collection::vec("(no|work|defence|of|the|river|union|goes|on|we|w)", 1..4)) {
        CORPUS.with(|corpus| {
            let text = words.join(" ");
            let phrase = run(corpus, &Query { text: format!("\"{text}\""), ..Query::default() });
            let words = run(corpus, &Query { text: format!("{text} "), ..Query::default() });
            prop_assert!(phrase.ids.iter().all(|id| words.ids.contains(id)));
            prop_assert!(phrase.sentence_total <= words.sentence_total);
            Ok(())
        })?;
    }

    /// The index and the marker read the same language in two ways.
    #[test]
    fn a_sentence_is_found_if_and_only_if_it_is_marked(
        text in "(colou?r?|neutrali[sz]?e?|defen[cs]?e?|programmes?|[a-z]{1,3}|river treaty|ms kov|Kovář’s)", prefix in any::<bool>()
    ) {
        CORPUS.with(|corpus| {
            let Some(pattern) = Pattern::new(&text, prefix) else { return Ok(()) };
            let found: BTreeSet<u32> = corpus.search().sentences(&pattern).iter().map(|hit| hit.record).collect();
            let marker = readout_core::search::Marker::new(vec![pattern]);
            let mut marked = BTreeSet::new();
            for (id, document) in corpus.documents().iter_ids() {
                let (first, sentences) = corpus.sentences_of(id);
                for (number, sentence) in (first.0..).zip(sentences) {
                    if !marker.marks(&document.text, sentence.span).is_empty() {
                        marked.insert(number);
                    }
                }
            }
            prop_assert_eq!(found, marked);
            Ok(())
        })?;
    }

    #[test]
    fn counts_are_what_choosing_the_value_shows(
        chosen in prop::collection::vec((0..Facet::ALL.len(), 0..4_usize), 0..4), text in "(|the|we|defen)",
        facet in 0..Facet::ALL.len()
    ) {
        CORPUS.with(|corpus| {
            let mut query = Query { text, ..Query::default() };
            for (facet, value) in chosen {
                if let Some(value) = corpus.catalog().values(Facet::ALL[facet]).get(value) {
                    query.filters.insert(Facet::ALL[facet], value.key.clone());
                }
            }
            let facet = Facet::ALL[facet];
            let answer = run(corpus, &query);
            for value in &answer.facet(facet).expect("all facets").values {
                let mut alone = query.clone();
                alone.filters.clear(facet);
                alone.filters.insert(facet, corpus.catalog().values(facet)[value.value].key.clone());
                prop_assert_eq!(run(corpus, &alone).ids.len() as u32, value.count);
            }
            if answer.ids.is_empty() {
                for blocking in &answer.blocking {
                    let mut lifted = query.clone();
                    lifted.lift(blocking.blocker);
                    prop_assert_eq!(run(corpus, &lifted).ids.len() as u32, blocking.gives);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn any_text_is_indexed_and_its_words_are_found(text in "(\\PC|[a-z.’' -]){0,60}") {
        let mut builder = CorpusBuilder::new();
        builder.push("any", text.as_bytes());
        let corpus = builder.finish();
        let Some((_, document)) = corpus.documents().iter_ids().next() else { return Ok(()) };
        for word in document.text.split_whitespace() {
            let answer = run(&corpus, &Query { text: format!("\"{word}\""), ..Query::default() });
            let has_word = Pattern::new(word, false).is_some() && !word.contains(['"', '“', '”', '„', '«', '»']);
            prop_assert!(!has_word || !answer.document_marks(&corpus, readout_core::id::DocumentId(0)).is_empty(), "{word:?}");
        }
    }
}
