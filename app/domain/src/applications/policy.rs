//! What a tenant sets about the road of its applications.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use time::Duration;

/// The tenant's switches and terms, read with the application that moves. Kept as one JSON object at the tenant; what
/// it doesn't name is as in [`Policy::default`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
    /// Whether a merchant draws test credentials before it is approved, from its confirmed address on.
    pub test_credentials: bool,
    /// Days for which a fee claim is current after it was read.
    pub claim_days: u16,
}

impl Policy {
    /// What a draft's term may be: longer than the notice, and no longer than data lie about without a purpose.
    pub const DRAFT_DAYS: RangeInclusive<u16> = 14..=365;
    /// What the term for answering requested changes may be.
    pub const CHANGES_DAYS: RangeInclusive<u16> = 10..=180;
    /// What the desk's own term may be, in working hours.
    pub const SLA_HOURS: RangeInclusive<i32> = 1..=1000;
    /// What the days of a current fee claim may be.
    pub const CLAIM_DAYS: RangeInclusive<u16> = 1..=3650;
    /// How long before its end a term is told of, and the least that is left once it was.
    pub const NOTICE: Duration = Duration::days(7);
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
            test_credentials: true,
            claim_days: 180,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_set_is_as_the_house_has_it() {
        let kept: Policy = serde_json::from_str(r#"{"draft_days": 60}"#).unwrap();
        assert_eq!(kept, Policy { draft_days: 60, ..Policy::default() });
        assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
    }

    #[test]
    fn every_term_leaves_room_for_its_notice() {
        for least in [*Policy::DRAFT_DAYS.start(), *Policy::CHANGES_DAYS.start()] {
            assert!(Duration::days(i64::from(least)) > Policy::NOTICE);
        }
        assert!(Policy::DRAFT_DAYS.contains(&Policy::default().draft_days));
        assert!(Policy::CHANGES_DAYS.contains(&Policy::default().changes_days));
        assert!(Policy::CLAIM_DAYS.contains(&Policy::default().claim_days));
    }
}
