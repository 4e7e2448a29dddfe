//! Capitals as rows: letters one or two apart whose small letters are equally far away. The standard library's table has
//! a line for each letter, 12 kB in all.

use super::File;

/// The first letter, how many there are, how far they are apart, how far their small letters are away.
type Row = (u32, u32, u32, i32);

pub fn pack() -> File {
    let mut rows: Vec<Row> = Vec::new();
    for letter in '\u{80}'..=char::MAX {
        let mut small = letter.to_lowercase();
        let (Some(first), None) = (small.next(), small.next()) else { continue };
        let (at, away) = (letter as u32, first as i32 - letter as i32);
        if away != 0 && !rows.last_mut().is_some_and(|row| goes_on(row, at, away)) {
            rows.push((at, 1, 1, away));
        }
    }
    let len = rows.len();
    let firsts: Vec<u32> = rows.iter().map(|row| row.0).collect();
    let counts: Vec<u32> = rows.iter().map(|row| row.1).collect();
    let steps: Vec<u32> = rows.iter().map(|row| row.2).collect();
    let away: Vec<i32> = rows.iter().map(|row| row.3).collect();
    let source = format!(
        "static FIRSTS: [u32; {len}] = {firsts:?};\nstatic COUNTS: [u8; {len}] = {counts:?};\n\
         static STEPS: [u8; {len}] = {steps:?};\nstatic AWAY: [i32; {len}] = {away:?};\n"
    );
    ("small.rs", source.into_bytes())
}

/// Takes the letter into the row, if it is the next.
fn goes_on((first, count, step, row_away): &mut Row, at: u32, away: i32) -> bool {
    if *count == 1 && at == *first + 2 {
        *step = 2;
    }
    let next = away == *row_away && at == *first + *count * *step;
    *count += u32::from(next);
    next
}
