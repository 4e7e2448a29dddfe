//! Layouts of graphs whose shape is known.

use readout_core::corpus::CorpusBuilder;
use readout_core::graph::layout::{Layout, LayoutRequest, Model, Point, stress};
use std::path::Path;

fn grid(side: u32) -> LayoutRequest {
    let cell = |x: u32, y: u32| y * side + x;
    let across = (0..side).flat_map(|y| (1..side).map(move |x| (cell(x - 1, y), cell(x, y))));
    let down = (1..side).flat_map(|y| (0..side).map(move |x| (cell(x, y - 1), cell(x, y))));
    LayoutRequest::new(side * side, across.chain(down))
}

fn path(nodes: u32) -> LayoutRequest {
    LayoutRequest::new(nodes, (1..nodes).map(|n| (n - 1, n)))
}

/// Groups in which everyone knows everyone, joined in a ring by their first members.
fn clusters(groups: u32, size: u32) -> LayoutRequest {
    let within = (0..groups)
        .flat_map(|g| (0..size).flat_map(move |a| (0..a).map(move |b| (g * size + a, g * size + b))));
    let between = (0..groups).map(|g| (g * size, (g + 1) % groups * size));
    LayoutRequest::new(groups * size, within.chain(between))
}

fn star(leaves: u32) -> LayoutRequest {
    LayoutRequest::new(leaves + 1, (1..=leaves).map(|n| (0, n)))
}

fn stress_by(request: &LayoutRequest, model: Model) -> f64 {
    let request = request.clone().with_model(model);
    stress(&request, Layout::finish(&request).positions())
}

fn distance(a: Point, b: Point) -> f32 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[test]
fn majorisation_has_less_stress_than_forces() {
    let graphs = [
        ("grid", grid(8)),
        ("path", path(30)),
        ("clusters", clusters(6, 7)),
        ("star", star(20)),
        ("two grids", {
            let (one, two) = (grid(5), grid(5));
            let shifted = two.links().iter().map(|(a, b)| (a + 25, b + 25));
            LayoutRequest::new(50, one.links().iter().copied().chain(shifted))
        }),
    ];
    for (name, graph) in graphs {
        let (majorised, forced) = (stress_by(&graph, Model::Stress), stress_by(&graph, Model::Forces));
        println!("{name}: stress {majorised:.4} by majorisation, {forced:.4} by forces");
        assert!(majorised <= forced, "{name}: {majorised} > {forced}");
    }
}

#[test]
fn majorisation_has_less_stress_on_the_embedded_reports_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut builder = CorpusBuilder::new();
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        builder.push(&path.display().to_string(), &std::fs::read(path).unwrap());
    }
    let corpus = builder.finish();
    let links = corpus.graph().edges.iter().map(|edge| (edge.from.0, edge.to.0));
    let graph = LayoutRequest::new(corpus.entities().len() as u32, links);
    let (majorised, forced) = (stress_by(&graph, Model::Stress), stress_by(&graph, Model::Forces));
    println!(
        "{} entities, {} pairs: stress {majorised:.4} by majorisation, {forced:.4} by forces",
        graph.nodes(),
        graph.links().len()
    );
    assert!(graph.links().len() > 50);
    assert!(majorised <= forced, "{majorised} > {forced}");
}

#[test]
fn distances_in_the_picture_follow_steps_in_the_graph() {
    let line = Layout::finish(&path(5));
    let ends = distance(line.positions()[0], line.positions()[4]);
    assert!((ends - 4.0).abs() < 0.05, "a path of four steps is {ends} long");
    assert!(stress_by(&grid(6), Model::Stress) < 0.03);
}

#[test]
fn the_same_request_gives_the_same_places() {
    for model in [Model::Stress, Model::Forces] {
        let request = clusters(5, 6).with_model(model);
        assert_eq!(Layout::finish(&request).positions(), Layout::finish(&request).positions());
        let mut in_one_go = Layout::new(&request);
        in_one_go.tick(u32::MAX);
        assert_eq!(in_one_go.positions(), Layout::finish(&request).positions());
    }
}

#[test]
fn components_lie_side_by_side() {
    let request = LayoutRequest::new(8, [(0, 1), (1, 2), (2, 0), (3, 4)]);
    let layout = Layout::finish(&request);
    let at = layout.positions();
    for (i, a) in at.iter().enumerate() {
        for b in &at[..i] {
            assert!(distance(*a, *b) > 0.5, "{at:?}");
        }
    }
}

#[test]
fn odd_requests_are_laid_out_too() {
    let loops_and_repeats = LayoutRequest::new(3, [(0, 0), (1, 0), (0, 1), (0, 1), (1, 2), (7, 1)]);
    assert_eq!(loops_and_repeats, LayoutRequest::new(3, [(0, 1), (1, 2)]));
    let odd = [
        LayoutRequest::new(0, []),
        LayoutRequest::new(1, [(0, 0)]),
        LayoutRequest::new(2, [(0, 1)]),
        star(700),
    ];
    for request in odd {
        for model in [Model::Stress, Model::Forces] {
            let layout = Layout::finish(&request.clone().with_model(model));
            assert_eq!(layout.positions().len(), request.nodes() as usize);
            assert!(layout.positions().iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{model:?}");
        }
    }
}
