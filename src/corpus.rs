//! The embedded reports, and the handle by which components share what was found in them.

use crate::platform;
use crate::ui::{OutletLook, OutletTable, SideLook, SideTable};
use readout_core::corpus::{Corpus, CorpusBuilder};
use readout_core::document::Document;
use readout_core::entity::Country;
use readout_core::quote::model::frames::Model;
use std::ops::Deref;
use std::rc::Rc;

/// What the embedded reports are about.
pub const SUBJECT: &str = "US–Russia missile talks, Moscow, 12 Oct 2007";

macro_rules! seeds {
    ($($name:literal)*) => { &[$(($name, include_bytes!(concat!("../seeds/", $name, ".txt")))),*] };
}

const SEEDS: &[(&str, &[u8])] = seeds! {
    "000_7571ee8381359cab"
    "001_3ecd7524c90fbe76"
    "002_b5a16409ffaccd6c"
    "003_89ccc714e96791d1"
    "004_487bbede8a7570f0"
};

/// A corpus that components share, with the looks of its sides and outlets: cheap to clone, equal only to
/// itself.
#[derive(Debug, Clone)]
pub struct CorpusRef(Rc<Loaded>);

/// How the attributions were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// By rules, while the model is on its way.
    Preliminary,
    /// By rules alone: the model can't be had.
    Rules,
    /// By the learned model.
    Model,
}

#[derive(Debug)]
struct Loaded {
    corpus: Corpus,
    reading: Reading,
    sides: SideTable,
    outlets: OutletTable,
}

impl CorpusRef {
    /// Reads the embedded reports by rules, while the model is on its way.
    #[must_use]
    pub fn embedded() -> Self {
        Self::new(read_seeds(CorpusBuilder::new()), Reading::Preliminary)
    }

    /// Reads the embedded reports with the model's weights; by rules for good without, or if they are another
    /// version's.
    #[must_use]
    pub fn embedded_by(weights: Option<&[u8]>) -> Self {
        match weights.and_then(Model::read) {
            Some(model) => Self::new(read_seeds(CorpusBuilder::with_model(&model)), Reading::Model),
            None => Self::new(read_seeds(CorpusBuilder::new()), Reading::Rules),
        }
    }

    fn new(corpus: Corpus, reading: Reading) -> Self {
        let sides = SideTable::of(&corpus);
        let outlets = OutletTable::of(&corpus);
        Self(Rc::new(Loaded { corpus, reading, sides, outlets }))
    }

    /// How its attributions were read.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.0.reading
    }

    /// How a side looks wherever it is shown.
    #[must_use]
    pub fn side(&self, side: Option<Country>) -> SideLook {
        self.0.sides.look(side)
    }

    /// How a report's outlet looks wherever it is shown.
    #[must_use]
    pub fn outlet(&self, document: &Document) -> OutletLook {
        self.outlet_named(document.facts.outlet.as_ref().map(|fact| fact.value.as_str()))
    }

    /// How an outlet looks wherever it is shown, by its name.
    #[must_use]
    pub fn outlet_named(&self, name: Option<&str>) -> OutletLook {
        self.0.outlets.look(name)
    }
}

fn read_seeds(mut builder: CorpusBuilder<'_>) -> Corpus {
    for (name, bytes) in SEEDS {
        platform::tell_reading(Some(name));
        builder.push(name, bytes);
    }
    platform::tell_reading(None);
    builder.finish()
}

impl From<Corpus> for CorpusRef {
    fn from(corpus: Corpus) -> Self {
        Self::new(corpus, Reading::Rules)
    }
}

impl PartialEq for CorpusRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for CorpusRef {
    type Target = Corpus;
    fn deref(&self) -> &Corpus {
        &self.0.corpus
    }
}
