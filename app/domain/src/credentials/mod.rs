//! The rules of credentials: the form of a secret, and the life of the credential it belongs to.

pub mod life;
pub mod token;

pub use life::Life;
pub use token::{NoToken, Token};

use crate::words::words;

words! {
    /// Where a credential speaks.
    Environment {
        /// The sandbox: no money moves.
        Test = "test",
        /// Real payments.
        Live = "live",
    }
}
