//! What a file says by itself: the text that a PDF carries, the day it was made, and what it looks like.

use serde::{Deserialize, Serialize};
use time::Date;

/// The most characters of a text that are kept: a licence has some hundreds.
pub const MOST_TEXT: usize = 6_000;

/// What was read of a file when our machines opened it. It is personal: it is only ever kept sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What a PDF's text layer says, at most [`MOST_TEXT`] characters: a line to a line, a tab where a gap is.
    pub text: String,
    /// The day on which it says it was made: a PDF by its own notes, a photograph by its camera's.
    pub made: Option<Date>,
    /// SHA-256 over our own pictures of its pages, in lower-case hex: two files that look the same to the dot have it
    /// in common, whatever else differs. Empty where there is none.
    pub look: String,
}

impl Reading {
    /// Whether it is of a size that an honest check gives.
    pub fn is_bounded(&self) -> bool {
        let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        self.text.chars().count() <= MOST_TEXT
            && matches!(self.look.len(), 0 | 64)
            && self.look.bytes().all(hex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_larger_than_a_paper_is_taken() {
        let of =
            |text: usize, look: &str| Reading { text: "字".repeat(text), made: None, look: look.into() };
        assert!(Reading::default().is_bounded() && of(MOST_TEXT, &"a0".repeat(32)).is_bounded());
        assert!(!of(MOST_TEXT + 1, "").is_bounded(), "too much text");
        assert!(!of(0, "a0").is_bounded() && !of(0, &"zz".repeat(32)).is_bounded(), "no digest");
    }
}
