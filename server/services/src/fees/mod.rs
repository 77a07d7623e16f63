//! Use cases of fees: what taking a payment costs, told and compared.

mod beneath;
mod board;
pub mod claims;
mod compare;
pub mod merchant;
pub mod mixes;
pub mod offers;
pub mod prices;
pub mod rates;

pub use beneath::{Cost, Costs};
pub use board::{Question, board, may_compare, shelf};
pub use compare::compare;
