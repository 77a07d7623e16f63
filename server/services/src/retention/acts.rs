//! What an admin does: ends a relationship, places and lifts holds, has something erased. Each with a fresh proof of who
//! they are, and never on their own side.

use super::{
    purge,
    view::{law, term},
};
use crate::{
    Refusal, Result, ServiceError, Services,
    accounts::demand_proof,
    applications::{Terms, advance, today},
    credentials,
    error::FieldError,
};
use domain::{
    Actor, ApplicationId, HoldId, PersonId,
    applications::{Event as Course, kinds::iso_date},
    audit::Event,
    permissions::Act,
    retention::{EndReason, Ground, Why},
};
use store::{
    TenantTx,
    applications::{Application, dossiers, lock, merchants, renewals},
    retention::{
        self, Kept, blanks,
        erasures::{self, Came},
        holds,
    },
    review, tenants,
};
use time::Date;

/// Letters of a hold's reason.
pub const LONGEST_REASON: usize = 1000;

/// The end of a relationship, as typed.
#[derive(Clone, Debug, Default)]
pub struct Ending {
    /// Its last day: `2026-11-28`.
    pub on: String,
    /// Why it ended.
    pub reason: String,
}

fn person(actor: &Actor) -> Result<PersonId> {
    let by = super::may_manage(actor)?;
    demand_proof(actor, Act::ManageRetention)?;
    Ok(by)
}

/// The application, for changing, where it isn't the person's own and not purged yet.
async fn held(tx: &mut TenantTx, id: ApplicationId, by: PersonId) -> Result<(Application, Kept)> {
    retention::see_all(tx).await?;
    // Looked at before it is locked: a stranger's attempts make nobody wait.
    if review::side(tx, id, Some(by)).await?.own {
        return Err(ServiceError::NotFound);
    }
    let application = lock(tx, id).await?;
    let kept = retention::find(tx, id).await?;
    if kept.purged_at.is_some() {
        return Err(ServiceError::Conflict("retention-why-purged"));
    }
    Ok((application, kept))
}

fn event(name: &'static str, id: ApplicationId) -> Event {
    Event::new(name, "application", id).on(id)
}

/// Ends the relationship with a merchant that is aboard: nothing is asked of any channel any more, its credentials end,
/// and the law counts from the day that is entered.
///
/// # Errors
/// [`ServiceError::Refused`] where day or reason don't fit, [`ServiceError::Conflict`] where it isn't aboard.
pub async fn end(services: &Services, actor: &Actor, id: ApplicationId, typed: &Ending) -> Result<()> {
    let by = person(actor)?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (mut application, _) = held(&mut tx, id, by).await?;
    let approved = application.state.aboard().ok_or(ServiceError::Conflict("applications-why-not-now"))?.at;
    let country = application.country.clone();
    let days = today(&country, approved)..=today(&country, tx.now());
    let (on, reason) = checked(typed, days)?;
    merchants::lock(&mut tx, application.merchant).await?;
    advance(&mut tx, &mut application, Course::End { by, on }, &terms).await?;
    renewals::forget(&mut tx, id).await?;
    if !merchants::is_aboard(&mut tx, application.merchant).await? {
        credentials::end_all(&mut tx, application.merchant).await?;
    }
    tx.record(event("retention.relationship_ended", id).with("ended_on", on).with("end_reason", reason));
    Ok(tx.commit().await?)
}

fn checked(typed: &Ending, days: std::ops::RangeInclusive<Date>) -> Result<(Date, EndReason)> {
    let mut refusal = Refusal::default();
    let on = iso_date::parse(typed.on.trim());
    match on {
        None => refusal.fields.push(FieldError::new("on", "retention-error-day")),
        Some(on) if !days.contains(&on) => {
            refusal.fields.push(FieldError::new("on", "retention-error-day-outside"));
        }
        Some(_) => {}
    }
    let reason = EndReason::from_word(&typed.reason);
    if reason.is_none() {
        refusal.fields.push(FieldError::new("end_reason", "retention-error-end-reason"));
    }
    match (on, reason) {
        (Some(on), Some(reason)) if refusal.fields.is_empty() => Ok((on, reason)),
        _ => Err(refusal.into()),
    }
}

/// Places a legal hold.
///
/// # Errors
/// [`ServiceError::Refused`] where no reason is given or it is too long.
pub async fn place(services: &Services, actor: &Actor, id: ApplicationId, reason: &str) -> Result<HoldId> {
    let by = person(actor)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::at("hold_reason", "retention-error-hold-reason").into());
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Refusal::at("hold_reason", "retention-error-hold-reason-long").into());
    }
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    held(&mut tx, id, by).await?;
    let key = dossiers::open(&mut tx, id).await?;
    let hold = holds::place(&mut tx, &key, id, (by, reason)).await?;
    tx.record(event("retention.hold_placed", id).with("hold", hold));
    tx.commit().await?;
    Ok(hold)
}

/// Lifts a legal hold. What is over by then goes with the next round.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was lifted already.
pub async fn lift(services: &Services, actor: &Actor, id: ApplicationId, hold: HoldId) -> Result<()> {
    let by = person(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    held(&mut tx, id, by).await?;
    holds::lift(&mut tx, id, hold, by).await?;
    tx.record(event("retention.hold_lifted", id).with("hold", hold));
    Ok(tx.commit().await?)
}

/// Does what somebody has asked for: erases everything, or, where a hold or the law forbids it, keeps it and sets it aside.
/// What came of it stands on record either way. The number is typed once more, so that the right one is meant.
///
/// # Errors
/// [`ServiceError::Refused`] where the number is another one's,
/// [`ServiceError::Conflict`] where it is under way, or gone already.
pub async fn erase(services: &Services, actor: &Actor, id: ApplicationId, number: &str) -> Result<Came> {
    let by = person(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (application, kept) = held(&mut tx, id, by).await?;
    if !number.trim().eq_ignore_ascii_case(&kept.case_number) {
        return Err(Refusal::at("number", "retention-error-number").into());
    }
    let may = term(&kept)?.may_erase(today(&kept.country, tx.now()));
    let came = match may {
        Ok(()) => purge::purge(&mut tx, &application, Some(by)).await?,
        Err(Why::UnderWay) => return Err(ServiceError::Conflict("retention-why-under-way")),
        Err(Why::Kept(ground)) => restrict(&mut tx, &application, &kept, (ground, by)).await?,
    };
    tx.commit().await?;
    Ok(came)
}

async fn restrict(
    tx: &mut TenantTx,
    application: &Application,
    kept: &Kept,
    (ground, by): (Ground, PersonId),
) -> Result<Came> {
    let id = application.id;
    if !kept.set_aside {
        retention::set_aside(tx, id).await?;
        retention::name_after(tx, application.merchant).await?;
        blanks::forget_jobs(tx, id).await?;
    }
    let came = Came::Restricted(ground, law(&kept.country)?.country.clone());
    erasures::keep(tx, id, Some(by), &came).await?;
    let refused = event("retention.erasure_refused", id);
    tx.record(match ground {
        Ground::Hold => refused.with("ground", "hold"),
        Ground::Law { until } => {
            refused.with("ground", "law").with("country", &kept.country).with("kept_until", until)
        }
    });
    Ok(came)
}
