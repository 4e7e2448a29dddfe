//! What is under the pointer.

use super::camera::Place;
use super::scene::{Line, Scene, Target};

/// How near to a thing's edge, or to a tie, counts as on it, in CSS pixels.
const NEAR: f64 = 5.0;
/// Into how many straight pieces a curve is cut for measuring.
const PIECES: u32 = 12;

/// The nearest thing under the pointer, else the nearest tie. `slack` is added for fingers.
#[must_use]
pub fn pick(scene: &Scene, at: Place, slack: f64) -> Option<Target> {
    let reach = NEAR + slack;
    let node = scene
        .marks
        .iter()
        .enumerate()
        .map(|(i, mark)| (i, mark.at.distance(at) - mark.radius))
        .filter(|(_, gap)| *gap <= reach)
        .min_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((node, _)) = node {
        return Some(Target::Node(node));
    }
    let lines = scene.lines.iter().map(|line| (line.pair, distance(line, at)));
    let nearest = lines.filter(|(_, gap)| *gap <= reach).min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.map(|(pair, _)| Target::Pair(pair))
}

fn distance(line: &Line, at: Place) -> f64 {
    let ends = (0..PIECES).map(|i| {
        let share = |n: u32| f64::from(n) / f64::from(PIECES);
        (line.at(share(i)), line.at(share(i + 1)))
    });
    ends.map(|(from, to)| to_segment(from, to, at)).fold(f64::INFINITY, f64::min)
}

fn to_segment(from: Place, to: Place, at: Place) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length2 = dx * dx + dy * dy;
    let share = if length2 > 0.0 { ((at.x - from.x) * dx + (at.y - from.y) * dy) / length2 } else { 0.0 };
    from.towards(to, share.clamp(0.0, 1.0)).distance(at)
}

#[cfg(test)]
mod tests {
    use super::super::look::Outline;
    use super::super::scene::{Mark, Tone};
    use super::*;
    use readout_core::graph::Relation;

    fn mark(x: f64, y: f64) -> Mark {
        Mark {
            at: Place { x, y },
            radius: 10.0,
            outline: Outline::Disc,
            hue: None,
            letters: "".into(),
            tone: Tone::Plain,
            pinned: false,
            cursor: false,
        }
    }

    fn scene() -> Scene {
        let line = Line {
            pair: 7,
            from: Place { x: 10.0, y: 0.0 },
            bend: Place { x: 100.0, y: 40.0 },
            to: Place { x: 190.0, y: 0.0 },
            tone: Tone::Plain,
            relation: Relation::SaidOf,
            width: 1.0,
            arrows: (false, true),
        };
        Scene { lines: vec![line], marks: vec![mark(0.0, 0.0), mark(200.0, 0.0)], words: Vec::new() }
    }

    #[test]
    fn the_nearest_thing_goes_before_a_tie() {
        assert_eq!(pick(&scene(), Place { x: 12.0, y: 2.0 }, 0.0), Some(Target::Node(0)));
        assert_eq!(pick(&scene(), Place { x: 187.0, y: 0.0 }, 0.0), Some(Target::Node(1)));
    }

    #[test]
    fn a_tie_is_picked_along_its_curve() {
        assert_eq!(pick(&scene(), Place { x: 100.0, y: 22.0 }, 0.0), Some(Target::Pair(7)));
        assert_eq!(pick(&scene(), Place { x: 100.0, y: 0.0 }, 0.0), None);
    }

    #[test]
    fn fingers_reach_farther() {
        let beside = Place { x: -20.0, y: 0.0 };
        assert_eq!(pick(&scene(), beside, 0.0), None);
        assert_eq!(pick(&scene(), beside, 12.0), Some(Target::Node(0)));
    }
}
