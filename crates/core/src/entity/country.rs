//! Countries, as sides and as entities.

use std::sync::OnceLock;

/// A row of the table of countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(pub u16);

/// What the table says of one country.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    code: &'static str,
    key: &'static str,
    pub(super) name: &'static str,
    /// Other names, divided by `|`.
    pub(super) variants: &'static str,
    /// Adjectives and names of its people, divided by `|`.
    pub(super) adjectives: &'static str,
    /// Names of its capital, the usual one first, divided by `|`.
    pub(super) capital: &'static str,
}

/// All countries of today and some of yesterday.
pub(super) fn table() -> &'static [Row] {
    static TABLE: OnceLock<Vec<Row>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("../../data/names/countries.tsv").lines();
        lines.filter(|line| !line.starts_with('#') && !line.is_empty()).map(row).collect()
    })
}

fn row(line: &'static str) -> Row {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    Row { code: next(), key: next(), name: next(), variants: next(), adjectives: next(), capital: next() }
}

impl Country {
    /// The country of that key ("us", "czech-republic").
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let at = table().iter().position(|row| row.key == key)?;
        Some(Self(at as u16))
    }

    fn row(self) -> Option<&'static Row> {
        table().get(self.0 as usize)
    }

    /// Its usual English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Its other names, and those of its people.
    pub fn other_names(self) -> impl Iterator<Item = &'static str> {
        let lists = self.row().map(|row| [row.variants, row.adjectives]).unwrap_or_default();
        lists.into_iter().flat_map(|list| list.split('|')).filter(|name| !name.is_empty())
    }

    /// Two letters: ISO 3166-1 where it has a code there.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().map_or("", |row| row.code)
    }

    /// Its name in links.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.row().map_or("", |row| row.key)
    }
}
