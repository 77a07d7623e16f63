//! Gangway's rules: pure, synchronous, without I/O. Time and randomness come in as arguments.
//!
//! The folders carry the business's words; the same words name the folders of every other crate.

pub mod accounts;
pub mod actor;
pub mod applications;
pub mod audit;
pub mod channels;
pub mod credentials;
pub mod documents;
pub mod fees;
#[cfg(feature = "data")]
pub mod files;
pub mod identifiers;
pub mod ids;
pub mod lang;
#[cfg(feature = "data")]
pub mod money;
pub mod numbers;
pub mod overview;
pub mod permissions;
#[cfg(feature = "data")]
mod records;
pub mod retention;
pub mod review;
#[cfg(feature = "screening")]
pub mod screening;
pub mod tenants;
pub mod text;
pub mod transfers;
mod words;

pub use actor::Actor;
pub use ids::*;
pub use lang::Lang;
