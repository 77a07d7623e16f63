//! Where the columns of a list's file stand.

use super::Refused;
use std::collections::HashMap;

pub(super) use crate::records::{Record, records};

/// Where the columns of a header stand.
#[derive(Debug)]
pub(super) struct Header(HashMap<String, usize>);

impl Header {
    pub(super) fn of(record: &Record) -> Self {
        let folded = record.cells.iter().enumerate().map(|(place, cell)| (fold(cell), place));
        Self(folded.collect())
    }

    /// The place of the first of these headings that is there.
    pub(super) fn find(&self, headings: &[&str]) -> Option<usize> {
        headings.iter().find_map(|heading| self.0.get(&fold(heading)).copied())
    }

    /// The same, or which column is missing.
    pub(super) fn need(&self, headings: &[&str]) -> Result<usize, Refused> {
        let named = || headings.first().copied().unwrap_or_default().to_owned();
        self.find(headings).ok_or_else(|| Refused::Column(named()))
    }
}

fn fold(heading: &str) -> String {
    crate::text::fold(heading).replace(['_', '.', '-'], "")
}
