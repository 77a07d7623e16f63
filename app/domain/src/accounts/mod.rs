//! Rules of accounts: addresses, and the ladder that guessing climbs.

mod attempts;
mod email;
pub mod password;

pub use attempts::{Attempts, Gate, LOCK, TRIES};
pub use email::{EmailAddress, EmailFault};
