//! Pages of credentials: a merchant's own, the one answer that shows a secret, the right to live ones, and the admin's
//! list of all.

pub mod all;
pub mod create;
pub mod drawn;
mod line;
pub(in crate::pages) mod mode;
pub mod networks;
pub mod own;
pub mod revoke;
pub mod rights;
pub mod rotate;
pub mod spent;

pub use line::Line;
