//! A quadtree over points sorted along a Z curve, in flat arrays, rebuilt at every step.

use super::Point;

/// Leaves hold at most this many points: their nodes share one walk through the tree.
const LEAF: usize = 16;
/// Bits of a coordinate in a key.
const BITS: u32 = 16;

/// One square of the tree. A square's first child follows it in the array.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// The mean of the points inside.
    centre: Point,
    /// How many points.
    mass: f32,
    /// The square of its side.
    side2: f32,
    /// Where the walk goes on when it doesn't enter.
    skip: u32,
    /// Its points, in sorted order.
    start: u32,
    end: u32,
    leaf: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Quadtree {
    cells: Vec<Cell>,
    /// The nodes along the curve, and their keys and places in that order.
    order: Vec<u32>,
    keys: Vec<u32>,
    points: Vec<Point>,
    spare: Vec<(u32, u32)>,
    pairs: Vec<(u32, u32)>,
    list: Interactions,
}

/// What acts on the nodes of one leaf: places and masses, padded to whole lanes.
#[derive(Debug, Clone, Default)]
struct Interactions {
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
}

const LANES: usize = 8;

impl Interactions {
    fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
    }

    fn push(&mut self, at: Point, mass: f32) {
        self.x.push(at.x);
        self.y.push(at.y);
        self.mass.push(mass);
    }

    fn pad(&mut self) {
        while !self.x.len().is_multiple_of(LANES) {
            self.push(Point::default(), 0.0);
        }
    }

    /// The sum of mass · direction / distance, with distances below `least2`'s root counted as that. Sums in
    /// lanes, so that the compiler can use vector instructions.
    fn push_on(&self, at: Point, least2: f32) -> Point {
        let (mut fx, mut fy) = ([0.0f32; LANES], [0.0f32; LANES]);
        let chunks = self.x.chunks_exact(LANES).zip(self.y.chunks_exact(LANES));
        for ((x, y), mass) in chunks.zip(self.mass.chunks_exact(LANES)) {
            for lane in 0..LANES {
                let (dx, dy) = (at.x - x[lane], at.y - y[lane]);
                let length2 = dx * dx + dy * dy;
                let length2 = if length2 < least2 { least2 } else { length2 };
                let force = mass[lane] / length2;
                fx[lane] += dx * force;
                fy[lane] += dy * force;
            }
        }
        Point { x: fx.iter().sum(), y: fy.iter().sum() }
    }
}

impl Quadtree {
    /// Sorts the points and builds the squares.
    pub(super) fn build(&mut self, points: &[Point]) {
        let (mut least, mut most) = (f32::INFINITY, f32::NEG_INFINITY);
        for point in points {
            least = least.min(point.x).min(point.y);
            most = most.max(point.x).max(point.y);
        }
        let side = (most - least).max(1e-6);
        let scale = ((1 << BITS) - 1) as f32 / side;
        self.pairs.clear();
        self.pairs.extend(points.iter().enumerate().map(|(i, p)| {
            let (x, y) = ((p.x - least) * scale, (p.y - least) * scale);
            (interleave(x as u32) | interleave(y as u32) << 1, i as u32)
        }));
        radix_sort(&mut self.pairs, &mut self.spare);
        self.order.clear();
        self.keys.clear();
        self.points.clear();
        for &(key, node) in &self.pairs {
            self.order.push(node);
            self.keys.push(key);
            self.points.push(points[node as usize]);
        }
        self.cells.clear();
        self.split(0, points.len(), BITS, side);
    }

    /// Adds the square that holds points `start..end` of the curve and those inside it.
    fn split(&mut self, start: usize, end: usize, level: u32, side: f32) {
        if start == end {
            return;
        }
        let leaf = end - start <= LEAF || level == 0;
        let at = self.cells.len();
        let (start32, end32, mass) = (start as u32, end as u32, (end - start) as f32);
        let (side2, centre) = (side * side, Point::default());
        self.cells.push(Cell { centre, mass, side2, skip: 0, start: start32, end: end32, leaf });
        let sum = self.points[start..end].iter().fold(centre, |s, p| Point { x: s.x + p.x, y: s.y + p.y });
        self.cells[at].centre = Point { x: sum.x / mass, y: sum.y / mass };
        if !leaf {
            let shift = 2 * (level - 1);
            let mut from = start;
            for quarter in 0..4 {
                let inside = |key: &u32| (key >> shift) & 3 <= quarter;
                let to = from + self.keys[from..end].partition_point(inside);
                self.split(from, to, level - 1, side / 2.0);
                from = to;
            }
        }
        self.cells[at].skip = self.cells.len() as u32;
    }

    /// Calls `apply` with each node and what pushes it: the sum over all others of direction / distance.
    /// Squares that look smaller than `theta` from a leaf count as one point.
    pub(super) fn repulsion(&mut self, theta: f32, least2: f32, mut apply: impl FnMut(usize, Point)) {
        let mut list = std::mem::take(&mut self.list);
        for leaf in self.cells.iter().filter(|c| c.leaf) {
            let range = leaf.start as usize..leaf.end as usize;
            self.gather(&self.points[range.clone()], theta * theta, &mut list);
            for (node, point) in self.order[range.clone()].iter().zip(&self.points[range]) {
                apply(*node as usize, list.push_on(*point, least2));
            }
        }
        self.list = list;
    }

    /// Collects what acts on the points of one leaf.
    fn gather(&self, points: &[Point], theta2: f32, list: &mut Interactions) {
        let (mut least, mut most) = (points[0], points[0]);
        for point in points {
            least = Point { x: least.x.min(point.x), y: least.y.min(point.y) };
            most = Point { x: most.x.max(point.x), y: most.y.max(point.y) };
        }
        list.clear();
        let mut at = 0;
        while let Some(cell) = self.cells.get(at) {
            // From the nearest point of the leaf's bounds.
            let dx = (least.x - cell.centre.x).max(cell.centre.x - most.x).max(0.0);
            let dy = (least.y - cell.centre.y).max(cell.centre.y - most.y).max(0.0);
            if cell.side2 < theta2 * (dx * dx + dy * dy) {
                list.push(cell.centre, cell.mass);
                at = cell.skip as usize;
            } else if cell.leaf {
                for point in &self.points[cell.start as usize..cell.end as usize] {
                    list.push(*point, 1.0);
                }
                at = cell.skip as usize;
            } else {
                at += 1;
            }
        }
        list.pad();
    }
}

/// Spreads the low 16 bits to every other bit.
const fn interleave(value: u32) -> u32 {
    let value = (value | value << 8) & 0x00FF_00FF;
    let value = (value | value << 4) & 0x0F0F_0F0F;
    let value = (value | value << 2) & 0x3333_3333;
    (value | value << 1) & 0x5555_5555
}

/// Sorts by key, keeping the order of equal keys.
fn radix_sort(pairs: &mut Vec<(u32, u32)>, spare: &mut Vec<(u32, u32)>) {
    spare.clear();
    spare.resize(pairs.len(), (0, 0));
    for shift in [0, 8, 16, 24] {
        let mut starts = [0usize; 257];
        for (key, _) in pairs.iter() {
            starts[(key >> shift & 255) as usize + 1] += 1;
        }
        for i in 1..257 {
            starts[i] += starts[i - 1];
        }
        for &pair in pairs.iter() {
            let slot = &mut starts[(pair.0 >> shift & 255) as usize];
            spare[*slot] = pair;
            *slot += 1;
        }
        std::mem::swap(pairs, spare);
    }
}

#[cfg(test)]
mod tests {
    use super::super::noise::Noise;
    use super::*;

    #[test]
    fn repulsion_is_near_the_exact_sum() {
        let mut noise = Noise::new(7);
        let points: Vec<Point> = (0..400).map(|_| Point { x: noise.next(), y: noise.next() }).collect();
        let mut tree = Quadtree::default();
        tree.build(&points);
        let mut got = vec![Point::default(); points.len()];
        tree.repulsion(0.9, 1e-6, |node, push| got[node] = push);
        for (at, got) in points.iter().zip(got) {
            let mut exact = Point::default();
            for other in &points {
                let (dx, dy) = (at.x - other.x, at.y - other.y);
                let force = 1.0 / (dx * dx + dy * dy).max(1e-6);
                exact = Point { x: exact.x + dx * force, y: exact.y + dy * force };
            }
            let off = (got.x - exact.x).hypot(got.y - exact.y);
            assert!(off < 0.05 * exact.x.hypot(exact.y) + 20.0, "{got:?} for {exact:?}");
        }
    }

    #[test]
    fn equal_points_make_a_tree_too() {
        let mut tree = Quadtree::default();
        tree.build(&[Point::default(); 100]);
        let mut pushes = 0;
        tree.repulsion(0.9, 1e-6, |_, push| {
            assert_eq!(push, Point::default());
            pushes += 1;
        });
        assert_eq!(pushes, 100);
    }
}
