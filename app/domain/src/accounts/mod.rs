//! Rules of accounts: addresses, the ladder that guessing climbs, and what proves who somebody is.

mod attempts;
mod email;
pub mod factors;
pub mod password;

pub use attempts::{Attempts, Gate, LOCK, TRIES};
pub use email::{EmailAddress, EmailFault};
