//! Regular inflection of English verbs.

/// The lemma and its regular forms: -s, -ed, -ing.
#[must_use]
pub fn verb_forms(lemma: &str) -> Vec<String> {
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| lemma.ends_with(e)) => format!("{lemma}es"),
        None => format!("{lemma}s"),
    };
    let (past, gerund) = match (lemma.strip_suffix('e'), consonant_y) {
        (Some(stem), _) => (format!("{lemma}d"), format!("{stem}ing")),
        (_, Some(stem)) => (format!("{stem}ied"), format!("{lemma}ing")),
        _ => (format!("{lemma}ed"), format!("{lemma}ing")),
    };
    let mut forms = vec![lemma.to_owned(), third, past, gerund];
    // British spelling: "signalled", "criticised".
    if lemma.len() > 3 && ["al", "el", "il", "ol"].iter().any(|ending| lemma.ends_with(ending)) {
        forms.extend([format!("{lemma}led"), format!("{lemma}ling")]);
    }
    let british: Vec<String> =
        forms.iter().filter(|f| f.contains("iz")).map(|f| swap_last(f, "iz", "is")).collect();
    if lemma.ends_with("ize") && lemma.len() > 5 {
        forms.extend(british);
    }
    forms
}

/// The last `from` in the word becomes `to`.
fn swap_last(word: &str, from: &str, to: &str) -> String {
    match word.rfind(from) {
        Some(at) => format!("{}{to}{}", &word[..at], &word[at + from.len()..]),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_the_spelling() {
        assert_eq!(verb_forms("urge"), ["urge", "urges", "urged", "urging"]);
        assert_eq!(verb_forms("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(verb_forms("say"), ["say", "says", "sayed", "saying"]);
        assert!(verb_forms("signal").contains(&"signalled".to_owned()));
        assert!(verb_forms("criticize").contains(&"criticised".to_owned()));
        assert_eq!(verb_forms("stress"), ["stress", "stresses", "stressed", "stressing"]);
    }
}
