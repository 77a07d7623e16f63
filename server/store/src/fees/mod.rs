//! Rows of fees: what a tenant keeps of its own.

pub mod rates;
