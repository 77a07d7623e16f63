//! Proving accounts: the merchant's page, what waits, a bank's file, and the embedded run's bank.

pub mod bank;
pub mod file;
pub mod list;
pub mod own;
