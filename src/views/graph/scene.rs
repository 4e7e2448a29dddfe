//! What is to be drawn, on the screen's own places: a pure function of part, places, camera and emphasis.

use super::camera::{Camera, Frame, Place, Size};
use super::labels::{self, Wanted};
use super::look::{Look, Outline};
use super::part::{Pair, Part};
use readout_core::graph::Relation;
use readout_core::order;
use yew::AttrValue;

/// Something in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A thing, by its place among the part's nodes.
    Node(usize),
    /// A pair, by its place among the part's pairs.
    Pair(usize),
}

/// What stands out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Emphasis {
    /// All pinned things.
    pub pinned: Vec<usize>,
    /// What was pinned last: its ties are in full ink.
    pub focus: Option<Target>,
    /// Which of a pinned tie's relations was chosen.
    pub relation: Option<Relation>,
    /// What the pointer is on: previews what pinning would show.
    pub hover: Option<Target>,
    /// Where the keyboard is.
    pub cursor: Option<usize>,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The ties, the weakest tone first. In the order of drawing.
    pub lines: Vec<Line>,
    /// The things, by their places among the part's nodes.
    pub marks: Vec<Mark>,
    /// Names of things, and words on ties.
    pub words: Vec<Words>,
}

/// How strongly something is drawn, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Stands back, because something else is emphasised.
    Faint,
    /// Nothing is emphasised.
    Plain,
    /// Belongs to what is emphasised.
    Hot,
    /// Is pinned or pointed at.
    Chosen,
}

/// One pair's tie: a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its place among the part's pairs.
    pub pair: usize,
    /// Where it begins, at the first node's edge.
    pub from: Place,
    /// What it bends towards.
    pub bend: Place,
    /// Where it ends, at the second node's edge.
    pub to: Place,
    /// How strongly.
    pub tone: Tone,
    /// Solid, dashed or dotted.
    pub relation: Relation,
    /// In CSS pixels.
    pub width: f64,
    /// Whether an arrow points at the beginning, and at the end.
    pub arrows: (bool, bool),
}

impl Line {
    /// The place at `share` of the way.
    #[must_use]
    pub fn at(&self, share: f64) -> Place {
        self.from.towards(self.bend, share).towards(self.bend.towards(self.to, share), share)
    }
}

/// One thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub at: Place,
    /// Its size.
    pub radius: f64,
    /// Its kind's outline.
    pub outline: Outline,
    /// Its side's colour; none without a side.
    pub hue: Option<usize>,
    /// Its side's letters.
    pub letters: AttrValue,
    /// How strongly.
    pub tone: Tone,
    /// A ring: it is pinned.
    pub pinned: bool,
    /// A second ring: the keyboard is here.
    pub cursor: bool,
}

/// Words with their place.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What they cover.
    pub frame: Frame,
    /// The words.
    pub text: AttrValue,
    /// Their face.
    pub face: Face,
    /// How strongly.
    pub tone: Tone,
}

/// The faces of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// A thing's name.
    Name,
    /// The name of what is pinned.
    Pinned,
    /// Words on a tie.
    Tie,
}

impl Face {
    /// The height of a line in CSS pixels.
    #[must_use]
    pub const fn height(self) -> f64 {
        match self {
            Self::Name => 15.0,
            Self::Pinned => 18.0,
            Self::Tie => 16.0,
        }
    }
}

/// With more pairs than this, lines are straight.
const MOST_CURVES: usize = 1500;

/// The radius of a thing by its mentions, at zoom 1.
#[must_use]
pub fn radius(mentions: usize) -> f64 {
    (6.0 + 2.0 * (mentions as f64).sqrt()).min(19.0)
}

/// Makes a drawing. `measure` tells the width of words in a face.
pub fn compose(
    part: &Part,
    looks: &[Look],
    places: &[Place],
    (camera, size): (Camera, Size),
    emphasis: &Emphasis,
    measure: &mut dyn FnMut(&str, Face) -> f64,
) -> Scene {
    let tones = Tones::new(part, emphasis);
    let scale = camera.zoom.sqrt().clamp(0.5, 1.5);
    let mark = |(i, node): (usize, &super::part::Node)| Mark {
        at: camera.to_screen(places[i], size),
        radius: radius(node.mentions) * scale,
        outline: looks[i].outline,
        hue: looks[i].hue,
        letters: looks[i].letters.clone(),
        tone: tones.nodes[i],
        pinned: emphasis.pinned.contains(&i),
        cursor: emphasis.cursor == Some(i),
    };
    let marks: Vec<Mark> = part.nodes.iter().enumerate().map(mark).collect();
    let curved = part.pairs.len() <= MOST_CURVES;
    let line = |(i, pair): (usize, &Pair)| line(i, pair, &marks, tones.pairs[i], curved);
    let mut lines: Vec<Line> = part.pairs.iter().enumerate().map(line).collect();
    order::sort_by_key(&mut lines, |line| line.tone);
    let mut words = names(part, &marks, &lines, size, measure);
    words.extend(on_ties(part, emphasis, (&lines, &marks, &words), measure));
    Scene { lines, marks, words }
}

/// The tone of everything.
struct Tones {
    nodes: Vec<Tone>,
    pairs: Vec<Tone>,
}

impl Tones {
    fn new(part: &Part, emphasis: &Emphasis) -> Self {
        let Some(target) = emphasis.hover.or(emphasis.focus) else {
            return Self {
                nodes: vec![Tone::Plain; part.nodes.len()],
                pairs: vec![Tone::Plain; part.pairs.len()],
            };
        };
        let mut nodes = vec![Tone::Faint; part.nodes.len()];
        let mut pairs = vec![Tone::Faint; part.pairs.len()];
        let lift = |tone: &mut Tone, to: Tone| *tone = (*tone).max(to);
        for (i, pair) in part.pairs.iter().enumerate() {
            let touches = match target {
                Target::Node(node) => node == pair.a || node == pair.b,
                Target::Pair(at) => at == i,
            };
            if touches {
                lift(&mut nodes[pair.a], Tone::Hot);
                lift(&mut nodes[pair.b], Tone::Hot);
                lift(&mut pairs[i], Tone::Hot);
            }
        }
        for chosen in [emphasis.hover, emphasis.focus].into_iter().flatten() {
            match chosen {
                Target::Node(node) => lift(&mut nodes[node], Tone::Chosen),
                Target::Pair(pair) => lift(&mut pairs[pair], Tone::Chosen),
            }
        }
        if matches!(target, Target::Pair(_)) && emphasis.hover.is_none() {
            // A chosen tie stands among the others of the thing it was chosen at.
            for (i, pair) in part.pairs.iter().enumerate() {
                if emphasis.pinned.iter().any(|node| *node == pair.a || *node == pair.b) {
                    [pair.a, pair.b].into_iter().for_each(|node| lift(&mut nodes[node], Tone::Plain));
                    lift(&mut pairs[i], Tone::Plain);
                }
            }
        }
        emphasis.pinned.iter().for_each(|node| lift(&mut nodes[*node], Tone::Chosen));
        Self { nodes, pairs }
    }
}

fn line(i: usize, pair: &Pair, marks: &[Mark], tone: Tone, curved: bool) -> Line {
    let (a, b) = (&marks[pair.a], &marks[pair.b]);
    let arrow = |forward: bool| pair.ties.iter().any(|t| t.relation.is_directed() && t.forward == forward);
    let arrows = (arrow(false), arrow(true));
    let length = a.at.distance(b.at).max(1.0);
    let middle = a.at.towards(b.at, 0.5);
    let sag = if curved { 0.09 } else { 0.0 };
    let bend = Place { x: middle.x - (b.at.y - a.at.y) * sag, y: middle.y + (b.at.x - a.at.x) * sag };
    // An arrow needs a little air before the node.
    let edge = |mark: &Mark, arrow: bool| (mark.radius + if arrow { 4.0 } else { 1.0 }).min(length / 2.0);
    let to_bend = a.at.distance(bend).max(1.0);
    let width = 1.0 + (pair.strength() as f64).log2().max(0.0) * 0.3;
    Line {
        pair: i,
        from: a.at.towards(bend, edge(a, arrows.0) / to_bend),
        bend,
        to: b.at.towards(bend, edge(b, arrows.1) / to_bend),
        tone,
        relation: pair.relation(),
        width: if tone == Tone::Chosen { width + 1.0 } else { width },
        arrows,
    }
}

fn names(
    part: &Part,
    marks: &[Mark],
    lines: &[Line],
    size: Size,
    measure: &mut dyn FnMut(&str, Face) -> f64,
) -> Vec<Words> {
    let seen = Frame { left: 2.0, top: 2.0, right: size.width - 2.0, bottom: size.height - 2.0 };
    let in_sight: Vec<usize> = (0..marks.len())
        .filter(|i| seen.overlaps(Frame::around(marks[*i].at, marks[*i].radius, marks[*i].radius)))
        .collect();
    let face = |mark: &Mark| if mark.pinned { Face::Pinned } else { Face::Name };
    let texts: Vec<AttrValue> = in_sight.iter().map(|i| part.nodes[*i].label.clone()).collect();
    let wanted: Vec<Wanted> = in_sight
        .iter()
        .zip(&texts)
        .map(|(&i, text)| {
            let mark = &marks[i];
            let strong = mark.pinned || mark.cursor || mark.tone == Tone::Chosen;
            let rank = f64::from(mark.tone as u8) * 1e6;
            Wanted {
                node: mark.at,
                radius: mark.radius + if mark.pinned { 5.0 } else { 0.0 },
                width: measure(text, face(mark)),
                height: face(mark).height(),
                weight: if strong { f64::INFINITY } else { rank + part.nodes[i].mentions as f64 },
            }
        })
        .collect();
    let pointed = lines.iter().filter(|line| line.tone > Tone::Faint);
    let tips = pointed.flat_map(|line| {
        let (begins, ends) = line.arrows;
        begins.then_some(line.from).into_iter().chain(ends.then_some(line.to))
    });
    let placed = labels::place(&wanted, &tips.collect::<Vec<_>>(), seen);
    let named = in_sight.into_iter().zip(texts).zip(placed);
    named
        .filter_map(|((i, text), frame)| {
            Some(Words { frame: frame?, text, face: face(&marks[i]), tone: marks[i].tone })
        })
        .collect()
}

/// The relations in words on what is pinned or pointed at, where they cover nothing.
fn on_ties(
    part: &Part,
    emphasis: &Emphasis,
    (lines, marks, names): (&[Line], &[Mark], &[Words]),
    measure: &mut dyn FnMut(&str, Face) -> f64,
) -> Vec<Words> {
    let chosen = lines.iter().filter(|line| line.tone == Tone::Chosen);
    chosen
        .filter_map(|line| {
            let pinned = emphasis.relation.filter(|_| emphasis.focus == Some(Target::Pair(line.pair)));
            let all = || said(&part.pairs[line.pair]);
            let text = AttrValue::from(pinned.map_or_else(all, |relation| relation.name().to_owned()));
            let (width, height) = (measure(&text, Face::Tie), Face::Tie.height());
            let free = |frame: &Frame| {
                let node = |m: &Mark| Frame::around(m.at, 2.0 * m.radius, 2.0 * m.radius).overlaps(*frame);
                !names.iter().any(|w| w.frame.overlaps(*frame)) && !marks.iter().any(node)
            };
            let frame = [0.5, 0.4, 0.6, 0.3, 0.7]
                .into_iter()
                .map(|share| Frame::around(line.at(share), width, height))
                .find(free)?;
            Some(Words { frame, text, face: Face::Tie, tone: Tone::Chosen })
        })
        .collect()
}

/// The relations of a pair, each once.
fn said(pair: &Pair) -> String {
    let mut names: Vec<&str> = pair.ties.iter().map(|tie| tie.relation.name()).collect();
    names.dedup();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::part::{Node, Tie};
    use super::*;
    use readout_core::entity::EntityKind;
    use readout_core::id::{EdgeId, EntityId};

    /// Four things in a row, each tied to the next.
    fn row() -> Part {
        let node = |i: u32| Node {
            entity: EntityId(i),
            kind: EntityKind::Person,
            side: None,
            name: format!("Person {i}").into(),
            label: format!("P{i}").into(),
            mentions: 4,
        };
        let pair = |a: usize| {
            let tie = Tie { edge: EdgeId(a as u32), relation: Relation::SaidOf, forward: a == 0, support: 1 };
            Pair { a, b: a + 1, ties: vec![tie] }
        };
        Part { nodes: (0..4).map(node).collect(), pairs: (0..3).map(pair).collect(), ..Part::default() }
    }

    fn drawn(emphasis: &Emphasis) -> Scene {
        let looks = vec![Look { outline: Outline::Disc, hue: None, letters: "".into() }; 4];
        let places: Vec<Place> = (0..4).map(|i| Place { x: f64::from(i) * 120.0 - 180.0, y: 0.0 }).collect();
        let view = (Camera::default(), Size { width: 600.0, height: 300.0 });
        compose(&row(), &looks, &places, view, emphasis, &mut |words, _| words.len() as f64 * 6.0)
    }

    fn tones(scene: &Scene) -> (Vec<Tone>, Vec<Tone>) {
        let mut pairs: Vec<_> = scene.lines.iter().map(|line| (line.pair, line.tone)).collect();
        pairs.sort_unstable();
        (scene.marks.iter().map(|m| m.tone).collect(), pairs.into_iter().map(|(_, tone)| tone).collect())
    }

    use Tone::{Chosen, Faint, Hot, Plain};

    #[test]
    fn without_emphasis_all_is_plain_and_named() {
        let scene = drawn(&Emphasis::default());
        assert_eq!(tones(&scene), (vec![Plain; 4], vec![Plain; 3]));
        let names: Vec<_> = scene.words.iter().map(|words| words.text.to_string()).collect();
        assert_eq!(names, ["P0", "P1", "P2", "P3"]);
    }

    #[test]
    fn a_pinned_thing_has_its_ties_in_full_ink() {
        let emphasis = Emphasis { pinned: vec![0], focus: Some(Target::Node(0)), ..Emphasis::default() };
        assert_eq!(tones(&drawn(&emphasis)), (vec![Chosen, Hot, Faint, Faint], vec![Hot, Faint, Faint]));
    }

    #[test]
    fn hovering_previews_another_thing_and_keeps_the_pin() {
        let (pinned, focus) = (vec![0], Some(Target::Node(0)));
        let hover = Some(Target::Node(3));
        let emphasis = Emphasis { pinned, focus, hover, ..Emphasis::default() };
        assert_eq!(tones(&drawn(&emphasis)), (vec![Chosen, Faint, Hot, Chosen], vec![Faint, Faint, Hot]));
    }

    #[test]
    fn a_chosen_tie_says_its_relation_among_the_others_of_its_thing() {
        let emphasis = Emphasis { pinned: vec![1], focus: Some(Target::Pair(0)), ..Emphasis::default() };
        let scene = drawn(&emphasis);
        assert_eq!(tones(&scene), (vec![Hot, Chosen, Plain, Faint], vec![Chosen, Plain, Faint]));
        let on_ties: Vec<_> = scene.words.iter().filter(|w| w.face == Face::Tie).collect();
        assert_eq!(on_ties.len(), 1);
        assert_eq!(on_ties[0].text, "said of");
    }

    #[test]
    fn arrows_lead_from_the_speaker() {
        let scene = drawn(&Emphasis::default());
        let mut arrows: Vec<_> = scene.lines.iter().map(|line| (line.pair, line.arrows)).collect();
        arrows.sort_unstable();
        assert_eq!(arrows, [(0, (false, true)), (1, (true, false)), (2, (true, false))]);
    }
}
