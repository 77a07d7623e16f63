//! Rows of review: the queue, claims, recommendations, decisions, and what an approval gives.

pub mod aboard;
mod claims;
pub mod decisions;
mod grounds;
mod material;
mod names;
mod queue;
pub mod recommendations;
mod returned;
mod side;

pub use claims::{claim, release};
pub use material::{Material, Paper, material};
pub use names::emails;
pub use queue::{Case, Key, Shelf, Wanted, queue};
pub use returned::return_all;
pub use side::{Side, by_number, side};
