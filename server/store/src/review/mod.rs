//! Rows of review: the queue, whose hands cases are in, what was handed up, what is made of each item, requests for
//! changes, waivers, notes, what our machines found, recommendations, decisions, and what an approval gives.

pub mod aboard;
pub(crate) mod claims;
pub mod decisions;
pub mod escalations;
mod grounds;
pub mod judgements;
pub mod links;
mod material;
mod names;
pub mod notes;
mod queue;
pub mod recommendations;
pub mod requests;
pub mod reveals;
pub mod screenings;
mod search;
mod side;
mod typed;
pub mod waivers;

pub use claims::{held_by, keep, to_come_back};
pub use material::{Material, Paper, material};
pub use names::emails;
pub use queue::{Case, Hands, Key, Order, Shelf, Wanted, any_case, queue};
pub use side::{Side, by_number, side};
pub use typed::{LIFETIME as SEARCH_LIFETIME, open_search, seal_search};
