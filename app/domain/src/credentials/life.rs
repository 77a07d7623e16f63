//! The life of a credential: made, drawn once, rotated with an overlap, and ended.

use crate::words::words;
use time::{Duration, OffsetDateTime};

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
    /// Another has taken its place; it speaks until then.
    Rotating {
        /// When it was drawn.
        since: OffsetDateTime,
        /// From when on it is refused.
        until: OffsetDateTime,
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

/// The instants a credential's row holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Instants {
    /// When its secret was shown.
    pub drawn: Option<OffsetDateTime>,
    /// When it stops of itself.
    pub expires: Option<OffsetDateTime>,
    /// Until when it speaks beside the one that has taken its place.
    pub rotating_until: Option<OffsetDateTime>,
    /// When somebody ended it.
    pub revoked: Option<OffsetDateTime>,
}

words! {
    /// How long a credential goes on beside the one that takes its place.
    Overlap {
        /// Not at all: whoever has lost a secret replaces it at once.
        None = "none",
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// Seven days.
        Week = "week",
    }
}

impl Overlap {
    /// How long that is.
    pub const fn length(self) -> Duration {
        match self {
            Self::None => Duration::ZERO,
            Self::Hour => Duration::HOUR,
            Self::Day => Duration::DAY,
            Self::Week => Duration::WEEK,
        }
    }
}

/// What happens to a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Its secret is drawn and shown, once.
    Draw {
        /// When it will stop of itself, if it does.
        until: Option<OffsetDateTime>,
    },
    /// Another takes its place.
    Rotate(Overlap),
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
        /// See [`Life::Rotating`].
        Rotating = "rotating",
        /// See [`Life::Revoked`].
        Revoked = "revoked",
        /// See [`Life::Expired`].
        Expired = "expired",
    }
}

words! {
    /// Why an event isn't open.
    Why {
        /// The secret was shown already; a lost one is cured by replacing the credential.
        DrawnAlready = "drawn_already",
        /// There is no secret yet that could be replaced: draw it.
        NotDrawn = "not_drawn",
        /// Another has taken its place already.
        RotatedAlready = "rotated_already",
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
    /// The state that a row's instants tell of, at this one. A term that is over is over, whether or not anybody has
    /// noted it.
    pub fn read(row: Instants, now: OffsetDateTime) -> Self {
        if let Some(at) = row.revoked {
            return Self::Revoked { at };
        }
        let ends = row.rotating_until.into_iter().chain(row.expires).min();
        match (ends, row.drawn) {
            (Some(at), _) if at <= now => Self::Expired { at },
            (_, None) => Self::Undrawn,
            (Some(until), Some(since)) if row.rotating_until.is_some() => Self::Rotating { since, until },
            (until, Some(since)) => Self::Active { since, until },
        }
    }

    /// The state without its data.
    pub const fn kind(self) -> LifeKind {
        match self {
            Self::Undrawn => LifeKind::Undrawn,
            Self::Active { .. } => LifeKind::Active,
            Self::Rotating { .. } => LifeKind::Rotating,
            Self::Revoked { .. } => LifeKind::Revoked,
            Self::Expired { .. } => LifeKind::Expired,
        }
    }

    /// Whether its secret is accepted at this instant.
    pub fn speaks(self, now: OffsetDateTime) -> bool {
        match self {
            Self::Active { until, .. } => until.is_none_or(|until| now < until),
            Self::Rotating { until, .. } => now < until,
            Self::Undrawn | Self::Revoked { .. } | Self::Expired { .. } => false,
        }
    }

    /// Moves the credential on, or says why not.
    ///
    /// # Errors
    /// [`Refused`] where the event isn't open in this state.
    pub fn apply(self, event: Event, now: OffsetDateTime) -> Result<Self, Refused> {
        let refused = |why| Err(Refused { from: self.kind(), why });
        match (self, event) {
            (Self::Revoked { .. } | Self::Expired { .. }, _) => refused(Why::Ended),
            (Self::Undrawn, Event::Draw { until }) => Ok(Self::Active { since: now, until }),
            (Self::Active { .. } | Self::Rotating { .. }, Event::Draw { .. }) => refused(Why::DrawnAlready),
            (Self::Undrawn, Event::Rotate(_)) => refused(Why::NotDrawn),
            (Self::Rotating { .. }, Event::Rotate(_)) => refused(Why::RotatedAlready),
            (Self::Active { .. }, Event::Rotate(Overlap::None)) => Ok(Self::Revoked { at: now }),
            (Self::Active { since, until }, Event::Rotate(overlap)) => {
                // It never speaks longer than it would have.
                let overlapped = now + overlap.length();
                let until = until.map_or(overlapped, |until| until.min(overlapped));
                Ok(Self::Rotating { since, until })
            }
            (Self::Undrawn | Self::Active { .. } | Self::Rotating { .. }, Event::Revoke) => {
                Ok(Self::Revoked { at: now })
            }
            (Self::Active { until: Some(until), .. } | Self::Rotating { until, .. }, Event::Expire)
                if until <= now =>
            {
                Ok(Self::Expired { at: until })
            }
            (Self::Undrawn | Self::Active { .. } | Self::Rotating { .. }, Event::Expire) => {
                refused(Why::NotDue)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);
    const MOMENT: Duration = Duration::NANOSECOND;

    fn active(until: Option<OffsetDateTime>) -> Life {
        Life::Undrawn.apply(Event::Draw { until }, NOW).unwrap()
    }

    #[test]
    fn a_secret_is_drawn_once() {
        let active = active(None);
        assert!(active.speaks(NOW) && !Life::Undrawn.speaks(NOW));
        let again = active.apply(Event::Draw { until: None }, NOW).unwrap_err();
        assert_eq!((again.from, again.why), (LifeKind::Active, Why::DrawnAlready));
        assert_eq!(Life::Undrawn.apply(Event::Rotate(Overlap::Day), NOW).unwrap_err().why, Why::NotDrawn);
    }

    #[test]
    fn k04_the_replaced_one_speaks_until_its_overlap_is_over_and_not_a_moment_longer() {
        for overlap in [Overlap::Hour, Overlap::Day, Overlap::Week] {
            let rotating = active(None).apply(Event::Rotate(overlap), NOW).unwrap();
            let end = NOW + overlap.length();
            assert!(rotating.speaks(end - MOMENT) && !rotating.speaks(end), "{overlap}");
            let again = rotating.apply(Event::Rotate(overlap), NOW).unwrap_err();
            assert_eq!(again.why, Why::RotatedAlready);
            assert_eq!(rotating.apply(Event::Expire, end).unwrap(), Life::Expired { at: end });
        }
        let lost = active(None).apply(Event::Rotate(Overlap::None), NOW).unwrap();
        assert_eq!(lost, Life::Revoked { at: NOW });
        let ending = active(Some(NOW + Duration::MINUTE)).apply(Event::Rotate(Overlap::Hour), NOW).unwrap();
        assert!(!ending.speaks(NOW + Duration::MINUTE), "an overlap prolongs nothing");
    }

    #[test]
    fn what_has_ended_stays_ended() {
        let until = NOW + Duration::DAY;
        let active = active(Some(until));
        assert_eq!(active.apply(Event::Expire, NOW).unwrap_err().why, Why::NotDue);
        assert!(!active.speaks(until));
        let expired = active.apply(Event::Expire, until).unwrap();
        for ended in [active.apply(Event::Revoke, NOW).unwrap(), expired] {
            assert!(!ended.speaks(NOW));
            for event in
                [Event::Draw { until: None }, Event::Revoke, Event::Expire, Event::Rotate(Overlap::Hour)]
            {
                assert_eq!(ended.apply(event, until).unwrap_err().why, Why::Ended);
            }
        }
    }

    #[test]
    fn rows_tell_the_state() {
        let row = Instants { drawn: Some(NOW), ..Instants::default() };
        let end = NOW + Duration::HOUR;
        let read = |row, now| Life::read(row, now);
        assert_eq!(read(Instants::default(), NOW), Life::Undrawn);
        assert_eq!(read(row, NOW), Life::Active { since: NOW, until: None });
        let rotating = Instants { rotating_until: Some(end), ..row };
        assert_eq!(read(rotating, end - MOMENT), Life::Rotating { since: NOW, until: end });
        assert_eq!(read(rotating, end), Life::Expired { at: end });
        let term = Instants { expires: Some(end), ..row };
        assert_eq!(read(term, NOW), Life::Active { since: NOW, until: Some(end) });
        assert_eq!(read(term, end), Life::Expired { at: end });
        let both = Instants { expires: Some(end), rotating_until: Some(end + Duration::DAY), ..row };
        assert_eq!(read(both, end), Life::Expired { at: end }, "the earlier end counts");
        let undrawn = Instants { expires: Some(end), ..Instants::default() };
        assert_eq!(read(undrawn, end), Life::Expired { at: end });
        assert_eq!(read(Instants { revoked: Some(NOW), ..both }, end), Life::Revoked { at: NOW });
    }
}
