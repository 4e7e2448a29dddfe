//! Starts the page: reads the embedded reports, then takes the place of the static shell.

fn main() {
    #[cfg(all(feature = "csr", target_arch = "wasm32"))]
    {
        readout_app::platform::install();
        let corpus = readout_app::corpus::CorpusRef::embedded();
        if let Some(shell) = readout_app::platform::shell() {
            yew::Renderer::<readout_app::App>::with_root_and_props(
                shell,
                readout_app::frame::AppProps { corpus },
            )
            .render();
        }
    }
}
