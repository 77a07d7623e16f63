//! One binary for all integration tests: linking is what costs.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test fails by panicking"
)]

mod accounts;
mod cancellation;
mod graph;
mod ground;
mod guards;
mod health;
mod jobs;
mod review;
