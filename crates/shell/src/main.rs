//! The page's first screen as HTML: the wall of the embedded reports, read by the model, as the program draws it
//! when its weights are there.

use readout_app::{App, corpus::CorpusRef, frame::AppProps};
use readout_core::quote::model::TRAINED;
use std::process::ExitCode;
use tokio::{runtime, task::LocalSet};
use yew::LocalServerRenderer;

fn main() -> ExitCode {
    let runtime = match runtime::Builder::new_current_thread().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("readout-shell: {error}");
            return ExitCode::FAILURE;
        }
    };
    let page = AppProps { corpus: CorpusRef::embedded_by(Some(TRAINED)) };
    let renderer = LocalServerRenderer::<App>::with_props(page).hydratable(false);
    print!("{}", runtime.block_on(LocalSet::new().run_until(renderer.render())));
    ExitCode::SUCCESS
}
