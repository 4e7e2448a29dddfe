//! What the search finds outside all quotations: sentences, each opening the reader at its place.

use crate::corpus::CorpusRef;
use crate::hooks::{use_memo, use_state_eq};
use crate::markup::html;
use crate::shared::use_corpus;
use crate::state::{Action, AnswerRef};
use crate::ui::segments::Mark;
use crate::ui::{action_link, hit_words, outlet_mark};
use readout_core::corpus::Corpus;
use readout_core::id::DocumentId;
use readout_core::query::{Answer, ReaderPlace};
use readout_core::span::Span;
use yew::prelude::*;

/// Sentences that are listed at first.
const AT_FIRST: usize = 20;

/// Props of [`InText`].
#[derive(Properties, PartialEq)]
pub struct InTextProps {
    /// What was found.
    pub answer: AnswerRef,
}

/// A sentence and the words in it that were searched for.
#[derive(Debug, Clone, PartialEq)]
struct Passage {
    document: DocumentId,
    span: Span,
    hits: Vec<Span>,
}

/// The sentences.
#[component]
pub fn InText(props: &InTextProps) -> Html {
    let corpus = use_corpus();
    let open = use_state_eq(|| false);
    let found = use_memo((corpus.clone(), props.answer.clone()), |(corpus, answer)| passages(corpus, answer));
    if found.is_empty() {
        return Html::default();
    }
    let flip = {
        let (open, was) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| open.set(!was))
    };
    html! {
        <section class="in-text" aria-label="In the text">
            <h2><button type="button" aria-expanded={open.to_string()} onclick={flip}>
                { format!("In the text, outside quotations: {}", amount(found.len(), &props.answer)) }
            </button></h2>
            if *open {
                <ol>{ for found.iter().take(AT_FIRST).map(|passage| row(&corpus, passage)) }</ol>
                if found.len() > AT_FIRST { <p class="note">{ "The best matches are shown. More words narrow the search." }</p> }
            }
        </section>
    }
}

/// How many there are. Of the sentences that the search finds, only the best are looked at.
fn amount(found: usize, answer: &Answer) -> String {
    let cut = answer.sentence_total as usize > answer.sentences.len();
    match found {
        1 if !cut => "1 sentence".to_owned(),
        n => format!("{n}{} sentences", if cut { " or more" } else { "" }),
    }
}

/// The sentences with a hit that is in no quotation.
fn passages(corpus: &Corpus, answer: &Answer) -> Vec<Passage> {
    let quotations = corpus.quotations().as_slice();
    let passage = |hit: &readout_core::query::SentenceHit| {
        let text = corpus.documents().get(hit.document)?.text.as_str();
        let span = corpus.sentence(hit.sentence)?.span;
        let hits = answer.marker.marks(text, span);
        let first = quotations.partition_point(|q| q.document < hit.document);
        let here = quotations[first..].iter().take_while(|q| q.document == hit.document);
        let contents: Vec<Span> =
            here.flat_map(|q| q.content.iter().copied()).filter(|c| c.overlaps(span)).collect();
        let outside = hits.iter().any(|hit| !contents.iter().any(|content| content.contains(*hit)));
        outside.then_some(Passage { document: hit.document, span, hits })
    };
    answer.sentences.iter().filter_map(passage).collect()
}

fn row(corpus: &CorpusRef, passage: &Passage) -> Html {
    let Some(document) = corpus.documents().get(passage.document) else { return Html::default() };
    let place = ReaderPlace::at_words(corpus, passage.document, passage.span);
    let hits: Vec<(Span, Mark)> = passage.hits.iter().map(|span| (*span, Mark::Hit)).collect();
    let words = hit_words(&document.text, passage.span, &hits);
    html! {
        <li key={format!("{}-{}", passage.document.0, passage.span.start)}>
            { outlet_mark(corpus.outlet(document)) }
            { action_link(None, None, Action::Read(place), words) }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_core::corpus::CorpusBuilder;
    use readout_core::query::{Query, run};

    #[test]
    fn where_the_search_finds_more_than_is_looked_at_that_is_said() {
        let told = |sentences: usize| {
            let mut builder = CorpusBuilder::new();
            builder
                .push("talks", format!("News\n\n{}", "The treaty holds.\n\n".repeat(sentences)).as_bytes());
            let corpus = builder.finish();
            let answer = run(&corpus, &Query { text: "treaty".into(), ..Query::default() });
            amount(passages(&corpus, &answer).len(), &answer)
        };
        assert_eq!([1, 2, Answer::SENTENCES].map(told), ["1 sentence", "2 sentences", "200 sentences"]);
        assert_eq!(told(Answer::SENTENCES + 1), "200 or more sentences");
    }
}
