//! The list of cards: only those near the window are there, spacers stand for the rest.

use super::card::{Card, Chosen};
use super::heights::Heights;
use super::rows::{card_id, use_heights};
use crate::hooks::{use_callback, use_effect_with, use_mut_ref, use_node_ref, use_state_eq};
use crate::markup::html;
use crate::platform::{self, Along, PRINTING, use_media};
use crate::shared::use_corpus;
use crate::state::AnswerRef;
use crate::ui::{Command, use_commands};
use readout_core::id::QuotationId;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// Pixels that the top bar hides of the window.
const UNDER_BAR: f64 = 60.0;
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
    /// The chosen quotations; `j` and `k` go on from the first.
    pub pinned: Rc<Vec<QuotationId>>,
    /// Called when one is chosen.
    pub on_choose: Callback<(QuotationId, Chosen)>,
}

/// A card to be brought into the window, once it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// Its row.
    pub row: usize,
    /// Where to.
    pub to: To,
}

/// Where in the window a card is to stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum To {
    /// Where it is seen.
    Sight,
    /// Where it is seen, with the focus.
    Focus,
    /// With its upper edge at just these pixels below the window's.
    Top(f64),
}

/// The list.
#[component]
pub fn List(props: &ListProps) -> Html {
    let corpus = use_corpus();
    let node = use_node_ref();
    let place = |id: QuotationId| props.answer.ids.iter().position(|other| *other == id);
    let chosen = props.pinned.first().copied().and_then(place);
    let goal = use_mut_ref(|| chosen.map(|row| Goal { row, to: To::Sight }));
    let heights = use_heights(&corpus, &props.answer, &node, &goal);
    let rows = use_state_eq(|| heights.borrow().seen(0.0, platform::viewport_height(), MARGIN));
    let focused = use_state_eq(|| None::<usize>);
    let drawn = use_state_eq(|| 0_u32);

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
    let first_seen = {
        let (node, heights) = (node.clone(), heights.clone());
        move || heights.borrow().first_from(platform::scroll_y() - platform::top_of(&node) + UNDER_BAR)
    };
    use_steps(props, chosen, first_seen, goal);

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
fn use_steps(
    props: &ListProps,
    chosen: Option<usize>,
    first_seen: impl Fn() -> usize + 'static,
    goal: Rc<RefCell<Option<Goal>>>,
) {
    let at = use_mut_ref(|| chosen);
    let here = at.clone();
    use_effect_with((props.answer.clone(), chosen), move |(_, chosen)| *here.borrow_mut() = *chosen);
    let (answer, choose) = (props.answer.clone(), props.on_choose.clone());
    let step = use_callback((answer, choose), move |command, (answer, choose)| {
        let before = *at.borrow();
        let row = match (command, before) {
            (Command::Next, Some(row)) => row + 1,
            (Command::Previous, Some(row)) => row.saturating_sub(1),
            (Command::Next | Command::Previous, None) => first_seen(),
            _ => return false,
        };
        if let Some(id) = answer.ids.get(row) {
            *at.borrow_mut() = Some(row);
            *goal.borrow_mut() = Some(Goal { row, to: To::Focus });
            choose.emit((*id, Chosen::Stepped));
        }
        true
    });
    use_commands(step);
}

/// Brings the goal into the window: first to about its place, then, when it is drawn, exactly; it is reached
/// when the rows about it are measured and settled.
fn reach(goal: &RefCell<Option<Goal>>, node: &NodeRef, heights: &Heights, answer: &AnswerRef, settled: bool) {
    let Some(Goal { row, to }) = *goal.borrow() else { return };
    let Some(id) = answer.ids.get(row) else {
        *goal.borrow_mut() = None;
        return;
    };
    let element = card_id(*id);
    if let Some(top) = platform::top_in_window(&element) {
        match to {
            To::Sight => _ = platform::reveal_id(&element, Along::Nearest),
            To::Focus => {
                platform::reveal_id(&element, Along::Nearest);
                platform::focus_id(&element);
            }
            To::Top(wanted) => platform::scroll_to(platform::scroll_y() + top - wanted),
        }
        if settled {
            *goal.borrow_mut() = None;
        }
    } else {
        let above = if let To::Top(top) = to { top } else { platform::viewport_height() / 3.0 };
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
                <Card id={*id} answer={props.answer.clone()} place={row} {of} selected={props.pinned.contains(id)}
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
    (height >= 1.0).then(|| html! { <div {key} style={format!("height:{}px", height.round() as u32)} /> })
}

fn group_head(answer: &AnswerRef, row: usize) -> Html {
    let Ok(at) = answer.groups.binary_search_by_key(&row, |group| group.start) else {
        return Html::default();
    };
    let Some(group) = answer.groups.get(at) else { return Html::default() };
    let count = if group.len == 1 { "1 quotation".to_owned() } else { format!("{} quotations", group.len) };
    html! { <header class="grp"><h2>{ group.label.clone() }</h2><span>{ count }</span></header> }
}
