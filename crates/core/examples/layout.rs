//! Measures layouts: `cargo run --profile native --example layout [REPORT…]`.
//!
//! Prints milliseconds a step on graphs of the usual sizes, and the stress of both models. With reports as
//! arguments, the stress on their entities' graph.

use readout_core::corpus::CorpusBuilder;
use readout_core::graph::layout::{Layout, LayoutRequest, Model, stress};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let reports: Vec<String> = std::env::args().skip(1).collect();
    if reports.is_empty() {
        for (nodes, links) in [(60, 200), (500, 2_500), (1_000, 5_000), (10_000, 50_000), (50_000, 250_000)] {
            measure(&format!("random {nodes}/{links}"), &communities(nodes, links));
        }
        return Ok(());
    }
    let mut builder = CorpusBuilder::new();
    for path in &reports {
        builder.push(path, &std::fs::read(path)?);
    }
    let corpus = builder.finish();
    let links = corpus.graph().edges.iter().map(|e| (e.from.0, e.to.0));
    measure("the reports' graph", &LayoutRequest::new(corpus.entities().len() as u32, links));
    Ok(())
}

fn measure(name: &str, request: &LayoutRequest) {
    for model in [Model::Stress, Model::Forces] {
        if model == Model::Stress && request.nodes() > 2_000 {
            continue;
        }
        let request = request.clone().with_model(model);
        let start = Instant::now();
        let layout = Layout::finish(&request);
        let (spent, steps) = (start.elapsed().as_secs_f64() * 1e3, layout.steps());
        println!(
            "{name}, {model:?}: {} links, {steps} steps, {:.4} ms a step, {spent:.1} ms in all, stress {:.4}",
            request.links().len(),
            spent / f64::from(steps.max(1)),
            stress(&request, layout.positions()),
        );
    }
}

/// A graph with communities of about 50: four links of five stay within.
fn communities(nodes: u32, links: u32) -> LayoutRequest {
    let mut state = 42u64;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(below)) as u32
    };
    let pairs = (0..links).map(|_| {
        let from = next(nodes);
        let within = next(5) > 0;
        (from, if within { (from / 50 * 50 + next(50)).min(nodes - 1) } else { next(nodes) })
    });
    LayoutRequest::new(nodes, pairs.collect::<Vec<_>>())
}
