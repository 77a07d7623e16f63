//! Postgres through sqlx: the one place that knows SQL.
//!
//! [`TenantTx`] is the only way to a tenant's rows. Functions take it first, say which tenant's row they mean,
//! and leave authorising to `services`.

pub mod accounts;
pub mod applications;
pub mod audit;
pub mod channels;
pub mod credentials;
pub mod db;
pub mod documents;
pub mod error;
pub mod fees;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod overview;
pub mod ports;
pub mod request;
pub mod retention;
pub mod review;
pub mod screening;
pub mod setup;
pub mod tenants;
pub mod transfers;
pub mod tx;

pub use db::Db;
pub use error::{Result, StoreError};
pub use tx::TenantTx;
