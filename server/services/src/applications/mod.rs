//! Use cases of applications, from the merchant's side, and the one way an application moves on.

mod access;
mod moves;
mod notices;
mod terms;

pub use moves::{SCREEN, advance, why_key};
pub use terms::Terms;
