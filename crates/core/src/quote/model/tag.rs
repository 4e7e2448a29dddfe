//! Parts of speech and relations, by their numbers in the model.

use crate::segment::{Case, Tag, TokenKind};

/// Relations of a word to its head, each with the names it goes by in treebanks.
pub const RELATIONS: [&[&str]; 16] = [
    &["ROOT"],
    &["nsubj", "nsubjpass"],
    &["dobj", "attr", "acomp", "dative", "oprd"],
    &["ccomp", "csubj", "csubjpass"],
    &["xcomp"],
    &["advcl"],
    &["acl"],
    &["relcl"],
    &["conj"],
    &["prep", "agent"],
    &["pobj", "pcomp"],
    &["aux", "auxpass", "neg", "advmod", "prt", "npadvmod"],
    &["mark"],
    &["det", "amod", "compound", "poss", "nummod", "case", "quantmod", "nmod", "predet"],
    &["appos"],
    &[],
];

/// The relation of a word without head.
pub const ROOT: u32 = 0;

/// The relations by which a verb is completed, as bits.
pub const CLAUSES: u32 = 0b11_1110;

/// The tag's number.
#[must_use]
pub const fn number(tag: Tag) -> u32 {
    tag as u32 + 1
}

/// Whether the tag is a noun's or pronoun's.
#[must_use]
pub const fn is_nominal(tag: u32) -> bool {
    tag >= number(Tag::Noun) && tag <= number(Tag::Pronoun)
}

/// Whether the tag is a verb's.
#[must_use]
pub const fn is_verb(tag: u32) -> bool {
    tag >= number(Tag::Modal) && tag <= number(Tag::Gerund)
}

/// Whether the tag is that of a verb that can be a clause's own.
#[must_use]
pub const fn is_finite(tag: u32) -> bool {
    tag == number(Tag::Modal)
        || tag == number(Tag::Auxiliary)
        || tag == number(Tag::Present)
        || tag == number(Tag::Third)
        || tag == number(Tag::Past)
}

/// Whether the shape is that of a word with a capital.
#[must_use]
pub const fn is_capital(shape: u32) -> bool {
    shape / 4 == TokenKind::Word as u32 && shape % 4 != Case::Lower as u32
}
