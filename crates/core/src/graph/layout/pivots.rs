//! First places by pivot scaling (Brandes and Pich, 2006): classical scaling of the distances to a few nodes
//! that lie far apart. Fast on any size, and a start from which both models seldom get stuck.

use super::Point;
use super::components::{Steps, Topology};
use super::noise::Noise;

/// How many pivots: enough for the shape, few enough for 50,000 nodes.
const MOST_PIVOTS: usize = 32;
const POWER_STEPS: usize = 40;

/// Places the nodes of one component, about one unit for each edge, around the origin.
pub(super) fn place(topology: &Topology, steps: &mut Steps, component: &[u32]) -> Vec<Point> {
    let mut noise = Noise::new(component.len() as u64);
    if component.len() < 3 {
        let across = |i: usize| Point { x: i as f32 - (component.len() as f32 - 1.0) / 2.0, y: 0.0 };
        return (0..component.len()).map(across).collect();
    }
    let columns = centred_columns(topology, steps, component);
    let products = products(&columns);
    let mut axes = Vec::new();
    for _ in 0..2 {
        let axis = dominant(&products, &axes, &mut noise);
        axes.push(axis);
    }
    let along = |axis: &[f32], row: usize| -> f32 { columns.iter().zip(axis).map(|(c, a)| c[row] * a).sum() };
    let mut points: Vec<Point> =
        (0..component.len()).map(|row| Point { x: along(&axes[0], row), y: along(&axes[1], row) }).collect();
    let spread = points.iter().map(|p| p.x.abs().max(p.y.abs())).fold(f32::MIN_POSITIVE, f32::max);
    let scale = (component.len() as f32).sqrt() / 2.0 / spread;
    for point in &mut points {
        point.x = point.x * scale + noise.next() * 0.1;
        point.y = point.y * scale + noise.next() * 0.1;
    }
    points
}

/// For each pivot the squared steps to every node, centred over rows and columns.
fn centred_columns(topology: &Topology, steps: &mut Steps, component: &[u32]) -> Vec<Vec<f32>> {
    let mut nearest = vec![u32::MAX; component.len()];
    let mut pivot = 0;
    let mut columns: Vec<Vec<f32>> = Vec::new();
    while columns.len() < MOST_PIVOTS.min(component.len()) {
        steps.from(topology, component[pivot]);
        let mut column = Vec::with_capacity(component.len());
        for (row, node) in component.iter().enumerate() {
            let distance = steps.to[*node as usize];
            nearest[row] = nearest[row].min(distance);
            column.push((distance as f32) * (distance as f32));
        }
        columns.push(column);
        // The node farthest from all pivots so far; the first among equals.
        pivot = (0..nearest.len()).rev().max_by_key(|row| nearest[*row]).unwrap_or_default();
    }
    let (rows, pivots) = (component.len() as f32, columns.len() as f32);
    let row_means: Vec<f32> =
        (0..component.len()).map(|row| columns.iter().map(|c| c[row]).sum::<f32>() / pivots).collect();
    let mean = row_means.iter().sum::<f32>() / rows;
    for column in &mut columns {
        let column_mean = column.iter().sum::<f32>() / rows;
        for (cell, row_mean) in column.iter_mut().zip(&row_means) {
            *cell = -0.5 * (*cell - column_mean - row_mean + mean);
        }
    }
    columns
}

/// The inner products of all pairs of columns.
fn products(columns: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    columns.iter().map(|a| columns.iter().map(|b| dot(a, b)).collect()).collect()
}

/// The direction of most spread that is orthogonal to those found before, by power iteration.
fn dominant(products: &[Vec<f32>], before: &[Vec<f32>], noise: &mut Noise) -> Vec<f32> {
    let mut axis: Vec<f32> = products.iter().map(|_| noise.next()).collect();
    for _ in 0..POWER_STEPS {
        axis = products.iter().map(|row| row.iter().zip(&axis).map(|(p, a)| p * a).sum()).collect();
        for other in before {
            let shared: f32 = axis.iter().zip(other).map(|(a, o)| a * o).sum();
            axis.iter_mut().zip(other).for_each(|(a, o)| *a -= shared * o);
        }
        let length = axis.iter().map(|a| a * a).sum::<f32>().sqrt();
        if length <= f32::MIN_POSITIVE {
            break;
        }
        axis.iter_mut().for_each(|a| *a /= length);
    }
    axis
}
