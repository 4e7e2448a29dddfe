//! The picture with its pointers, keys and buttons.

use super::camera::Place;
use super::choice::Press;
use super::gesture::{Meaning, Pointer};
use super::look::looks;
use super::part::Part;
use super::picture::Picture;
use super::scene::{Emphasis, Target};
use crate::corpus::CorpusRef;
use crate::hooks::{use_effect_with, use_memo, use_node_ref};
use crate::markup::html;
use crate::platform::{self, STILL, SizeObserver, use_appearance, use_media};
use crate::shared::{use_corpus, use_desk};
use readout_core::order;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`GraphCanvas`].
#[derive(Properties, PartialEq)]
pub struct GraphCanvasProps {
    /// What is shown.
    pub part: Rc<Part>,
    /// What is pinned.
    pub emphasis: Emphasis,
    /// Called when something is clicked.
    pub on_press: Callback<(Target, Press)>,
}

/// A step of the zoom buttons.
const ZOOM: f64 = 1.3;
/// What is added to the reach of a finger, in CSS pixels.
const FINGER: f64 = 12.0;

/// The picture.
#[component]
pub fn GraphCanvas(props: &GraphCanvasProps) -> Html {
    let canvas = use_node_ref();
    let picture = (*use_memo((), |()| Picture::default())).clone();
    use_picture(&picture, &canvas, props);
    let (on_pointer, on_lift, on_leave) = pointers(&picture, &props.on_press);
    let onkeydown = use_keys(&picture, props);
    let zoom = |factor: f64| {
        let picture = picture.clone();
        Callback::from(move |_: MouseEvent| picture.change(|stage| stage.zoom(factor)))
    };
    let fit = {
        let picture = picture.clone();
        Callback::from(move |_: MouseEvent| picture.change(|stage| stage.fit(true)))
    };
    let onblur = {
        let picture = picture.clone();
        move |_| picture.change(|stage| stage.emphasis.cursor = None)
    };
    let down = on_pointer.clone();
    html! {
        <>
        <div class="stage" tabindex="0" role="application" aria-roledescription="graph" {onkeydown}
            {onblur}
            aria-label={format!("{} Arrow keys move between things, Enter pins, Shift and Enter adds, Enter on a pinned thing draws the picture around it. The table holds the same.", described(&props.part))}>
            <canvas ref={canvas} role="img" aria-label={described(&props.part)}
                onpointerdown={move |event: PointerEvent| down.emit((event, true))}
                onpointermove={move |event: PointerEvent| on_pointer.emit((event, false))}
                onpointerup={on_lift} onpointercancel={on_leave.clone()} onpointerleave={on_leave} />
        </div>
        <div class="gfoot note">
            <span class="hint">{ "Click pins, Shift-click adds, double click draws the picture around it, Esc lets go." }</span>
            <span class="zoom">
                <button type="button" class="btn" aria-label="Zoom out" onclick={zoom(1.0 / ZOOM)}>{ "−" }</button>
                <button type="button" class="btn" aria-label="Zoom in" onclick={zoom(ZOOM)}>{ "+" }</button>
                <button type="button" class="btn" onclick={fit}>{ "Fit" }</button>
            </span>
        </div>
        </>
    }
}

/// What the picture shows, in words.
fn described(part: &Part) -> String {
    let names: Vec<&str> = part.centres.iter().map(|at| part.nodes[*at].name.as_str()).collect();
    let about = if names.is_empty() { String::new() } else { format!(" around {}", names.join(" and ")) };
    format!("Graph{about}: {} things, {} ties.", part.nodes.len(), part.pairs.len())
}

/// Keeps the picture in step with props, size, colours and the wheel.
#[hook]
fn use_picture(picture: &Picture, canvas: &NodeRef, props: &GraphCanvasProps) {
    let still = use_media(STILL);
    let appearance = use_appearance();
    let corpus = use_corpus();
    {
        let (picture, canvas) = (picture.clone(), canvas.clone());
        use_effect_with((), move |()| {
            picture.open(&canvas);
            let resized = picture.clone();
            let observer = SizeObserver::new(move |_| resized.resize());
            if let (Some(observer), Some(element)) = (&observer, canvas.cast::<web_sys::Element>()) {
                observer.watch(&element);
            }
            let turned = picture.clone();
            let wheel = platform::on_wheel(&canvas, move |event| {
                let at = Place { x: event.offset_x().into(), y: event.offset_y().into() };
                // A notch of a wheel is about 100 pixels, or 3 lines.
                let lines = if event.delta_mode() == 0 { 1.0 } else { 33.0 };
                let factor = (-event.delta_y() * lines / 500.0).clamp(-0.7, 0.7).exp();
                turned.change(|stage| stage.steer(|camera, size| camera.zoom_at(at, factor, size)));
            });
            move || {
                drop((observer, wheel));
                picture.close();
            }
        });
    }
    {
        let picture = picture.clone();
        use_effect_with(still, move |still| picture.change(|stage| stage.set_still(*still)));
    }
    {
        let picture = picture.clone();
        use_effect_with((props.part.clone(), corpus), move |(part, corpus): &(Rc<Part>, CorpusRef)| {
            picture.change(|stage| stage.show(part.clone(), looks(corpus, part)));
        });
    }
    {
        let picture = picture.clone();
        let changed = (props.emphasis.clone(), props.part.clone());
        use_effect_with(changed, move |(emphasis, _)| {
            picture.change(|stage| {
                let (hover, cursor) = (stage.emphasis.hover, stage.emphasis.cursor);
                stage.emphasis = Emphasis { hover, cursor, ..emphasis.clone() };
            });
        });
    }
    let picture = picture.clone();
    use_effect_with(appearance, move |_| picture.restyle());
}

type OnPointer = Callback<(PointerEvent, bool)>;

/// The handlers of pointers: put down or moved; lifted; gone.
fn pointers(
    picture: &Picture,
    on_press: &Callback<(Target, Press)>,
) -> (OnPointer, Callback<PointerEvent>, Callback<PointerEvent>) {
    let moved = {
        let picture = picture.clone();
        Callback::from(move |(event, down): (PointerEvent, bool)| {
            let (pointer, slack) = (pointer(&event), slack(&event));
            let on = picture.ask(|stage| stage.pick(pointer.at, slack));
            if down {
                picture.with_painter(|painter| painter.capture(pointer.id));
                picture.ask(|stage| stage.gesture.down(pointer, on));
                return;
            }
            let meaning = picture.ask(|stage| stage.gesture.moved(pointer));
            match meaning {
                Meaning::Pan { dx, dy } => {
                    picture.change(|stage| stage.steer(|camera, _| camera.pan(dx, dy)))
                }
                Meaning::Pinch { at, factor, dx, dy } => picture
                    .change(|stage| stage.steer(|camera, size| camera.pan(dx, dy).zoom_at(at, factor, size))),
                Meaning::Drag(node, to) => picture.change(|stage| stage.drag(node, to)),
                _ => hover(&picture, on.filter(|_| event.pointer_type() != "touch")),
            }
        })
    };
    let lifted = {
        let (picture, on_press) = (picture.clone(), on_press.clone());
        Callback::from(move |event: PointerEvent| {
            let press = if event.shift_key() { Press::Add } else { Press::Pin };
            match picture.ask(|stage| stage.gesture.up(pointer(&event))) {
                Meaning::Click(Some(target)) => on_press.emit((target, press)),
                Meaning::DoubleClick(target) => on_press.emit((target, Press::Focus)),
                _ => {}
            }
        })
    };
    let gone = {
        let picture = picture.clone();
        Callback::from(move |event: PointerEvent| {
            picture.ask(|stage| stage.gesture.cancel(event.pointer_id()));
            hover(&picture, None);
        })
    };
    (moved, lifted, gone)
}

fn pointer(event: &PointerEvent) -> Pointer {
    let at = Place { x: event.offset_x().into(), y: event.offset_y().into() };
    Pointer { id: event.pointer_id(), at, time: event.time_stamp() }
}

fn slack(event: &PointerEvent) -> f64 {
    if event.pointer_type() == "touch" { FINGER } else { 0.0 }
}

fn hover(picture: &Picture, on: Option<Target>) {
    if picture.ask(|stage| stage.emphasis.hover != on) {
        picture.change(|stage| stage.emphasis.hover = on);
        picture.with_painter(|painter| painter.point(on.is_some()));
    }
}

/// The handler of keys on the picture.
#[hook]
fn use_keys(picture: &Picture, props: &GraphCanvasProps) -> Callback<KeyboardEvent> {
    let desk = use_desk();
    let (picture, part, on_press) = (picture.clone(), props.part.clone(), props.on_press.clone());
    let pinned = props.emphasis.pinned.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let direction = match key.as_str() {
            "ArrowRight" => Some((1.0, 0.0)),
            "ArrowLeft" => Some((-1.0, 0.0)),
            "ArrowDown" => Some((0.0, 1.0)),
            "ArrowUp" => Some((0.0, -1.0)),
            _ => None,
        };
        if let Some(direction) = direction {
            if let Some(node) = picture.change(|stage| stage.step(direction)) {
                desk.announce.emit(introduced(&part, node).into());
            }
        } else {
            match key.as_str() {
                "Enter" | " " => {
                    let Some(node) = picture.ask(|stage| stage.emphasis.cursor) else { return };
                    let press = match (event.shift_key(), pinned.contains(&node)) {
                        (true, _) => Press::Add,
                        (false, true) => Press::Focus,
                        (false, false) => Press::Pin,
                    };
                    on_press.emit((Target::Node(node), press));
                }
                "+" | "=" => picture.change(|stage| stage.zoom(ZOOM)),
                "-" => picture.change(|stage| stage.zoom(1.0 / ZOOM)),
                "0" => picture.change(|stage| stage.fit(true)),
                _ => return,
            }
        }
        event.prevent_default();
    })
}

/// A thing in words: name, kind, and what it is most tied to.
fn introduced(part: &Part, node: usize) -> String {
    let Some(thing) = part.nodes.get(node) else { return String::new() };
    let mut ties: Vec<_> = part.pairs_at(node).map(|(_, pair)| (pair.strength(), pair.other(node))).collect();
    order::sort_by_key(&mut ties, |(strength, other)| (std::cmp::Reverse(*strength), *other));
    let names: Vec<&str> = ties.iter().take(3).map(|(_, other)| part.nodes[*other].name.as_str()).collect();
    let tied = match ties.len() {
        0 => "no ties".to_owned(),
        n => format!("{n} ties, most to {}", names.join(", ")),
    };
    format!("{}, {}, {tied}", thing.name, thing.kind.name())
}
