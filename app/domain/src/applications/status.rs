//! What people read off a state: who is to act, and what the merchant sees.

use super::{State, StateKind};
use crate::words::words;

words! {
    /// Who is to act next.
    Ball {
        /// The merchant.
        Merchant = "merchant",
        /// We.
        Us = "us",
        /// A channel.
        Channel = "channel",
        /// A bank.
        Bank = "bank",
    }
}

words! {
    /// What the merchant sees of the state. Our machines, the two reviews and the way between them are one
    /// thing from outside, so that neither words nor timing tell of what goes on inside.
    Status {
        /// To be filled in and handed in.
        Draft = "draft",
        /// With us.
        InReview = "in_review",
        /// Something is to be changed.
        ChangesRequested = "changes_requested",
        /// The small transfer is under way.
        AccountVerification = "account_verification",
        /// The legal representative is to sign.
        Signing = "signing",
        /// Taken aboard.
        Approved = "approved",
        /// Turned down.
        Rejected = "rejected",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Run out.
        Expired = "expired",
        /// It was aboard, and is no more.
        Ended = "ended",
    }
}

impl StateKind {
    /// Who is to act next; nobody where the road has ended.
    pub const fn ball(self) -> Option<Ball> {
        match self {
            Self::Draft | Self::ChangesRequested | Self::Signing => Some(Ball::Merchant),
            Self::Submitted | Self::Screening | Self::InReview | Self::Resubmitted | Self::SecondReview => {
                Some(Ball::Us)
            }
            Self::AccountVerification => Some(Ball::Bank),
            Self::Approved | Self::Rejected | Self::Withdrawn | Self::Expired | Self::Ended => None,
        }
    }

    /// What the merchant sees.
    pub const fn status(self) -> Status {
        match self {
            Self::Draft => Status::Draft,
            Self::Submitted | Self::Screening | Self::InReview | Self::Resubmitted | Self::SecondReview => {
                Status::InReview
            }
            Self::ChangesRequested => Status::ChangesRequested,
            Self::AccountVerification => Status::AccountVerification,
            Self::Signing => Status::Signing,
            Self::Approved => Status::Approved,
            Self::Rejected => Status::Rejected,
            Self::Withdrawn => Status::Withdrawn,
            Self::Expired => Status::Expired,
            Self::Ended => Status::Ended,
        }
    }
}

impl State {
    /// Who is to act next; nobody where the road has ended.
    pub const fn ball(&self) -> Option<Ball> {
        self.kind().ball()
    }

    /// What the merchant sees.
    pub const fn status(&self) -> Status {
        self.kind().status()
    }
}
