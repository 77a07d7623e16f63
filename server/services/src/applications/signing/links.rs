//! Links to whoever signs: made, drawn, replaced and ended.

use super::super::{
    access::{held, shaped},
    answers,
};
use crate::{
    Result, ServiceError, Services, accounts,
    jobs::JobError,
    mail::{self, SIGN},
    qr,
};
use domain::{
    Actor, ApplicationId, SigningLinkId, TenantId,
    applications::{
        StateKind,
        signing::{self as rules, Event, LINK_LIFETIME},
    },
    audit::{self, Audience},
    permissions::Act,
};
use serde::Deserialize;
use serde_json::json;
use store::{
    TenantTx,
    applications::{
        Application, load, lock,
        signing::{self, Link},
    },
    jobs::NewJob,
    tenants,
};

/// The job that asks whoever signs, once an application waits for it.
pub const ASK: &str = "application.ask_signatory";

#[derive(Deserialize)]
struct Payload {
    application: ApplicationId,
}

/// Queues the job that asks whoever signs.
pub(crate) async fn set_going(tx: &mut TenantTx, application: ApplicationId) -> Result<()> {
    let job = NewJob::new(ASK, json!({ "application": application })).once(application.to_string());
    Ok(tx.enqueue(job).await?)
}

/// Ends what stands open: the application has gone on, or ended.
pub(crate) async fn end(tx: &mut TenantTx, application: ApplicationId) -> Result<()> {
    close(tx, application, Event::End).await
}

async fn close(tx: &mut TenantTx, application: ApplicationId, how: Event) -> Result<()> {
    let Some(link) = signing::open_of(tx, application).await? else { return Ok(()) };
    if let Ok(standing) = link.standing.apply(how, link.expires_at, tx.now()) {
        signing::stand(tx, &link, standing).await?;
    }
    Ok(())
}

/// Asks whoever signs, where an address was declared as theirs. Without one whoever applied shows them the picture.
pub(crate) async fn ask(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let Ok(Payload { application: id }) = Payload::deserialize(payload) else {
        return Err(JobError::permanent("payload"));
    };
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: ASK }).await?;
    let application = lock(&mut tx, id).await?;
    // It may have gone on meanwhile, or somebody was quicker: the job runs at least once.
    let asked = signing::open_of(&mut tx, id).await?.is_some();
    if application.state.kind() != StateKind::Signing || asked {
        return Ok(());
    }
    if address(services, &mut tx, &application).await?.is_some() {
        by_mail(&mut tx, &application).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The address declared as theirs.
async fn address(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
) -> Result<Option<String>> {
    let all = answers::open(tx, application.id).await?;
    let set = shaped(services, application, &all)?;
    Ok(rules::address(&set, &all).map(str::to_owned))
}

/// A new link whose token its mail draws, in the place of the one before.
async fn by_mail(tx: &mut TenantTx, application: &Application) -> Result<()> {
    close(tx, application.id, Event::Replace).await?;
    let until = tx.now() + LINK_LIFETIME;
    let link = signing::insert(tx, application.id, None, until).await?;
    mail::to_signatory(tx, link).await?;
    tx.record(event("application.signing_link_sent", application.id));
    Ok(())
}

fn event(name: &'static str, application: ApplicationId) -> audit::Event {
    audit::Event::new(name, "application", application).on(application).for_audience(Audience::Merchant)
}

/// A mail's link, once drawn, and to whom about what it goes.
pub(crate) struct Drawn {
    pub(crate) to: String,
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) token: String,
}

/// Draws a link's token for its mail; nothing where it is closed, or no address stands any more.
pub(crate) async fn draw(
    services: &Services,
    actor: &Actor,
    link: SigningLinkId,
) -> Result<Option<Drawn>, JobError> {
    let (token, hash) = mail::draw(&*services.ports().random);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let found = signing::find(&mut tx, link).await?;
    let application = lock(&mut tx, found.application).await?;
    let Link { standing, .. } = signing::find(&mut tx, link).await?;
    if standing.is_closed() || application.state.kind() != StateKind::Signing {
        return Ok(None);
    }
    let Some(to) = address(services, &mut tx, &application).await? else { return Ok(None) };
    let until = tx.now() + LINK_LIFETIME;
    signing::draw(&mut tx, link, &hash, until).await?;
    tx.commit().await?;
    Ok(Some(Drawn { to, number: application.case_number, name: application.name, token }))
}

/// A link for whoever signs, shown this once.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The address that it opens.
    pub link: String,
    /// The same as a picture, SVG of ours.
    pub qr: String,
}

/// Whoever hands in, before the lock: the application, and how often they may.
async fn authorised(services: &Services, actor: &Actor, id: ApplicationId) -> Result<()> {
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    super::super::access::allowed(actor, &load(&mut tx, id).await?, Act::SubmitApplication)?;
    drop(tx);
    accounts::count_made_link(services, by).await
}

async fn waiting(tx: &mut TenantTx, id: ApplicationId) -> Result<Application> {
    let application = held(tx, id, Act::SubmitApplication).await?;
    if application.state.kind() == StateKind::Signing {
        Ok(application)
    } else {
        Err(ServiceError::Conflict("signing-not-now"))
    }
}

/// Makes a link to be scanned by whoever signs, in the place of the one before.
///
/// # Errors
/// [`ServiceError::Conflict`] where nobody is to sign now.
pub async fn show(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Shown> {
    authorised(services, actor, id).await?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let (token, hash) = mail::draw(&*services.ports().random);
    let link = mail::address(&services.settings.base_url, SIGN, &[("slug", tenant.slug), ("token", token)]);
    let qr = qr::svg(&link)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = waiting(&mut tx, id).await?;
    close(&mut tx, id, Event::Replace).await?;
    let until = tx.now() + LINK_LIFETIME;
    signing::insert(&mut tx, application.id, Some(&hash), until).await?;
    tx.record(event("application.signing_link_made", id));
    tx.commit().await?;
    Ok(Shown { link, qr })
}

/// Sends whoever signs a new link, in the place of the one before.
///
/// # Errors
/// [`ServiceError::Conflict`] where nobody is to sign now, or no address was declared as theirs.
pub async fn send(services: &Services, actor: &Actor, id: ApplicationId) -> Result<()> {
    authorised(services, actor, id).await?;
    accounts::count_signing_mail(services, id).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = waiting(&mut tx, id).await?;
    if address(services, &mut tx, &application).await?.is_none() {
        return Err(ServiceError::Conflict("signing-no-address"));
    }
    by_mail(&mut tx, &application).await?;
    Ok(tx.commit().await?)
}
