//! The rules of credentials: the form of a secret, the life of the credential it belongs to, where it may be used
//! from, and the right to have one for real payments.

pub mod life;
pub mod network;
pub mod right;
pub mod token;

pub use life::{Life, Overlap};
pub use network::Network;
pub use right::{Right, RightKind};
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

words! {
    /// Why an admin ends a credential. Its merchant reads it.
    RevokeReason {
        /// The secret is known to others, or may be.
        Leaked = "leaked",
        /// The merchant asked for it.
        Asked = "asked",
        /// Nobody uses it.
        Unused = "unused",
        /// It is used against what was agreed.
        Misused = "misused",
    }
}
