//! Normalised stress, to compare layouts of one graph whatever their scale.

use super::Point;
use super::components::{FAR, Steps, Topology};

const MOST_WHOLE: usize = 1000;
const SAMPLE: usize = 256;

pub(super) fn stress(topology: &Topology, positions: &[Point]) -> f64 {
    let nodes = topology.len();
    let stride = if nodes <= MOST_WHOLE { 1 } else { nodes.div_ceil(SAMPLE) };
    let mut steps = Steps::new(nodes);
    // With r = distance / steps: the mean of (s·r − 1)² is least at s = Σr / Σr², where it is 1 − s·Σr / n.
    let (mut pairs, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for from in (0..nodes).step_by(stride) {
        steps.from(topology, from as u32);
        for (to, &between) in steps.to.iter().enumerate() {
            if to == from || between == FAR {
                continue;
            }
            let (dx, dy) = (positions[from].x - positions[to].x, positions[from].y - positions[to].y);
            let ratio = f64::from(dx).hypot(f64::from(dy)) / f64::from(between);
            pairs += 1.0;
            sum += ratio;
            squares += ratio * ratio;
        }
    }
    if squares > 0.0 { (1.0 - sum * sum / squares / pairs).max(0.0) } else { 0.0 }
}
