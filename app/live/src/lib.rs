//! What reckons fees as figures move: shared by the pages that write the first answer and the browser that writes the
//! next ones over it.
//!
//! It stands beside the islands, not among them: without their runtime it weighs a third of them, and the front page,
//! which most people see on a telephone, loads nothing else.

pub mod amounts;
#[cfg(feature = "browser")]
mod browser;
pub mod estimate;

#[cfg(feature = "browser")]
pub use browser::hydrate;
