//! The life of a credential: made, drawn once, and ended.

use crate::words::words;
use time::OffsetDateTime;

/// Where a credential stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Made; its secret has not been shown yet.
    Undrawn,
    /// Its secret was shown and speaks.
    Active {
        /// When it was drawn.
        since: OffsetDateTime,
        /// When it stops of itself, if it does.
        until: Option<OffsetDateTime>,
    },
    /// Ended by somebody.
    Revoked {
        /// When.
        at: OffsetDateTime,
    },
    /// Stopped of itself.
    Expired {
        /// When.
        at: OffsetDateTime,
    },
}

/// What happens to a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Its secret is drawn and shown, once.
    Draw {
        /// When it will stop of itself, if it does.
        until: Option<OffsetDateTime>,
    },
    /// Somebody ends it.
    Revoke,
    /// Its term has run out.
    Expire,
}

words! {
    /// A state without its data.
    LifeKind {
        /// See [`Life::Undrawn`].
        Undrawn = "undrawn",
        /// See [`Life::Active`].
        Active = "active",
        /// See [`Life::Revoked`].
        Revoked = "revoked",
        /// See [`Life::Expired`].
        Expired = "expired",
    }
}

words! {
    /// Why an event isn't open.
    Why {
        /// The secret was shown already; a lost one is cured by another credential.
        DrawnAlready = "drawn_already",
        /// The credential has ended.
        Ended = "ended",
        /// There is nothing to expire.
        NotDue = "not_due",
    }
}

/// An event that can't happen now: from which state, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not open for a credential that is {from}: {why}")]
pub struct Refused {
    /// The state it was tried in.
    pub from: LifeKind,
    /// Why not.
    pub why: Why,
}

impl Life {
    /// The state that a row's instants tell of.
    pub fn read(drawn: Option<OffsetDateTime>, revoked: Option<OffsetDateTime>) -> Self {
        match (drawn, revoked) {
            (_, Some(at)) => Self::Revoked { at },
            (Some(since), None) => Self::Active { since, until: None },
            (None, None) => Self::Undrawn,
        }
    }

    /// The state without its data.
    pub const fn kind(self) -> LifeKind {
        match self {
            Self::Undrawn => LifeKind::Undrawn,
            Self::Active { .. } => LifeKind::Active,
            Self::Revoked { .. } => LifeKind::Revoked,
            Self::Expired { .. } => LifeKind::Expired,
        }
    }

    /// Whether its secret is accepted at this instant.
    pub fn speaks(self, now: OffsetDateTime) -> bool {
        matches!(self, Self::Active { until, .. } if until.is_none_or(|until| now < until))
    }

    /// Moves the credential on, or says why not.
    ///
    /// # Errors
    /// [`Refused`] where the event isn't open in this state.
    pub fn apply(self, event: Event, now: OffsetDateTime) -> Result<Self, Refused> {
        let refused = |why| Err(Refused { from: self.kind(), why });
        match (self, event) {
            (Self::Undrawn, Event::Draw { until }) => Ok(Self::Active { since: now, until }),
            (Self::Active { .. }, Event::Draw { .. }) => refused(Why::DrawnAlready),
            (Self::Undrawn | Self::Active { .. }, Event::Revoke) => Ok(Self::Revoked { at: now }),
            (Self::Active { until: Some(until), .. }, Event::Expire) if until <= now => {
                Ok(Self::Expired { at: until })
            }
            (Self::Undrawn | Self::Active { .. }, Event::Expire) => refused(Why::NotDue),
            (Self::Revoked { .. } | Self::Expired { .. }, _) => refused(Why::Ended),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::{Duration, macros::datetime};

    const NOW: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);

    #[test]
    fn a_secret_is_drawn_once() {
        let active = Life::Undrawn.apply(Event::Draw { until: None }, NOW).unwrap();
        assert!(active.speaks(NOW) && !Life::Undrawn.speaks(NOW));
        let again = active.apply(Event::Draw { until: None }, NOW).unwrap_err();
        assert_eq!((again.from, again.why), (LifeKind::Active, Why::DrawnAlready));
    }

    #[test]
    fn what_has_ended_stays_ended() {
        let until = NOW + Duration::DAY;
        let active = Life::Undrawn.apply(Event::Draw { until: Some(until) }, NOW).unwrap();
        assert_eq!(active.apply(Event::Expire, NOW).unwrap_err().why, Why::NotDue);
        assert!(!active.speaks(until));
        let expired = active.apply(Event::Expire, until).unwrap();
        for ended in [active.apply(Event::Revoke, NOW).unwrap(), expired] {
            assert!(!ended.speaks(NOW));
            for event in [Event::Draw { until: None }, Event::Revoke, Event::Expire] {
                assert_eq!(ended.apply(event, until).unwrap_err().why, Why::Ended);
            }
        }
    }

    #[test]
    fn rows_tell_the_state() {
        assert_eq!(Life::read(None, None), Life::Undrawn);
        assert_eq!(Life::read(Some(NOW), None).kind(), LifeKind::Active);
        assert_eq!(Life::read(Some(NOW), Some(NOW)), Life::Revoked { at: NOW });
        assert_eq!(Life::read(None, Some(NOW)), Life::Revoked { at: NOW });
    }
}
