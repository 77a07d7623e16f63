//! The right to live credentials: proposed by a reviewer, opened by another person, ended with the last capability.

use super::revoke;
use crate::{
    Result, ServiceError, Services,
    accounts::demand_proof,
    mail::{self, About, Template},
    review::access,
    tenants::authorise,
};
use domain::{
    Actor, ApplicationId, MerchantId, PersonId, RightId,
    audit::{Audience, Event},
    credentials::{
        Environment, RightKind,
        right::{self, Why},
    },
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::merchants,
    channels, credentials,
    credentials::rights::{self, Standing},
};

pub use store::credentials::rights::Standing as Row;

/// Rights on one page.
pub const PAGE: usize = 50;

/// A merchant's right, and what the reader can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// The one that is proposed or open.
    pub standing: Option<Standing>,
    /// The reader may propose it; or why nobody can now.
    pub propose: Opens,
    /// The reader may open or decline it; or why not.
    pub open: Opens,
}

/// Whether something is open to the reader; a message key where it isn't.
pub type Opens = std::result::Result<(), &'static str>;

const fn key(why: Why) -> &'static str {
    match why {
        Why::Proposer => "credentials-why-proposer",
        Why::NotNow => "credentials-why-not-now",
        Why::NothingEffective => "credentials-why-nothing-effective",
        Why::Already => "credentials-why-already",
    }
}

fn refused(why: Why) -> ServiceError {
    ServiceError::Conflict(key(why))
}

/// Where a merchant's right stands, if it is proposed or open.
pub(super) async fn kind(tx: &mut TenantTx, merchant: MerchantId) -> Result<Option<RightKind>> {
    Ok(rights::of_merchant(tx, merchant).await?.map(|standing| standing.right.kind()))
}

async fn is_effective(tx: &mut TenantTx, merchant: MerchantId) -> Result<bool> {
    Ok(!channels::effective(tx, merchant, Environment::Live).await?.is_empty())
}

/// Where a merchant's right stands, and what this reader of the desk can do about it.
pub(crate) async fn standing(
    tx: &mut TenantTx,
    actor: &Actor,
    by: PersonId,
    merchant: MerchantId,
) -> Result<Rights> {
    let standing = rights::of_merchant(tx, merchant).await?;
    let effective = is_effective(tx, merchant).await?;
    let propose = if actor.may(Act::ProposeLive) {
        right::may_propose(standing.as_ref().map(|standing| standing.right.kind()), effective).map_err(key)
    } else {
        Err("credentials-why-not-reviewer")
    };
    let open = open_to(actor, by, standing.as_ref());
    Ok(Rights { standing, propose, open })
}

fn open_to(actor: &Actor, by: PersonId, standing: Option<&Standing>) -> Opens {
    if !actor.may(Act::OpenLive) {
        return Err("credentials-why-not-senior");
    }
    let standing = standing.ok_or("credentials-why-not-now")?;
    let at = standing.proposed_at;
    standing.right.apply(right::Event::Open { by }, standing.effective, at).map(|_| ()).map_err(key)
}

/// Proposes that a merchant may have live credentials.
///
/// # Errors
/// [`ServiceError::Conflict`] where no channel has said yes, or it is proposed or open already.
pub async fn propose(services: &Services, actor: &Actor, id: ApplicationId) -> Result<()> {
    let by = access::person(actor, Act::ProposeLive)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    merchants::lock(&mut tx, application.merchant).await?;
    let standing = kind(&mut tx, application.merchant).await?;
    right::may_propose(standing, is_effective(&mut tx, application.merchant).await?).map_err(refused)?;
    let right = rights::propose(&mut tx, application.merchant, id, by).await.map_err(not_now)?;
    tx.record(event("live_right.proposed", right, id).with("merchant", application.merchant));
    Ok(tx.commit().await?)
}

/// Of two at the same moment the second is told that it is done.
fn not_now(error: StoreError) -> ServiceError {
    match error {
        StoreError::Conflict => refused(Why::Already),
        other => other.into(),
    }
}

/// What the second person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Open it.
    Open,
    /// Don't.
    Decline,
}

/// Opens or declines a right, as another person than whoever proposed it, and never of the merchant's own side. Opened,
/// the merchant's owners are told: they make and draw the credential themselves.
///
/// # Errors
/// [`ServiceError::Conflict`] where the same person proposed it or nothing is in force any more; not found for the
/// merchant's own side.
pub async fn decide(services: &Services, actor: &Actor, id: RightId, second: Second) -> Result<()> {
    authorise(actor, Act::OpenLive)?;
    demand_proof(actor, Act::OpenLive)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let merchant = rights::find(&mut tx, by, id).await?.merchant;
    merchants::lock(&mut tx, merchant).await?;
    let standing = rights::lock(&mut tx, by, id).await?;
    let (said, name) = match second {
        Second::Open => (right::Event::Open { by }, "live_right.opened"),
        Second::Decline => (right::Event::Decline { by }, "live_right.declined"),
    };
    standing.right.apply(said, standing.effective, tx.now()).map_err(refused)?;
    match second {
        Second::Open => rights::open(&mut tx, id, by).await?,
        Second::Decline => rights::end(&mut tx, id, Some(by)).await?,
    }
    let mut event = event(name, id, standing.application).with("merchant", standing.merchant);
    if second == Second::Open {
        event = event.for_audience(Audience::Merchant);
        tell(&mut tx, standing.merchant, Template::LiveOpened).await?;
    }
    tx.record(event);
    Ok(tx.commit().await?)
}

fn event(name: &'static str, id: RightId, application: ApplicationId) -> Event {
    Event::new(name, "live_right", id).on(application)
}

async fn tell(tx: &mut TenantTx, merchant: MerchantId, template: Template) -> Result<()> {
    for owner in merchants::owners(tx, merchant).await? {
        mail::to_person(tx, owner, template, About::merchant(merchant)).await?;
    }
    Ok(())
}

/// Ends a merchant's right where nothing is in force any more, and with it every live credential. The caller holds the
/// merchant: whoever opens the right or draws a credential comes before or after.
pub(crate) async fn settle(
    tx: &mut TenantTx,
    merchant: MerchantId,
    application: ApplicationId,
) -> Result<()> {
    let Some(standing) = rights::of_merchant(tx, merchant).await?.filter(|standing| !standing.effective)
    else {
        return Ok(());
    };
    rights::end(tx, standing.id, None).await?;
    let ended = event("live_right.ended", standing.id, application).with("merchant", merchant);
    if standing.right.kind() != RightKind::Open {
        tx.record(ended);
        return Ok(());
    }
    tx.record(ended.for_audience(Audience::Merchant));
    for credential in credentials::standing(tx, merchant, Environment::Live).await? {
        revoke::end(tx, &credential, Some("right_ended")).await?;
    }
    tell(tx, merchant, Template::LiveEnded).await
}

/// A right in the list, and whether the reader may open or decline it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The right.
    pub standing: Standing,
    /// Open to the reader; or why not.
    pub open: Opens,
}

/// Rights that are proposed or open, the oldest first, and where the next page goes on. Merchants on whose side the
/// reader ever stood are left out.
pub async fn list(
    services: &Services,
    actor: &Actor,
    after: Option<RightId>,
) -> Result<(Vec<Listed>, Option<RightId>)> {
    if !actor.may(Act::ProposeLive) {
        authorise(actor, Act::OpenLive)?;
    }
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = rights::all(&mut tx, by, after, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| last.id);
    let listed = found.into_iter().map(|standing| {
        let open = open_to(actor, by, Some(&standing));
        Listed { standing, open }
    });
    Ok((listed.collect(), next))
}
