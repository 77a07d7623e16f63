//! Rows of review: the queue, claims, what is made of each item, requests for changes, waivers, notes, what our
//! machines found, recommendations, decisions, and what an approval gives.

pub mod aboard;
mod claims;
pub mod decisions;
mod grounds;
pub mod judgements;
mod material;
mod names;
pub mod notes;
mod queue;
pub mod recommendations;
pub mod requests;
mod returned;
pub mod screenings;
mod side;
pub mod waivers;

pub use claims::{claim, release};
pub use material::{Material, Paper, material};
pub use names::emails;
pub use queue::{Case, Key, Shelf, Wanted, queue};
pub use returned::return_all;
pub use side::{Side, by_number, side};
