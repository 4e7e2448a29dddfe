//! How a thing looks: the outline says its kind, colour and letters its side.

use super::part::Part;
use crate::corpus::CorpusRef;
use crate::ui::number;
use readout_core::entity::EntityKind;
use yew::AttrValue;

/// The look of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// By kind.
    pub outline: Outline,
    /// By side; none without one.
    pub hue: Option<usize>,
    /// The side's letters.
    pub letters: AttrValue,
}

/// The looks of all things that are shown, in their order.
#[must_use]
pub fn looks(corpus: &CorpusRef, part: &Part) -> Vec<Look> {
    let look = |node: &super::part::Node| {
        let side = node.side.map(|side| corpus.side(Some(side)));
        Look {
            outline: Outline::of(node.kind),
            hue: side.as_ref().and_then(|look| look.hue),
            letters: side.map_or_else(AttrValue::default, |look| look.letters),
        }
    };
    part.nodes.iter().map(look).collect()
}

/// A closed outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outline {
    /// A circle.
    Disc,
    /// A circle of dashes.
    DashedDisc,
    /// Corners as shares of the radius, in order.
    Corners(&'static [(f64, f64)]),
}

impl Outline {
    /// The outline of a kind.
    #[must_use]
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Disc,
            EntityKind::Group => Self::DashedDisc,
            EntityKind::Country => {
                Self::Corners(&[(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
            }
            EntityKind::Organisation => Self::Corners(&[
                (1.06, 0.0),
                (0.53, 0.92),
                (-0.53, 0.92),
                (-1.06, 0.0),
                (-0.53, -0.92),
                (0.53, -0.92),
            ]),
            EntityKind::Place => Self::Corners(&[(0.0, 1.1), (-1.1, -0.8), (1.1, -0.8)]),
            EntityKind::Treaty => {
                Self::Corners(&[(-0.8, -1.0), (0.25, -1.0), (0.8, -0.45), (0.8, 1.0), (-0.8, 1.0)])
            }
            EntityKind::System => Self::Corners(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]),
            EntityKind::Event => {
                Self::Corners(&[(0.0, -1.08), (1.03, -0.33), (0.63, 0.87), (-0.63, 0.87), (-1.03, -0.33)])
            }
        }
    }

    /// The same as the `d` of an SVG path around `(middle, middle)`; none for discs.
    #[must_use]
    pub fn path(self, middle: f64, radius: f64) -> Option<String> {
        let Self::Corners(corners) = self else { return None };
        let place = |offset: f64| number::tenths(middle + offset * radius);
        let at = |(x, y): &(f64, f64)| format!("{} {}", place(*x), place(*y));
        Some(format!("M{}Z", corners.iter().map(at).collect::<Vec<_>>().join("L")))
    }
}

/// A kind's name for people, one or many.
#[must_use]
pub const fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Country => "Country",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Treaty => "Treaty",
        EntityKind::System => "System",
        EntityKind::Event => "Event",
        EntityKind::Group => "Unnamed group",
    }
}
