//! Stage and painter together, and the frames that keep them going while something moves.

use super::paint::Painter;
use super::stage::Stage;
use crate::platform::AnimationFrame;
use std::cell::RefCell;
use std::rc::Rc;
use yew::NodeRef;

/// A handle on the picture; equal only to itself.
#[derive(Clone, Default)]
pub struct Picture(Rc<Inner>);

#[derive(Default)]
struct Inner {
    stage: RefCell<Stage>,
    painter: RefCell<Option<Painter>>,
    frame: RefCell<Option<AnimationFrame>>,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Picture {
    /// Takes hold of the canvas.
    pub fn open(&self, canvas: &NodeRef) {
        *self.0.painter.borrow_mut() = Painter::new(canvas);
        self.resize();
    }

    /// Lets go of it: no frame comes any more.
    pub fn close(&self) {
        self.0.frame.take();
        self.0.painter.take();
    }

    /// Changes the stage, and draws before the browser paints next.
    pub fn change<T>(&self, change: impl FnOnce(&mut Stage) -> T) -> T {
        let changed = change(&mut self.0.stage.borrow_mut());
        self.wake();
        changed
    }

    /// Asks the stage without changing what is seen.
    pub fn ask<T>(&self, ask: impl FnOnce(&mut Stage) -> T) -> T {
        ask(&mut self.0.stage.borrow_mut())
    }

    /// The canvas has another size.
    pub fn resize(&self) {
        let size = self.0.painter.borrow_mut().as_mut().map(Painter::resize);
        if let Some(size) = size {
            self.change(|stage| stage.resize(size));
        }
    }

    /// Light and dark have changed.
    pub fn restyle(&self) {
        if let Some(painter) = self.0.painter.borrow_mut().as_mut() {
            painter.read_styles();
        }
        self.wake();
    }

    /// Does something with the painter, if there is a canvas.
    pub fn with_painter(&self, act: impl FnOnce(&Painter)) {
        if let Some(painter) = self.0.painter.borrow().as_ref() {
            act(painter);
        }
    }

    fn wake(&self) {
        let mut frame = self.0.frame.borrow_mut();
        if frame.is_none() {
            let weak = Rc::downgrade(&self.0);
            *frame = AnimationFrame::request(move |now| {
                if let Some(inner) = weak.upgrade() {
                    Self(inner).draw(now);
                }
            });
        }
    }

    fn draw(&self, now: f64) {
        self.0.frame.take();
        let moving = {
            let mut painter = self.0.painter.borrow_mut();
            let Some(painter) = painter.as_mut() else { return };
            let mut stage = self.0.stage.borrow_mut();
            let moving = stage.advance(now);
            let scene = stage.compose(&mut |words, face| painter.measure(words, face));
            painter.paint(scene);
            moving
        };
        if moving {
            self.wake();
        }
    }
}
