//! Rows of fees: what a tenant keeps of its own, and what merchants pay.

pub mod claims;
pub mod files;
pub mod mixes;
pub mod offers;
pub mod prices;
pub mod rates;
