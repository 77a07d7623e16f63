//! Use cases of review.
