//! What benches reckon with: medians, what the programs that measure say, statements out of a log, the chart of growth.
//! No I/O.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

pub mod chart;
pub mod loads;
pub mod memory;
pub mod oha;
pub mod pgbench;
pub mod statements;
pub mod traced;

/// The middle one; of an even number the higher of the two in the middle.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    share(values, 50)
}

/// The value within which this percentage of all lies.
pub fn share(values: impl IntoIterator<Item = f64>, percent: usize) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let at = (values.len() * percent / 100).min(values.len().saturating_sub(1));
    values.get(at).copied().unwrap_or_default()
}

/// A line that says whether what is claimed of a figure came out, for the end of a bench. A machine that is slow or
/// busy falls short; that is no failure.
pub fn claim(holds: bool, what: &str, measured: &str) -> String {
    let word = if holds { "holds" } else { "falls short" };
    format!("  {word:<11}  {what}: {measured}")
}

/// `1,000,000`
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_some_figures() {
        assert!((median([3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!((median([4.0, 1.0]) - 4.0).abs() < 1e-9);
        assert!(median([]).abs() < 1e-9);
        let hundred = (1..=100).map(f64::from);
        assert!((share(hundred.clone(), 99) - 100.0).abs() < 1e-9);
        assert!((share(hundred.clone(), 100) - 100.0).abs() < 1e-9, "never past the last");
        assert!((share(hundred, 0) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_claim_says_whether_it_holds() {
        assert_eq!(
            claim(true, "case, p99 under 40 ms", "12.0 ms"),
            "  holds        case, p99 under 40 ms: 12.0 ms"
        );
        assert!(claim(false, "a", "b").starts_with("  falls short  a: b"));
    }

    #[test]
    fn large_numbers_are_told_in_groups() {
        assert_eq!(
            ["7", "999", "1,000", "1,000,000"],
            [7, 999, 1000, 1_000_000].map(grouped).each_ref().map(String::as_str)
        );
    }
}
