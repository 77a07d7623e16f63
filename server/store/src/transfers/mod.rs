//! Transfers that are to prove accounts, the tenant's own account, and files of what came in at the bank.

pub mod account;
pub mod files;
pub mod proofs;
pub mod waiting;
