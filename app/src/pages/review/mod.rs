//! Pages of review.
