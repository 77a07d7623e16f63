//! Rows of persons, what they prove themselves with, their sessions and their links by mail.

pub mod endings;
pub mod factors;
pub mod logins;
pub mod memberships;
pub mod passkeys;
pub mod persons;
pub mod proofs;
pub mod sessions;
pub mod throttles;
pub mod tokens;
