//! Puts the components of a graph side by side: the largest first, in shelves about as wide as high.

use super::Point;

/// Free space around a component, in edges.
const MARGIN: f32 = 0.5;
/// Width over height of the whole: screens are wide.
const ASPECT: f32 = 1.3;

/// Which nodes belong together.
#[derive(Debug, Clone)]
pub(super) struct Packing {
    components: Vec<Vec<u32>>,
}

/// The corners of what a component covers, margin included.
struct Bounds {
    least: Point,
    most: Point,
}

impl Bounds {
    fn of(points: &[Point]) -> Self {
        let mut bounds = Self {
            least: Point { x: f32::INFINITY, y: f32::INFINITY },
            most: Point { x: f32::NEG_INFINITY, y: f32::NEG_INFINITY },
        };
        for point in points {
            bounds.least.x = bounds.least.x.min(point.x - MARGIN);
            bounds.least.y = bounds.least.y.min(point.y - MARGIN);
            bounds.most.x = bounds.most.x.max(point.x + MARGIN);
            bounds.most.y = bounds.most.y.max(point.y + MARGIN);
        }
        bounds
    }

    fn width(&self) -> f32 {
        self.most.x - self.least.x
    }

    fn height(&self) -> f32 {
        self.most.y - self.least.y
    }
}

impl Packing {
    pub(super) const fn new(components: Vec<Vec<u32>>) -> Self {
        Self { components }
    }

    pub(super) fn components(&self) -> &[Vec<u32>] {
        &self.components
    }

    /// Writes the places of all nodes, given those within each component.
    pub(super) fn write<'a>(&self, placed: impl Iterator<Item = &'a [Point]>, positions: &mut [Point]) {
        let placed: Vec<&[Point]> = placed.collect();
        let bounds: Vec<Bounds> = placed.iter().map(|points| Bounds::of(points)).collect();
        let area: f32 = bounds.iter().map(|b| b.width() * b.height()).sum();
        let widest = bounds.iter().map(Bounds::width).fold(0.0, f32::max);
        let shelf_width = (area * ASPECT).sqrt().max(widest);
        let (mut x, mut y, mut shelf_height) = (0.0, 0.0, 0.0_f32);
        for ((nodes, points), bounds) in self.components.iter().zip(placed).zip(&bounds) {
            if x > 0.0 && x + bounds.width() > shelf_width {
                y += shelf_height;
                (x, shelf_height) = (0.0, 0.0);
            }
            for (node, point) in nodes.iter().zip(points) {
                positions[*node as usize] =
                    Point { x: x + point.x - bounds.least.x, y: y + point.y - bounds.least.y };
            }
            x += bounds.width();
            shelf_height = shelf_height.max(bounds.height());
        }
    }
}
