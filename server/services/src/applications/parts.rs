//! Parts of an application that aren't asked any more: a person taken away, an agent who no longer acts. What was
//! given about them goes with them, before anybody else has seen it.

use super::{
    access::{allowed, held, section_of, shaped},
    answers,
    tasks::Judged,
};
use crate::{Result, ServiceError, Services, documents, overview};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::Values,
    audit::{Audience, Event},
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{Application, dossiers, sections, touch},
    keys::DossierKey,
};

/// Takes away one of several, with its papers, as it was on the screen.
///
/// # Errors
/// [`ServiceError::Conflict`] where it has changed since, where there must be one, or where the application isn't a
/// draft.
pub async fn remove_section(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    code: &str,
    version: i32,
) -> Result<()> {
    let by = actor.person().map(|person| person.id).ok_or(ServiceError::SignedOut)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::ViewOwnApplication).await?;
    let stored = answers::stored(&mut tx, id).await?;
    let mut all = answers::open_stored(&mut tx, id, &stored).await?;
    let rules = shaped(services, &application, &all)?;
    let section = section_of(&rules, code)?;
    allowed(actor, &application, section.act)?;
    let removable = section.instance.is_some_and(|one| one.removable);
    if !removable || application.state.editable().is_some() {
        return Err(ServiceError::Conflict("applications-why-not-now"));
    }
    if stored.get(code).map_or(0, |current| current.version) != version {
        return Err(ServiceError::Conflict("error-stale"));
    }
    let key = dossiers::open(&mut tx, id).await?;
    blank(&mut tx, &application, &key, (code, version), by).await?;
    all.remove(code);
    let rules = shaped(services, &application, &all)?;
    documents::forget(&mut tx, &application, |paper| rules.paper(paper).is_some()).await?;
    touch(&mut tx, &mut application).await?;
    overview::note(services, &mut tx, &application).await?;
    Ok(tx.commit().await?)
}

/// Takes away everything that was given and isn't asked any more, on the way to the desk.
pub(super) async fn forget_unasked(
    tx: &mut TenantTx,
    application: &Application,
    judged: &Judged,
    by: PersonId,
) -> Result<()> {
    documents::forget(tx, application, |paper| judged.rules.paper(paper).is_some()).await?;
    let key = dossiers::open(tx, application.id).await?;
    for (code, section) in answers::stored(tx, application.id).await? {
        let asked = judged.rules.section(&code).is_some();
        let empty = judged.answers.get(&code).is_none_or(Values::is_empty);
        if !asked && !empty {
            blank(tx, application, &key, (&code, section.version), by).await?;
        }
    }
    Ok(())
}

/// A version without answers, and without anything by which the former ones are found.
async fn blank(
    tx: &mut TenantTx,
    application: &Application,
    key: &DossierKey,
    (code, follows): (&str, i32),
    by: PersonId,
) -> Result<()> {
    let none = Values::new();
    let new = sections::NewSection { code, follows, plain: &none, sealed: &none, found_by: &[], by };
    let version = sections::save(tx, application.id, key, &new).await?;
    tx.record(
        Event::new("section.removed", "application", application.id)
            .on(application.id)
            .for_audience(Audience::Merchant)
            .with("section", code)
            .with("version", version),
    );
    Ok(())
}
