//! The harness: a database of its own for each test, the real router on a real port, real S3 and real SMTP, a
//! clock that is moved by hand, a browser without JavaScript.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test fails by panicking"
)]

pub mod authenticator;
pub mod binary;
pub mod blobs;
pub mod browser;
pub mod builders;
pub mod clamd;
pub mod cluster;
pub mod crawl;
pub mod database;
pub mod desk;
pub mod figures;
pub mod forms;
pub mod leftovers;
pub mod log;
pub mod ports;
pub mod proofs;
pub mod proxy;
pub mod wire;
pub mod world;
