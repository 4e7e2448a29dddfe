//! The parsing core of Readout: bytes in; documents, mentions, quotations with their speakers, the
//! entities' graph and a search index out. It knows no browser, no clock and no file system.
//!
//! Each stage reads only the stages before it:
//! [`span`], [`id`] ← [`document`] ← [`ingest`] ← [`lexicon`], [`segment`] ← [`entity`] ← [`quote`] ←
//! [`graph`], [`search`] ← [`corpus`] ← [`query`] ← [`export`].

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
