//! Offers to merchants, as the tenant's staff see them.

pub mod list;
pub mod propose;
pub mod show;
