//! Use cases of fees: what taking a payment costs, told and compared.

mod compare;

pub use compare::compare;
