//! A requirement that isn't asked of a merchant after all: proposed by a reviewer, confirmed or declined by a senior
//! reviewer who is another person.

use super::{Denied, access, items::items, notes::checked};
use crate::{
    Refusal, ServiceError, Services,
    applications::{answers, shaped, why_key},
};
use domain::{
    Actor, ApplicationId, WaiverId,
    applications::{Fault, StateKind, Why},
    audit::{Audience, Event},
    permissions::Act,
    review::waiver::Answer,
};
use store::{
    StoreError, TenantTx,
    applications::{Application, dossiers},
    review::waivers,
};

/// Whether requirements of a case may be waived where it stands: it was handed in and isn't closed.
fn is_open(application: &Application) -> bool {
    let kind = application.state.kind();
    !kind.is_closed() && kind != StateKind::Draft
}

/// Proposes that a requirement isn't asked for.
///
/// # Errors
/// Refused without a reason, and where the rules don't ask for it; [`Denied::NotOpen`] where the case is closed, or a
/// proposal stands already.
pub async fn propose_waiver(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    what: &str,
    reason: &str,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::Recommend)?;
    let what = match Fault::from_token(what).ok_or(ServiceError::NotFound)? {
        Fault::Document(paper, _) => Fault::Paper(paper),
        other => other,
    };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    if !is_open(&application) {
        return Err(Why::NotNow.into());
    }
    let all = answers::open(&mut tx, id).await?;
    let found = items(&mut tx, &application, &shaped(services, &application, &all)?, &all).await?;
    let item = found.all.iter().find(|item| item.what == what || is_file_of(&item.what, &what));
    let item = item.ok_or(ServiceError::NotFound)?;
    if !item.required {
        return Err(ServiceError::Refused(Refusal::at("reason", "review-error-waive-optional")).into());
    }
    let reason = checked(reason, "reason", "review-error-waive-reason")?;
    let key = dossiers::open(&mut tx, id).await?;
    let waiver =
        waivers::propose(&mut tx, &key, id, (&what, &reason), by).await.map_err(|error| match error {
            StoreError::Conflict => Denied::NotOpen("review-waive-standing"),
            other => other.into(),
        })?;
    tx.record(told("review.waiver_proposed", id, &what, Audience::Staff).with("waiver", waiver));
    Ok(tx.commit().await?)
}

fn is_file_of(item: &Fault, paper: &Fault) -> bool {
    matches!((item, paper), (Fault::Document(of, _), Fault::Paper(code)) if of == code)
}

/// Answers a proposal of another person.
///
/// # Errors
/// [`Denied::NotOpen`] where it is the same person, or it was answered already.
pub async fn answer_waiver(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    waiver: WaiverId,
    answer: &str,
) -> Result<Answer, Denied> {
    let by = access::person(actor, Act::Decide)?;
    let answer = Answer::from_word(answer).ok_or(ServiceError::NotFound)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    let key = dossiers::open(&mut tx, id).await?;
    let all = waivers::of(&mut tx, &key, id).await?;
    let proposed = all.into_iter().find(|one| one.id == waiver).ok_or(ServiceError::NotFound)?;
    if !is_open(&application) {
        return Err(Why::NotNow.into());
    }
    let answered = proposed.waiver.answer(answer, by).map_err(|why| Denied::NotOpen(why_key(why)))?;
    waivers::answer(&mut tx, waiver, answered).await?;
    let (name, audience) = match answer {
        // The merchant sees that it isn't needed, and so may see since when.
        Answer::Confirm => ("review.waived", Audience::Merchant),
        Answer::Decline => ("review.waiver_declined", Audience::Staff),
    };
    tx.record(told(name, id, &proposed.what, audience).with("waiver", waiver));
    tx.commit().await?;
    Ok(answer)
}

fn told(name: &'static str, id: ApplicationId, what: &Fault, audience: Audience) -> Event {
    let event = Event::new(name, "application", id).on(id).for_audience(audience);
    match what {
        Fault::Field(section, field) => event.with("section", section).with("field", field),
        Fault::Paper(paper) | Fault::Document(paper, _) => event.with("paper", paper),
    }
}
