//! One binary for all integration tests: linking is what costs.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accounts;
mod applications;
mod buttons;
mod cancellation;
mod channels;
mod checks;
mod consents;
mod credentials;
mod documents;
mod ends;
mod faults;
mod fees;
mod forms;
mod graph;
mod ground;
mod guards;
mod health;
mod housekeeping;
mod inside;
mod jobs;
mod journey;
mod judgement;
mod kinds;
mod lists;
mod naughty;
mod overview;
mod proofs;
mod renewals;
mod retention;
mod review;
mod routes;
mod screening;
mod signing;
mod still;
mod tenants;
mod transfers;
mod uploads;
mod words;
