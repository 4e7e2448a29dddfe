//! Numbers in words. Only whole ones are formatted: the standard library's way with floats would add 4 kB.

/// A share in percent.
#[must_use]
pub fn percent(share: f32) -> String {
    format!("{} %", (share * 100.0).round() as u32)
}

/// With one digit after the point.
#[must_use]
pub fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_as_people_do() {
        assert_eq!([0.0, 0.374, 0.995, 1.0].map(percent), ["0 %", "37 %", "100 %", "100 %"]);
        assert_eq!([-0.32, -0.04, 0.0, 7.25, 12.96].map(tenths), ["-0.3", "0.0", "0.0", "7.3", "13.0"]);
    }
}
