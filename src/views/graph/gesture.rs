//! From pointers to what they mean: panning, pinching, dragging a thing, clicking once or twice.

use super::camera::Place;
use super::scene::Target;

/// A pointer as the browser tells of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pointer {
    /// Its number.
    pub id: i32,
    /// Where it is on the canvas.
    pub at: Place,
    /// When, in milliseconds.
    pub time: f64,
}

/// What a pointer's move means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// Nothing.
    Nothing,
    /// Move the picture.
    Pan {
        /// To the right.
        dx: f64,
        /// Downwards.
        dy: f64,
    },
    /// Zoom and move: two fingers.
    Pinch {
        /// The middle of the fingers.
        at: Place,
        /// How much farther apart they are.
        factor: f64,
        /// How far the middle moved to the right.
        dx: f64,
        /// How far it moved downwards.
        dy: f64,
    },
    /// Move a thing here.
    Drag(usize, Place),
    /// Pressed and let go on something, or on nothing.
    Click(Option<Target>),
    /// A second click on the same: what the first one hit, wherever it is by now.
    DoubleClick(Target),
}

/// Farther than this is no click, in CSS pixels.
const STILL: f64 = 5.0;
/// A second click within this many milliseconds is a double click.
const TWICE: f64 = 400.0;

/// The pointers that are down.
#[derive(Debug, Clone, Default)]
pub struct Gesture {
    down: Vec<Pointer>,
    /// What the first pointer was put down on, and where.
    pressed: Option<(Option<Target>, Place)>,
    moved: bool,
    last_click: Option<(Target, Pointer)>,
}

impl Gesture {
    /// A pointer was put down on something.
    pub fn down(&mut self, pointer: Pointer, on: Option<Target>) {
        self.down.retain(|p| p.id != pointer.id);
        self.down.push(pointer);
        if self.down.len() == 1 {
            self.pressed = Some((on, pointer.at));
            self.moved = false;
        } else {
            // The finger that stays after a pinch moves the picture.
            self.pressed = Some((None, pointer.at));
            self.moved = true;
        }
    }

    /// Another picture is shown: what was pressed is the same thing by another number, or gone.
    pub fn renumber(&mut self, new: impl Fn(Target) -> Option<Target>) {
        self.pressed = self.pressed.map(|(on, at)| (on.and_then(&new), at));
        self.last_click = self.last_click.and_then(|(on, first)| Some((new(on)?, first)));
    }

    /// A pointer moved, down or not.
    pub fn moved(&mut self, pointer: Pointer) -> Meaning {
        let Some(index) = self.down.iter().position(|p| p.id == pointer.id) else { return Meaning::Nothing };
        let before = std::mem::replace(&mut self.down[index], pointer);
        if let [one, two, ..] = self.down[..] {
            let other = if index == 0 { two } else { one };
            return pinch(before.at, pointer.at, other.at);
        }
        let Some((on, start)) = self.pressed else { return Meaning::Nothing };
        if !self.moved && start.distance(pointer.at) < STILL {
            self.down[index] = before;
            return Meaning::Nothing;
        }
        self.moved = true;
        match on {
            Some(Target::Node(node)) => Meaning::Drag(node, pointer.at),
            _ => Meaning::Pan { dx: pointer.at.x - before.at.x, dy: pointer.at.y - before.at.y },
        }
    }

    /// A pointer was lifted.
    pub fn up(&mut self, pointer: Pointer) -> Meaning {
        let known = self.down.iter().any(|p| p.id == pointer.id);
        self.down.retain(|p| p.id != pointer.id);
        if !known || self.moved || !self.down.is_empty() {
            return Meaning::Nothing;
        }
        let on = self.pressed.take().and_then(|(on, _)| on);
        let twice = self.last_click.take().filter(|(_, first)| {
            pointer.time - first.time < TWICE && first.at.distance(pointer.at) < 2.0 * STILL
        });
        if let Some((target, _)) = twice {
            return Meaning::DoubleClick(target);
        }
        self.last_click = on.map(|target| (target, pointer));
        Meaning::Click(on)
    }

    /// The browser took a pointer away.
    pub fn cancel(&mut self, id: i32) {
        self.down.retain(|p| p.id != id);
        self.moved = true;
    }
}

fn pinch(before: Place, now: Place, other: Place) -> Meaning {
    let at = now.towards(other, 0.5);
    let was = before.towards(other, 0.5);
    let factor = now.distance(other).max(1.0) / before.distance(other).max(1.0);
    Meaning::Pinch { at, factor, dx: at.x - was.x, dy: at.y - was.y }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(id: i32, x: f64, time: f64) -> Pointer {
        Pointer { id, at: Place { x, y: 0.0 }, time }
    }

    const ON: Option<Target> = Some(Target::Node(3));

    #[test]
    fn a_press_without_a_move_is_a_click() {
        let mut gesture = Gesture::default();
        gesture.down(pointer(1, 0.0, 0.0), ON);
        assert_eq!(gesture.moved(pointer(1, 3.0, 5.0)), Meaning::Nothing);
        assert_eq!(gesture.up(pointer(1, 3.0, 9.0)), Meaning::Click(ON));
    }

    #[test]
    fn the_second_click_is_on_what_the_first_one_hit() {
        let mut gesture = Gesture::default();
        gesture.down(pointer(1, 0.0, 0.0), ON);
        gesture.up(pointer(1, 0.0, 10.0));
        gesture.down(pointer(1, 0.0, 100.0), Some(Target::Node(8)));
        assert_eq!(gesture.up(pointer(1, 0.0, 110.0)), Meaning::DoubleClick(Target::Node(3)));
        gesture.down(pointer(1, 0.0, 2000.0), None);
        assert_eq!(gesture.up(pointer(1, 0.0, 2010.0)), Meaning::Click(None));
    }

    #[test]
    fn a_press_on_nothing_pans_and_on_a_thing_drags_it() {
        let mut gesture = Gesture::default();
        gesture.down(pointer(1, 0.0, 0.0), None);
        assert_eq!(gesture.moved(pointer(1, 20.0, 1.0)), Meaning::Pan { dx: 20.0, dy: 0.0 });
        assert_eq!(gesture.moved(pointer(1, 21.0, 2.0)), Meaning::Pan { dx: 1.0, dy: 0.0 });
        assert_eq!(gesture.up(pointer(1, 21.0, 3.0)), Meaning::Nothing);
        gesture.down(pointer(1, 0.0, 4.0), ON);
        assert_eq!(gesture.moved(pointer(1, 9.0, 5.0)), Meaning::Drag(3, Place { x: 9.0, y: 0.0 }));
    }

    #[test]
    fn two_fingers_zoom_about_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(pointer(1, 0.0, 0.0), ON);
        gesture.down(pointer(2, 100.0, 1.0), None);
        let at = Place { x: 100.0, y: 0.0 };
        assert_eq!(
            gesture.moved(pointer(2, 200.0, 2.0)),
            Meaning::Pinch { at, factor: 2.0, dx: 50.0, dy: 0.0 }
        );
        gesture.up(pointer(2, 200.0, 3.0));
        assert_eq!(gesture.up(pointer(1, 0.0, 4.0)), Meaning::Nothing);
    }

    #[test]
    fn the_finger_that_stays_after_a_pinch_moves_the_picture() {
        for (lifted, stays) in [(1, 2), (2, 1)] {
            let mut gesture = Gesture::default();
            gesture.down(pointer(1, 0.0, 0.0), ON);
            gesture.down(pointer(2, 0.0, 1.0), ON);
            gesture.up(pointer(lifted, 0.0, 2.0));
            assert_eq!(gesture.moved(pointer(stays, 7.0, 3.0)), Meaning::Pan { dx: 7.0, dy: 0.0 });
        }
    }
}
