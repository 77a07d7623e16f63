//! Rows of persons, their sessions and their links by mail.

pub mod endings;
pub mod logins;
pub mod memberships;
pub mod persons;
pub mod sessions;
pub mod throttles;
pub mod tokens;
