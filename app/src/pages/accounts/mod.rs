//! Pages of accounts: registering, signing in, links by mail, and a person's own pages.

pub mod change_email;
pub mod change_password;
pub mod confirm;
pub mod factors;
pub mod forgotten;
pub mod hub;
pub mod link_gone;
pub mod new_password;
pub mod register;
pub mod sent;
pub mod sessions;
pub mod sign_in;
pub mod unconfirmed;

#[cfg(test)]
mod tests;
