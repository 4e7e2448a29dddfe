//! Every class that the page sets is styled, and every styled class is set.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;

pub fn check(sources: &[Source]) -> Vec<String> {
    let styled = styled(sources);
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.has_extension(&["rs", "html"])) {
        let of_app = source.path.starts_with("src") || source.path.starts_with("index.html");
        for class in of_app.then(|| set_in(&source.text)).into_iter().flatten() {
            if !styled.contains_key(class) {
                faults.push(format!("{}: no stylesheet knows the class `{class}`", source.path.display()));
            }
        }
    }
    let of_app =
        |source: &&Source| ["src", "static", "index.html"].iter().any(|place| source.path.starts_with(place));
    let said: BTreeSet<&str> = sources.iter().filter(of_app).flat_map(|source| words(&source.text)).collect();
    for (class, path) in &styled {
        // `shape-disc` may be put together: format!("shape-{name}").
        let composed = class.rfind('-').is_some_and(|dash| said.contains(&class[..=dash]));
        if !composed && !said.contains(class) {
            faults.push(format!("{path}: nothing in src or index.html names the class `{class}`"));
        }
    }
    faults
}

/// The classes of all stylesheets, each with a file that has it.
fn styled(sources: &[Source]) -> BTreeMap<&str, String> {
    let sheets = sources.iter().filter(|s| s.path.starts_with("styles") && s.has_extension(&["css"]));
    sheets
        .flat_map(|sheet| {
            selectors(&sheet.text).into_iter().map(|class| (class, sheet.path.display().to_string()))
        })
        .collect()
}

/// `.name` in what stands before a `{`; not the decimals in what stands behind it, nor in comments.
fn selectors(css: &str) -> BTreeSet<&str> {
    let outside_comments = css.split("*/").map(|part| part.split("/*").next().unwrap_or_default());
    let heads = outside_comments.flat_map(|part| {
        part.split(['}', ';']).filter_map(|rule| {
            let (head, _) = rule.rsplit_once('{')?;
            Some(head)
        })
    });
    heads.flat_map(|head| head.split('.').skip(1)).filter_map(class_at_start).collect()
}

fn class_at_start(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len());
    let class = &text[..end];
    class.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(class)
}

/// The classes in `class="…"`, `class={"…"}`, `class={classes!("…", …)}` and `Classes::from("…")`.
fn set_in(code: &str) -> BTreeSet<&str> {
    let mut classes = BTreeSet::new();
    for (opening, closing) in
        [("class=\"", "\""), ("classes!(", ")"), ("Classes::from(\"", "\""), ("class={\"", "\"")]
    {
        for after in code.split(opening).skip(1) {
            let inside = after.split(closing).next().unwrap_or_default();
            match closing {
                ")" => classes.extend(quoted(inside).flat_map(str::split_whitespace)),
                _ => classes.extend(inside.split_whitespace()),
            }
        }
    }
    classes.retain(|class| class_at_start(class) == Some(class));
    classes
}

/// What stands in double quotes.
fn quoted(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_what_stands_before_a_brace() {
        let css =
            "/* .no {} */ .card > a.open:hover, .x-1{margin:.5em} @media (a:.5) { .b .c { d: url(e.f) } }";
        assert_eq!(selectors(css), BTreeSet::from(["card", "open", "x-1", "b", "c"]));
    }

    #[test]
    fn classes_in_all_spellings() {
        let code =
            "<p class=\"a b\"> <q class={classes!(\"c d\", on.then_some(\"e\"))}> Classes::from(\"f\")";
        assert_eq!(set_in(code), BTreeSet::from(["a", "b", "c", "d", "e", "f"]));
    }
}
