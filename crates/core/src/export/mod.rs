//! Exports, one format a file.
