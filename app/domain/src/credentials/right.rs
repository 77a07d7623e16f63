//! The right to live credentials: proposed by one person, opened by another, ended with the last capability.

use crate::{ids::PersonId, words::words};
use time::OffsetDateTime;

/// Where the right stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// A reviewer proposed it; another person is to open it.
    Proposed {
        /// Who.
        by: PersonId,
        /// When.
        at: OffsetDateTime,
    },
    /// Open: the merchant makes and draws live credentials itself.
    Open {
        /// Who proposed it.
        proposed_by: PersonId,
        /// Who opened it.
        by: PersonId,
        /// When.
        at: OffsetDateTime,
    },
    /// The second person said no, or it ended.
    Ended {
        /// When.
        at: OffsetDateTime,
    },
}

/// What happens to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another person opens it.
    Open {
        /// Who.
        by: PersonId,
    },
    /// Another person says no.
    Decline {
        /// Who.
        by: PersonId,
    },
    /// Nothing is in force any more, or what approval gave was taken back.
    End,
}

words! {
    /// A state without its data.
    RightKind {
        /// See [`Right::Proposed`].
        Proposed = "proposed",
        /// See [`Right::Open`].
        Open = "open",
        /// See [`Right::Ended`].
        Ended = "ended",
    }
}

words! {
    /// Why an act isn't open.
    Why {
        /// Whoever proposed it opens it: four eyes are two people.
        Proposer = "proposer",
        /// It isn't proposed (any more).
        NotNow = "not_now",
        /// No channel has said yes, or none says so any longer.
        NothingEffective = "nothing_effective",
        /// It is proposed or open already.
        Already = "already",
    }
}

/// Whether it can be proposed.
///
/// # Errors
/// Why not.
pub const fn may_propose(standing: Option<RightKind>, effective: bool) -> Result<(), Why> {
    match standing {
        Some(RightKind::Proposed | RightKind::Open) => Err(Why::Already),
        _ if !effective => Err(Why::NothingEffective),
        _ => Ok(()),
    }
}

impl Right {
    /// The state without its data.
    pub const fn kind(self) -> RightKind {
        match self {
            Self::Proposed { .. } => RightKind::Proposed,
            Self::Open { .. } => RightKind::Open,
            Self::Ended { .. } => RightKind::Ended,
        }
    }

    /// Moves the right on, or says why not. `effective` says whether any capability is in force.
    ///
    /// # Errors
    /// Why the event isn't open.
    pub fn apply(self, event: Event, effective: bool, now: OffsetDateTime) -> Result<Self, Why> {
        match (self, event) {
            (Self::Proposed { by: proposer, .. }, Event::Open { by } | Event::Decline { by })
                if proposer == by =>
            {
                Err(Why::Proposer)
            }
            (Self::Proposed { .. }, Event::Open { .. }) if !effective => Err(Why::NothingEffective),
            (Self::Proposed { by: proposed_by, .. }, Event::Open { by }) => {
                Ok(Self::Open { proposed_by, by, at: now })
            }
            (Self::Proposed { .. }, Event::Decline { .. })
            | (Self::Proposed { .. } | Self::Open { .. }, Event::End) => Ok(Self::Ended { at: now }),
            _ => Err(Why::NotNow),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;
    use uuid::Uuid;

    const NOW: OffsetDateTime = datetime!(2026-11-27 09:00 UTC);

    const fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    const PROPOSED: Right = Right::Proposed { by: person(1), at: NOW };

    #[test]
    fn another_person_opens_it_while_something_is_in_force() {
        let open = |by, effective| PROPOSED.apply(Event::Open { by: person(by) }, effective, NOW);
        assert_eq!(open(1, true), Err(Why::Proposer));
        assert_eq!(open(2, false), Err(Why::NothingEffective));
        let right = open(2, true).unwrap();
        assert_eq!(right, Right::Open { proposed_by: person(1), by: person(2), at: NOW });
        assert_eq!(right.apply(Event::Open { by: person(3) }, true, NOW), Err(Why::NotNow));
        assert_eq!(right.apply(Event::End, false, NOW).unwrap().kind(), RightKind::Ended);
    }

    #[test]
    fn whoever_proposed_it_neither_opens_nor_declines_it() {
        assert_eq!(PROPOSED.apply(Event::Decline { by: person(1) }, true, NOW), Err(Why::Proposer));
        let declined = PROPOSED.apply(Event::Decline { by: person(2) }, true, NOW).unwrap();
        assert_eq!(declined.kind(), RightKind::Ended);
        for event in [Event::Open { by: person(2) }, Event::Decline { by: person(2) }, Event::End] {
            assert_eq!(declined.apply(event, true, NOW), Err(Why::NotNow));
        }
    }

    #[test]
    fn it_is_proposed_once_and_only_over_something_in_force() {
        assert_eq!(may_propose(None, true), Ok(()));
        assert_eq!(may_propose(Some(RightKind::Ended), true), Ok(()));
        assert_eq!(may_propose(None, false), Err(Why::NothingEffective));
        for standing in [RightKind::Proposed, RightKind::Open] {
            assert_eq!(may_propose(Some(standing), true), Err(Why::Already));
        }
    }
}
