//! Countries, as sides and as entities.

/// A row of the table of countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(pub u16);
