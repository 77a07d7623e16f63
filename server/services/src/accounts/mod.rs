//! Use cases of accounts.

mod passwords;

pub use passwords::Passwords;
