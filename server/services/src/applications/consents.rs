//! Consents of an application: seen, taken back, given again.

use super::{
    access::{held, rules_of, seen, shaped},
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
        Answers, RuleSet, State, StateKind,
        consent::{Asked, Follows, asked, lacking},
    },
    audit::{Audience, Event},
    permissions::Act,
};
use std::collections::BTreeSet;
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
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::SubmitApplication).await?;
    let given = consents::list(&mut tx, id).await?;
    let consent = given.into_iter().find(|one| one.id == consent).ok_or(StoreError::NotFound)?;
    if consent.withdrawn.is_some() {
        return Err(ServiceError::Conflict("consents-withdrawn-already"));
    }
    let follows = Follows::of(application.state.kind());
    consents::withdraw(&mut tx, id, &consent.kind).await?;
    touch(&mut tx, &mut application).await?;
    overview::note(services, &mut tx, &application).await?;
    tx.record(event("consent.withdrawn", id, &consent.kind, &consent.text_version));
    if matches!(follows, Follows::StopsApproval | Follows::Channel) {
        tell_desk(&mut tx, &application).await?;
    }
    tx.commit().await?;
    Ok(follows)
}

/// Takes back what stands and isn't asked for any more, now that the answers shape the rules otherwise: the consent to
/// a channel goes with the wish for it.
pub(super) async fn drop_unasked(
    tx: &mut TenantTx,
    application: &Application,
    (before, now): (&RuleSet, &RuleSet),
) -> Result<()> {
    let still: BTreeSet<String> = asked(now).into_iter().map(|one| one.kind).collect();
    let gone: BTreeSet<String> =
        asked(before).into_iter().map(|one| one.kind).filter(|kind| !still.contains(kind)).collect();
    if gone.is_empty() {
        return Ok(());
    }
    for (kind, version) in standing(&consents::list(tx, application.id).await?) {
        if gone.contains(&kind) {
            consents::withdraw(tx, application.id, &kind).await?;
            tx.record(event("consent.withdrawn", application.id, &kind, &version));
        }
    }
    Ok(())
}

/// In a draft an answer is worth what its consent is: where that was taken back, it counts as not given.
pub(super) async fn less_withdrawn(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
    answers: &mut Answers,
) -> Result<()> {
    if application.state.kind() != StateKind::Draft {
        return Ok(());
    }
    let standing = standing(&consents::list(tx, application.id).await?);
    for gone in lacking(&asked(rules_of(services, application)?), &standing) {
        if let Some(values) = answers.get_mut(&gone.section) {
            values.remove(&gone.field);
        }
    }
    Ok(())
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
    answer(services, &mut tx, &mut application, &asked, (by, address)).await?;
    overview::note(services, &mut tx, &application).await?;
    tx.record(event("consent.given", id, &asked.kind, &asked.version));
    Ok(tx.commit().await?)
}

/// Keeps the consent that is given, and its answer where there never was one.
async fn answer(
    services: &Services,
    tx: &mut TenantTx,
    application: &mut Application,
    asked: &Asked,
    (by, address): (PersonId, &str),
) -> Result<()> {
    let section = rules_of(services, application)?.section(&asked.section).ok_or(StoreError::NotFound)?;
    let stored = answers::stored(tx, application.id).await?;
    let all = answers::open_stored(tx, application.id, &stored).await?;
    let before = all.get(&section.code).cloned().unwrap_or_default();
    let mut values = before.clone();
    if values.insert(asked.field.clone(), asked.version.clone()).as_ref() == Some(&asked.version) {
        consents::give(tx, application.id, by, (&asked.kind, &asked.version), address).await?;
        return Ok(touch(tx, application).await?);
    }
    let follows = stored.get(&section.code).map_or(0, |current| current.version);
    keep(tx, application, section, Change { before: &before, values, follows, by, address }).await
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
