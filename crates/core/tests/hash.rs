//! Links: what goes into the address bar comes back, and what is damaged is told.

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use readout_core::entity::EntityKind;
use readout_core::graph::Relation;
use readout_core::query::{
    Facet, Filters, GraphOptions, Group, Pin, Query, ReaderPlace, Scope, Selection, Sort, Sureness, View,
};

fn check(hash: &str, nearest: &str, issues: &[&str]) {
    let (query, told) = Query::from_hash(hash);
    assert_eq!(query.to_hash(), nearest, "{hash}");
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), issues, "{hash}");
}

#[test]
fn a_link_is_readable() {
    let mut query = Query { text: "joint work".into(), ..Query::default() };
    query.filters.insert(Facet::Speaker, "sergei-lavrov");
    query.filters.insert(Facet::Kind, "mixed");
    query.filters.insert(Facet::Kind, "direct");
    query.selection.add(Pin::Quotation("1f3a".into()));
    query.selection.add(Pin::Edge("sergei-lavrov~said-of~us".into()));
    assert_eq!(
        query.to_hash(),
        "#/quotes?speaker=sergei-lavrov&kind=direct,mixed&q=joint%20work&sel=q:1f3a,r:sergei-lavrov~said-of~us"
    );
}

#[test]
fn nothing_in_the_address_bar_is_the_wall() {
    for hash in ["", "#", "#/", "/", "#/quotes", "#/quotes?", "quotes/", "#/quotes?&"] {
        check(hash, "#/quotes", &[]);
    }
}

#[test]
fn what_is_damaged_is_dropped_and_the_rest_counts() {
    check("#/wall?q=moon", "#/quotes?q=moon", &["the link names a view “wall” that does not exist"]);
    check(
        "#/graph?colour=red&support=many&scope=all",
        "#/graph?scope=all",
        &[
            "the link names a setting “colour” that does not exist",
            "the link gives “many” for “support”, which was not understood",
        ],
    );
    check(
        "#/graph?hide=place,fairy,group",
        "#/graph?hide=place,group",
        &["the link gives “fairy” for “hide”, which was not understood"],
    );
    check("#/quotes?sort", "#/quotes", &["the link gives “” for “sort”, which was not understood"]);
    check(
        "#/quotes?sel=q:1f,x:2,q:,e:us",
        "#/quotes?sel=q:1f,e:us",
        &[
            "the link gives “x:2” for “sel”, which was not understood",
            "the link gives “q:” for “sel”, which was not understood",
        ],
    );
    check(
        "#/reader?doc=page&at=10-",
        "#/reader?doc=page",
        &["the link gives “10-” for “at”, which was not understood"],
    );
    check("#/reader?quote=1f", "#/reader", &["the link gives “1f” for “quote”, which was not understood"]);
}

#[test]
fn what_others_make_of_a_link_is_understood() {
    check("#/quotes?q=joint+work", "#/quotes?q=joint%20work", &[]);
    check("#/quotes?q=%22joint", "#/quotes?q=%22joint", &[]);
    check("#/quotes?q=100%", "#/quotes?q=100%25", &[]);
    check("#/quotes?q=%ff", "#/quotes?q=%EF%BF%BD", &[]);
    check("  #/quotes?kind=direct&kind=mixed ", "#/quotes?kind=direct,mixed", &[]);
    check("#/quotes?outlet=,,trend,", "#/quotes?outlet=trend", &[]);
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,12}", ".{1,8}"].prop_filter("keys are never empty", |key| !key.is_empty())
}

fn filters() -> impl Strategy<Value = Filters> {
    vec((select(Facet::ALL.to_vec()), key()), 0..8).prop_map(|chosen| {
        let mut filters = Filters::default();
        chosen.into_iter().for_each(|(facet, key)| filters.insert(facet, key));
        filters
    })
}

fn selection() -> impl Strategy<Value = Selection> {
    let pin =
        prop_oneof![key().prop_map(Pin::Entity), key().prop_map(Pin::Quotation), key().prop_map(Pin::Edge)];
    vec(pin, 0..4).prop_map(|pins| {
        let mut selection = Selection::default();
        pins.into_iter().for_each(|pin| selection.add(pin));
        selection
    })
}

fn graph() -> impl Strategy<Value = GraphOptions> {
    let kinds = btree_set(select(EntityKind::ALL.to_vec()), 0..4);
    let relations = btree_set(select(Relation::ALL.to_vec()), 0..3);
    (kinds, relations, any::<u32>(), any::<bool>(), select(Scope::ALL)).prop_map(
        |(hidden_kinds, hidden_relations, min_support, table, scope)| GraphOptions {
            hidden_kinds: hidden_kinds.into_iter().collect(),
            hidden_relations: hidden_relations.into_iter().collect(),
            min_support,
            table,
            scope,
        },
    )
}

fn place() -> impl Strategy<Value = ReaderPlace> {
    (key(), option::of(key()), option::of(any::<std::ops::Range<u32>>()))
        .prop_map(|(document, quotation, span)| ReaderPlace { document, quotation, span })
}

fn query() -> impl Strategy<Value = Query> {
    let look = (select(View::ALL), select(Sort::ALL), select(Group::ALL), select(Sureness::ALL));
    (look, filters(), ".{0,20}", selection(), graph(), option::of(place())).prop_map(
        |((view, sort, group, sureness), filters, text, selection, graph, reader)| Query {
            view,
            filters,
            text,
            selection,
            sort,
            group,
            graph,
            reader,
            sureness,
        },
    )
}

proptest! {
    #[test]
    fn a_query_survives_the_address_bar(query in query()) {
        let hash = query.to_hash();
        prop_assert!(hash.is_ascii() && !hash.contains([' ', '"', '<', '>']), "{hash}");
        prop_assert_eq!(Query::from_hash(&hash), (query, Vec::new()));
    }

    #[test]
    fn any_text_in_the_address_bar_opens_something_that_has_a_link(
        hash in "(#/)?(quotes|graph|reader|[a-z]{0,3})(\\?([a-z]{1,7}=[^&]{0,6}&){0,4})?.{0,9}"
    ) {
        let (query, _) = Query::from_hash(&hash);
        prop_assert_eq!(Query::from_hash(&query.to_hash()), (query, Vec::new()));
    }
}
