//! What is pinned, as the picture and its panel need it; and what a click makes of it.

use super::part::Part;
use super::scene::{Emphasis, Target};
use readout_core::corpus::Corpus;
use readout_core::id::{EdgeId, EntityId};
use readout_core::query::{Pin, Selection};

/// What the evidence panel is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A thing.
    Entity(EntityId),
    /// A relation.
    Edge(EdgeId),
}

/// What was pinned last, if the graph knows it: a quotation stands for its speaker.
#[must_use]
pub fn subject(corpus: &Corpus, selection: &Selection) -> Option<Subject> {
    let catalog = corpus.catalog();
    selection.pins().iter().rev().find_map(|pin| match pin {
        Pin::Entity(key) => catalog.entity(key).map(Subject::Entity),
        Pin::Edge(key) => catalog.edge(corpus.graph(), key).map(Subject::Edge),
        Pin::Quotation(key) => {
            let quotation = corpus.quotations().get(catalog.quotation(key)?)?;
            quotation.speaker.entities().next().map(Subject::Entity)
        }
    })
}

/// What stands out in the picture.
#[must_use]
pub fn emphasis(corpus: &Corpus, part: &Part, selection: &Selection) -> Emphasis {
    let catalog = corpus.catalog();
    let pinned = selection.pins().iter().filter_map(|pin| match pin {
        Pin::Entity(key) => part.place(catalog.entity(key)?),
        _ => None,
    });
    let subject = subject(corpus, selection);
    let relation = match subject {
        Some(Subject::Edge(edge)) => corpus.graph().edges.get(edge).map(|edge| edge.relation),
        _ => None,
    };
    let focus = match subject {
        Some(Subject::Entity(entity)) => part.place(entity).map(Target::Node),
        Some(Subject::Edge(edge)) => part.pair_of(edge).map(Target::Pair),
        None => None,
    };
    let mut pinned: Vec<usize> = pinned.collect();
    if let Some(Target::Node(node)) = focus
        && !pinned.contains(&node)
    {
        pinned.push(node);
    }
    Emphasis { pinned, focus, relation, ..Emphasis::default() }
}

/// How something was clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Pin it, and leave the picture as it is.
    Pin,
    /// Pin it too.
    Add,
    /// Make it the focus, around which the picture is drawn.
    Focus,
}

/// The selection after a click. The first pin is the focus, around which the picture is drawn: a plain click
/// keeps it, so that the picture doesn't change under the reader's hand.
#[must_use]
pub fn pressed(
    corpus: &Corpus,
    part: &Part,
    selection: &Selection,
    on: Target,
    press: Press,
) -> Option<Selection> {
    let pin = match on {
        Target::Node(node) => {
            Pin::Entity(corpus.catalog().entity_key(part.nodes.get(node)?.entity).to_owned())
        }
        Target::Pair(pair) => edge_pin(corpus, part.pairs.get(pair)?.main()?.edge)?,
    };
    Some(match press {
        Press::Focus => Selection::only(pin),
        Press::Pin => with_focus(selection, pin),
        Press::Add => {
            let mut more = selection.clone();
            more.toggle(pin);
            more
        }
    })
}

/// The focus, if it is a thing, and one more pin.
#[must_use]
pub fn with_focus(selection: &Selection, pin: Pin) -> Selection {
    let mut chosen = match selection.focus() {
        Some(focus @ Pin::Entity(_)) => Selection::only(focus.clone()),
        _ => Selection::default(),
    };
    chosen.add(pin);
    chosen
}

/// The pin of an edge.
#[must_use]
pub fn edge_pin(corpus: &Corpus, edge: EdgeId) -> Option<Pin> {
    let edge = corpus.graph().edges.get(edge)?;
    Some(Pin::Edge(corpus.catalog().edge_key(edge)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(key: &str) -> Pin {
        Pin::Entity(key.into())
    }

    #[test]
    fn a_click_keeps_the_focus_and_replaces_the_rest() {
        let mut selection = Selection::only(entity("ann"));
        selection.add(entity("bob"));
        assert_eq!(with_focus(&selection, entity("cleo")).pins(), [entity("ann"), entity("cleo")]);
        assert_eq!(with_focus(&selection, entity("ann")).pins(), [entity("ann")]);
    }

    #[test]
    fn without_a_thing_as_focus_the_click_is_the_focus() {
        let quotation = Selection::only(Pin::Quotation("q".into()));
        assert_eq!(with_focus(&quotation, entity("ann")).pins(), [entity("ann")]);
    }
}
