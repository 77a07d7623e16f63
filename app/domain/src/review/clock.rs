//! The clock of what the desk owes: it counts working time, and only while the ball is ours.

use super::{Calendar, Zone};
use time::{Duration, OffsetDateTime};

/// How the desk's clock stands. Each variant holds what is true in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Nothing is owed.
    Off,
    /// The ball is ours.
    Running {
        /// When the answer is owed.
        due: OffsetDateTime,
    },
    /// The ball is the merchant's or the bank's.
    Paused {
        /// The working time that is left for when it comes back; below zero where the answer was owed already.
        left: Duration,
    },
}

/// What happens to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// The ball comes to us.
    Start {
        /// The working time for an answer, where nothing of it was used before.
        allowed: Duration,
    },
    /// The ball leaves us, and will come back.
    Pause,
    /// The answer was given, or nobody waits for it any more. Whatever comes after it is a new matter.
    Stop,
}

impl Clock {
    /// As it stands in a row's columns.
    pub const fn of(due: Option<OffsetDateTime>, left: Option<Duration>) -> Self {
        match (due, left) {
            (Some(due), _) => Self::Running { due },
            (None, Some(left)) => Self::Paused { left },
            (None, None) => Self::Off,
        }
    }

    /// When the answer is owed, while the ball is ours.
    pub const fn due(self) -> Option<OffsetDateTime> {
        match self {
            Self::Running { due } => Some(due),
            _ => None,
        }
    }

    /// What is left, while it isn't.
    pub const fn left(self) -> Option<Duration> {
        match self {
            Self::Paused { left } => Some(left),
            _ => None,
        }
    }

    /// The clock after this. One that runs already isn't started anew, one that stands still has nothing to pause.
    #[must_use]
    pub fn apply(self, tick: Tick, calendar: &Calendar, zone: &impl Zone, now: OffsetDateTime) -> Self {
        let owed = |time| Self::Running { due: calendar.shift(now, time, zone) };
        match (self, tick) {
            (Self::Off, Tick::Start { allowed }) => owed(allowed),
            (Self::Paused { left }, Tick::Start { .. }) => owed(left),
            (Self::Running { due }, Tick::Pause) => {
                Self::Paused { left: calendar.signed_time(now, due, zone) }
            }
            (_, Tick::Stop) => Self::Off,
            (still, Tick::Start { .. } | Tick::Pause) => still,
        }
    }
}

#[cfg(all(test, feature = "data"))]
mod tests;
