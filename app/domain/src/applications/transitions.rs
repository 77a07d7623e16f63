//! The one table of what may happen to an application, and what comes of it.

use super::{
    Approval, Decision, Effect, Event, Fault, Item, Move, Notice, Policy, Recommendation, Refused, State,
    StateKind, Submission, Verdict, Why,
};
use crate::{
    ids::{DocumentId, PersonId},
    review::RedoReason,
};
use time::{Date, Duration, OffsetDateTime};

/// The new state and what follows.
type Moved = (State, Vec<Effect>);

impl State {
    /// Why this act isn't open to this person now, if it isn't; pages ask it for their buttons.
    ///
    /// It looks at the state and the person; what the act itself lacks (grounds, items) shows when it is applied.
    pub fn why_not(&self, act: Move, by: Option<PersonId>) -> Option<Why> {
        use StateKind as K;
        let kind = self.kind();
        let open = match act {
            Move::Submit => kind == K::Draft,
            Move::StartScreening => kind == K::Submitted,
            Move::FinishScreening => kind == K::Screening,
            Move::RequestChanges | Move::Recommend => matches!(kind, K::InReview | K::Resubmitted),
            Move::ChannelObjects => match kind {
                K::Approved => true,
                K::ChangesRequested | K::Resubmitted => self.aboard().is_some(),
                _ => false,
            },
            Move::PapersExpire => {
                kind == K::Approved || (kind == K::ChangesRequested && self.aboard().is_some())
            }
            Move::Resubmit => kind == K::ChangesRequested,
            Move::Decide => kind == K::SecondReview,
            Move::VerifyAccount | Move::FailAccount => kind == K::AccountVerification,
            Move::Sign | Move::Disown => kind == K::Signing,
            Move::HoldUp => matches!(kind, K::AccountVerification | K::Signing),
            // Whoever is aboard answers a channel or leaves it unanswered; what was approved isn't taken back so.
            Move::Withdraw => !kind.is_closed() && self.aboard().is_none(),
            Move::Expire => {
                matches!(kind, K::Draft | K::ChangesRequested | K::AccountVerification | K::Signing)
            }
            // What was never handed in is nobody's of the desk to take up: its merchant starts another one.
            // Who is no longer a merchant of the tenant applies anew.
            Move::Reopen => kind.is_closed() && kind != K::Ended && self.is_case(),
            Move::End => self.aboard().is_some(),
        };
        if !open {
            return Some(Why::NotNow);
        }
        self.conflict(act, by?)
    }

    /// Both sides of one thing in one person.
    fn conflict(&self, act: Move, by: PersonId) -> Option<Why> {
        if !Move::DESK.contains(&act) {
            return None;
        }
        if self.submission().is_some_and(|submission| submission.by == by) {
            return Some(Why::Submitter);
        }
        match self {
            Self::SecondReview { recommendation, .. } if recommendation.by == by => Some(Why::Recommender),
            _ => None,
        }
    }

    /// Moves the application on, or says why not.
    ///
    /// # Errors
    /// [`Refused`] where the act isn't open in this state or to this person, or lacks its grounds.
    pub fn apply(self, event: Event, policy: &Policy, now: OffsetDateTime) -> Result<Moved, Refused> {
        let refused = Refused { from: self.kind(), event: event.kind(), why: Why::NotNow };
        let why = self.why_not(event.kind(), event.by()).or_else(|| event.lacks());
        if let Some(why) = why {
            return Err(Refused { why, ..refused });
        }
        self.moved(event, policy, now).map_err(|why| Refused { why, ..refused })
    }

    fn moved(self, event: Event, policy: &Policy, now: OffsetDateTime) -> Result<Moved, Why> {
        match (self, event) {
            (Self::Draft { previous }, Event::Submit { by }) => {
                let submission = Submission::next(previous, by, now);
                let effects = vec![Effect::OpenCase, Effect::Screen, Effect::Tell(Notice::Submitted)];
                Ok((Self::Submitted { submission }, effects))
            }
            (Self::Submitted { submission }, Event::StartScreening) => {
                Ok((Self::Screening { submission }, vec![]))
            }
            (Self::Screening { submission }, Event::FinishScreening) => {
                Ok((Self::InReview { submission, aboard: None }, vec![]))
            }
            (
                Self::InReview { submission, aboard, .. } | Self::Resubmitted { submission, aboard, .. },
                Event::RequestChanges { by, items },
            ) => {
                let (by, until) = (Some(by), now + days(policy.changes_days));
                let effects = vec![Effect::StopClock, Effect::Tell(Notice::ChangesRequested)];
                Ok((Self::ChangesRequested { submission, by, items, until, aboard }, effects))
            }
            (from, Event::ChannelObjects { by, items }) => {
                let until = now + days(policy.changes_days);
                from.asked_again((Some(by), items, until), Notice::ChangesRequested)
            }
            (from, Event::PapersExpire { items, last }) => {
                let until = last.max(now) + days(policy.changes_days);
                from.asked_again((None, items, until), Notice::PapersEnding)
            }
            (Self::ChangesRequested { submission, items, aboard, .. }, Event::Resubmit { by }) => {
                let submission = Submission::next(Some(submission), by, now);
                let effects = vec![Effect::OpenCase, Effect::Screen, Effect::Tell(Notice::Resubmitted)];
                Ok((Self::Resubmitted { submission, answered: items, aboard }, effects))
            }
            (
                Self::InReview { submission, aboard, .. } | Self::Resubmitted { submission, aboard, .. },
                Event::Recommend { by, verdict, reasons, seen },
            ) => {
                let recommendation = Recommendation { by, verdict, reasons, seen, at: now };
                Ok((Self::SecondReview { submission, recommendation, aboard }, vec![Effect::ReleaseCase]))
            }
            (
                Self::SecondReview { submission, recommendation, aboard },
                Event::Decide { by, decision, seen },
            ) => {
                let approval = Approval { recommended_by: recommendation.by, decided_by: by, seen, at: now };
                match aboard {
                    Some(before) => {
                        decided_again(submission, recommendation.verdict, decision, approval, before)
                    }
                    None => decided(submission, recommendation.verdict, decision, approval, policy),
                }
            }
            (Self::AccountVerification { submission, approval, .. }, Event::VerifyAccount) => {
                Ok(approved_or_signing(submission, approval, policy, now))
            }
            (Self::AccountVerification { submission, .. }, Event::FailAccount) => {
                let reasons = vec![crate::review::Reason::AccountNotTheirs];
                let effects = vec![Effect::CloseCase, Effect::Tell(Notice::Rejected)];
                Ok((Self::Rejected { submission, by: None, reasons, at: now }, effects))
            }
            (Self::Signing { submission, approval, .. }, Event::Sign) => {
                Ok(aboard(submission, approval, now))
            }
            (Self::Signing { submission, .. }, Event::Disown)
            | (
                Self::AccountVerification { submission, .. } | Self::Signing { submission, .. },
                Event::HoldUp,
            ) => Ok((Self::InReview { submission, aboard: None }, vec![Effect::OpenCase])),
            (from, Event::Withdraw { by }) => {
                let submission = from.submission();
                Ok((Self::Withdrawn { submission, by, at: now }, from.closing(Notice::Withdrawn)))
            }
            (from, Event::Expire { untouched_since }) => {
                if now < from.runs_out(untouched_since, policy).ok_or(Why::NotNow)? {
                    return Err(Why::NotDue);
                }
                Ok(from.expired(now))
            }
            (from, Event::Reopen { .. }) => Ok(from.reopened()),
            (from, Event::End { by, on }) => {
                let approved = from.aboard().ok_or(Why::NotNow)?.at;
                // The day is the country's own, which may begin before ours or after.
                let around = approved.date().previous_day().unwrap_or(Date::MIN)
                    ..=now.date().next_day().unwrap_or(Date::MAX);
                let submission = from.submission().filter(|_| around.contains(&on)).ok_or(Why::NotThatDay)?;
                let effects = vec![Effect::Ashore, Effect::CloseCase, Effect::Tell(Notice::Ended)];
                Ok((Self::Ended { submission, by, on, at: now }, effects))
            }
            _ => Err(Why::NotNow),
        }
    }

    /// When this state runs out for want of an answer, if it does. A draft counts from its last touch.
    pub fn runs_out(&self, untouched_since: OffsetDateTime, policy: &Policy) -> Option<OffsetDateTime> {
        match self {
            Self::Draft { .. } => Some(untouched_since + days(policy.draft_days)),
            Self::ChangesRequested { until, .. }
            | Self::AccountVerification { until, .. }
            | Self::Signing { until, .. } => Some(*until),
            _ => None,
        }
    }

    /// Of a merchant that is aboard exactly these items are opened, beside those that are open already; whichever term is
    /// longer is theirs.
    fn asked_again(
        self,
        (by, new, until): (Option<PersonId>, Vec<Item>, OffsetDateTime),
        notice: Notice,
    ) -> Result<Moved, Why> {
        let aboard = self.aboard().cloned();
        let (submission, mut items, until) = match self {
            Self::Approved { submission, .. } | Self::Resubmitted { submission, .. } => {
                (submission, vec![], until)
            }
            Self::ChangesRequested { submission, items, until: before, .. } => {
                (submission, items, until.max(before))
            }
            _ => return Err(Why::NotNow),
        };
        items.retain(|item| new.iter().all(|one| one.what != item.what));
        items.extend(new);
        let effects = vec![Effect::OpenCase, Effect::StopClock, Effect::Tell(notice)];
        Ok((Self::ChangesRequested { submission, by, items, until, aboard }, effects))
    }

    /// Run out for want of an answer. Whoever is aboard stays so: what a channel wanted alone is left.
    fn expired(self, now: OffsetDateTime) -> Moved {
        if let Self::ChangesRequested { submission, items, aboard: Some(approval), .. } = self {
            let papers = items.iter().all(|item| item.reason == RedoReason::ExpiresSoon);
            let notice = if papers { Notice::PapersUnanswered } else { Notice::Unanswered };
            let effects = vec![Effect::CloseCase, Effect::Unanswered, Effect::Tell(notice)];
            return (Self::Approved { submission, at: approval.at, approval }, effects);
        }
        let submission = self.submission();
        (Self::Expired { submission, at: now }, self.closing(Notice::Expired))
    }

    /// What follows from an end that isn't a decision: a draft has no case to close.
    fn closing(&self, notice: Notice) -> Vec<Effect> {
        match self {
            Self::Draft { previous: None } => vec![Effect::Tell(notice)],
            _ => vec![Effect::CloseCase, Effect::Tell(notice)],
        }
    }

    /// What was decided goes back to the desk; what the merchant let go goes back to the merchant.
    fn reopened(self) -> Moved {
        let tell = Effect::Tell(Notice::Reopened);
        match self {
            Self::Approved { submission, .. } => {
                let state = Self::InReview { submission, aboard: None };
                (state, vec![Effect::Ashore, Effect::OpenCase, tell])
            }
            Self::Rejected { submission, .. } => {
                (Self::InReview { submission, aboard: None }, vec![Effect::OpenCase, tell])
            }
            other => (Self::Draft { previous: other.submission() }, vec![Effect::LeaveDesk, tell]),
        }
    }
}

impl Event {
    /// What the event itself lacks.
    fn lacks(&self) -> Option<Why> {
        match self {
            Self::RequestChanges { items, .. }
            | Self::ChannelObjects { items, .. }
            | Self::PapersExpire { items, .. } => {
                let mute = |item: &Item| item.reason == RedoReason::Other && item.words.trim().is_empty();
                (items.is_empty() || items.iter().any(mute)).then_some(Why::NoItems)
            }
            Self::Recommend { verdict: Verdict::Reject, reasons, .. }
            | Self::Decide { decision: Decision::Reject { reasons }, .. } => {
                reasons.is_empty().then_some(Why::NoReason)
            }
            _ => None,
        }
    }
}

impl Fault {
    /// Whether this names the field of the section.
    pub fn is_field(&self, section: &str, field: &str) -> bool {
        matches!(self, Self::Field(s, f) if s == section && f == field)
    }

    /// Whether this names the paper, or a file of it.
    pub fn is_paper(&self, paper: &str) -> bool {
        matches!(self, Self::Paper(p) | Self::Document(p, _) if p == paper)
    }

    /// Whether a file of this paper may come for it: in the place of the document, or as a new one.
    pub fn lets_in(&self, paper: &str, replaces: Option<DocumentId>) -> bool {
        match (self, replaces) {
            (Self::Paper(p), _) => p == paper,
            (Self::Document(p, asked), Some(document)) => p == paper && *asked == document,
            _ => false,
        }
    }

    /// The word by which forms and rows name it: `field:bank:cnaps`, `paper:bank_proof`, `document:bank_proof:{id}`.
    pub fn token(&self) -> String {
        match self {
            Self::Field(section, field) => format!("field:{section}:{field}"),
            Self::Paper(paper) => format!("paper:{paper}"),
            Self::Document(paper, document) => format!("document:{paper}:{document}"),
        }
    }

    /// Reads a token back.
    pub fn from_token(token: &str) -> Option<Self> {
        let parts: Vec<&str> = token.split(':').collect();
        match parts.as_slice() {
            ["field", section, field] => Some(Self::Field((*section).into(), (*field).into())),
            ["paper", paper] => Some(Self::Paper((*paper).into())),
            ["document", paper, id] => Some(Self::Document((*paper).into(), id.parse().ok()?)),
            _ => None,
        }
    }
}

fn decided(
    submission: Submission,
    recommended: Verdict,
    decision: Decision,
    approval: Approval,
    policy: &Policy,
) -> Result<Moved, Why> {
    let now = approval.at;
    match (decision, recommended) {
        (Decision::Approve, Verdict::Reject) => Err(Why::NotRecommended),
        (Decision::Approve, Verdict::Approve) if policy.account_verification => {
            let until = now + days(policy.account_days);
            let effects = vec![Effect::StopClock, Effect::Tell(Notice::VerifyAccount)];
            Ok((State::AccountVerification { submission, approval, until }, effects))
        }
        (Decision::Approve, Verdict::Approve) => Ok(approved_or_signing(submission, approval, policy, now)),
        (Decision::Reject { reasons }, _) => {
            let effects = vec![Effect::CloseCase, Effect::Tell(Notice::Rejected)];
            Ok((State::Rejected { submission, by: Some(approval.decided_by), reasons, at: now }, effects))
        }
        (Decision::Return, _) => {
            let state = State::InReview { submission, aboard: None };
            Ok((state, vec![Effect::ReleaseCase]))
        }
    }
}

/// The same for a merchant that is aboard and has answered what a channel wanted: transfer and signature were had
/// before, and whoever is turned down now loses what approval gave.
fn decided_again(
    submission: Submission,
    recommended: Verdict,
    decision: Decision,
    approval: Approval,
    before: Approval,
) -> Result<Moved, Why> {
    let now = approval.at;
    match (decision, recommended) {
        (Decision::Approve, Verdict::Reject) => Err(Why::NotRecommended),
        (Decision::Approve, Verdict::Approve) => {
            let effects = vec![Effect::CloseCase, Effect::Aboard, Effect::Tell(Notice::PassedOn)];
            Ok((State::Approved { submission, approval, at: now }, effects))
        }
        (Decision::Reject { reasons }, _) => {
            let effects = vec![Effect::Ashore, Effect::CloseCase, Effect::Tell(Notice::Rejected)];
            Ok((State::Rejected { submission, by: Some(approval.decided_by), reasons, at: now }, effects))
        }
        (Decision::Return, _) => {
            let state = State::InReview { submission, aboard: Some(before) };
            Ok((state, vec![Effect::ReleaseCase]))
        }
    }
}

fn approved_or_signing(
    submission: Submission,
    approval: Approval,
    policy: &Policy,
    now: OffsetDateTime,
) -> Moved {
    if !policy.signing {
        return aboard(submission, approval, now);
    }
    let until = now + days(policy.signing_days);
    let effects = vec![Effect::StopClock, Effect::AskSignatory, Effect::Tell(Notice::Sign)];
    (State::Signing { submission, approval, until }, effects)
}

fn aboard(submission: Submission, approval: Approval, now: OffsetDateTime) -> Moved {
    let effects = vec![Effect::CloseCase, Effect::Aboard, Effect::Tell(Notice::Approved)];
    (State::Approved { submission, approval, at: now }, effects)
}

fn days(count: u16) -> Duration {
    Duration::days(i64::from(count))
}

#[cfg(test)]
mod tests;
