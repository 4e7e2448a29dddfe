//! Capitals.

/// The capital of a small letter; any other character as it is.
///
/// The standard library's table of capitals would add 4 kB to the page. The rows of small letters are needed in any
/// case, so they tell which of the places where scripts keep a capital has this letter's.
#[must_use]
pub fn capital(small: char) -> char {
    /// From the small letter to its capital: Latin and Cyrillic; their extended blocks; Cyrillic's letters with
    /// marks; Armenian; accented Greek; ÿ; Greek with breathings.
    const STEPS: [i32; 10] = [-32, -1, -80, -48, -37, -38, -63, -64, 121, 8];
    let places = STEPS.iter().filter_map(|step| char::from_u32((small as u32).wrapping_add_signed(*step)));
    let is_capital = |place: &char| place.is_uppercase() && crate::small::small(*place).eq([small]);
    places.into_iter().find(is_capital).unwrap_or(small)
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn the_scripts_of_europe_have_capitals() {
        let small = "azàöÿžőạяёђґաձάέόύώἀ";
        assert_eq!(small.chars().map(capital).collect::<String>(), "AZÀÖŸŽŐẠЯЁЂҐԱՁΆΈΌΎΏἈ");
    }

    #[test]
    fn all_else_stays() {
        let others = "A1÷'ßıĸ中";
        assert_eq!(others.chars().map(capital).collect::<String>(), others);
    }
}
