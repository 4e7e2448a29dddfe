//! Regular inflection of English verbs.

/// The lemma and its regular forms: -s, -ed, -ing.
pub(super) fn verb_forms(lemma: &str) -> Vec<String> {
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
    vec![lemma.to_owned(), third, past, gerund]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_the_spelling() {
        assert_eq!(verb_forms("urge"), ["urge", "urges", "urged", "urging"]);
        assert_eq!(verb_forms("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(verb_forms("say"), ["say", "says", "sayed", "saying"]);
        assert_eq!(verb_forms("stress"), ["stress", "stresses", "stressed", "stressing"]);
    }
}
