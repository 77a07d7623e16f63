//! Where each thing that the rules ask for stands, as the desk sees it. Derived, never kept.

use super::Mark;
use crate::{documents::Version, words::words};

words! {
    /// Where a requirement stands.
    Requirement {
        /// Not asked of this merchant, and not given.
        NotApplicable = "not_applicable",
        /// To be given.
        Due = "due",
        /// Given, to be judged.
        Submitted = "submitted",
        /// Given, our machines are still looking.
        Verifying = "verifying",
        /// The desk accepted it.
        Accepted = "accepted",
        /// It goes back to the merchant.
        RedoRequested = "redo_requested",
        /// It doesn't hold.
        Rejected = "rejected",
        /// What it proves has run out.
        Expired = "expired",
        /// Two people waived it.
        Waived = "waived",
    }
}

/// What is known of a requirement.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Whether the rules ask for it.
    pub required: bool,
    /// Whether there is an answer or a file.
    pub given: bool,
    /// The file that counts, where it is a paper.
    pub file: Option<&'a Version>,
    /// The judgement that counts.
    pub judged: Option<Mark>,
    /// Whether two people waived it.
    pub waived: bool,
    /// Whether it runs out and another one was asked for, which hasn't come.
    pub lapsing: bool,
}

impl Requirement {
    /// Where it stands.
    pub const fn of(facts: Facts<'_>) -> Self {
        if facts.waived {
            return Self::Waived;
        }
        match (facts.judged, facts.file) {
            (Some(Mark::SentBack), _) => return Self::RedoRequested,
            (Some(Mark::Rejected), _) => return Self::Rejected,
            (_, Some(Version::Expired)) => return Self::Expired,
            (_, Some(Version::Uploading { .. } | Version::Quarantined { .. })) => return Self::Verifying,
            _ if facts.lapsing => return Self::Due,
            _ => {}
        }
        match (facts.given, facts.required, facts.judged) {
            (true, _, Some(Mark::Accepted)) => Self::Accepted,
            (true, ..) => Self::Submitted,
            (false, true, _) => Self::Due,
            (false, false, _) => Self::NotApplicable,
        }
    }

    /// Whether approval can't be recommended while it stands so.
    pub const fn blocks_approval(self) -> bool {
        !matches!(self, Self::NotApplicable | Self::Accepted | Self::Waived)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::OffsetDateTime;

    const GIVEN: Facts<'_> =
        Facts { required: true, given: true, file: None, judged: None, waived: false, lapsing: false };

    #[test]
    fn each_stands_somewhere() {
        let of = Requirement::of;
        assert_eq!(of(GIVEN), Requirement::Submitted);
        assert_eq!(of(Facts { given: false, ..GIVEN }), Requirement::Due);
        assert_eq!(of(Facts { given: false, required: false, ..GIVEN }), Requirement::NotApplicable);
        for (mark, there) in [
            (Mark::Accepted, Requirement::Accepted),
            (Mark::SentBack, Requirement::RedoRequested),
            (Mark::Rejected, Requirement::Rejected),
        ] {
            assert_eq!(of(Facts { judged: Some(mark), ..GIVEN }), there);
            assert_eq!(of(Facts { judged: Some(mark), waived: true, ..GIVEN }), Requirement::Waived);
        }
        let quarantined = Version::Quarantined { since: OffsetDateTime::UNIX_EPOCH };
        assert_eq!(of(Facts { file: Some(&quarantined), ..GIVEN }), Requirement::Verifying);
        let accepted = Facts { file: Some(&Version::Expired), judged: Some(Mark::Accepted), ..GIVEN };
        assert_eq!(of(accepted), Requirement::Expired);
        assert_eq!(of(Facts { given: false, judged: Some(Mark::Accepted), ..GIVEN }), Requirement::Due);
        let lapsing = Facts { judged: Some(Mark::Accepted), lapsing: true, ..GIVEN };
        assert_eq!(of(lapsing), Requirement::Due, "due again before it is over");
        assert_eq!(of(Facts { file: Some(&Version::Expired), ..lapsing }), Requirement::Expired);
    }

    #[test]
    fn approval_waits_for_everything_that_is_asked_or_given() {
        let free: Vec<_> = Requirement::ALL.iter().filter(|at| !at.blocks_approval()).collect();
        assert_eq!(free, [&Requirement::NotApplicable, &Requirement::Accepted, &Requirement::Waived]);
    }
}
