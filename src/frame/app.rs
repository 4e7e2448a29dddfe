//! The whole page: state, contexts, and the view that is open.

use super::accuracy::accuracy_panel;
use super::foot::foot;
use super::help::help;
use super::top_bar::top_bar;
use crate::corpus::{CorpusRef, Reading};
use crate::hooks::{use_callback, use_effect_with, use_memo, use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::platform;
use crate::shared::Shared;
use crate::state::{Action, AnswerRef, Dispatch, Shown, use_preferences, use_view_state};
use crate::ui::{Command, LetterKeys, pressing, use_commands_with, use_notices, voice};
use crate::views::{GraphView, Reader, Wall};
use gloo_timers::callback::Timeout;
use readout_core::query::{self, Query, View};
use std::rc::Rc;
use yew::prelude::*;

/// Counts are said when the typing rests, in milliseconds.
const REST_MILLIS: u32 = 700;

/// Props of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// What is shown.
    pub corpus: CorpusRef,
}

/// The panels that open over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    None,
    Help,
    Accuracy,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let corpus = use_state_eq(|| props.corpus.clone());
    {
        let corpus = corpus.clone();
        use_effect_with((), move |()| {
            platform::tell_live();
            if corpus.reading() == Reading::Preliminary {
                platform::load_weights(Box::new(move |weights| {
                    corpus.set(CorpusRef::embedded_by(weights.as_deref()));
                }));
            }
        });
    }
    let corpus = (*corpus).clone();
    let preferences = use_preferences();
    let letter_keys = LetterKeys(preferences.letter_keys);
    let (desk, notices) = use_notices();
    let state = use_view_state();
    let dispatch: Dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let answer = use_answer(&corpus, &state.query);
    let panel = use_state_eq(|| Panel::None);
    let open = {
        let panel = panel.setter();
        move |which| {
            let panel = panel.clone();
            Callback::from(move |()| panel.set(which))
        }
    };
    let (open_help, open_accuracy, close) = (open(Panel::Help), open(Panel::Accuracy), open(Panel::None));
    let (run, show_help) = (dispatch.clone(), open_help.clone());
    let commands = use_callback((), move |command: Command, ()| {
        match command {
            Command::Open(view) => run.emit(Action::Open(view)),
            Command::Search => _ = platform::focus_id("search"),
            Command::Help => show_help.emit(()),
            Command::Escape => run.emit(Action::Deselect),
            Command::Next | Command::Previous | Command::Cite => return false,
        }
        true
    });
    use_commands_with(commands, letter_keys);
    use_focus_kept(state.query.view);
    use_effect_with(state.query.view, |view| {
        platform::set_title(&format!("{} · Readout", voice::capitalised(view.name())))
    });
    use_announced_count(&desk.announce, answer.ids.len(), state.query.is_narrowed());
    let shown = Shown { query: state.query.clone(), answer };
    let seen = use_state_eq(String::new);
    let see = {
        let seen = seen.setter();
        Callback::from(move |words| seen.set(words))
    };
    // What rules did not find, the model may.
    let troubles = troubles(&state.issues, &corpus, &shown.query)
        .filter(|words| corpus.reading() != Reading::Preliminary && *words != *seen);
    let reading = corpus.reading();
    let shared = Shared { corpus, dispatch: dispatch.clone(), desk, letter_keys };
    html! {
        <ContextProvider<Shared> context={shared}>
            <ContextProvider<Shown> context={shown.clone()}>
                <a class="skip" href="#main" onclick={skip()}>{ "Skip to the content" }</a>
                { top_bar(&dispatch, &shown.query, &preferences, &open_help) }
                if let Some(words) = troubles {
                    <p class="banner" role="status">
                        <span>{ words.clone() }</span>
                        <button class="link" onclick={pressing(&see, words)}>{ "Close" }</button>
                    </p>
                }
                { match shown.query.view {
                    View::Wall => html! { <Wall /> },
                    View::Graph => html! { <GraphView /> },
                    View::Reader => html! { <Reader /> },
                } }
                { foot(reading, &open_accuracy) }
                { match *panel {
                    Panel::None => Html::default(),
                    Panel::Help => help(&preferences, close),
                    Panel::Accuracy => accuracy_panel(close),
                } }
                { notices }
            </ContextProvider<Shown>>
        </ContextProvider<Shared>>
    }
}

/// The skip link goes to the content without touching the address bar, which holds the state.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus_id("main");
    })
}

/// Asks the corpus, but only when what is asked changes what is found: pins and the reader's place do not.
#[hook]
fn use_answer(corpus: &CorpusRef, query: &Rc<Query>) -> AnswerRef {
    let answer = use_memo((corpus.clone(), query.asked()), |(corpus, asked)| {
        AnswerRef::from(query::run(corpus, asked))
    });
    (*answer).clone()
}

/// Tells a screen reader how many quotations are left, once the typing rests; not when the page opens.
#[hook]
fn use_announced_count(announce: &Callback<AttrValue>, found: usize, narrowed: bool) {
    let opened = use_mut_ref(|| false);
    let announce = announce.clone();
    use_effect_with((found, narrowed), move |(found, narrowed)| {
        let first = !std::mem::replace(&mut *opened.borrow_mut(), true);
        let words = match (found, narrowed) {
            (1, _) => "1 quotation".to_owned(),
            (n, true) => format!("{n} quotations"),
            (n, false) => format!("All {n} quotations"),
        };
        let timer = (!first).then(|| Timeout::new(REST_MILLIS, move || announce.emit(words.into())));
        move || drop(timer)
    });
}

/// The keyboard is never nowhere: where what had the focus goes away, the next thing takes it, in a new view the
/// view.
#[hook]
fn use_focus_kept(view: View) {
    use_effect_with((), |()| {
        let listener = platform::on_press_gone();
        move || drop(listener)
    });
    let opened = use_mut_ref(|| false);
    use_effect_with(view, move |_| {
        if std::mem::replace(&mut *opened.borrow_mut(), true) {
            platform::focus_if_lost("main");
        }
    });
}

/// What the link said that could not be followed, in words.
fn troubles(issues: &[query::HashIssue], corpus: &CorpusRef, query: &Query) -> Option<String> {
    let unknown = query::unknown(corpus, query);
    let words: Vec<String> =
        issues.iter().map(ToString::to_string).chain(unknown.iter().map(ToString::to_string)).collect();
    (!words.is_empty()).then(|| format!("Not all of this link could be followed: {}.", words.join("; ")))
}
