//! The life of one version of a paper. A version is never overwritten: another one supersedes it.

use super::media::Refusal;
use crate::{
    audit::Audience,
    ids::{PersonId, VersionId},
    review::{Reason, RedoReason},
    words::words,
};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, serde::rfc3339};

/// Where a version stands. Stored as it is (tagged with `state`); the tag is [`Version::word`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Version {
    /// Bytes are coming in.
    Uploading {
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
    },
    /// All bytes are there, sealed; nothing has opened them yet.
    Quarantined {
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
    },
    /// The deep check found nothing, and we have pictures of it.
    Scanned {
        /// Pages, or 1 for a picture.
        pages: u32,
    },
    /// Handed in with the application; the desk is to look at it.
    PendingReview {
        /// Pages, or 1 for a picture.
        pages: u32,
    },
    /// The desk accepted it.
    Accepted {
        /// Pages, or 1 for a picture.
        pages: u32,
        /// Who accepted it.
        by: PersonId,
    },
    /// The merchant is to send a better one.
    RedoRequested {
        /// Pages, or 1 for a picture.
        pages: u32,
        /// Who asked.
        by: PersonId,
        /// Why.
        reason: RedoReason,
    },
    /// Not taken: by our machines or by the desk.
    Rejected {
        /// Why.
        fault: Fault,
    },
    /// Another version took its place.
    Superseded {
        /// Which.
        by: VersionId,
    },
    /// What it proves has run out.
    Expired,
    /// Its bytes are gone: given up, erased, or past its term.
    Purged {
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
    },
}

/// Why a version was rejected, and so what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Our machines refused it: only its hash and this word are left.
    File(Refusal),
    /// The desk rejected it: its bytes stay, as evidence.
    Paper(Reason),
}

words! {
    /// A state without its data.
    VersionKind {
        /// See [`Version::Uploading`].
        Uploading = "uploading",
        /// See [`Version::Quarantined`].
        Quarantined = "quarantined",
        /// See [`Version::Scanned`].
        Scanned = "scanned",
        /// See [`Version::PendingReview`].
        PendingReview = "pending_review",
        /// See [`Version::Accepted`].
        Accepted = "accepted",
        /// See [`Version::RedoRequested`].
        RedoRequested = "redo_requested",
        /// See [`Version::Rejected`].
        Rejected = "rejected",
        /// See [`Version::Superseded`].
        Superseded = "superseded",
        /// See [`Version::Expired`].
        Expired = "expired",
        /// See [`Version::Purged`].
        Purged = "purged",
    }
}

/// What happens to a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The last byte is stored.
    Arrive,
    /// Our machines refuse it: on the way in, or on opening it.
    Refuse(Refusal),
    /// The deep check found nothing.
    Pass {
        /// Pages, or 1 for a picture; at least 1.
        pages: u32,
    },
    /// It is handed in with the application.
    HandIn,
    /// The desk accepts it.
    Accept {
        /// Who.
        by: PersonId,
    },
    /// The desk wants a better one.
    RequestRedo {
        /// Who.
        by: PersonId,
        /// Why.
        reason: RedoReason,
    },
    /// The desk rejects it.
    Reject {
        /// Who.
        by: PersonId,
        /// Why.
        reason: Reason,
    },
    /// The application is open again: what the desk rejected is before it once more.
    Reconsider {
        /// Pages that we have pictures of; at least 1.
        pages: u32,
    },
    /// Another version takes its place.
    Supersede {
        /// Which.
        by: VersionId,
    },
    /// What it proves has run out.
    Expire,
    /// The upload was given up, the merchant removed it, or it is erased.
    Purge,
}

words! {
    /// An event without its data.
    Move {
        /// See [`Event::Arrive`].
        Arrive = "arrive",
        /// See [`Event::Refuse`].
        Refuse = "refuse",
        /// See [`Event::Pass`].
        Pass = "pass",
        /// See [`Event::HandIn`].
        HandIn = "hand_in",
        /// See [`Event::Accept`].
        Accept = "accept",
        /// See [`Event::RequestRedo`].
        RequestRedo = "request_redo",
        /// See [`Event::Reject`].
        Reject = "reject",
        /// See [`Event::Reconsider`].
        Reconsider = "reconsider",
        /// See [`Event::Supersede`].
        Supersede = "supersede",
        /// See [`Event::Expire`].
        Expire = "expire",
        /// See [`Event::Purge`].
        Purge = "purge",
    }
}

words! {
    /// Why an event isn't open.
    Why {
        /// Not in this state.
        NotNow = "not_now",
        /// A document without a page passes no check.
        NoPages = "no_pages",
    }
}

/// An event that can't happen now: from which state, which event, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event} is not open in {from}: {why}")]
pub struct Refused {
    /// The state it was tried in.
    pub from: VersionKind,
    /// What was tried.
    pub event: Move,
    /// Why not.
    pub why: Why,
}

impl Version {
    /// A version whose bytes begin to come in.
    pub const fn begin(now: OffsetDateTime) -> Self {
        Self::Uploading { since: now }
    }

    /// The state without its data.
    pub const fn kind(&self) -> VersionKind {
        match self {
            Self::Uploading { .. } => VersionKind::Uploading,
            Self::Quarantined { .. } => VersionKind::Quarantined,
            Self::Scanned { .. } => VersionKind::Scanned,
            Self::PendingReview { .. } => VersionKind::PendingReview,
            Self::Accepted { .. } => VersionKind::Accepted,
            Self::RedoRequested { .. } => VersionKind::RedoRequested,
            Self::Rejected { .. } => VersionKind::Rejected,
            Self::Superseded { .. } => VersionKind::Superseded,
            Self::Expired => VersionKind::Expired,
            Self::Purged { .. } => VersionKind::Purged,
        }
    }

    /// The word that is stored beside the state.
    pub const fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// Pages we have pictures of; none before the check and after the end.
    pub const fn pages(&self) -> Option<u32> {
        match self {
            Self::Scanned { pages }
            | Self::PendingReview { pages }
            | Self::Accepted { pages, .. }
            | Self::RedoRequested { pages, .. } => Some(*pages),
            _ => None,
        }
    }

    /// Moves the version on, or says why not.
    ///
    /// # Errors
    /// [`Refused`] where the event isn't open in this state.
    pub fn apply(self, event: Event, now: OffsetDateTime) -> Result<Self, Refused> {
        let (from, tried) = (self.kind(), event.kind());
        self.moved(event, now).map_err(|why| Refused { from, event: tried, why })
    }

    fn moved(self, event: Event, now: OffsetDateTime) -> Result<Self, Why> {
        match (self, event) {
            (Self::Uploading { .. }, Event::Arrive) => Ok(Self::Quarantined { since: now }),
            (Self::Uploading { .. } | Self::Quarantined { .. }, Event::Refuse(refusal)) => {
                Ok(Self::Rejected { fault: Fault::File(refusal) })
            }
            (Self::Quarantined { .. }, Event::Pass { pages: 0 })
            | (Self::Rejected { fault: Fault::Paper(_) }, Event::Reconsider { pages: 0 }) => {
                Err(Why::NoPages)
            }
            (Self::Quarantined { .. }, Event::Pass { pages }) => Ok(Self::Scanned { pages }),
            // What was asked for again and comes back with an explanation alone is looked at once more.
            (Self::Scanned { pages } | Self::RedoRequested { pages, .. }, Event::HandIn)
            | (Self::Rejected { fault: Fault::Paper(_) }, Event::Reconsider { pages }) => {
                Ok(Self::PendingReview { pages })
            }
            (Self::PendingReview { pages } | Self::RedoRequested { pages, .. }, Event::Accept { by }) => {
                Ok(Self::Accepted { pages, by })
            }
            (
                Self::PendingReview { pages } | Self::Accepted { pages, .. },
                Event::RequestRedo { by, reason },
            ) => Ok(Self::RedoRequested { pages, by, reason }),
            (
                Self::PendingReview { .. } | Self::Accepted { .. } | Self::RedoRequested { .. },
                Event::Reject { reason, .. },
            ) => Ok(Self::Rejected { fault: Fault::Paper(reason) }),
            (from, Event::Supersede { by }) if from.is_standing() => Ok(Self::Superseded { by }),
            (Self::Accepted { .. }, Event::Expire) => Ok(Self::Expired),
            (from, Event::Purge) if from.kind() != VersionKind::Purged => Ok(Self::Purged { since: now }),
            _ => Err(Why::NotNow),
        }
    }

    /// Whether another version can take its place: everything that arrived and wasn't replaced or erased.
    fn is_standing(&self) -> bool {
        !matches!(self, Self::Uploading { .. } | Self::Superseded { .. } | Self::Purged { .. })
    }

    /// Whether it counts as given on the task list: it arrived, and nobody has found fault with it yet.
    pub const fn is_given(&self) -> bool {
        matches!(
            self,
            Self::Quarantined { .. }
                | Self::Scanned { .. }
                | Self::PendingReview { .. }
                | Self::Accepted { .. }
        )
    }

    /// Whether the merchant has to send another one.
    pub const fn is_wrong(&self) -> bool {
        matches!(self, Self::RedoRequested { .. } | Self::Rejected { .. } | Self::Expired)
    }

    /// Whether its check is over and it may be handed in or looked at.
    pub const fn is_checked(&self) -> bool {
        self.pages().is_some()
    }
}

impl Event {
    /// The event without its data.
    pub const fn kind(&self) -> Move {
        match self {
            Self::Arrive => Move::Arrive,
            Self::Refuse(_) => Move::Refuse,
            Self::Pass { .. } => Move::Pass,
            Self::HandIn => Move::HandIn,
            Self::Accept { .. } => Move::Accept,
            Self::RequestRedo { .. } => Move::RequestRedo,
            Self::Reject { .. } => Move::Reject,
            Self::Reconsider { .. } => Move::Reconsider,
            Self::Supersede { .. } => Move::Supersede,
            Self::Expire => Move::Expire,
            Self::Purge => Move::Purge,
        }
    }

    /// The audit event's name.
    pub const fn audit_name(&self) -> &'static str {
        match self {
            Self::Arrive => "document.uploaded",
            Self::Refuse(_) => "document.refused",
            Self::Pass { .. } => "document.checked",
            Self::HandIn => "document.handed_in",
            Self::Accept { .. } => "document.accepted",
            Self::RequestRedo { .. } => "document.redo_requested",
            Self::Reject { .. } => "document.rejected",
            Self::Reconsider { .. } => "document.reconsidered",
            Self::Supersede { .. } => "document.superseded",
            Self::Expire => "document.expired",
            Self::Purge => "document.purged",
        }
    }

    /// Who may read the audit event. A rejection on confidential grounds is the desk's alone.
    pub const fn audience(&self) -> Audience {
        match self {
            Self::Arrive
            | Self::Refuse(_)
            | Self::RequestRedo { .. }
            | Self::Supersede { .. }
            | Self::Expire => Audience::Merchant,
            Self::Pass { .. } | Self::HandIn | Self::Accept { .. } | Self::Purge => Audience::Staff,
            // Told to the merchant, it would say which of several papers the grounds of a decision lie in.
            Self::Reject { reason, .. } => match reason.audience() {
                Audience::Confidential => Audience::Confidential,
                Audience::Merchant | Audience::Staff => Audience::Staff,
            },
            Self::Reconsider { .. } => Audience::Confidential,
        }
    }
}

#[cfg(test)]
mod tests;
