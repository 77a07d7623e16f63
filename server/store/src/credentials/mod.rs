//! Rows of credentials, and of the right to live ones. A secret is stored as its SHA-256 alone.

mod changes;
mod endings;
mod lists;
mod presented;
pub mod rights;

pub use changes::{Ending, NewCredential, draw, fence, insert, lock_and_count, revoke, rotate};
pub use endings::{due_reminders, expire, over, reminded};
pub use lists::{Filter, all, find, of_merchants, standing};
pub use presented::{lookup, presented, used};

use domain::{
    CredentialId, MerchantId,
    credentials::{
        Environment, Life, Network,
        life::{Instants, LifeKind},
    },
};
use time::OffsetDateTime;

/// A credential as lists show it; never its secret.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// Whose.
    pub merchant: MerchantId,
    /// The merchant's name.
    pub merchant_name: String,
    /// The merchant's number.
    pub merchant_number: Option<String>,
    /// Where it speaks.
    pub environment: Environment,
    /// What it is called.
    pub label: String,
    /// The secret's last four characters, once drawn.
    pub tail: Option<String>,
    /// Whose act it was.
    pub created_by: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// The instants its life is told by.
    pub instants: Instants,
    /// When it was last used, to the minute.
    pub last_used_at: Option<OffsetDateTime>,
    /// Where it may be used from; from everywhere where there is none.
    pub networks: Vec<Network>,
    /// Which one it takes the place of.
    pub replaces: Option<CredentialId>,
    /// Why it was ended, where that was said.
    pub revoked_reason: Option<String>,
}

impl Credential {
    /// Where it stands at this instant.
    pub fn life(&self, now: OffsetDateTime) -> Life {
        Life::read(self.instants, now)
    }

    /// The same without its data.
    pub fn state(&self, now: OffsetDateTime) -> LifeKind {
        self.life(now).kind()
    }
}
