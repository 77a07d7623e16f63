//! What a person proves themselves with beside the password, and for how long a proof counts.

use time::{Duration, OffsetDateTime};

/// Seconds for which one code of an authenticator app stands.
pub const STEP_SECONDS: i64 = 30;
/// Recovery codes that are given at once.
pub const RECOVERY_CODES: usize = 10;
/// Passkeys that one person may have.
pub const PASSKEYS: usize = 12;
/// How long a proof counts for acts that demand one.
pub const FRESH: Duration = Duration::minutes(5);

/// Whether a proof made then still counts.
pub fn is_fresh(proved_at: Option<OffsetDateTime>, now: OffsetDateTime) -> bool {
    proved_at.is_some_and(|at| now - at <= FRESH)
}

/// The step of an instant.
pub const fn step_of(now: OffsetDateTime) -> i64 {
    now.unix_timestamp().div_euclid(STEP_SECONDS)
}

/// The steps whose codes are taken at an instant: the one before, this one and the next, but none that was taken and
/// none before it.
pub fn open_steps(now: OffsetDateTime, last: Option<i64>) -> impl Iterator<Item = i64> {
    let this = step_of(now);
    (this - 1..=this + 1).filter(move |step| last.is_none_or(|last| *step > last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-28 09:00:10 UTC);

    #[test]
    fn a_proof_counts_for_five_minutes() {
        assert!(is_fresh(Some(NOW), NOW));
        assert!(is_fresh(Some(NOW), NOW + Duration::minutes(5)));
        assert!(!is_fresh(Some(NOW), NOW + Duration::seconds(301)));
        assert!(!is_fresh(None, NOW));
    }

    #[test]
    fn a_code_is_good_one_step_early_or_late_and_never_after_it_was_taken() {
        let this = step_of(NOW);
        let open = |last| open_steps(NOW, last).collect::<Vec<_>>();
        assert_eq!(open(None), [this - 1, this, this + 1]);
        assert_eq!(open(Some(this - 1)), [this, this + 1]);
        assert_eq!(open(Some(this)), [this + 1]);
        assert!(open(Some(this + 1)).is_empty());
        assert_eq!(step_of(NOW + Duration::seconds(20)), this + 1);
    }
}
