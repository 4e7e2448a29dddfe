//! What holds for every corpus, whatever it was read from.

use readout_core::corpus::{Corpus, CorpusBuilder};
use readout_core::document::Document;
use readout_core::id::{DocumentId, Id};
use readout_core::quote::Kind;
use readout_core::quote::model::frames::Model;
use readout_core::span::Span;
use std::sync::OnceLock;

/// Reads the bytes as one report, by rules and by the learned model, and checks all that holds for every corpus.
/// Gives the corpus read by rules.
pub fn check(bytes: &[u8]) -> Corpus {
    let read = |mut builder: CorpusBuilder<'_>| {
        builder.push("report", bytes);
        let corpus = builder.finish();
        check_corpus(&corpus);
        corpus
    };
    read(CorpusBuilder::with_model(model()));
    read(CorpusBuilder::new())
}

fn model() -> &'static Model<'static> {
    static MODEL: OnceLock<Model<'static>> = OnceLock::new();
    let read = || Model::read(include_bytes!("../../models/attribution.bin")).expect("it is a model");
    MODEL.get_or_init(read)
}

/// Blocks tile the text, spans resolve, ids lead somewhere.
pub fn check_corpus(corpus: &Corpus) {
    for document in corpus.documents().iter() {
        check_document(document);
    }
    for issue in corpus.issues() {
        let document =
            corpus.documents().iter().find(|d| d.name == issue.document).expect("the issue's document");
        issue.span.into_iter().for_each(|span| resolves(document, span, "issue"));
    }
    check_sentences(corpus);
    check_mentions(corpus);
    check_quotations(corpus);
    for edge in corpus.graph().edges.iter() {
        assert!(edge.from.index() < corpus.entities().len() && edge.to.index() < corpus.entities().len());
        assert!(!edge.evidence.is_empty());
        for evidence in &edge.evidence {
            resolves(document(corpus, evidence.document), evidence.span, "evidence");
            assert!(corpus.sentence(evidence.sentence).is_some());
            assert!(evidence.quotation.is_none_or(|q| corpus.quotations().get(q).is_some()));
        }
    }
}

fn check_document(document: &Document) {
    let text = &document.text;
    let mut end = 0;
    for block in &document.blocks {
        resolves(document, block.span, "block");
        assert!(!block.span.is_empty() && block.span == block.span.trim(text));
        assert!(block.span.start >= end, "blocks overlap or are out of order");
        let gap = Span::new(end, block.span.start).of(text);
        assert!(gap.trim().is_empty(), "no block holds {gap:?}");
        end = block.span.end;
    }
    let rest = &text[end as usize..];
    assert!(
        rest.trim().is_empty() || document.blocks.is_empty() && document.format == "none",
        "no block holds {rest:?}"
    );
    let facts = &document.facts;
    let named = [&facts.outlet, &facts.agency].into_iter().flatten().filter_map(|f| f.evidence);
    let dated = facts.event_date.as_ref().and_then(|f| f.evidence);
    let stamp = facts.published.map(|p| p.span);
    let all = named.chain(dated).chain(stamp).chain(facts.headline).chain(facts.dateline);
    all.chain(facts.credits.iter().copied()).for_each(|span| resolves(document, span, "fact"));
}

fn check_sentences(corpus: &Corpus) {
    for id in corpus.documents().ids() {
        let document = document(corpus, id);
        let mut end = 0;
        for sentence in corpus.sentences_of(id).1 {
            resolves(document, sentence.span, "sentence");
            assert!(sentence.span.start >= end, "sentences overlap or are out of order");
            end = sentence.span.end;
            let block = document.blocks.get(sentence.block as usize).expect("the sentence's block");
            assert!(block.span.contains(sentence.span));
        }
    }
}

fn check_mentions(corpus: &Corpus) {
    for mention in corpus.mentions().iter() {
        let document = document(corpus, mention.document);
        resolves(document, mention.span, "mention");
        resolves(document, mention.phrase, "phrase");
        assert!(!mention.span.is_empty());
        mention.antecedent.into_iter().for_each(|span| resolves(document, span, "antecedent"));
        assert!(corpus.entities().get(mention.entity).is_some());
        assert!(mention.readings.iter().all(|(id, _)| corpus.entities().get(*id).is_some()));
        let sentence = corpus.sentence(mention.sentence).expect("the mention's sentence");
        assert!(sentence.span.overlaps(mention.span));
    }
    for (id, entity) in corpus.entities().iter_ids() {
        for mention in &entity.mentions {
            assert_eq!(corpus.mentions().get(*mention).map(|m| m.entity), Some(id));
        }
    }
}

fn check_quotations(corpus: &Corpus) {
    for quotation in corpus.quotations().iter() {
        let document = document(corpus, quotation.document);
        assert!(!quotation.content.is_empty());
        quotation.content.iter().for_each(|span| {
            resolves(document, *span, "content");
            assert!(!span.is_empty());
        });
        assert!(
            quotation.content.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "content out of order"
        );
        let whole = |span: &Span| document.blocks.iter().any(|b| b.span.contains(*span));
        assert!(
            quotation.kind != Kind::Direct || quotation.content.iter().all(whole),
            "words in marks over paragraphs"
        );
        let addressed = quotation.addressee.as_ref();
        let parts = [quotation.cue, quotation.source, quotation.occasion, addressed.map(|a| a.span)];
        parts.into_iter().flatten().for_each(|span| resolves(document, span, "part of an attribution"));
        quotation.reason.evidence.iter().for_each(|span| resolves(document, *span, "reason"));
        assert!(quotation.speaker.entities().all(|id| corpus.entities().get(id).is_some()));
        assert!(addressed.is_none_or(|a| a.entities.iter().all(|id| corpus.entities().get(*id).is_some())));
        assert!(quotation.reported_by.is_none_or(|id| corpus.quotations().get(id).is_some()));
        assert!((0.0..=1.0).contains(&quotation.confidence));
        assert!(corpus.sentence(quotation.sentence).is_some());
        assert!(document.blocks.iter().any(|b| b.span.overlaps(quotation.content[0])));
    }
}

fn document(corpus: &Corpus, id: DocumentId) -> &Document {
    corpus.documents().get(id).expect("the document of that id")
}

fn resolves(document: &Document, span: Span, what: &str) {
    assert!(document.text.get(span.range()).is_some(), "{what} {span:?} does not resolve");
}
