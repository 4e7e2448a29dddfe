//! JSON, written by hand: objects on one line.

use std::fmt::Write as _;

/// An object in the making, appended to a text.
#[derive(Debug)]
pub struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    /// Opens an object at the end of `out`; [`close`](Self::close) ends it.
    pub fn open(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    /// A member whose value is a text.
    pub fn text(&mut self, key: &str, value: &str) -> &mut Self {
        self.key(key);
        string(self.out, value);
        self
    }

    /// A member whose value is a text or null.
    pub fn optional(&mut self, key: &str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(key, value),
            None => self.raw(key, "null"),
        }
    }

    /// A member whose value is a number or another value that is JSON already.
    pub fn raw(&mut self, key: &str, value: impl std::fmt::Display) -> &mut Self {
        self.key(key);
        let _ = write!(self.out, "{value}");
        self
    }

    /// A member whose value is a list of texts.
    pub fn texts<'t>(&mut self, key: &str, values: impl IntoIterator<Item = &'t str>) -> &mut Self {
        self.key(key);
        self.out.push('[');
        for (place, value) in values.into_iter().enumerate() {
            if place > 0 {
                self.out.push(',');
            }
            string(self.out, value);
        }
        self.out.push(']');
        self
    }

    /// Ends the object.
    pub fn close(self) {
        self.out.push('}');
    }

    fn key(&mut self, key: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        string(self.out, key);
        self.out.push(':');
    }
}

fn string(out: &mut String, value: &str) {
    out.push('"');
    for character in value.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Line separators end a line of JavaScript, and of some readers of JSON Lines.
            '\0'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_comes_back(words in ".*", list in prop::collection::vec(any::<String>(), 0..4)) {
            let mut out = String::new();
            let mut object = Object::open(&mut out);
            object.text("words", &words).optional("none", None).raw("number", 1.5);
            object.texts("list", list.iter().map(String::as_str));
            object.close();
            let expected = serde_json::json!({"words": words, "none": null, "number": 1.5, "list": list});
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap(), expected);
        }
    }
}
