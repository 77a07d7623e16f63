//! Where an application stands. Each state holds what is true in it and nowhere else.

use crate::{
    applications::{event::Item, kinds::iso_date},
    ids::PersonId,
    review::{Reason, Seen},
    words::words,
};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime, serde::rfc3339};

/// Where an application stands.
///
/// Stored as it is (tagged with `state`); the tag is [`State::word`], which is also the column to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// The merchant is filling it in.
    Draft {
        /// What was submitted before it came back here, if it ever was.
        previous: Option<Submission>,
    },
    /// Handed in; nobody and nothing has looked at it yet.
    Submitted {
        /// Who handed it in, and when.
        submission: Submission,
    },
    /// Our machines are checking it.
    Screening {
        /// Who handed it in, and when.
        submission: Submission,
    },
    /// The desk is looking at it.
    InReview {
        /// Who handed it in, and when.
        submission: Submission,
        /// The approval that stands all the same, where the merchant is aboard and a channel had objections.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        aboard: Option<Approval>,
    },
    /// The merchant is to change some answers or papers.
    ChangesRequested {
        /// Who handed it in, and when.
        submission: Submission,
        /// Who asked; nobody where papers run out and our job did.
        by: Option<PersonId>,
        /// Exactly what is open for changing.
        items: Vec<Item>,
        /// When it runs out.
        #[serde(with = "rfc3339")]
        until: OffsetDateTime,
        /// The approval that stands all the same, where the merchant is aboard and a channel had objections.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        aboard: Option<Approval>,
    },
    /// Handed in again, under the same number.
    Resubmitted {
        /// Who handed it in, and when.
        submission: Submission,
        /// What had been asked for.
        answered: Vec<Item>,
        /// The approval that stands all the same, where the merchant is aboard and a channel had objections.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        aboard: Option<Approval>,
    },
    /// A recommendation waits for another person's decision.
    SecondReview {
        /// Who handed it in, and when.
        submission: Submission,
        /// Who recommended what.
        recommendation: Recommendation,
        /// The approval that stands all the same, where the merchant is aboard and a channel had objections.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        aboard: Option<Approval>,
    },
    /// A small transfer is to prove that the account is the applicant's.
    AccountVerification {
        /// Who handed it in, and when.
        submission: Submission,
        /// The two who approved.
        approval: Approval,
        /// When it runs out.
        #[serde(with = "rfc3339")]
        until: OffsetDateTime,
    },
    /// The legal representative is to sign.
    Signing {
        /// Who handed it in, and when.
        submission: Submission,
        /// The two who approved.
        approval: Approval,
        /// When it runs out.
        #[serde(with = "rfc3339")]
        until: OffsetDateTime,
    },
    /// Taken aboard.
    Approved {
        /// Who handed it in, and when.
        submission: Submission,
        /// The two who approved.
        approval: Approval,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Turned down.
    Rejected {
        /// Who handed it in, and when.
        submission: Submission,
        /// Who decided; nobody where a term or a transfer failed.
        by: Option<PersonId>,
        /// Every ground, confidential ones among them: show merchants [`State::said_reasons`] alone.
        reasons: Vec<Reason>,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Taken back by the merchant.
    Withdrawn {
        /// Who handed it in, and when, if it was.
        submission: Option<Submission>,
        /// Who took it back.
        by: PersonId,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Run out for want of an answer.
    Expired {
        /// Who handed it in, and when, if it was.
        submission: Option<Submission>,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// It was aboard, and the relationship is over.
    Ended {
        /// Who handed it in, and when.
        submission: Submission,
        /// Who ended it.
        by: PersonId,
        /// The last day of the relationship, from which the law counts.
        #[serde(with = "iso_date")]
        on: Date,
        /// When that was entered.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
}

/// One handing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Who.
    pub by: PersonId,
    /// When.
    #[serde(with = "rfc3339")]
    pub at: OffsetDateTime,
    /// The how many-eth time, from 1.
    pub round: u16,
}

impl Submission {
    /// The next handing in after this one (or the first).
    pub fn next(previous: Option<Self>, by: PersonId, at: OffsetDateTime) -> Self {
        Self { by, at, round: previous.map_or(1, |p| p.round.saturating_add(1)) }
    }
}

words! {
    /// What a reviewer advises.
    Verdict {
        /// Take the merchant aboard.
        Approve = "approve",
        /// Turn the merchant down.
        Reject = "reject",
    }
}

/// A reviewer's advice to the second reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Who advises.
    pub by: PersonId,
    /// What.
    pub verdict: Verdict,
    /// On what grounds; none are needed to approve.
    pub reasons: Vec<Reason>,
    /// What was on the reviewer's screen.
    pub seen: Seen,
    /// When.
    #[serde(with = "rfc3339")]
    pub at: OffsetDateTime,
}

/// The two people who approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who recommended it.
    pub recommended_by: PersonId,
    /// Who decided.
    pub decided_by: PersonId,
    /// What was on the screen of whoever decided.
    pub seen: Seen,
    /// When it was decided.
    #[serde(with = "rfc3339")]
    pub at: OffsetDateTime,
}

words! {
    /// A state without its data: the word that columns, filters and audit details hold.
    StateKind {
        /// See [`State::Draft`].
        Draft = "draft",
        /// See [`State::Submitted`].
        Submitted = "submitted",
        /// See [`State::Screening`].
        Screening = "screening",
        /// See [`State::InReview`].
        InReview = "in_review",
        /// See [`State::ChangesRequested`].
        ChangesRequested = "changes_requested",
        /// See [`State::Resubmitted`].
        Resubmitted = "resubmitted",
        /// See [`State::SecondReview`].
        SecondReview = "second_review",
        /// See [`State::AccountVerification`].
        AccountVerification = "account_verification",
        /// See [`State::Signing`].
        Signing = "signing",
        /// See [`State::Approved`].
        Approved = "approved",
        /// See [`State::Rejected`].
        Rejected = "rejected",
        /// See [`State::Withdrawn`].
        Withdrawn = "withdrawn",
        /// See [`State::Expired`].
        Expired = "expired",
        /// See [`State::Ended`].
        Ended = "ended",
    }
}

impl StateKind {
    /// Whether the road ends here, until somebody reopens it.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Approved | Self::Rejected | Self::Withdrawn | Self::Expired | Self::Ended)
    }
}

impl State {
    /// A new application.
    pub const fn new() -> Self {
        Self::Draft { previous: None }
    }

    /// The state without its data.
    pub const fn kind(&self) -> StateKind {
        match self {
            Self::Draft { .. } => StateKind::Draft,
            Self::Submitted { .. } => StateKind::Submitted,
            Self::Screening { .. } => StateKind::Screening,
            Self::InReview { .. } => StateKind::InReview,
            Self::ChangesRequested { .. } => StateKind::ChangesRequested,
            Self::Resubmitted { .. } => StateKind::Resubmitted,
            Self::SecondReview { .. } => StateKind::SecondReview,
            Self::AccountVerification { .. } => StateKind::AccountVerification,
            Self::Signing { .. } => StateKind::Signing,
            Self::Approved { .. } => StateKind::Approved,
            Self::Rejected { .. } => StateKind::Rejected,
            Self::Withdrawn { .. } => StateKind::Withdrawn,
            Self::Expired { .. } => StateKind::Expired,
            Self::Ended { .. } => StateKind::Ended,
        }
    }

    /// The word that is stored beside the state, for filters.
    pub const fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// The latest handing in, if there was one.
    pub const fn submission(&self) -> Option<Submission> {
        match self {
            Self::Draft { previous } => *previous,
            Self::Submitted { submission }
            | Self::Screening { submission }
            | Self::InReview { submission, .. }
            | Self::ChangesRequested { submission, .. }
            | Self::Resubmitted { submission, .. }
            | Self::SecondReview { submission, .. }
            | Self::AccountVerification { submission, .. }
            | Self::Signing { submission, .. }
            | Self::Approved { submission, .. }
            | Self::Rejected { submission, .. }
            | Self::Ended { submission, .. } => Some(*submission),
            Self::Withdrawn { submission, .. } | Self::Expired { submission, .. } => *submission,
        }
    }

    /// Whether there is a case for the desk: it was handed in, and isn't its merchant's draft again.
    pub const fn is_case(&self) -> bool {
        !matches!(self, Self::Draft { .. }) && self.submission().is_some()
    }

    /// The approval that stands: of a merchant that is aboard, also while it answers a channel's objections.
    pub const fn aboard(&self) -> Option<&Approval> {
        match self {
            Self::Approved { approval, .. } => Some(approval),
            Self::InReview { aboard, .. }
            | Self::ChangesRequested { aboard, .. }
            | Self::Resubmitted { aboard, .. }
            | Self::SecondReview { aboard, .. } => aboard.as_ref(),
            _ => None,
        }
    }

    /// What the merchant may read of a rejection's grounds; empty in any other state.
    pub fn said_reasons(&self) -> Vec<Reason> {
        match self {
            Self::Rejected { reasons, .. } => Reason::said(reasons),
            _ => Vec::new(),
        }
    }

    /// What the merchant may change now: everything (`None`), just these items, or nothing (empty).
    pub fn editable(&self) -> Option<&[Item]> {
        match self {
            Self::Draft { .. } => None,
            Self::ChangesRequested { items, .. } => Some(items),
            _ => Some(&[]),
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}
