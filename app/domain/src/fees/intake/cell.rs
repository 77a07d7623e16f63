//! What holds for every cell, whichever column it stands in.

use super::Reason;

/// The longest heading, in bytes.
const LONGEST: usize = 200;

/// A cell as text.
///
/// # Errors
/// [`Reason::NotUtf8`], and [`Reason::Formula`] where a spreadsheet would reckon it.
pub(super) fn text(cell: &[u8]) -> Result<&str, Reason> {
    let text = std::str::from_utf8(cell).map_err(|_| Reason::NotUtf8)?;
    if is_formula(text) { Err(Reason::Formula) } else { Ok(text.trim()) }
}

/// A cell of the header.
pub(super) fn heading(cell: &[u8]) -> Result<String, Reason> {
    let text = text(cell)?;
    match text {
        _ if text.len() > LONGEST => Err(Reason::TooLong),
        _ if text.chars().any(char::is_control) => Err(Reason::Control),
        _ => Ok(text.to_owned()),
    }
}

/// Whether a spreadsheet would take it for a formula. A number with its sign is none, and neither is a lone dash.
fn is_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r']) {
        return true;
    }
    let mut rest = text.trim_start().chars();
    match rest.next() {
        Some('=' | '@' | '＝' | '＠' | '＋' | '－') => true,
        Some('+' | '-') => {
            !rest.as_str().trim_end().bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_reckon_is_a_formula() {
        for formula in
            ["=1+1", "@SUM(A1)", "+1+1", "-2+3", "\t1", "\r1", " =A1", "＝1", "+cmd|' /C calc'!A0", "-A1"]
        {
            assert_eq!(text(formula.as_bytes()), Err(Reason::Formula), "{formula:?}");
        }
        for plain in ["", "-", "-3.20", "+8613800000000", "1=1", "a@b.example", "-1,234.00", "12.00"] {
            assert_eq!(text(plain.as_bytes()), Ok(plain), "{plain:?}");
        }
        assert_eq!(text(b"caf\xe9"), Err(Reason::NotUtf8));
    }
}
