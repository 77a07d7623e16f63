//! The ladder that guessing a password climbs: a growing wait after each wrong one, then a lock.
//!
//! An attempt made while the gate is shut is refused whatever was typed, and counts for nothing: of a hundred
//! guesses sent at once, one is a guess.

use time::{Duration, OffsetDateTime};

/// Wrong passwords in a row before the lock.
pub const TRIES: u32 = 10;
/// How long the lock holds.
pub const LOCK: Duration = Duration::minutes(30);
/// From so many in a row on, every further lock holds for [`LONG_LOCK`].
const MANY: u32 = 100;
const LONG_LOCK: Duration = Duration::days(1);

/// Wrong passwords of one account since the last right one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// How many in a row.
    pub failed: u32,
    /// When the last one was.
    pub last_failed_at: Option<OffsetDateTime>,
    /// Until when the account is locked.
    pub locked_until: Option<OffsetDateTime>,
}

/// Whether an attempt is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// It is.
    Open,
    /// Not until this instant: the wait after the last wrong one.
    Waiting(OffsetDateTime),
    /// Not until this instant: the lock.
    Locked(OffsetDateTime),
}

/// The wait after so many wrong ones in a row.
const fn wait(failed: u32) -> Duration {
    match failed {
        0 => Duration::ZERO,
        1..=2 => Duration::seconds(1),
        3..=8 => Duration::seconds(3),
        _ => Duration::seconds(5),
    }
}

impl Attempts {
    /// Whether an attempt at this instant is looked at.
    pub fn gate(&self, now: OffsetDateTime) -> Gate {
        if let Some(until) = self.locked_until.filter(|until| *until > now) {
            return Gate::Locked(until);
        }
        match self.last_failed_at.map(|last| last + wait(self.failed)).filter(|until| *until > now) {
            Some(until) => Gate::Waiting(until),
            None => Gate::Open,
        }
    }

    /// After one more wrong password; the gate was open.
    #[must_use]
    pub fn failed_again(self, now: OffsetDateTime) -> Self {
        let failed = self.failed.saturating_add(1);
        let lock = if failed >= MANY { LONG_LOCK } else { LOCK };
        let locked_until = failed.is_multiple_of(TRIES).then(|| now + lock);
        Self { failed, last_failed_at: Some(now), locked_until }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const START: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);

    #[test]
    fn a05_waits_grow_and_the_tenth_locks() {
        let (mut attempts, mut now) = (Attempts::default(), START);
        let mut waits = Vec::new();
        for _ in 1..TRIES {
            assert_eq!(attempts.gate(now), Gate::Open);
            attempts = attempts.failed_again(now);
            let Gate::Waiting(until) = attempts.gate(now) else { panic!("{attempts:?}") };
            waits.push((until - now).whole_seconds());
            now = until;
        }
        assert_eq!(waits, [1, 1, 3, 3, 3, 3, 3, 3, 5]);
        attempts = attempts.failed_again(now);
        assert_eq!(attempts.gate(now + Duration::minutes(29)), Gate::Locked(now + LOCK));
        assert_eq!(attempts.gate(now + Duration::minutes(30)), Gate::Open);
        assert_eq!(attempts.gate(now + Duration::minutes(31)), Gate::Open);
    }

    #[test]
    fn a05_the_hundredth_locks_for_a_day() {
        let before = Attempts { failed: 99, last_failed_at: Some(START), locked_until: None };
        let now = START + Duration::hours(1);
        assert_eq!(before.failed_again(now).gate(now + Duration::hours(23)), Gate::Locked(now + LONG_LOCK));
    }

    #[test]
    fn a05_guesses_sent_at_once_are_one_guess() {
        let mut attempts = Attempts::default();
        let looked_at = (0..100)
            .filter(|_| {
                let open = attempts.gate(START) == Gate::Open;
                if open {
                    attempts = attempts.failed_again(START);
                }
                open
            })
            .count();
        assert_eq!((looked_at, attempts.failed), (1, 1));
    }
}
