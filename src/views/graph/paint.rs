//! Puts a scene on a canvas: the only file of the view that names the browser's drawing.

use super::camera::{Place, Size};
use super::look::Outline;
use super::scene::{Face, Line, Mark, Scene, Tone, Words};
use crate::platform::FORCED_COLOURS;
use crate::ui::number;
use readout_core::graph::Relation;
use std::collections::HashMap;
use std::f64::consts::TAU;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};
use yew::NodeRef;

/// A canvas with all that is needed to draw on it.
#[derive(Debug)]
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    palette: Palette,
    faces: Faces,
    ratio: f64,
    widths: HashMap<(String, Face), f64>,
}

/// The colours of `tokens.css` as they are now.
#[derive(Debug, Default)]
struct Palette {
    paper: String,
    ink: String,
    ink_2: String,
    ink_3: String,
    hair: String,
    accent: String,
    hues: [String; 7],
    hue_none: String,
    hue_ink: String,
    /// The system chooses all colours: hues say nothing.
    forced: bool,
}

/// The faces of `tokens.css` as the `font` of a canvas.
#[derive(Debug, Default)]
struct Faces {
    sans: String,
    serif: String,
}

impl Painter {
    /// Takes hold of the canvas; none natively.
    #[must_use]
    pub fn new(node: &NodeRef) -> Option<Self> {
        let canvas = node.cast::<HtmlCanvasElement>()?;
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let mut painter = Self {
            canvas,
            context,
            palette: Palette::default(),
            faces: Faces::default(),
            ratio: 1.0,
            widths: HashMap::new(),
        };
        painter.read_styles();
        Some(painter)
    }

    /// Reads colours and faces anew: light and dark have changed.
    pub fn read_styles(&mut self) {
        let Some(window) = web_sys::window() else { return };
        let Ok(Some(computed)) = window.get_computed_style(&self.canvas) else { return };
        let face = |name| computed.get_property_value(name).unwrap_or_default().trim().to_owned();
        self.faces = Faces { sans: face("--sans"), serif: face("--serif") };
        self.palette = Palette::read(&self.canvas.style(), &computed);
        self.widths.clear();
    }

    /// Gives the canvas as many dots as the screen has in its place.
    pub fn resize(&mut self) -> Size {
        self.ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        let size =
            Size { width: self.canvas.client_width().into(), height: self.canvas.client_height().into() };
        self.canvas.set_width((size.width * self.ratio).round() as u32);
        self.canvas.set_height((size.height * self.ratio).round() as u32);
        size
    }

    /// Shows by the pointer's form whether something can be clicked.
    pub fn point(&self, at_something: bool) {
        let _ = self.canvas.style().set_property("cursor", if at_something { "pointer" } else { "grab" });
    }

    /// Keeps telling of a pointer when it leaves the canvas.
    pub fn capture(&self, pointer: i32) {
        let _ = self.canvas.set_pointer_capture(pointer);
    }

    /// The width of words in CSS pixels.
    pub fn measure(&mut self, words: &str, face: Face) -> f64 {
        if let Some(width) = self.widths.get(&(words.to_owned(), face)) {
            return *width;
        }
        self.context.set_font(&self.faces.font(face));
        let width = self.context.measure_text(words).map_or(0.0, |measured| measured.width());
        self.widths.insert((words.to_owned(), face), width);
        width
    }

    /// Draws.
    pub fn paint(&self, scene: &Scene) {
        let context = &self.context;
        let _ = context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, self.canvas.width().into(), self.canvas.height().into());
        context.set_line_join("round");
        context.set_line_cap("round");
        scene.lines.iter().for_each(|line| self.line(line));
        for tone in [Tone::Faint, Tone::Plain, Tone::Hot, Tone::Chosen] {
            scene.marks.iter().filter(|mark| mark.tone == tone).for_each(|mark| self.mark(mark));
        }
        context.set_text_align("center");
        context.set_text_baseline("middle");
        scene.words.iter().for_each(|words| self.words(words));
    }

    fn line(&self, line: &Line) {
        let context = &self.context;
        let colour = match line.tone {
            Tone::Faint => &self.palette.hair,
            Tone::Plain => &self.palette.ink_3,
            Tone::Hot => &self.palette.ink_2,
            Tone::Chosen => &self.palette.accent,
        };
        context.set_stroke_style_str(colour);
        context.set_fill_style_str(colour);
        context.set_global_alpha(if line.tone <= Tone::Plain { 0.6 } else { 1.0 });
        context.set_line_width(if line.tone == Tone::Faint { 1.0 } else { line.width });
        let dashes: &[f64] = match line.relation {
            Relation::SaidOf => &[],
            Relation::Addressed => &[7.0, 4.0],
            Relation::CoMentioned => &[0.1, 4.0],
        };
        let dashes: js_sys::Array = dashes.iter().copied().map(JsValue::from).collect();
        let _ = context.set_line_dash(&dashes);
        context.begin_path();
        context.move_to(line.from.x, line.from.y);
        context.quadratic_curve_to(line.bend.x, line.bend.y, line.to.x, line.to.y);
        context.stroke();
        let size = 5.0 + line.width;
        let arrows = line.tone > Tone::Faint;
        if arrows && line.arrows.1 {
            self.arrow(line.bend, line.to, size);
        }
        if arrows && line.arrows.0 {
            self.arrow(line.bend, line.from, size);
        }
        context.set_global_alpha(1.0);
    }

    fn arrow(&self, from: Place, tip: Place, size: f64) {
        let length = from.distance(tip).max(1.0);
        let (x, y) = ((tip.x - from.x) / length * size, (tip.y - from.y) / length * size);
        self.context.begin_path();
        // The tip stands a little before the end, so that it covers the line's round cap.
        self.context.move_to(tip.x + x * 0.2, tip.y + y * 0.2);
        self.context.line_to(tip.x - x - y * 0.45, tip.y - y + x * 0.45);
        self.context.line_to(tip.x - x + y * 0.45, tip.y - y - x * 0.45);
        self.context.fill();
    }

    fn mark(&self, mark: &Mark) {
        let (context, palette) = (&self.context, &self.palette);
        let solid = !matches!(mark.outline, Outline::DashedDisc);
        let hue = mark.hue.filter(|_| !palette.forced).and_then(|hue| palette.hues.get(hue));
        self.outline(mark);
        // What stands back lets the paper through, but never the lines below it.
        context.set_fill_style_str(&palette.paper);
        context.fill();
        context.set_global_alpha(if mark.tone == Tone::Faint { 0.45 } else { 1.0 });
        if solid {
            context.set_fill_style_str(hue.unwrap_or(&palette.hue_none));
            context.fill();
        }
        let dashes: &[f64] = if solid { &[] } else { &[3.0, 3.5] };
        let dashes: js_sys::Array = dashes.iter().copied().map(JsValue::from).collect();
        let _ = context.set_line_dash(&dashes);
        context.set_stroke_style_str(if solid { &palette.ink } else { hue.unwrap_or(&palette.ink) });
        context.set_line_width(if solid { 1.0 } else { 2.0 });
        context.stroke();
        let _ = context.set_line_dash(&js_sys::Array::new());
        let letters = mark.letters.as_str();
        if !letters.is_empty() && mark.radius > 6.0 {
            let size = (mark.radius * if letters.len() > 1 { 0.8 } else { 1.0 }).clamp(7.0, 13.0);
            context.set_font(&format!("700 {}px {}", number::tenths(size), self.faces.sans));
            context.set_text_align("center");
            context.set_text_baseline("middle");
            context.set_fill_style_str(if solid { &palette.hue_ink } else { &palette.ink });
            let _ = context.fill_text(letters, mark.at.x, mark.at.y + 0.5);
        }
        context.set_global_alpha(1.0);
        if mark.pinned {
            self.ring(mark, mark.radius + 4.5, 2.0, &palette.accent);
        }
        if mark.cursor {
            self.ring(mark, mark.radius + 8.0, 2.0, &palette.ink);
        }
    }

    fn outline(&self, mark: &Mark) {
        self.context.begin_path();
        match mark.outline {
            Outline::Disc | Outline::DashedDisc => {
                let _ = self.context.arc(mark.at.x, mark.at.y, mark.radius, 0.0, TAU);
            }
            Outline::Corners(corners) => {
                for (x, y) in corners {
                    self.context.line_to(mark.at.x + x * mark.radius, mark.at.y + y * mark.radius);
                }
                self.context.close_path();
            }
        }
    }

    fn ring(&self, mark: &Mark, radius: f64, width: f64, colour: &str) {
        self.context.begin_path();
        let _ = self.context.arc(mark.at.x, mark.at.y, radius, 0.0, TAU);
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        self.context.stroke();
    }

    fn words(&self, words: &Words) {
        let (context, palette) = (&self.context, &self.palette);
        let (x, y) =
            ((words.frame.left + words.frame.right) / 2.0, (words.frame.top + words.frame.bottom) / 2.0);
        context.set_font(&self.faces.font(words.face));
        // A halo of paper keeps words legible on lines.
        context.set_stroke_style_str(&palette.paper);
        context.set_line_width(if words.face == Face::Tie { 5.0 } else { 3.5 });
        let _ = context.stroke_text(&words.text, x, y);
        context.set_fill_style_str(match (words.face, words.tone) {
            (Face::Tie, _) => &palette.accent,
            (_, Tone::Faint) => &palette.ink_3,
            _ => &palette.ink,
        });
        let _ = context.fill_text(&words.text, x, y);
    }
}

impl Faces {
    fn font(&self, face: Face) -> String {
        match face {
            Face::Name => format!("400 12.5px {}", self.sans),
            Face::Pinned => format!("700 15px {}", self.sans),
            Face::Tie => format!("italic 700 13.5px {}", self.serif),
        }
    }
}

impl Palette {
    /// The browser resolves `light-dark()` only in a property that takes a colour: each token is put on the
    /// canvas's own `color` and read back.
    fn read(style: &CssStyleDeclaration, computed: &CssStyleDeclaration) -> Self {
        if forced_colours() {
            return Self::forced();
        }
        let read = |token: &str| {
            let _ = style.set_property("color", &format!("var({token})"));
            computed.get_property_value("color").unwrap_or_default()
        };
        let hues = std::array::from_fn(|i| read(&format!("--hue-{i}")));
        let palette = Self {
            paper: read("--paper"),
            ink: read("--ink"),
            ink_2: read("--ink-2"),
            ink_3: read("--ink-3"),
            hair: read("--hair-2"),
            accent: read("--accent"),
            hues,
            hue_none: read("--hue-none"),
            hue_ink: read("--hue-ink"),
            forced: false,
        };
        let _ = style.remove_property("color");
        palette
    }

    /// The system's own colours: shapes and letters alone tell things apart.
    fn forced() -> Self {
        let [paper, ink, quiet, accent] =
            ["Canvas", "CanvasText", "GrayText", "Highlight"].map(str::to_owned);
        Self {
            ink_2: ink.clone(),
            ink_3: ink.clone(),
            hair: quiet,
            accent,
            hues: Default::default(),
            hue_none: paper.clone(),
            hue_ink: ink.clone(),
            forced: true,
            paper,
            ink,
        }
    }
}

fn forced_colours() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media(FORCED_COLOURS).ok().flatten());
    query.is_some_and(|list| list.matches())
}
