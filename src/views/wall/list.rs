//! The list of cards: only those near the window are there, spacers stand for the rest.

use super::card::{Card, Chosen};
use super::heights::Heights;
use crate::corpus::{CorpusRef, use_corpus};
use crate::platform::{self, Along, PRINTING, use_media};
use crate::state::AnswerRef;
use crate::ui::{Command, use_commands};
use readout_core::id::QuotationId;
use readout_core::quote::Kind;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// Pixels of cards kept ready above and below the window.
const MARGIN: f64 = 700.0;
/// A card with the focus stays there while scrolled away no further than this.
const FAR: f64 = 2_000_000.0;
/// Cards that are printed at most.
const PRINTED: usize = 2_000;

/// Props of [`List`].
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// What is listed.
    pub answer: AnswerRef,
    /// The chosen quotation.
    pub selected: Option<QuotationId>,
    /// Called when one is chosen.
    pub on_choose: Callback<(QuotationId, Chosen)>,
}

/// A card to be brought into the window, once it is drawn.
#[derive(Debug, Clone, Copy)]
struct Goal {
    row: usize,
    focus: bool,
}

/// The list.
#[component]
pub fn List(props: &ListProps) -> Html {
    let corpus = use_corpus();
    let node = use_node_ref();
    let heights = use_memo(props.answer.clone(), |answer| {
        RefCell::new(Heights::new(answer.ids.iter().map(|id| guess(&corpus, *id))))
    });
    let rows = use_state_eq(|| heights.borrow().seen(0.0, platform::viewport_height(), MARGIN));
    let focused = use_state_eq(|| None::<usize>);
    let drawn = use_state_eq(|| 0_u32);
    let place = |id: QuotationId| props.answer.ids.iter().position(|other| *other == id);
    let chosen = props.selected.and_then(place);
    let goal = use_mut_ref(|| chosen.map(|row| Goal { row, focus: false }));

    let look: Rc<dyn Fn()> = {
        let (node, heights, rows) = (node.clone(), heights.clone(), rows.setter());
        Rc::new(move || {
            let y = platform::scroll_y() - platform::top_of(&node);
            rows.set(heights.borrow().seen(y, platform::viewport_height(), MARGIN));
        })
    };
    {
        let look = look.clone();
        use_effect_with(props.answer.clone(), move |_| {
            look();
            let look = move || look();
            let listeners = platform::on_scroll(look);
            move || drop(listeners)
        });
    }
    {
        let (node, heights, goal, answer) =
            (node.clone(), heights.clone(), goal.clone(), props.answer.clone());
        let redraw = drawn.setter();
        let now = *drawn;
        use_effect(move || {
            let mut news = false;
            for (row, height) in platform::row_heights(&node) {
                news |= heights.borrow_mut().measure(row, height);
            }
            if news {
                redraw.set(now.wrapping_add(1));
                look();
            }
            reach(&goal, &node, &heights.borrow(), &answer, !news);
        });
    }
    use_steps(props, chosen, rows.start, goal);

    // Paper does not scroll.
    let seen = if use_media(PRINTING) { 0..PRINTED } else { (*rows).clone() };

    let onfocusin = {
        let focused = focused.setter();
        Callback::from(move |event: FocusEvent| focused.set(platform::row_of(event.target())))
    };
    let onfocusout = {
        let focused = focused.setter();
        Callback::from(move |_: FocusEvent| focused.set(None))
    };
    html! {
        <div ref={node} class="list" {onfocusin} {onfocusout}>
            { draw(props, &heights.borrow(), seen, *focused) }
        </div>
    }
}

/// `j` and `k` go from card to card. Strokes may come faster than the page is drawn: each starts from where
/// the one before led.
#[hook]
fn use_steps(props: &ListProps, chosen: Option<usize>, first_drawn: usize, goal: Rc<RefCell<Option<Goal>>>) {
    let at = use_mut_ref(|| chosen);
    let here = at.clone();
    use_effect_with((props.answer.clone(), chosen), move |(_, chosen)| *here.borrow_mut() = *chosen);
    let (answer, choose) = (props.answer.clone(), props.on_choose.clone());
    let step = use_callback((answer, choose, first_drawn), move |command, (answer, choose, first)| {
        let before = *at.borrow();
        let row = match (command, before) {
            (Command::Next, Some(row)) => row + 1,
            (Command::Previous, Some(row)) => row.saturating_sub(1),
            (Command::Next | Command::Previous, None) => *first,
            _ => return false,
        };
        if let Some(id) = answer.ids.get(row) {
            *at.borrow_mut() = Some(row);
            *goal.borrow_mut() = Some(Goal { row, focus: true });
            choose.emit((*id, Chosen::Stepped));
        }
        true
    });
    use_commands(step);
}

/// Brings the goal into the window: first to about its place, then, when it is drawn, exactly; it is reached
/// when the rows about it are measured and settled.
fn reach(goal: &RefCell<Option<Goal>>, node: &NodeRef, heights: &Heights, answer: &AnswerRef, settled: bool) {
    let Some(Goal { row, focus }) = *goal.borrow() else { return };
    let Some(id) = answer.ids.get(row) else {
        *goal.borrow_mut() = None;
        return;
    };
    let element = format!("q{}", id.0);
    if platform::reveal_id(&element, Along::Nearest) {
        if focus {
            platform::focus_id(&element);
        }
        if settled {
            *goal.borrow_mut() = None;
        }
    } else {
        let above = platform::viewport_height() / 3.0;
        platform::scroll_to(platform::top_of(node) + heights.offset(row) / heights.scale() - above);
    }
}

/// The rows that are seen, and the one that has the focus, with spacers between.
fn draw(props: &ListProps, heights: &Heights, seen: Range<usize>, focused: Option<usize>) -> Html {
    let of = props.answer.ids.len();
    let seen = seen.start.min(of)..seen.end.min(of);
    let mut rows: Vec<usize> = seen.clone().collect();
    let near = |row: &usize| *row < of && (heights.offset(*row) - heights.offset(seen.start)).abs() < FAR;
    if let Some(row) = focused.filter(|row| !seen.contains(row)).filter(near) {
        rows.insert(if row < seen.start { 0 } else { rows.len() }, row);
    }
    // Where the list is too high for a browser, what is drawn moves along with the scrolling.
    let start = heights.offset(seen.start);
    let lead = start - start / heights.scale();
    let mut end = lead;
    let mut list = Vec::with_capacity(rows.len() * 2 + 1);
    for row in rows {
        let Some(id) = props.answer.ids.get(row) else { continue };
        let offset = heights.offset(row);
        list.extend(spacer(row, offset - end));
        end = heights.offset(row + 1);
        list.push(html! {
            <div key={id.0} class="item" data-row={row.to_string()}>
                { group_head(&props.answer, row) }
                <Card id={*id} answer={props.answer.clone()} place={row} {of} selected={props.selected == Some(*id)}
                    on_choose={props.on_choose.clone()} />
            </div>
        });
    }
    list.extend(spacer(of, (heights.total() - end) / heights.scale()));
    list.into_iter().collect()
}

/// Every child has a key, so that cards stay the elements they are, and the focus with them, as the list moves.
fn spacer(before: usize, height: f64) -> Option<Html> {
    let key = format!("before-{before}");
    (height >= 1.0).then(|| html! { <div {key} style={format!("height:{height:.0}px")} /> })
}

fn group_head(answer: &AnswerRef, row: usize) -> Html {
    let Ok(at) = answer.groups.binary_search_by_key(&row, |group| group.start) else {
        return Html::default();
    };
    let Some(group) = answer.groups.get(at) else { return Html::default() };
    let count = if group.len == 1 { "1 quotation".to_owned() } else { format!("{} quotations", group.len) };
    html! { <header class="grp"><h2>{ group.label.clone() }</h2><span>{ count }</span></header> }
}

/// About how high a card will be: lines of words, and what stands below them.
fn guess(corpus: &CorpusRef, id: QuotationId) -> f64 {
    let Some(quotation) = corpus.quotations().get(id) else { return 0.0 };
    let letters: u32 = quotation.content.iter().map(|span| span.len()).sum();
    let (per_line, line) = match quotation.kind {
        Kind::Direct => (46.0, 31.0),
        Kind::Mixed => (52.0, 28.0),
        Kind::Indirect => (62.0, 26.0),
        Kind::Pull => (38.0, 34.0),
    };
    (f64::from(letters) / per_line).ceil().max(3.0) * line + 100.0
}
