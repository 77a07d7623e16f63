//! What is kept and for how long: what ended, legal holds, erasures, and the blanks that a purge leaves.

pub mod accounts;
pub mod blanks;
pub mod erasures;
pub mod holds;
mod merchants;
mod rows;

pub use merchants::{forget_merchant, name_after};
pub use rows::{Cutoff, Filter, Kept, PAGE, due, find, list, see_all, set_aside};
