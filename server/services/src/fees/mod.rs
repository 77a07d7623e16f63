//! Use cases of fees: what taking a payment costs, told and compared.

mod board;
mod compare;
pub mod rates;

pub use board::{Question, board, may_compare};
pub use compare::compare;
