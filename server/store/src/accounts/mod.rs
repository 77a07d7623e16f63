//! Rows of persons, their sessions and their links by mail.

pub mod memberships;
pub mod persons;
pub mod sessions;
pub mod tokens;
