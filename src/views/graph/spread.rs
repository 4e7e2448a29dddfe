//! From the layout's places to places on the plane, with room for each node and the name below it.

use super::camera::{Place, Size};
use super::part::Part;
use super::scene::radius;
use readout_core::graph::layout::{Layout, Point};

/// The length of an edge in CSS pixels at zoom 1.
const EDGE: f64 = 120.0;
/// About the width of a character of a name, and the height of a line.
const CHARACTER: f64 = 6.6;
const LINE: f64 = 20.0;
const GAP: f64 = 10.0;
const MOST_PASSES: usize = 300;
/// Pushing a little farther than needed settles crowds in half the passes.
const PUSH: f64 = 0.7;
/// Above this many nodes names are shown only after zooming in: no room is made for them.
const MOST_NODES: usize = 300;

/// The places of all nodes, with room for names once the layout is finished. The longer way of the picture
/// lies along the longer way of the canvas.
#[must_use]
pub fn places(part: &Part, layout: &Layout, canvas: Size) -> Vec<Place> {
    let scaled = |p: &Point| Place { x: f64::from(p.x) * EDGE, y: f64::from(p.y) * EDGE };
    let mut places: Vec<Place> = layout.positions().iter().map(scaled).collect();
    turn(&mut places, canvas.height > canvas.width);
    if layout.finished() && part.nodes.len() <= MOST_NODES {
        let boxes: Vec<(f64, f64)> = part
            .nodes
            .iter()
            .map(|node| {
                let across = 2.0 * radius(node.mentions);
                let name = node.label.chars().count() as f64 * CHARACTER;
                (across.max(name) + GAP, across + LINE + GAP)
            })
            .collect();
        make_room(&mut places, &boxes);
    }
    places
}

/// Turns the direction in which the places are spread most to the horizontal, or to the vertical.
fn turn(places: &mut [Place], upright: bool) {
    let count = places.len().max(1) as f64;
    let (mx, my) = places.iter().fold((0.0, 0.0), |(x, y), p| (x + p.x / count, y + p.y / count));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in &*places {
        let (x, y) = (place.x - mx, place.y - my);
        (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
    }
    // The eigenvector of the larger eigenvalue of the covariance.
    let half = (xx - yy) / 2.0;
    let largest = (xx + yy) / 2.0 + half.hypot(xy);
    let (ax, ay) = if xx >= yy { (largest - yy, xy) } else { (xy, largest - xx) };
    let length = ax.hypot(ay);
    let (ax, ay) = if length > 1e-9 { (ax / length, ay / length) } else { (1.0, 0.0) };
    for place in places {
        let (x, y) = (place.x - mx, place.y - my);
        let (along, across) = (x * ax + y * ay, y * ax - x * ay);
        *place = if upright { Place { x: -across, y: along } } else { Place { x: along, y: across } };
    }
}

/// Pushes overlapping boxes apart, each time along the shorter way, until none overlap.
fn make_room(places: &mut [Place], boxes: &[(f64, f64)]) {
    for _ in 0..MOST_PASSES {
        let mut moved = false;
        for i in 0..places.len() {
            for j in 0..i {
                let (dx, dy) = (places[i].x - places[j].x, places[i].y - places[j].y);
                let over_x = (boxes[i].0 + boxes[j].0) / 2.0 - dx.abs();
                let over_y = (boxes[i].1 + boxes[j].1) / 2.0 - dy.abs();
                if over_x <= 0.5 || over_y <= 0.5 {
                    continue;
                }
                moved = true;
                if over_x < over_y {
                    let push = PUSH * over_x * if dx < 0.0 { -1.0 } else { 1.0 };
                    places[i].x += push;
                    places[j].x -= push;
                } else {
                    let push = PUSH * over_y * if dy < 0.0 { -1.0 } else { 1.0 };
                    places[i].y += push;
                    places[j].y -= push;
                }
            }
        }
        if !moved {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_nodes_get_room() {
        let mut places: Vec<Place> =
            (0..30).map(|i| Place { x: f64::from(i % 6) * 9.0, y: f64::from(i / 6) * 7.0 }).collect();
        let boxes = vec![(90.0, 40.0); 30];
        make_room(&mut places, &boxes);
        for (i, a) in places.iter().enumerate() {
            for b in &places[..i] {
                assert!((a.x - b.x).abs() > 89.0 || (a.y - b.y).abs() > 39.0, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_longer_way_lies_along_the_canvas() {
        let slanted: Vec<Place> =
            (0..5).map(|i| Place { x: f64::from(i) * 3.0, y: f64::from(i) * 4.0 }).collect();
        let spread = |upright| {
            let mut places = slanted.clone();
            turn(&mut places, upright);
            (places[4].x - places[0].x, places[4].y - places[0].y)
        };
        let (wide, high) = (spread(false), spread(true));
        assert!((wide.0.abs() - 20.0).abs() < 1e-9 && wide.1.abs() < 1e-9, "{wide:?}");
        assert!((high.1.abs() - 20.0).abs() < 1e-9 && high.0.abs() < 1e-9, "{high:?}");
    }

    #[test]
    fn those_with_room_stay() {
        let mut places = vec![Place { x: 0.0, y: 0.0 }, Place { x: 100.0, y: 0.0 }];
        make_room(&mut places, &[(90.0, 40.0); 2]);
        assert_eq!(places[1], Place { x: 100.0, y: 0.0 });
    }
}
