//! The tenant's own fee claims in the console: listed, proposed, answered, brought in and taken out.

pub mod import;
pub mod list;
pub mod one;
pub mod propose;
pub(in crate::pages) mod words;

use domain::fees::own::{Own, Place};
use time::OffsetDateTime;

/// A claim as pages show it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The claim.
    pub own: Own,
    /// Where it stands today.
    pub place: Place,
    /// Who proposed it, and when.
    pub proposed: (String, OffsetDateTime),
    /// Who answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was declined.
    pub reason: Option<String>,
    /// The import it came with.
    pub import: Option<String>,
    /// The kind of its file, and its size in bytes.
    pub file: Option<(String, u64)>,
    /// Why the reader can't answer it, as a message key; nothing where they can.
    pub why_not: Option<&'static str>,
}
