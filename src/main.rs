//! Starts the page.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<readout_app::App>::new().render();
}
