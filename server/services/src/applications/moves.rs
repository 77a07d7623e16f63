//! The one way an application moves on, for the merchant's side, the desk and our jobs alike.

use super::{notices, signing, terms::Terms};
use crate::{Result, ServiceError, channels, screening, transfers};
use domain::{
    applications::{Effect, Event, Refused, State, StateKind, Why},
    audit,
    review::{Desk, Tick},
};
use serde_json::json;
use store::{
    TenantTx,
    applications::{Application, renewals, save},
    jobs::NewJob,
    review::escalations,
    screening::hits,
};

/// The job that looks at everything handed in.
pub const SCREEN: &str = "application.screen";

/// Moves an application on that this transaction holds ([`store::applications::lock`]): applies the event, carries out
/// what follows for case, clock, jobs and mail, saves and records it.
///
/// What approval gives and what takes it back happens here too, in the same transaction.
///
/// # Errors
/// [`ServiceError::Conflict`] where the act isn't open now; its word is the message key's end.
pub async fn advance(
    tx: &mut TenantTx,
    application: &mut Application,
    event: Event,
    terms: &Terms,
) -> Result<()> {
    let (now, from) = (tx.now(), application.state.kind());
    let (name, audience) = (event.audit_name(), event.audience());
    let moved = application.state.clone().apply(event, &terms.policy, now).map_err(refused)?;
    let (state, effects) = if held_up(tx, application, &moved.0).await? {
        application.state.clone().apply(Event::HoldUp, &terms.policy, now).map_err(refused)?
    } else {
        moved
    };
    application.state = state;
    transfers::follow(tx, application, from).await?;
    application.closed_at = application.state.kind().is_closed().then_some(now);
    if let State::Submitted { submission } | State::Resubmitted { submission, .. } = &application.state {
        application.submitted_by = Some(submission.by);
        application.submitted_at = Some(submission.at);
    }
    let was_escalated = application.desk.is_escalated();
    for effect in effects {
        match effect {
            Effect::OpenCase => {
                application.put(Desk::Waiting, now);
                application.set_clock(terms.tick(application.clock(), terms.start(), now));
            }
            Effect::ReleaseCase => application.put(Desk::Waiting, now),
            Effect::StopClock => application.set_clock(terms.tick(application.clock(), Tick::Pause, now)),
            Effect::CloseCase => {
                application.put(Desk::Closed, now);
                application.set_clock(terms.tick(application.clock(), Tick::Stop, now));
            }
            Effect::LeaveDesk => application.put(Desk::None, now),
            Effect::Screen => {
                let key = application.id.to_string();
                tx.enqueue(NewJob::new(SCREEN, json!({ "application": application.id })).once(key)).await?;
            }
            Effect::AskSignatory => signing::set_going(tx, application.id).await?,
            Effect::Tell(notice) => notices::tell(tx, application, notice).await?,
            Effect::Aboard => {
                channels::aboard(tx, application).await?;
                renewals::forget(tx, application.id).await?;
            }
            Effect::Ashore => channels::ashore(tx, application).await?,
            Effect::Unanswered => {
                channels::unanswered(tx, application).await?;
                renewals::forget(tx, application.id).await?;
                // Answers may have changed without being handed in.
                screening::one_again(tx, application.id).await?;
            }
        }
    }
    if from == StateKind::Signing {
        signing::end(tx, application.id).await?;
    }
    if was_escalated && !application.desk.is_escalated() {
        escalations::settle(tx, application.id).await?;
    }
    save(tx, application).await?;
    tx.record(
        audit::Event::new(name, "application", application.id)
            .on(application.id)
            .for_audience(audience)
            .with("from", from)
            .with("to", application.state.kind())
            .with("version", application.version),
    );
    Ok(())
}

/// Whether somebody of it was found on a list after the desk had decided: then the merchant's and the bank's last step
/// leads back to the desk, as far as anybody outside can tell for any reason.
async fn held_up(tx: &mut TenantTx, application: &Application, to: &State) -> Result<bool> {
    let last = matches!(application.state.kind(), StateKind::AccountVerification | StateKind::Signing);
    if !last || to.kind() != StateKind::Approved || !hits::is_held_up(tx, application.id).await? {
        return Ok(false);
    }
    let event = Event::HoldUp;
    tx.record(
        audit::Event::new(event.audit_name(), "application", application.id)
            .on(application.id)
            .for_audience(event.audience()),
    );
    Ok(true)
}

/// A refused transition, by a message key that says why.
pub(crate) const fn refused(refused: Refused) -> ServiceError {
    ServiceError::Conflict(why_key(refused.why))
}

/// The message key of a ground why an act isn't open.
pub const fn why_key(why: Why) -> &'static str {
    match why {
        Why::NotNow => "applications-why-not-now",
        Why::Submitter => "applications-why-submitter",
        Why::Recommender => "applications-why-recommender",
        Why::NotRecommended => "applications-why-not-recommended",
        Why::NoReason => "applications-why-no-reason",
        Why::NoItems => "applications-why-no-items",
        Why::NotDue => "applications-why-not-due",
        Why::NotThatDay => "applications-why-not-that-day",
        Why::Stale => "applications-why-stale",
        Why::NotSenior => "applications-why-not-senior",
        Why::ClaimedByOther => "applications-why-claimed-by-other",
        Why::NotClaimed => "applications-why-not-claimed",
        Why::Proposer => "applications-why-proposer",
        Why::OtherOpen => "applications-why-other-open",
        Why::PutOff => "applications-why-put-off",
        Why::AlreadyTheirs => "applications-why-already-theirs",
        Why::AlreadyEscalated => "applications-why-already-escalated",
        Why::NotEscalated => "applications-why-not-escalated",
        Why::NotThen => "applications-why-not-then",
        Why::AssigneeOwnSide => "applications-why-assignee-own-side",
        Why::AssigneeRecommended => "applications-why-assignee-recommended",
        Why::AssigneeNotSenior => "applications-why-assignee-not-senior",
        Why::AssigneeGone => "applications-why-assignee-gone",
    }
}
