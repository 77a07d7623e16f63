//! Who tries every route.

use std::fmt;

/// Somebody, seen from the owner of the things the routes point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// Nobody is signed in.
    Anonymous,
    /// Signed in, without any role.
    Nobody,
    /// Owner of the very merchant.
    Owner,
    /// Owner of another merchant of the same tenant.
    Other,
    /// Owner of a merchant of another tenant.
    Afar,
    /// The tenant's staff, one role each.
    Reviewer,
    /// See [`Who::Reviewer`].
    Senior,
    /// See [`Who::Reviewer`].
    Admin,
    /// See [`Who::Reviewer`].
    Auditor,
    /// Runs the platform.
    Operator,
    /// Staff of another tenant, with every role there.
    Stranger,
}

impl Who {
    /// The table's columns.
    pub(crate) const ALL: [Self; 11] = [
        Self::Anonymous,
        Self::Nobody,
        Self::Owner,
        Self::Other,
        Self::Afar,
        Self::Reviewer,
        Self::Senior,
        Self::Admin,
        Self::Auditor,
        Self::Operator,
        Self::Stranger,
    ];
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{self:?}").to_lowercase())
    }
}
