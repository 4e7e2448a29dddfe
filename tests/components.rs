//! Components rendered to a string, natively: what stands on the page for a small corpus.
#![cfg(not(target_arch = "wasm32"))]

use readout_app::corpus::CorpusRef;
use readout_app::frame::AppProps;
use readout_app::{App, ui};
use readout_core::corpus::CorpusBuilder;
use readout_core::id::QuotationId;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

const REPORT: &str = "Harbour deal <b>signed</b>

OSLO (Agency) - Norwegian Foreign Minister Sofia Lind said on Monday that the harbour would stay open.

\"We are pleased with the work of all sides,\" Lind told reporters.
";

fn corpus() -> CorpusRef {
    let mut builder = CorpusBuilder::new();
    builder.push("harbour", REPORT.as_bytes());
    CorpusRef::from(builder.finish())
}

fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    runtime.block_on(local.run_until(LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}

fn page() -> String {
    render::<App>(AppProps { corpus: corpus() })
}

#[test]
fn the_page_begins_on_the_wall_with_all_quotations() {
    let html = page();
    let count = corpus().quotations().len();
    assert!(html.contains(&format!("<h1>{count} quotations</h1>")), "{html}");
    assert_eq!(html.matches("<article").count(), count);
}

#[test]
fn words_stand_in_hanging_marks_and_are_never_markup() {
    let html = page();
    assert!(
        html.contains("<span class=\"open\">“</span>We are pleased with the work of all sides,”"),
        "{html}"
    );
    assert!(html.contains("&lt;b&gt;signed&lt;/b&gt;"), "{html}");
    assert!(!html.contains("<b>signed</b>"));
}

#[test]
fn the_page_says_that_a_machine_read_it() {
    assert!(page().contains("Machine-extracted; check the source."));
}

#[test]
fn a_citation_names_speaker_words_headline_and_key() {
    let corpus = corpus();
    let direct = corpus.quotations().iter_ids().find(|(_, q)| q.kind == readout_core::quote::Kind::Direct);
    let (id, _) = direct.unwrap();
    let citation = ui::citation(&corpus, id);
    let key = corpus.catalog().quotation_key(id);
    let end = format!(
        "Lind, “We are pleased with the work of all sides”, in “Harbour deal <b>signed</b>”, Agency. Quotation {key}."
    );
    assert!(citation.ends_with(&end), "{citation}");
}

#[component]
fn Marks() -> Html {
    let corpus = corpus();
    let side = corpus.entities().iter().find_map(|entity| entity.side);
    html! {
        <>{ ui::side_mark(corpus.side(side)) }{ ui::side_mark(corpus.side(None)) }</>
    }
}

#[test]
fn a_side_has_shape_letter_and_name_beside_its_hue() {
    let norway =
        r#"<span class="side shape-disc hue-0" role="img" aria-label="Norway" title="Norway">N</span>"#;
    let nobody = r#"<span class="side shape-none" role="img" aria-label="no side known" title="no side known">·</span>"#;
    assert_eq!(render::<Marks>(()), format!("{norway}{nobody}"));
}

#[test]
fn a_quotation_that_is_not_there_draws_nothing_and_cites_nothing() {
    assert_eq!(ui::citation(&corpus(), QuotationId(999)), "");
}
