//! Amounts, counts, shares and sizes as both languages read them; the same on the server and in the browser.

/// Digits with their thousands apart: `12,345`.
pub fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// An amount in minor units of a currency with so many digits after the point, after its sign: `$1,234.56`.
pub fn amount(minor: i128, places: u8, symbol: &str) -> String {
    let places = usize::from(places);
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let sign = if minor < 0 { "\u{2212}" } else { "" };
    let point = if places == 0 { "" } else { "." };
    format!("{sign}{symbol}{}{point}{part}", grouped(whole))
}

/// A share in 1/10 000 of a percent: `2.9%`.
pub fn rate(share: i128) -> String {
    let (whole, part) = (share / 10_000, share % 10_000);
    let part = format!("{part:04}");
    match part.trim_end_matches('0') {
        "" => format!("{whole}%"),
        part => format!("{whole}.{part}%"),
    }
}

/// Bytes of a file in tenths of a megabyte, as exact as anybody reads: `61.0 MB`.
pub fn megabytes(bytes: u64) -> String {
    const TENTH: u64 = 1024 * 1024 / 10;
    let tenths = bytes / TENTH;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_size_is_told_in_tenths_of_a_megabyte() {
        assert_eq!(super::megabytes(0), "0.0 MB");
        assert_eq!(super::megabytes(63_963_136), "61.0 MB");
    }
}
