//! Rows of review.

mod side;

pub use side::{Side, by_number, side};
