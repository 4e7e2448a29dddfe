//! Starts the page: reads the embedded reports, then takes the place of what stands there.

fn main() {
    #[cfg(all(feature = "csr", target_arch = "wasm32"))]
    start();
}

/// Where the build drew the first screen by the model, the program takes over with the model's readings: nothing
/// is shown twice, and nothing is read twice. Elsewhere, and as soon as the reader wants something, it begins with
/// the rules' readings.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
fn start() {
    use readout_app::{corpus::CorpusRef, platform};
    platform::install();
    if !platform::first_screen_stands() {
        return show(CorpusRef::embedded());
    }
    let shown = std::rc::Rc::new(std::cell::Cell::new(false));
    let wanted = shown.clone();
    platform::on_first_input(move || {
        let first = !wanted.replace(true);
        if first {
            show(CorpusRef::embedded());
        }
        first
    });
    platform::load_weights(Box::new(move |weights| {
        if !shown.replace(true) {
            show(CorpusRef::embedded_by(weights.as_deref()));
        }
    }));
}

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
fn show(corpus: readout_app::corpus::CorpusRef) {
    use readout_app::{App, frame::AppProps, platform};
    if let Some(shell) = platform::shell() {
        yew::Renderer::<App>::with_root_and_props(shell, AppProps { corpus }).render();
    }
}
