//! Letters without their diacritics.
//!
//! The tables of a library for all of Unicode would add 27 kB to the page; here are the small letters of
//! the Latin scripts, Vietnamese and pinyin among them, and the few of Greek and Cyrillic that decompose.

/// Each base letter with the small letters that are it and a mark.
const VARIANTS: [(char, &str); 25] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
];

/// The letter without its diacritics; any other character is its own base.
#[inline(never)]
pub(crate) fn base(small: char) -> char {
    match small {
        '\u{e0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            let row = VARIANTS.iter().find(|(_, variants)| variants.contains(small));
            row.map_or(small, |(base, _)| *base)
        }
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ѓ' => 'г',
        'ѐ' | 'ё' => 'е',
        'ѝ' | 'й' => 'и',
        'ї' => 'і',
        'ќ' => 'к',
        'ў' => 'у',
        _ => small,
    }
}

/// Whether the character is a mark on the letter before it.
pub(crate) const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_fall_away() {
        let bases = |text: &str| text.chars().filter(|c| !is_mark(*c)).map(base).collect::<String>();
        assert_eq!(bases("nguyễn čapek ångström żółw"), "nguyen capek angstrom zołw");
        assert_eq!(bases("горбачёв стрельбицкий μητσοτάκης"), "горбачев стрельбицкии μητσοτακης");
        assert_eq!(bases("e\u{301}te\u{301} 中国"), "ete 中国");
    }
}
