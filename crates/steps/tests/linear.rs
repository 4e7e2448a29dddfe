//! The pipeline takes steps in proportion to its input, whatever the input looks like. Instructions are counted,
//! not seconds, so that the result is the same on every machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;
use wasmi::{Config, Engine, Instance, Linker, Module, Store};

/// The module's functions, by rules and by the learned model, which takes more steps, with the bytes of the smaller
/// input; the other has twice as many.
const FUNCTIONS: [(&str, usize); 2] = [("measure", 50_000), ("measure_learned", 20_000)];

/// Twice the input may take so many times the steps: 2, and a little for sorting and for tables that grow.
const MOST: f64 = 2.3;

/// A piece that is repeated up to the size; `#` stands for the number of the repetition, in letters.
const SHAPES: [(&str, &str); 31] = [
    (
        "articles in one report",
        "Foreign Minister Ann Lee said the talks in Lima had failed. “We go on,” she told reporters.\n\n“I agree,” said Bo Chen, her Peruvian colleague.\n\n",
    ),
    (
        "many reports",
        "Talks fail\n\nLIMA (Reuters) - Minister Ann Lee said the talks in Lima had failed. “We go on,” she said.\n\x1e",
    ),
    (
        "many reports with other names",
        "Talks fail\n\nMinister Ann X# said the talks had failed. “We go on,” X# told Bo Y#.\n\x1e",
    ),
    ("straight marks", "\""),
    ("marks that open", "“"),
    ("marks that close", "”"),
    ("pairs of marks", "“a” "),
    ("single marks", "'a "),
    ("quotations without a cue", "“We go on.”\n\n"),
    ("paragraphs that stay open", "“We go on and on.\n\n"),
    ("other names", "Mr X# met Ann Y#. "),
    ("bearers of one surname", "Ann X# Lee met Lee. "),
    ("bearers of one surname, first names apart", "X# Lee met Mr Lee. "),
    ("roles of one person", "Ann Lee, 56, a lawyer and author, is a minister. The X# left. "),
    ("other names in one sentence", "Ann X# and Bo Y#, "),
    ("honorifics in one sentence", "Ann X#, Mr Bo Y#, "),
    ("the same names in one sentence", "Lee and Chen, "),
    ("countries in one sentence", "Peru, Chile, "),
    ("countries in one word", "US-"),
    ("cues in one sentence", "he said that she said that "),
    ("pronouns", "He met her. They left. "),
    ("sources in one sentence", "and according to Lee, "),
    ("treaties of one word", "The X# Long Force Treaty holds. The Y# Force Treaty holds. "),
    ("words in one line", "the talks went on and on "),
    ("short lines", "x\n"),
    ("one word", "x"),
    ("capitals", "X "),
    ("stops", ". "),
    ("brackets", "("),
    ("dashes and commas", " - ,"),
    ("characters that are not ASCII", "é—𝄞 "),
];

/// A text of so many bytes.
type Whole = fn(usize) -> String;

/// Texts that are no piece repeated.
const WHOLES: [(&str, Whole); 7] = [
    ("a role without end", |size| {
        let role = text("lawyer ", size / 2);
        format!("Ann Lee, {role}author. {}", text("Lee saw the senator. ", size / 2))
    }),
    ("a first name without end", |size| {
        let name = text("x", size / 2);
        format!("X{name} Lee left. {}", text("Lee and Bo Y# met. ", size / 2))
    }),
    ("a word without end before men", |size| {
        format!("The {} men left. {}", text("x", size / 2), text("The men came. ", size / 2))
    }),
    ("a word without end before a missile", |size| {
        format!("The {}a missile flew. {}", text("x#-", size / 2), text("The missile fell. ", size / 2))
    }),
    ("the same word before a missile twice", |size| {
        let word = text("x#-", size / 2) + "a";
        format!("The {word} missile flew. The {word} missile fell.")
    }),
    ("quotations that join the one before", |size| format!("\"Go,\" Lee said. {}", text("\"Go.\" ", size))),
    ("stops before a word", |size| text("!", size) + " a"),
];

/// `piece` as often as makes up `size`.
fn text(piece: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + piece.len());
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&piece.replace('#', &letters(number)));
    }
    text
}

/// A number in letters: names have no digits.
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    word
}

fn module() -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let target = "wasm32-unknown-unknown";
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--package", "readout-steps", "--profile", "native", "--target", target])
        .current_dir(&root)
        .status()
        .expect("cargo runs");
    assert!(built.success(), "the module does not build: is the target {target} installed?");
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    std::fs::read(folder.join(target).join("native/readout_steps.wasm")).expect("the module was built")
}

struct Machine {
    store: Store<()>,
    instance: Instance,
}

impl Machine {
    fn new() -> Self {
        let mut config = Config::default();
        config.consume_fuel(true);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, module()).expect("the module is sound");
        let mut store = Store::new(&engine, ());
        store.set_fuel(u64::MAX).unwrap();
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).expect("it starts");
        let mut machine = Self { store, instance };
        // Word lists are read once, at the first report.
        for (function, _) in FUNCTIONS {
            machine.steps(function, "Talks fail\n\nThe talks failed, Ann Lee said.\n");
        }
        machine
    }

    /// How many steps one of the module's functions takes.
    fn steps(&mut self, function: &str, text: &str) -> u64 {
        let Self { store, instance } = self;
        let reserve = instance.get_typed_func::<u32, u32>(&*store, "reserve").unwrap();
        let measure = instance.get_typed_func::<(), u32>(&*store, function).unwrap();
        let memory = instance.get_memory(&*store, "memory").unwrap();
        let place = reserve.call(&mut *store, text.len() as u32).unwrap();
        memory.write(&mut *store, place as usize, text.as_bytes()).unwrap();
        store.set_fuel(u64::MAX).unwrap();
        measure.call(&mut *store, ()).expect("the pipeline does not trap");
        u64::MAX - store.get_fuel().unwrap()
    }
}

#[test]
fn twice_the_input_takes_twice_the_steps() {
    let mut machine = Machine::new();
    let mut steep = Vec::new();
    type Shape = Box<dyn Fn(usize) -> String>;
    let pieces = SHAPES.map(|(name, piece)| (name, Box::new(move |size| text(piece, size)) as Shape));
    let shapes: Vec<_> =
        pieces.into_iter().chain(WHOLES.map(|(name, whole)| (name, Box::new(whole) as Shape))).collect();
    for (function, size) in FUNCTIONS {
        for (name, shape) in &shapes {
            let once = machine.steps(function, &shape(size));
            let twice = machine.steps(function, &shape(2 * size));
            let ratio = twice as f64 / once as f64;
            println!(
                "{function:15} {name:40} {:8.1} steps a byte, × {ratio:.2}",
                twice as f64 / (2 * size) as f64
            );
            if ratio > MOST {
                steep.push(format!("{function}, {name}: × {ratio:.2}"));
            }
        }
    }
    assert!(steep.is_empty(), "more than linear: {steep:#?}");
}
