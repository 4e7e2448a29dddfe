//! The parsing core of Readout: bytes in; documents, mentions, quotations with their speakers, the
//! entities' graph and a search index out. It knows no browser, no clock and no file system.
//!
//! Stages read the stages before them:
//! [`span`], [`id`] ← [`document`] ← [`ingest`] ← [`lexicon`], [`segment`] ← [`entity`] ← [`quote`] ←
//! [`graph`], [`search`] ← [`corpus`] ← [`query`] ← [`export`].
//!
//! Four places look ahead: the lexicon names the tags of words, which [`segment`] defines; the search index and the
//! catalog of facets in [`query`] are built from the corpus that then holds them; the model's features ask the rules.

pub mod capital;
pub mod corpus;
pub mod document;
pub mod entity;
pub mod export;
pub mod graph;
pub mod id;
pub mod ingest;
pub mod issue;
mod letters;
pub mod lexicon;
pub mod order;
mod packed;
pub mod query;
pub mod quote;
pub mod search;
pub mod segment;
pub mod small;
pub mod span;
