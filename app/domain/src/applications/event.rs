//! What moves an application on, what follows from it, and why it may be refused.

use crate::{
    applications::state::{StateKind, Verdict},
    audit::Audience,
    ids::{DocumentId, PersonId},
    review::{Reason, RedoReason, Seen},
    words::words,
};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

/// What happens to an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The merchant hands it in. The caller has checked that every task is done.
    Submit {
        /// Who.
        by: PersonId,
    },
    /// The screening job starts.
    StartScreening,
    /// The screening job has looked at everything; what it found stands with the case.
    FinishScreening,
    /// A reviewer sends answers or papers back.
    RequestChanges {
        /// Who.
        by: PersonId,
        /// Which ones, why, and in what words; at least one.
        items: Vec<Item>,
    },
    /// A channel has objections to a merchant that is aboard: staff hand them on, item by item. Number, test
    /// credentials and what other channels said stay as they are.
    ChannelObjects {
        /// Who records it.
        by: PersonId,
        /// What it wants changed; at least one.
        items: Vec<Item>,
    },
    /// Papers of a merchant that is aboard run out: our job asks for them again. Everything else stays as it is.
    PapersExpire {
        /// The papers and what they show; at least one.
        items: Vec<Item>,
        /// When the last of them runs out: the merchant has its time to answer from then on.
        last: OffsetDateTime,
    },
    /// The merchant hands it in again.
    Resubmit {
        /// Who.
        by: PersonId,
    },
    /// A reviewer advises the second reviewer.
    Recommend {
        /// Who.
        by: PersonId,
        /// What.
        verdict: Verdict,
        /// On what grounds; at least one to reject.
        reasons: Vec<Reason>,
        /// What was on the screen. The caller has checked that it still holds.
        seen: Seen,
    },
    /// The second reviewer decides.
    Decide {
        /// Who.
        by: PersonId,
        /// What.
        decision: Decision,
        /// What was on the screen. The caller has checked that it still holds.
        seen: Seen,
    },
    /// The small transfer was confirmed.
    VerifyAccount,
    /// The small transfer failed for good.
    FailAccount,
    /// The legal representative has signed.
    Sign,
    /// Whoever was to sign knows nothing of it: somebody else has used their name.
    Disown,
    /// The last step was taken, and the desk has something to look at before anybody comes aboard.
    HoldUp,
    /// The merchant takes it back.
    Withdraw {
        /// Who.
        by: PersonId,
    },
    /// Its term has run out.
    Expire {
        /// When the merchant last touched it; counts for drafts, which have no term of their own.
        untouched_since: OffsetDateTime,
    },
    /// Staff take up a closed application again.
    Reopen {
        /// Who.
        by: PersonId,
    },
    /// The relationship with a merchant that is aboard is over.
    End {
        /// Who says so.
        by: PersonId,
        /// Its last day.
        on: Date,
    },
}

/// What the second reviewer decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Take the merchant aboard; only where that was recommended, so that two people said so.
    Approve,
    /// Turn the merchant down.
    Reject {
        /// At least one.
        reasons: Vec<Reason>,
    },
    /// Back to the reviewers.
    Return,
}

/// One answer or paper that goes back to the merchant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub what: Fault,
    /// Why.
    pub reason: RedoReason,
    /// The reviewer's own words for the merchant; may be empty unless the reason is `other`.
    pub words: String,
}

/// A thing that can be judged and sent back: an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A field of a section, by their codes.
    Field(String, String),
    /// A paper of which there is no file, by its code.
    Paper(String),
    /// One file of a paper, by the paper's code and the document.
    Document(String, DocumentId),
}

words! {
    /// An event without its data: what buttons, permissions and refusals name.
    Move {
        /// See [`Event::Submit`].
        Submit = "submit",
        /// See [`Event::StartScreening`].
        StartScreening = "start_screening",
        /// See [`Event::FinishScreening`].
        FinishScreening = "finish_screening",
        /// See [`Event::RequestChanges`].
        RequestChanges = "request_changes",
        /// See [`Event::ChannelObjects`].
        ChannelObjects = "channel_objects",
        /// See [`Event::PapersExpire`].
        PapersExpire = "papers_expire",
        /// See [`Event::Resubmit`].
        Resubmit = "resubmit",
        /// See [`Event::Recommend`].
        Recommend = "recommend",
        /// See [`Event::Decide`].
        Decide = "decide",
        /// See [`Event::VerifyAccount`].
        VerifyAccount = "verify_account",
        /// See [`Event::FailAccount`].
        FailAccount = "fail_account",
        /// See [`Event::Sign`].
        Sign = "sign",
        /// See [`Event::Disown`].
        Disown = "disown",
        /// See [`Event::HoldUp`].
        HoldUp = "hold_up",
        /// See [`Event::Withdraw`].
        Withdraw = "withdraw",
        /// See [`Event::Expire`].
        Expire = "expire",
        /// See [`Event::Reopen`].
        Reopen = "reopen",
        /// See [`Event::End`].
        End = "end",
    }
}

impl Move {
    /// The moves a person of the merchant makes.
    pub const MERCHANT: &'static [Self] = &[Self::Submit, Self::Resubmit, Self::Withdraw];

    /// The moves a person of the desk makes.
    pub const DESK: &'static [Self] =
        &[Self::RequestChanges, Self::ChannelObjects, Self::Recommend, Self::Decide, Self::Reopen];
}

impl Event {
    /// The event without its data.
    pub const fn kind(&self) -> Move {
        match self {
            Self::Submit { .. } => Move::Submit,
            Self::StartScreening => Move::StartScreening,
            Self::FinishScreening => Move::FinishScreening,
            Self::RequestChanges { .. } => Move::RequestChanges,
            Self::ChannelObjects { .. } => Move::ChannelObjects,
            Self::PapersExpire { .. } => Move::PapersExpire,
            Self::Resubmit { .. } => Move::Resubmit,
            Self::Recommend { .. } => Move::Recommend,
            Self::Decide { .. } => Move::Decide,
            Self::VerifyAccount => Move::VerifyAccount,
            Self::FailAccount => Move::FailAccount,
            Self::Sign => Move::Sign,
            Self::Disown => Move::Disown,
            Self::HoldUp => Move::HoldUp,
            Self::Withdraw { .. } => Move::Withdraw,
            Self::Expire { .. } => Move::Expire,
            Self::Reopen { .. } => Move::Reopen,
            Self::End { .. } => Move::End,
        }
    }

    /// The person whose act it is; none for jobs and banks.
    pub const fn by(&self) -> Option<PersonId> {
        match self {
            Self::Submit { by }
            | Self::RequestChanges { by, .. }
            | Self::ChannelObjects { by, .. }
            | Self::Resubmit { by }
            | Self::Recommend { by, .. }
            | Self::Decide { by, .. }
            | Self::Withdraw { by }
            | Self::Reopen { by }
            | Self::End { by, .. } => Some(*by),
            Self::StartScreening
            | Self::FinishScreening
            | Self::PapersExpire { .. }
            | Self::VerifyAccount
            | Self::FailAccount
            | Self::Sign
            | Self::Disown
            | Self::HoldUp
            | Self::Expire { .. } => None,
        }
    }

    /// The audit event's name.
    pub const fn audit_name(&self) -> &'static str {
        match self {
            Self::Submit { .. } => "application.submitted",
            Self::StartScreening => "application.screening_started",
            Self::FinishScreening => "application.screening_finished",
            Self::RequestChanges { .. } => "application.changes_requested",
            Self::ChannelObjects { .. } => "application.channel_objected",
            Self::PapersExpire { .. } => "application.papers_ending",
            Self::Resubmit { .. } => "application.resubmitted",
            Self::Recommend { .. } => "application.recommended",
            Self::Decide { decision: Decision::Approve, .. } => "application.approved_by_desk",
            Self::Decide { decision: Decision::Reject { .. }, .. } => "application.rejected",
            Self::Decide { decision: Decision::Return, .. } => "application.returned_to_review",
            Self::VerifyAccount => "application.account_verified",
            Self::FailAccount => "application.account_failed",
            Self::Sign => "application.signed",
            Self::Disown => "application.disowned",
            Self::HoldUp => "application.held_up",
            Self::Withdraw { .. } => "application.withdrawn",
            Self::Expire { .. } => "application.expired",
            Self::Reopen { .. } => "application.reopened",
            Self::End { .. } => "application.ended",
        }
    }

    /// Who may read the audit event. Its grounds, which may be confidential, never stand in a merchant's event.
    pub const fn audience(&self) -> Audience {
        match self {
            Self::Disown | Self::HoldUp => Audience::Confidential,
            // That whoever signs has answered is told beside it, in the same words whatever the answer was.
            Self::Sign
            | Self::StartScreening
            | Self::FinishScreening
            | Self::Recommend { .. }
            | Self::Decide { decision: Decision::Return, .. } => Audience::Staff,
            Self::Submit { .. }
            | Self::RequestChanges { .. }
            | Self::ChannelObjects { .. }
            | Self::PapersExpire { .. }
            | Self::Resubmit { .. }
            | Self::Decide { .. }
            | Self::VerifyAccount
            | Self::FailAccount
            | Self::Withdraw { .. }
            | Self::Expire { .. }
            | Self::Reopen { .. }
            | Self::End { .. } => Audience::Merchant,
        }
    }
}

/// What follows from an event; the service carries it out in the same transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Queue the screening job.
    Screen,
    /// The desk gets its case back, or a new one, unclaimed; the clock runs.
    OpenCase,
    /// Whoever holds the case lets go of it; another person is to take it.
    ReleaseCase,
    /// Queue the job that sends a link to whoever signs.
    AskSignatory,
    /// The ball is the merchant's or the bank's: our clock stands still.
    StopClock,
    /// The case is closed.
    CloseCase,
    /// It is its merchant's draft again: there is nothing for the desk.
    LeaveDesk,
    /// The merchant gets its number and its capabilities as requested.
    Aboard,
    /// What approval gave is taken back, as the application is open again or turned down after all.
    Ashore,
    /// What a channel wanted changed was not answered in time: nothing more is asked of that channel.
    Unanswered,
    /// Mail to the merchant.
    Tell(Notice),
}

words! {
    /// What a mail to the merchant is about.
    Notice {
        /// We have it.
        Submitted = "submitted",
        /// Something is to be changed.
        ChangesRequested = "changes_requested",
        /// We have it again.
        Resubmitted = "resubmitted",
        /// The small transfer is to be confirmed.
        VerifyAccount = "verify_account",
        /// The legal representative is to sign.
        Sign = "sign",
        /// Taken aboard.
        Approved = "approved",
        /// What a channel wanted changed goes on to it.
        PassedOn = "passed_on",
        /// What a channel wanted changed was not answered in time.
        Unanswered = "unanswered",
        /// Papers run out and are due again.
        PapersEnding = "papers_ending",
        /// Papers that ran out were not replaced in time.
        PapersUnanswered = "papers_unanswered",
        /// Turned down; says only what may be said.
        Rejected = "rejected",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Run out.
        Expired = "expired",
        /// Open again.
        Reopened = "reopened",
        /// The relationship is over.
        Ended = "ended",
    }
}

words! {
    /// Why an act isn't open. Pages translate `applications-why-{word}`.
    Why {
        /// Not in this state.
        NotNow = "not_now",
        /// This person handed it in.
        Submitter = "submitter",
        /// This person recommended it.
        Recommender = "recommender",
        /// Approval wasn't recommended; it has to go back to the reviewers.
        NotRecommended = "not_recommended",
        /// A ground is needed.
        NoReason = "no_reason",
        /// Nothing was named that is to be changed, or `other` has no words.
        NoItems = "no_items",
        /// The term hasn't run out.
        NotDue = "not_due",
        /// Not on that day: it lies ahead, or before the approval.
        NotThatDay = "not_that_day",
        /// What was on the screen has moved on since.
        Stale = "stale",
        /// It waits for a decision, and this person isn't one who decides.
        NotSenior = "not_senior",
        /// Somebody else holds the case.
        ClaimedByOther = "claimed_by_other",
        /// The case has to be claimed first.
        NotClaimed = "not_claimed",
        /// This person proposed it.
        Proposer = "proposer",
        /// The merchant has another application under way.
        OtherOpen = "other_open",
        /// It was put off, and has to be taken up first.
        PutOff = "put_off",
        /// It is in these hands already.
        AlreadyTheirs = "already_theirs",
        /// It was handed up already.
        AlreadyEscalated = "already_escalated",
        /// It wasn't handed up.
        NotEscalated = "not_escalated",
        /// No instant until which it could be put off.
        NotThen = "not_then",
        /// Whoever was to get it stood on the merchant's side.
        AssigneeOwnSide = "assignee_own_side",
        /// Whoever was to get it recommended it.
        AssigneeRecommended = "assignee_recommended",
        /// Whoever was to get it isn't one who decides.
        AssigneeNotSenior = "assignee_not_senior",
        /// Whoever was to get it doesn't work on cases (any more).
        AssigneeGone = "assignee_gone",
    }
}

/// An event that can't happen now: from which state, which event, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event} is not open in {from}: {why}")]
pub struct Refused {
    /// The state it was tried in.
    pub from: StateKind,
    /// What was tried.
    pub event: Move,
    /// Why not.
    pub why: Why,
}
