//! Consents of an application: seen, taken back, given again.

use super::{
    access::{held, seen, shaped},
    answers,
    section::{Change, keep},
};
use crate::{
    Result, ServiceError, Services,
    mail::{self, About, Template},
    overview,
};
use domain::{
    Actor, ApplicationId, ConsentId, PersonId,
    applications::{
        RuleSet, State,
        consent::{Asked, Follows, asked, lacking},
    },
    audit::{Audience, Event},
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::{
        Application,
        consents::{self, Consent, standing},
        touch,
    },
    tenants::staff,
};

/// The consents of an application.
#[derive(Clone, Debug)]
pub struct Consents {
    /// Which application.
    pub application: Application,
    /// Every one that was ever given, the newest first.
    pub given: Vec<Consent>,
    /// What is asked for and doesn't stand.
    pub lacking: Vec<Asked>,
    /// What follows now where one is taken back.
    pub follows: Follows,
}

/// An application's consents, for those who give them.
pub async fn consents(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Consents> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::SubmitApplication).await?;
    let (given, lacking) = standing_of(services, &mut tx, &application).await?;
    let follows = Follows::of(application.state.kind());
    Ok(Consents { application, given, lacking, follows })
}

/// Every consent of the application, and what is asked for and doesn't stand.
pub(crate) async fn standing_of(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
) -> Result<(Vec<Consent>, Vec<Asked>)> {
    let rules = rules(services, tx, application).await?;
    let given = consents::list(tx, application.id).await?;
    let lacking = lacking(&asked(&rules), &standing(&given));
    Ok((given, lacking))
}

async fn rules(services: &Services, tx: &mut TenantTx, application: &Application) -> Result<RuleSet> {
    let all = answers::open(tx, application.id).await?;
    shaped(services, application, &all)
}

/// Refuses to go on where a consent that is needed was taken back.
///
/// # Errors
/// [`ServiceError::Conflict`]; its key says so.
pub(crate) async fn all_stand(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
) -> Result<()> {
    if standing_of(services, tx, application).await?.1.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Conflict("applications-why-consent-withdrawn"))
    }
}

/// Takes a consent back. What follows depends on how far the application is; see [`Follows`].
///
/// # Errors
/// [`ServiceError::Conflict`] where it was taken back already.
pub async fn withdraw_consent(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    consent: ConsentId,
) -> Result<Follows> {
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::SubmitApplication).await?;
    let given = consents::list(&mut tx, id).await?;
    let consent = given.into_iter().find(|one| one.id == consent).ok_or(StoreError::NotFound)?;
    if consent.withdrawn.is_some() {
        return Err(ServiceError::Conflict("consents-withdrawn-already"));
    }
    let follows = Follows::of(application.state.kind());
    let rules = rules(services, &mut tx, &application).await?;
    let place = asked(&rules).into_iter().find(|one| one.kind == consent.kind);
    if let Some(place) = place.filter(|_| follows == Follows::Undone) {
        empty(&mut tx, &mut application, (&rules, &place), by).await?;
    } else {
        consents::withdraw(&mut tx, id, &consent.kind).await?;
        touch(&mut tx, &mut application).await?;
    }
    overview::note(services, &mut tx, &application).await?;
    tx.record(event("consent.withdrawn", id, &consent.kind, &consent.text_version));
    if matches!(follows, Follows::StopsApproval | Follows::Channel) {
        tell_desk(&mut tx, &application).await?;
    }
    tx.commit().await?;
    Ok(follows)
}

/// In a draft the answer goes with the consent: its section is no longer done.
async fn empty(
    tx: &mut TenantTx,
    application: &mut Application,
    (rules, place): (&RuleSet, &Asked),
    by: PersonId,
) -> Result<()> {
    let section = rules.section(&place.section).ok_or(StoreError::NotFound)?;
    let stored = answers::stored(tx, application.id).await?;
    let all = answers::open_stored(tx, application.id, &stored).await?;
    let before = all.get(&section.code).cloned().unwrap_or_default();
    let mut values = before.clone();
    values.remove(&place.field);
    let follows = stored.get(&section.code).map_or(0, |current| current.version);
    keep(tx, application, section, Change { before: &before, values, follows, by, address: "" }).await
}

/// Gives a consent again that was taken back after handing in. In a draft that is its section's business.
///
/// # Errors
/// [`ServiceError::Conflict`] where it stands, isn't asked for, or can't be given any more.
pub async fn give_consent(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    kind: &str,
    address: &str,
) -> Result<()> {
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::SubmitApplication).await?;
    let may = Follows::of(application.state.kind()).may_give_again();
    let (_, lacking) = standing_of(services, &mut tx, &application).await?;
    let Some(asked) = lacking.into_iter().find(|one| one.kind == kind).filter(|_| may) else {
        return Err(ServiceError::Conflict("consents-not-asked"));
    };
    consents::give(&mut tx, id, by, (&asked.kind, &asked.version), address).await?;
    touch(&mut tx, &mut application).await?;
    overview::note(services, &mut tx, &application).await?;
    tx.record(event("consent.given", id, &asked.kind, &asked.version));
    Ok(tx.commit().await?)
}

fn event(name: &'static str, id: ApplicationId, kind: &str, version: &str) -> Event {
    Event::new(name, "application", id)
        .on(id)
        .for_audience(Audience::Merchant)
        .with("consent", kind)
        .with("version", version)
}

/// Whoever holds the case, or decided on it, is told, as long as they still work on cases.
async fn tell_desk(tx: &mut TenantTx, application: &Application) -> Result<()> {
    let decided = match &application.state {
        State::Approved { approval, .. } => Some(approval.decided_by),
        _ => None,
    };
    let Some(person) = application.desk.holder().or(decided) else { return Ok(()) };
    let member = staff::find(tx, person).await?;
    if member.is_some_and(|one| one.active && one.roles.iter().any(|role| role.may(Act::ViewCases))) {
        mail::to_person(tx, person, Template::ConsentWithdrawn, About::application(application.id)).await?;
    }
    Ok(())
}
