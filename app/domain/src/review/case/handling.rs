//! What the desk does with a case, beside judging it.

use super::{CaseState, Hand};
use crate::{applications::Why, ids::PersonId, words::words};
use time::OffsetDateTime;

/// What the desk, or one of our jobs, does with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handling {
    /// Somebody takes it.
    Claim {
        /// Who.
        by: Hand,
    },
    /// Its holder lets go of it.
    Release {
        /// Who.
        by: PersonId,
    },
    /// A senior gives it to somebody, whoever holds it.
    Assign {
        /// Who gets it. The caller has checked that they never stood on the merchant's side.
        to: Hand,
    },
    /// Its holder puts it off.
    Snooze {
        /// Who.
        by: PersonId,
        /// Until when.
        until: OffsetDateTime,
        /// When they do.
        now: OffsetDateTime,
    },
    /// Its holder takes up again what they put off.
    Resume {
        /// Who.
        by: PersonId,
    },
    /// The instant has come until which it was put off.
    Wake {
        /// Now.
        now: OffsetDateTime,
    },
    /// Its holder hands it up to the seniors. The reason stands beside it.
    Escalate {
        /// Who.
        by: PersonId,
    },
    /// The senior who holds what was handed up gives it back to everybody. Their answer stands beside it.
    HandBack {
        /// Who.
        by: PersonId,
    },
    /// Nobody has done anything with it for too long.
    LeftUntouched {
        /// When its holder last did something with it.
        touched: OffsetDateTime,
        /// What was touched later isn't left yet.
        limit: OffsetDateTime,
    },
    /// Its holder no longer works on cases.
    LoseHolder,
}

words! {
    /// An act without its data.
    HandlingKind {
        /// See [`Handling::Claim`].
        Claim = "claim",
        /// See [`Handling::Release`].
        Release = "release",
        /// See [`Handling::Assign`].
        Assign = "assign",
        /// See [`Handling::Snooze`].
        Snooze = "snooze",
        /// See [`Handling::Resume`].
        Resume = "resume",
        /// See [`Handling::Wake`].
        Wake = "wake",
        /// See [`Handling::Escalate`].
        Escalate = "escalate",
        /// See [`Handling::HandBack`].
        HandBack = "hand_back",
        /// See [`Handling::LeftUntouched`].
        LeftUntouched = "left_untouched",
        /// See [`Handling::LoseHolder`].
        LoseHolder = "lose_holder",
    }
}

impl Handling {
    /// The act without its data.
    pub const fn kind(&self) -> HandlingKind {
        match self {
            Self::Claim { .. } => HandlingKind::Claim,
            Self::Release { .. } => HandlingKind::Release,
            Self::Assign { .. } => HandlingKind::Assign,
            Self::Snooze { .. } => HandlingKind::Snooze,
            Self::Resume { .. } => HandlingKind::Resume,
            Self::Wake { .. } => HandlingKind::Wake,
            Self::Escalate { .. } => HandlingKind::Escalate,
            Self::HandBack { .. } => HandlingKind::HandBack,
            Self::LeftUntouched { .. } => HandlingKind::LeftUntouched,
            Self::LoseHolder => HandlingKind::LoseHolder,
        }
    }

    /// The audit event's name. All of them are for staff alone.
    pub const fn audit_name(&self) -> &'static str {
        match self {
            Self::Claim { .. } => "case.claimed",
            Self::Release { .. } => "case.released",
            Self::Assign { .. } => "case.assigned",
            Self::Snooze { .. } => "case.snoozed",
            Self::Resume { .. } => "case.resumed",
            Self::Wake { .. } => "case.woken",
            Self::Escalate { .. } => "case.escalated",
            Self::HandBack { .. } => "case.handed_back",
            Self::LeftUntouched { .. } => "case.left_untouched",
            Self::LoseHolder => "case.returned",
        }
    }
}

/// An act that isn't open: how the desk stood, what was tried, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{act} is not open for a case that is {from}: {why}")]
pub struct Declined {
    /// How the desk stood to it.
    pub from: CaseState,
    /// What was tried.
    pub act: HandlingKind,
    /// Why not.
    pub why: Why,
}
