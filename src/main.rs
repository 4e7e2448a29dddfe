//! Starts the page: reads the embedded reports, then takes the place of what stands there.

fn main() {
    #[cfg(all(feature = "csr", target_arch = "wasm32"))]
    start();
}

/// Where the build drew the first screen by the model, the program takes over with the model's readings, or as
/// soon as the reader wants something: nothing is shown twice. Elsewhere it begins with the rules' readings.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
fn start() {
    use readout_app::{corpus::CorpusRef, platform};
    platform::install();
    let corpus = CorpusRef::embedded();
    if !platform::first_screen_stands() {
        return show(corpus);
    }
    let shown = std::rc::Rc::new(std::cell::Cell::new(false));
    let (wanted, at_once) = (shown.clone(), corpus.clone());
    platform::on_first_input(move || {
        if !wanted.replace(true) {
            show(at_once.clone());
        }
    });
    platform::load_weights(move |weights| {
        if !shown.replace(true) {
            show(corpus.read_anew(weights.as_deref()));
        }
    });
}

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
fn show(corpus: readout_app::corpus::CorpusRef) {
    use readout_app::{App, frame::AppProps, platform};
    if let Some(shell) = platform::shell() {
        yew::Renderer::<App>::with_root_and_props(shell, AppProps { corpus }).render();
    }
}
