//! What of the plane is seen, and how large. Pure: all that it knows is numbers.

/// A place on the plane or on the screen. One unit of the plane is one CSS pixel at zoom 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Place {
    /// How far it is from another.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The place that lies `share` of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Frame {
    /// A rectangle by its middle and size.
    #[must_use]
    pub fn around(middle: Place, width: f64, height: f64) -> Self {
        Self {
            left: middle.x - width / 2.0,
            top: middle.y - height / 2.0,
            right: middle.x + width / 2.0,
            bottom: middle.y + height / 2.0,
        }
    }

    /// The smallest that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

/// The middle of what is seen, and the zoom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The place of the plane in the middle of the screen.
    pub middle: Place,
    /// CSS pixels for one unit.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { middle: Place::default(), zoom: 1.0 }
    }
}

/// The size of the canvas in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Free space around what is fitted, in CSS pixels.
const MARGIN: f64 = 16.0;
const LEAST_ZOOM: f64 = 0.02;
const MOST_ZOOM: f64 = 6.0;
/// A few things are not blown up to fill the canvas.
const MOST_FITTED: f64 = 2.2;

impl Camera {
    /// Shows all of `frame`.
    #[must_use]
    pub fn fit(frame: Frame, size: Size) -> Self {
        let room = |length: f64, free: f64| (free - 2.0 * MARGIN).max(1.0) / length.max(1.0);
        let zoom =
            room(frame.right - frame.left, size.width).min(room(frame.bottom - frame.top, size.height));
        let middle = Place { x: (frame.left + frame.right) / 2.0, y: (frame.top + frame.bottom) / 2.0 };
        Self { middle, zoom: zoom.clamp(LEAST_ZOOM, MOST_FITTED) }
    }

    /// Where on the screen a place of the plane is.
    #[must_use]
    pub fn to_screen(self, place: Place, size: Size) -> Place {
        Place {
            x: (place.x - self.middle.x) * self.zoom + size.width / 2.0,
            y: (place.y - self.middle.y) * self.zoom + size.height / 2.0,
        }
    }

    /// Which place of the plane is there on the screen.
    #[must_use]
    pub fn to_plane(self, screen: Place, size: Size) -> Place {
        Place {
            x: (screen.x - size.width / 2.0) / self.zoom + self.middle.x,
            y: (screen.y - size.height / 2.0) / self.zoom + self.middle.y,
        }
    }

    /// Moves what is seen by CSS pixels, as a hand moves paper.
    #[must_use]
    pub fn pan(self, dx: f64, dy: f64) -> Self {
        let middle = Place { x: self.middle.x - dx / self.zoom, y: self.middle.y - dy / self.zoom };
        Self { middle, ..self }
    }

    /// Zooms; what is at `screen` stays there.
    #[must_use]
    pub fn zoom_at(self, screen: Place, factor: f64, size: Size) -> Self {
        let fixed = self.to_plane(screen, size);
        let zoom = (self.zoom * factor).clamp(LEAST_ZOOM, MOST_ZOOM);
        let moved = Self { zoom, ..self }.to_plane(screen, size);
        let middle = Place { x: self.middle.x + fixed.x - moved.x, y: self.middle.y + fixed.y - moved.y };
        Self { middle, zoom }
    }

    /// Zooms; the middle stays.
    #[must_use]
    pub fn zoom_by(self, factor: f64) -> Self {
        Self { zoom: (self.zoom * factor).clamp(LEAST_ZOOM, MOST_ZOOM), ..self }
    }

    /// The smallest move that brings a place of the plane into sight.
    #[must_use]
    pub fn reveal(self, place: Place, size: Size) -> Self {
        let screen = self.to_screen(place, size);
        let margin = (size.width.min(size.height) / 8.0).min(60.0);
        let shift = |at: f64, length: f64| at.clamp(margin, (length - margin).max(margin)) - at;
        self.pan(shift(screen.x, size.width), shift(screen.y, size.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 400.0, height: 300.0 };

    fn near(a: Place, b: Place) {
        assert!(a.distance(b) < 1e-9, "{a:?} is not {b:?}");
    }

    #[test]
    fn there_and_back() {
        let camera = Camera { middle: Place { x: 40.0, y: -7.0 }, zoom: 1.7 };
        let place = Place { x: 3.0, y: 99.0 };
        near(camera.to_plane(camera.to_screen(place, SIZE), SIZE), place);
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let camera = Camera { middle: Place { x: 40.0, y: -7.0 }, zoom: 1.7 };
        let pointer = Place { x: 350.0, y: 20.0 };
        for factor in [0.001, 0.5, 1.0, 3.0, 1000.0] {
            let zoomed = camera.zoom_at(pointer, factor, SIZE);
            near(zoomed.to_plane(pointer, SIZE), camera.to_plane(pointer, SIZE));
        }
    }

    #[test]
    fn fitting_shows_all_and_no_more_than_needed() {
        let frame = Frame { left: -1000.0, top: 0.0, right: 1000.0, bottom: 500.0 };
        let camera = Camera::fit(frame, SIZE);
        let corner = camera.to_screen(Place { x: -1000.0, y: 0.0 }, SIZE);
        assert!((corner.x - MARGIN).abs() < 1e-9 && corner.y > MARGIN);
        let single = Camera::fit(Frame::around(Place { x: 5.0, y: 5.0 }, 0.0, 0.0), SIZE);
        assert_eq!((single.zoom, single.middle), (MOST_FITTED, Place { x: 5.0, y: 5.0 }));
    }

    #[test]
    fn panning_moves_the_picture_with_the_hand() {
        let camera = Camera { middle: Place::default(), zoom: 2.0 };
        let before = camera.to_screen(Place { x: 9.0, y: 9.0 }, SIZE);
        let after = camera.pan(10.0, -4.0).to_screen(Place { x: 9.0, y: 9.0 }, SIZE);
        near(after, Place { x: before.x + 10.0, y: before.y - 4.0 });
    }

    #[test]
    fn revealing_moves_only_when_needed() {
        let camera = Camera::default();
        assert_eq!(camera.reveal(Place::default(), SIZE), camera);
        let seen =
            camera.reveal(Place { x: 900.0, y: 0.0 }, SIZE).to_screen(Place { x: 900.0, y: 0.0 }, SIZE);
        assert!(seen.x < SIZE.width && seen.y == SIZE.height / 2.0);
    }
}
