//! The console's pages of retention: what the law keeps, what is over, holds and erasures.

pub mod list;
pub mod one;
pub(in crate::pages) mod words;

use domain::retention::{Cause, Ground, Law, Outcome};
use time::OffsetDateTime;

/// Where the pages stand, below the tenant's address.
pub const PATH: &str = "/console/retention";

/// What was asked or due, and what came of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The application's id.
    pub application: String,
    /// What people call it.
    pub number: String,
    /// Why it came to it.
    pub cause: Cause,
    /// What came of it.
    pub outcome: Outcome,
    /// What forbade it, and of a law which one.
    pub ground: Option<(Ground, Option<Law>)>,
    /// How many of what went, by the words of what they were.
    pub removed: Vec<(String, u64)>,
    /// The digest over it.
    pub digest: Option<String>,
    /// The address of whoever entered it.
    pub by: Option<String>,
    /// When.
    pub at: OffsetDateTime,
}
