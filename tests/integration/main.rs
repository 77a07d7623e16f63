//! One binary for all integration tests: linking is what costs.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod accounts;
mod cancellation;
mod forms;
mod graph;
mod ground;
mod guards;
mod health;
mod jobs;
mod journey;
mod review;
mod routes;
mod still;
mod uploads;
