//! The picture as it changes: places on their way, the camera on its way, what is emphasised. Knows no
//! browser: time comes in with each frame.

use super::camera::{Camera, Frame, Place, Size};
use super::gesture::Gesture;
use super::look::Look;
use super::part::{Node, Part};
use super::pick;
use super::scene::{self, Emphasis, Face, Scene, Target, radius};
use super::spread;
use readout_core::graph::layout::{Layout, LayoutRequest};
use std::rc::Rc;

/// How long places and camera are on their way, in milliseconds.
const JOURNEY: f64 = 320.0;
/// Layouts of this many nodes are finished before the first frame.
const AT_ONCE: usize = 150;
/// About how many pairs of nodes a frame's share of the layout looks at.
const PAIRS_A_FRAME: usize = 600_000;

/// The picture.
#[derive(Debug, Default)]
pub struct Stage {
    part: Rc<Part>,
    looks: Vec<Look>,
    places: Vec<Place>,
    layout: Option<Layout>,
    journey: Option<Journey<Vec<Place>>>,
    flight: Option<Journey<Camera>>,
    camera: Camera,
    size: Size,
    /// The reader moved the camera: it stays where it is.
    held: bool,
    /// No motion: everything is at once where it belongs.
    still: bool,
    scene: Scene,
    /// What stands out.
    pub emphasis: Emphasis,
    /// The pointers that are down.
    pub gesture: Gesture,
}

/// From one state to another; the clock starts with the first frame.
#[derive(Debug, Clone)]
struct Journey<T> {
    from: T,
    to: T,
    start: Option<f64>,
}

impl<T> Journey<T> {
    /// How far it is at a time, eased: 0 to 1.
    fn share(&mut self, now: f64) -> f64 {
        let left = 1.0 - ((now - *self.start.get_or_insert(now)) / JOURNEY).clamp(0.0, 1.0);
        1.0 - left * left * left
    }
}

impl Stage {
    /// Whether motion is unwanted.
    pub fn set_still(&mut self, still: bool) {
        self.still = still;
    }

    /// Shows another part. What was there before glides to its new place.
    pub fn show(&mut self, part: Rc<Part>, looks: Vec<Look>) {
        let links = part.pairs.iter().map(|pair| (pair.a as u32, pair.b as u32));
        let request = LayoutRequest::new(part.nodes.len() as u32, links);
        let at_once = self.still || part.nodes.len() <= AT_ONCE;
        let layout = if at_once { Layout::finish(&request) } else { Layout::new(&request) };
        let before = |node: &Node| self.places.get(self.part.place(node.entity)?).copied();
        let places = spread::places(&part, &layout, self.size);
        let from = part.nodes.iter().zip(&places).map(|(node, to)| before(node).unwrap_or(*to));
        let from: Vec<Place> = from.collect();
        let known = part.nodes.iter().any(|node| before(node).is_some());
        let node = |at: usize| part.place(self.part.nodes.get(at)?.entity);
        let cursor = self.emphasis.cursor.and_then(node);
        self.gesture.renumber(|target| match target {
            Target::Node(at) => node(at).map(Target::Node),
            Target::Pair(at) => part.pair_of(self.part.pairs.get(at)?.main()?.edge).map(Target::Pair),
        });
        self.emphasis = Emphasis { cursor, ..Emphasis::default() };
        // What is drawn goes by the old numbers.
        self.scene = Scene::default();
        (self.part, self.looks, self.held) = (part, looks, false);
        self.layout = (!layout.finished()).then_some(layout);
        self.travel(from, places, known);
    }

    fn travel(&mut self, from: Vec<Place>, to: Vec<Place>, glide: bool) {
        if glide && !self.still {
            self.journey = Some(Journey { from: from.clone(), to, start: None });
            self.places = from;
        } else {
            self.journey = None;
            self.places = to;
        }
        if !self.held {
            self.fit(glide);
        }
    }

    /// Shows everything, from now on also when the canvas changes its size.
    pub fn fit(&mut self, glide: bool) {
        self.held = false;
        let places = self.journey.as_ref().map_or(&self.places, |journey| &journey.to);
        if let Some(frame) = bounds(&self.part, places) {
            self.fly(Camera::fit(frame, self.size), glide);
        }
    }

    fn fly(&mut self, to: Camera, glide: bool) {
        if glide && !self.still {
            self.flight = Some(Journey { from: self.camera, to, start: None });
        } else {
            (self.camera, self.flight) = (to, None);
        }
    }

    /// The canvas has another size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        if !self.held {
            self.fit(false);
        }
    }

    /// The reader moves the camera.
    pub fn steer(&mut self, change: impl FnOnce(Camera, Size) -> Camera) {
        self.held = true;
        self.flight = None;
        self.camera = change(self.camera, self.size);
    }

    /// The same by a button or key: glides.
    pub fn zoom(&mut self, factor: f64) {
        self.held = true;
        let from = self.flight.as_ref().map_or(self.camera, |flight| flight.to);
        self.fly(from.zoom_by(factor), true);
    }

    /// The reader moves a thing.
    pub fn drag(&mut self, node: usize, to: Place) {
        self.held = true;
        (self.layout, self.flight) = (None, None);
        if let Some(journey) = self.journey.take() {
            self.places = journey.to;
        }
        if let Some(place) = self.places.get_mut(node) {
            *place = self.camera.to_plane(to, self.size);
        }
    }

    /// Goes on to a time. Whether another frame is needed.
    pub fn advance(&mut self, now: f64) -> bool {
        self.settle();
        if let Some(journey) = &mut self.journey {
            let share = journey.share(now);
            let ways = journey.from.iter().zip(&journey.to);
            self.places = ways.map(|(from, to)| from.towards(*to, share)).collect();
            if share >= 1.0 {
                self.journey = None;
            }
        }
        if let Some(flight) = &mut self.flight {
            let share = flight.share(now);
            let zoom = flight.from.zoom + (flight.to.zoom - flight.from.zoom) * share;
            self.camera = Camera { middle: flight.from.middle.towards(flight.to.middle, share), zoom };
            if share >= 1.0 {
                self.flight = None;
            }
        }
        self.is_moving()
    }

    fn settle(&mut self) {
        let Some(mut layout) = self.layout.take() else { return };
        let nodes = self.part.nodes.len().max(1);
        layout.tick((PAIRS_A_FRAME / (nodes * nodes)).clamp(1, 50) as u32);
        let places = spread::places(&self.part, &layout, self.size);
        let finished = layout.finished();
        self.layout = (!finished).then_some(layout);
        let from = std::mem::take(&mut self.places);
        self.travel(from, places, finished);
    }

    /// Whether something is on its way.
    #[must_use]
    pub const fn is_moving(&self) -> bool {
        self.layout.is_some() || self.journey.is_some() || self.flight.is_some()
    }

    /// The drawing for now.
    pub fn compose(&mut self, measure: &mut dyn FnMut(&str, Face) -> f64) -> &Scene {
        let view = (self.camera, self.size);
        self.scene = scene::compose(&self.part, &self.looks, &self.places, view, &self.emphasis, measure);
        &self.scene
    }

    /// What was drawn at a place of the screen.
    #[must_use]
    pub fn pick(&self, at: Place, slack: f64) -> Option<Target> {
        pick::pick(&self.scene, at, slack)
    }

    /// Moves the keyboard to the next thing in a direction: `(1, 0)` is to the right. From nowhere, to the
    /// focus or the most mentioned thing. Returns where it is now.
    pub fn step(&mut self, (dx, dy): (f64, f64)) -> Option<usize> {
        let places = self.journey.as_ref().map_or(&self.places, |journey| &journey.to);
        let next = match self.emphasis.cursor {
            Some(at) => nearest(places, at, (dx, dy)).or(Some(at)),
            None => self.first(),
        };
        let place = places.get(next?).copied()?;
        self.emphasis.cursor = next;
        let camera = self.camera.reveal(place, self.size);
        if camera != self.camera {
            self.held = true;
            self.fly(camera, true);
        }
        next
    }

    fn first(&self) -> Option<usize> {
        let pinned = self.emphasis.pinned.first().copied();
        let most = || (0..self.part.nodes.len()).rev().max_by_key(|i| self.part.nodes[*i].mentions);
        pinned.or_else(most)
    }
}

/// The nearest thing within 45° of a direction, what lies aside counting double.
fn nearest(places: &[Place], from: usize, (dx, dy): (f64, f64)) -> Option<usize> {
    let start = places.get(from)?;
    let cost = |place: &Place| {
        let (x, y) = (place.x - start.x, place.y - start.y);
        let (along, aside) = (x * dx + y * dy, (x * dy - y * dx).abs());
        (along > 0.0 && aside <= along).then_some(along + 2.0 * aside)
    };
    let reachable = places.iter().enumerate().filter(|(i, _)| *i != from);
    let costs = reachable.filter_map(|(i, place)| Some((i, cost(place)?)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
}

/// What the things and the names below them cover.
fn bounds(part: &Part, places: &[Place]) -> Option<Frame> {
    let frames = part.nodes.iter().zip(places).map(|(node, place)| {
        let radius = radius(node.mentions);
        let frame = Frame::around(*place, 2.0 * radius.max(40.0), 2.0 * radius);
        Frame { bottom: frame.bottom + 20.0, ..frame }
    });
    frames.reduce(Frame::cover)
}

#[cfg(test)]
mod tests {
    use super::super::gesture::{Meaning, Pointer};
    use super::super::look::Outline;
    use super::super::part::{Node, Pair, Tie};
    use super::*;
    use readout_core::entity::EntityKind;
    use readout_core::graph::Relation;
    use readout_core::id::{EdgeId, EntityId};

    /// A wheel: node 0 in the middle of `n`.
    fn wheel(first: u32, n: usize) -> (Rc<Part>, Vec<Look>) {
        let node = |i| Node {
            entity: EntityId(first + i as u32),
            kind: EntityKind::Person,
            side: None,
            name: format!("Person {i}").into(),
            label: format!("Person {i}").into(),
            mentions: n - i,
        };
        let tie = Tie { edge: EdgeId(0), relation: Relation::SaidOf, forward: true, support: 1 };
        let part = Part {
            nodes: (0..=n).map(node).collect(),
            pairs: (1..=n).map(|b| Pair { a: 0, b, ties: vec![tie] }).collect(),
            ..Part::default()
        };
        let look = Look { outline: Outline::Disc, hue: None, letters: "".into() };
        (Rc::new(part), vec![look; n + 1])
    }

    fn stage(n: usize) -> Stage {
        let mut stage = Stage::default();
        stage.resize(Size { width: 600.0, height: 500.0 });
        let (part, looks) = wheel(0, n);
        stage.show(part, looks);
        stage
    }

    fn settle(stage: &mut Stage) -> Vec<Place> {
        let mut now = 0.0;
        while stage.advance(now) {
            now += 16.0;
            assert!(now < 60_000.0, "never settles");
        }
        stage.places.clone()
    }

    #[test]
    fn everything_is_in_sight_after_fitting() {
        let mut stage = stage(12);
        settle(&mut stage);
        let scene = stage.compose(&mut |words, _| words.len() as f64 * 6.0);
        let screen = Frame { left: 0.0, top: 0.0, right: 600.0, bottom: 500.0 };
        assert!(scene.marks.iter().all(|m| screen.holds(Frame::around(m.at, m.radius, m.radius))));
        assert_eq!(scene.words.len(), 13);
    }

    #[test]
    fn what_stays_glides_and_arrives() {
        let mut stage = stage(8);
        let before = settle(&mut stage);
        let (part, looks) = wheel(4, 8);
        stage.show(part, looks);
        assert_eq!(stage.places[0], before[4]);
        assert_ne!(settle(&mut stage)[0], before[4]);
    }

    #[test]
    fn a_second_click_is_on_the_same_thing_in_another_picture() {
        let mut stage = stage(8);
        let pointer = |time| Pointer { id: 1, at: Place { x: 0.0, y: 0.0 }, time };
        let click = |stage: &mut Stage, node, time| {
            stage.gesture.down(pointer(time), Some(Target::Node(node)));
            stage.gesture.up(pointer(time))
        };
        assert_eq!(click(&mut stage, 5, 0.0), Meaning::Click(Some(Target::Node(5))));
        let (part, looks) = wheel(4, 8);
        stage.show(part, looks);
        assert_eq!(click(&mut stage, 5, 9.0), Meaning::DoubleClick(Target::Node(1)));
        click(&mut stage, 5, 1000.0);
        let (part, looks) = wheel(40, 8);
        stage.show(part, looks);
        assert_eq!(click(&mut stage, 5, 1009.0), Meaning::Click(Some(Target::Node(5))), "the first is gone");
    }

    #[test]
    fn without_motion_the_picture_is_there_at_once() {
        let mut stage = stage(200);
        stage.set_still(true);
        let (part, looks) = wheel(0, 250);
        stage.show(part, looks);
        assert!(!stage.is_moving());
    }

    #[test]
    fn arrows_lead_to_the_next_thing_in_their_direction() {
        let mut stage = stage(8);
        settle(&mut stage);
        assert_eq!(stage.step((1.0, 0.0)), Some(0));
        let right = stage.step((1.0, 0.0)).unwrap_or_default();
        assert!(stage.places[right].x > stage.places[0].x);
        assert_eq!(stage.step((-1.0, 0.0)), Some(0));
    }

    #[test]
    fn a_moved_camera_stays_when_the_canvas_grows() {
        let mut stage = stage(3);
        settle(&mut stage);
        stage.steer(|camera, _| camera.pan(50.0, 0.0));
        let camera = stage.camera;
        stage.resize(Size { width: 900.0, height: 500.0 });
        assert_eq!(stage.camera, camera);
    }
}
