//! One binary for all integration tests: linking is what costs.

mod accounts;
mod cancellation;
mod graph;
mod ground;
mod guards;
mod health;
mod jobs;
