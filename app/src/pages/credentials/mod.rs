//! Pages of credentials: a merchant's own, the one answer that shows a secret, an admin's list.

pub mod all;
pub mod create;
pub mod drawn;
mod line;
pub mod own;
pub mod revoke;
pub mod spent;

pub use line::{Line, State};
