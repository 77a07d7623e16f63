//! How a price comes to hold: proposed by one person, approved by another, an offer accepted by its merchant.

use crate::{ids::PersonId, words::words};

use super::Grounds;

/// Where a line of the price list or an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Somebody proposed it.
    Proposed {
        /// Who.
        by: PersonId,
    },
    /// Somebody else approved it: a line holds on its days, an offer waits for its merchant.
    Approved {
        /// Who.
        by: PersonId,
    },
    /// The merchant accepted the offer.
    Accepted {
        /// Who of theirs.
        by: PersonId,
    },
    /// Another took its place.
    Superseded,
    /// Somebody else said no.
    Declined {
        /// Who.
        by: PersonId,
    },
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another person approves it.
    Approve {
        /// Who.
        by: PersonId,
        /// Whether they may approve below cost.
        senior: bool,
        /// Whether they gave a reason for it.
        reason: bool,
        /// Why it takes a senior, if it does.
        grounds: Option<Grounds>,
    },
    /// Another person says no.
    Decline {
        /// Who.
        by: PersonId,
    },
    /// The merchant accepts it.
    Accept {
        /// Who of theirs.
        by: PersonId,
    },
    /// Another takes its place.
    Supersede,
}

words! {
    /// A standing without its data.
    StandingKind {
        /// See [`Standing::Proposed`].
        Proposed = "proposed",
        /// See [`Standing::Approved`].
        Approved = "approved",
        /// See [`Standing::Accepted`].
        Accepted = "accepted",
        /// See [`Standing::Superseded`].
        Superseded = "superseded",
        /// See [`Standing::Declined`].
        Declined = "declined",
    }
}

words! {
    /// Why an act isn't open.
    Why {
        /// Four eyes are two people.
        Proposer = "proposer",
        /// It isn't in the state for it (any more).
        NotNow = "not_now",
        /// It is below cost, or its cost can't be told: that takes a senior.
        Senior = "senior",
        /// It is below cost, or its cost can't be told: that takes a reason.
        Reason = "reason",
    }
}

impl Standing {
    /// The standing without its data.
    pub const fn kind(self) -> StandingKind {
        match self {
            Self::Proposed { .. } => StandingKind::Proposed,
            Self::Approved { .. } => StandingKind::Approved,
            Self::Accepted { .. } => StandingKind::Accepted,
            Self::Superseded => StandingKind::Superseded,
            Self::Declined { .. } => StandingKind::Declined,
        }
    }

    /// Moves it on, or says why not.
    ///
    /// # Errors
    /// Why the event isn't open.
    pub fn apply(self, event: Event) -> Result<Self, Why> {
        match (self, event) {
            (Self::Proposed { by: proposer }, Event::Approve { by, .. } | Event::Decline { by })
                if proposer == by =>
            {
                Err(Why::Proposer)
            }
            (Self::Proposed { .. }, Event::Approve { senior: false, grounds: Some(_), .. }) => {
                Err(Why::Senior)
            }
            (Self::Proposed { .. }, Event::Approve { reason: false, grounds: Some(_), .. }) => {
                Err(Why::Reason)
            }
            (Self::Proposed { .. }, Event::Approve { by, .. }) => Ok(Self::Approved { by }),
            (Self::Proposed { .. }, Event::Decline { by }) => Ok(Self::Declined { by }),
            (Self::Approved { .. }, Event::Accept { by }) => Ok(Self::Accepted { by }),
            (Self::Approved { .. } | Self::Accepted { .. }, Event::Supersede) => Ok(Self::Superseded),
            _ => Err(Why::NotNow),
        }
    }
}
