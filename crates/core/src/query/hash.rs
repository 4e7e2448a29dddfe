//! The query in the address bar: readable, and read leniently.

use super::key::slug;
use super::{Facet, Group, Pin, Query, ReaderPlace, Scope, Sort, Sureness, View};
use crate::entity::EntityKind;
use crate::graph::Relation;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::fmt;
use std::ops::Range;

/// Something in a link that was not understood and therefore dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HashIssue {
    /// There is no such view; the quotations are shown.
    View(String),
    /// There is no such setting.
    Setting(String),
    /// The setting can't have that value.
    Value(&'static str, String),
}

impl fmt::Display for HashIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::View(view) => write!(f, "the link names a view “{view}” that does not exist"),
            Self::Setting(name) => write!(f, "the link names a setting “{name}” that does not exist"),
            Self::Value(name, value) => {
                write!(f, "the link gives “{value}” for “{name}”, which was not understood")
            }
        }
    }
}

/// What would end a value or break a link in a message.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b',')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

impl Query {
    /// The query as a readable URL fragment, `#` included: `#/quotes?speaker=sergei-lavrov&q=joint%20work`.
    /// What has its usual value is left out.
    #[must_use]
    pub fn to_hash(&self) -> String {
        let mut hash = Writer { text: format!("#/{}", self.view.name()), settings: 0 };
        for facet in Facet::ALL {
            hash.list(facet.name(), self.filters.of(facet).iter());
        }
        hash.list("q", Some(&self.text).filter(|text| !text.is_empty()));
        hash.list("sure", Some(self.sureness).filter(|s| *s != Sureness::default()).map(Sureness::name));
        hash.list("sort", Some(self.sort).filter(|s| *s != Sort::default()).map(Sort::name));
        hash.list("group", Some(self.group).filter(|g| *g != Group::default()).map(Group::name));
        hash.list("scope", Some(self.graph.scope).filter(|s| *s != Scope::default()).map(Scope::name));
        hash.list("hide", self.graph.hidden_kinds.iter().map(|kind| kind.name()));
        hash.list("hide-edges", self.graph.hidden_relations.iter().map(|r| slug(r.name())));
        hash.list("support", Some(self.graph.min_support).filter(|s| *s != 1).map(|s| s.to_string()));
        hash.list("table", Some("yes").filter(|_| self.graph.table));
        if let Some(place) = &self.reader {
            hash.list("doc", Some(&place.document));
            hash.list("quote", place.quotation.as_ref());
            hash.list("at", place.span.as_ref().map(|span| format!("{}-{}", span.start, span.end)));
        }
        hash.list("sel", self.selection.pins().iter().map(pin_name));
        hash.text
    }

    /// Reads a URL fragment. Never fails: what is not understood is dropped and told, the rest counts.
    /// `Query::from_hash(&query.to_hash())` gives `query`.
    #[must_use]
    pub fn from_hash(hash: &str) -> (Self, Vec<HashIssue>) {
        let hash = hash.trim().trim_start_matches('#').trim_start_matches('/');
        let (view, settings) = hash.split_once('?').unwrap_or((hash, ""));
        let mut reader = Reader::default();
        let view = decode(view.trim_end_matches('/'));
        match View::named(&view) {
            Some(view) => reader.query.view = view,
            None if view.is_empty() => {}
            None => reader.issues.push(HashIssue::View(view)),
        }
        for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
            let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
            reader.setting(&decode(name), value);
        }
        reader.finish()
    }
}

struct Writer {
    text: String,
    settings: usize,
}

impl Writer {
    /// Writes a setting with its values, or nothing where there is none.
    fn list<S: AsRef<str>>(&mut self, name: &str, values: impl IntoIterator<Item = S>) {
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            } else {
                self.text.push(if self.settings == 0 { '?' } else { '&' });
                self.text.push_str(name);
                self.text.push('=');
                self.settings += 1;
            }
            self.text.extend(utf8_percent_encode(value.as_ref(), RESERVED));
        }
    }
}

fn pin_name(pin: &Pin) -> String {
    let letter = match pin {
        Pin::Entity(_) => 'e',
        Pin::Quotation(_) => 'q',
        Pin::Edge(_) => 'r',
    };
    format!("{letter}:{}", pin.key())
}

fn pin(name: &str) -> Option<Pin> {
    let (letter, key) = name.split_once(':').filter(|(_, key)| !key.is_empty())?;
    match letter {
        "e" => Some(Pin::Entity(key.into())),
        "q" => Some(Pin::Quotation(key.into())),
        "r" => Some(Pin::Edge(key.into())),
        _ => None,
    }
}

/// A value as it was before it went into a link; a plus stands for a space, as in forms.
// Each setting decodes: inlined there it is most of this module's program.
#[inline(never)]
fn decode(value: &str) -> String {
    percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[derive(Default)]
struct Reader {
    query: Query,
    issues: Vec<HashIssue>,
    document: Option<String>,
    quotation: Option<String>,
    span: Option<Range<u32>>,
}

impl Reader {
    fn setting(&mut self, name: &str, value: &str) {
        if let Some(facet) = Facet::named(name) {
            return list(value).for_each(|key| self.query.filters.insert(facet, key));
        }
        let graph = &mut self.query.graph;
        let understood = match name {
            "q" => {
                self.query.text = decode(value);
                Ok(())
            }
            "sure" => one("sure", value, Sureness::named).map(|it| self.query.sureness = it),
            "sort" => one("sort", value, Sort::named).map(|it| self.query.sort = it),
            "group" => one("group", value, Group::named).map(|it| self.query.group = it),
            "scope" => one("scope", value, Scope::named).map(|it| graph.scope = it),
            "support" => one("support", value, |v| v.parse().ok()).map(|it| graph.min_support = it),
            "table" => one("table", value, |v| (v == "yes").then_some(true)).map(|it| graph.table = it),
            "hide" => each("hide", value, &mut self.issues, kind, |it| {
                graph.hidden_kinds.insert(it);
            }),
            "hide-edges" => each("hide-edges", value, &mut self.issues, relation, |it| {
                graph.hidden_relations.insert(it);
            }),
            "sel" => each("sel", value, &mut self.issues, pin, |it| self.query.selection.add(it)),
            "doc" => one("doc", value, key).map(|it| self.document = Some(it)),
            "quote" => one("quote", value, key).map(|it| self.quotation = Some(it)),
            "at" => one("at", value, span).map(|it| self.span = Some(it)),
            _ => Err(HashIssue::Setting(name.into())),
        };
        self.issues.extend(understood.err());
    }

    fn finish(mut self) -> (Query, Vec<HashIssue>) {
        match self.document {
            Some(document) => {
                let place = ReaderPlace { document, quotation: self.quotation, span: self.span };
                self.query.reader = Some(place);
            }
            None => self.issues.extend(self.quotation.map(|quotation| HashIssue::Value("quote", quotation))),
        }
        (self.query, self.issues)
    }
}

/// The values of a list.
fn list(value: &str) -> impl Iterator<Item = String> {
    value.split(',').filter(|item| !item.is_empty()).map(decode)
}

fn one<T>(name: &'static str, value: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, HashIssue> {
    let value = decode(value);
    read(&value).ok_or(HashIssue::Value(name, value))
}

fn each<T>(
    name: &'static str,
    value: &str,
    issues: &mut Vec<HashIssue>,
    read: impl Fn(&str) -> Option<T>,
    mut take: impl FnMut(T),
) -> Result<(), HashIssue> {
    for item in list(value) {
        match read(&item) {
            Some(it) => take(it),
            None => issues.push(HashIssue::Value(name, item)),
        }
    }
    Ok(())
}

fn key(value: &str) -> Option<String> {
    Some(value.to_owned()).filter(|key| !key.is_empty())
}

fn kind(name: &str) -> Option<EntityKind> {
    EntityKind::ALL.into_iter().find(|kind| kind.name() == name)
}

fn relation(name: &str) -> Option<Relation> {
    Relation::ALL.into_iter().find(|relation| slug(relation.name()) == name)
}

fn span(value: &str) -> Option<Range<u32>> {
    let (start, end) = value.split_once('-')?;
    Some(start.parse().ok()?..end.parse().ok()?)
}
