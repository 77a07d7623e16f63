//! Hands that a case may be put into.

use crate::ids::PersonId;

/// Somebody of the desk, as far as cases ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub person: PersonId,
    /// Whether they are one who decides.
    pub decides: bool,
}
