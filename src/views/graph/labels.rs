//! Names beside their nodes, so that no two collide: the weightier first, each at the first free place around
//! its node; a name that finds none is left out until the reader zooms in.

use super::camera::{Frame, Place};
use readout_core::order;

/// A name that wants a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The middle of the node on the screen.
    pub node: Place,
    /// The node's radius.
    pub radius: f64,
    /// The width of the words.
    pub width: f64,
    /// The height of the line.
    pub height: f64,
    /// Higher is placed earlier; the infinitely weighty are placed whatever they cover.
    pub weight: f64,
}

/// Space between a node and its name.
const GAP: f64 = 3.0;
/// How far around its place an arrow's tip reaches, across.
const TIP: f64 = 10.0;
/// Space between names on one line.
const BETWEEN: f64 = 6.0;

/// For each name the frame of its words, or none where it would cover another name or a node. A place that covers
/// none of `tips`, the arrows' tips, goes before others. `bounds` is what is seen.
#[must_use]
pub fn place(wanted: &[Wanted], tips: &[Place], bounds: Frame) -> Vec<Option<Frame>> {
    let nodes: Vec<Frame> =
        wanted.iter().map(|w| Frame::around(w.node, 2.0 * w.radius, 2.0 * w.radius)).collect();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order::sort_by(&mut order, |a, b| wanted[*b].weight.total_cmp(&wanted[*a].weight).then(a.cmp(b)));
    let mut grid = Grid::default();
    for (i, frame) in nodes.iter().enumerate() {
        grid.insert(*frame, i);
    }
    let mut pointed = Grid::default();
    for tip in tips {
        pointed.insert(Frame::around(*tip, TIP, TIP), wanted.len());
    }
    let mut placed = vec![None; wanted.len()];
    for i in order {
        let name = &wanted[i];
        let must = name.weight == f64::INFINITY;
        let candidates = around(name);
        let free = |frame: &&Frame| bounds.holds(**frame) && grid.is_free(**frame, i);
        let covers_none = |frame: &&Frame| pointed.is_free(**frame, i);
        let clear = candidates.iter().find(|frame| free(frame) && covers_none(frame));
        let found = clear.or_else(|| candidates.iter().find(free));
        if let Some(frame) = found.copied().or_else(|| must.then_some(candidates[0])) {
            grid.insert(frame, wanted.len());
            placed[i] = Some(frame);
        }
    }
    placed
}

/// Where a name may stand, the best first: below, above, right, left, then the corners.
fn around(name: &Wanted) -> [Frame; 8] {
    let (along, across) = (name.radius + GAP + name.width / 2.0, name.radius + GAP + name.height / 2.0);
    let (slant_x, slant_y) =
        (name.radius * 0.7 + GAP + name.width / 2.0, name.radius * 0.7 + name.height / 2.0);
    [
        (0.0, across),
        (0.0, -across),
        (along, 0.0),
        (-along, 0.0),
        (slant_x, slant_y),
        (slant_x, -slant_y),
        (-slant_x, slant_y),
        (-slant_x, -slant_y),
    ]
    .map(|(dx, dy)| {
        let middle = Place { x: name.node.x + dx, y: name.node.y + dy };
        Frame::around(middle, name.width, name.height)
    })
}

/// The taken frames, by cells of the screen, so that 10,000 names don't ask each other.
#[derive(Debug, Default)]
struct Grid {
    cells: std::collections::HashMap<(i32, i32), Vec<(Frame, usize)>>,
}

const CELL: f64 = 64.0;

impl Grid {
    fn cells_of(frame: Frame) -> impl Iterator<Item = (i32, i32)> {
        let cell = |at: f64| (at / CELL).floor() as i32;
        let rows = cell(frame.top)..=cell(frame.bottom);
        let columns = cell(frame.left)..=cell(frame.right);
        rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
    }

    fn insert(&mut self, frame: Frame, owner: usize) {
        for cell in Self::cells_of(frame) {
            self.cells.entry(cell).or_default().push((frame, owner));
        }
    }

    /// Whether nothing but what `owner` put there is covered.
    fn is_free(&self, frame: Frame, owner: usize) -> bool {
        let wide = Frame { left: frame.left - BETWEEN, right: frame.right + BETWEEN, ..frame };
        Self::cells_of(wide).all(|cell| {
            let taken = self.cells.get(&cell).map(Vec::as_slice).unwrap_or_default();
            taken.iter().all(|(other, by)| *by == owner || !other.overlaps(wide))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Frame = Frame { left: 0.0, top: 0.0, right: 800.0, bottom: 600.0 };

    fn name(x: f64, y: f64, weight: f64) -> Wanted {
        Wanted { node: Place { x, y }, radius: 8.0, width: 80.0, height: 16.0, weight }
    }

    #[test]
    fn a_lone_name_stands_below_its_node() {
        let placed = place(&[name(400.0, 300.0, 1.0)], &[], BOUNDS);
        assert_eq!(placed[0].map(|f| (f.left, f.top)), Some((360.0, 311.0)));
    }

    #[test]
    fn a_name_leaves_the_tips_of_arrows_free_where_it_can() {
        let [below, above] = [312.0, 288.0].map(|y| Place { x: 400.0, y });
        let top = |tips: &[Place]| place(&[name(400.0, 300.0, 1.0)], tips, BOUNDS)[0].map(|frame| frame.top);
        assert_eq!(top(&[below]), Some(273.0));
        let around = [below, above, Place { x: 412.0, y: 300.0 }, Place { x: 388.0, y: 300.0 }];
        assert_eq!(top(&around), Some(311.0), "covered rather than left out");
    }

    #[test]
    fn the_weightier_of_two_has_the_better_place() {
        let placed = place(&[name(400.0, 300.0, 1.0), name(430.0, 300.0, 2.0)], &[], BOUNDS);
        assert_eq!(placed[1].map(|f| f.top), Some(311.0));
        assert_eq!(placed[0].map(|f| f.bottom), Some(289.0));
    }

    #[test]
    fn no_name_covers_another_or_a_node() {
        let wanted: Vec<_> = (0..200)
            .map(|i| name(f64::from(i * 37 % 800), f64::from(i * 91 % 600), f64::from(i % 7)))
            .collect();
        let placed = place(&wanted, &[], BOUNDS);
        let frames: Vec<_> = placed.iter().enumerate().filter_map(|(i, f)| f.map(|f| (i, f))).collect();
        assert!(frames.len() > 20);
        for (i, a) in &frames {
            assert!(BOUNDS.holds(*a));
            assert!(frames.iter().all(|(j, b)| i == j || !a.overlaps(*b)));
            let covers = |(j, w): (usize, &Wanted)| *i != j && Frame::around(w.node, 16.0, 16.0).overlaps(*a);
            assert!(!wanted.iter().enumerate().any(covers));
        }
        assert_eq!(placed, place(&wanted, &[], BOUNDS));
    }

    #[test]
    fn what_is_pinned_has_a_name_even_in_a_crowd() {
        let mut wanted = vec![name(400.0, 300.0, 1.0); 50];
        wanted.push(name(400.0, 300.0, f64::INFINITY));
        assert!(place(&wanted, &[], BOUNDS)[50].is_some());
    }
}
