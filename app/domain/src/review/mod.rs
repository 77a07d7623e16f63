//! The rules of review.
