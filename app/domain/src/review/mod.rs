//! The rules of review: reasons that may be said and reasons that may not, and what a decision is bound to.

pub mod case;
pub mod reasons;
pub mod seen;

pub use case::CaseState;
pub use reasons::{Reason, RedoReason};
pub use seen::{Seen, SeenPaper};
