//! What a tenant sets about the road of its applications.

use serde::{Deserialize, Serialize};

/// The tenant's switches and terms, read with the application that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Whether a small transfer proves the account before approval.
    pub account_verification: bool,
    /// Whether the legal representative signs before approval.
    pub signing: bool,
    /// Days after which an untouched draft runs out.
    pub draft_days: u16,
    /// Days the merchant has to answer requested changes.
    pub changes_days: u16,
    /// Days the merchant has to confirm the small transfer.
    pub account_days: u16,
    /// Days the legal representative has to sign.
    pub signing_days: u16,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            account_verification: false,
            signing: false,
            draft_days: 90,
            changes_days: 30,
            account_days: 10,
            signing_days: 30,
        }
    }
}
