//! The embedded reports, and the handle by which components share what was found in them.

use readout_core::corpus::{Corpus, CorpusBuilder};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

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

/// A corpus that components share: cheap to clone, equal only to itself.
#[derive(Debug, Clone)]
pub struct CorpusRef(Rc<Corpus>);

impl CorpusRef {
    /// Reads the embedded reports.
    #[must_use]
    pub fn embedded() -> Self {
        let mut builder = CorpusBuilder::new();
        for (name, bytes) in SEEDS {
            builder.push(name, bytes);
        }
        Self::from(builder.finish())
    }
}

impl From<Corpus> for CorpusRef {
    fn from(corpus: Corpus) -> Self {
        Self(Rc::new(corpus))
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
        &self.0
    }
}

/// The corpus that is shown; an empty one outside the page's frame.
#[hook]
pub fn use_corpus() -> CorpusRef {
    use_context().unwrap_or_else(|| CorpusRef::from(Corpus::default()))
}
