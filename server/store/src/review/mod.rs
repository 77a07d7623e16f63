//! Rows of review.
