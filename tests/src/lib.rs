//! The harness: a database of its own for each test, the real router on a real port, real S3 and real SMTP, a
//! clock that is moved by hand, a browser without JavaScript.

pub mod binary;
pub mod browser;
pub mod database;
pub mod leftovers;
pub mod ports;
pub mod world;
