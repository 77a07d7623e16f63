//! Which credentials there are; never their secrets.

use super::{Side, rights};
use crate::{Result, ServiceError, Services, tenants::authorise};
use domain::{Actor, CredentialId, MerchantId, credentials::RightKind, permissions::Act};
use store::{
    TenantTx,
    accounts::persons,
    applications::merchants::{self, Merchant},
    credentials::{self, Credential, Filter},
    tenants,
};

/// Credentials on one page of the admin's list.
const PAGE: usize = 50;

/// A merchant of the reader's, and what may be made for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The merchant.
    pub merchant: Merchant,
    /// Whether a test credential may be made.
    pub test: bool,
    /// Whether a live credential may be made.
    pub live: bool,
}

/// A merchant side's view.
#[derive(Clone, Debug)]
pub struct Mine {
    /// The reader's merchants, those without a number too.
    pub places: Vec<Place>,
    /// Their credentials, the newest first.
    pub credentials: Vec<Credential>,
    /// Whether the reader, who has no merchant yet, may make a test credential all the same: the first thing they
    /// have here.
    pub newcomer: bool,
}

/// The merchants at which the actor may do this.
pub(super) fn places(actor: &Actor, act: Act) -> Vec<MerchantId> {
    let members = actor.person().map(|person| person.members.as_slice()).unwrap_or_default();
    let mut merchants: Vec<MerchantId> =
        members.iter().filter(|(_, role)| role.may(act)).map(|(merchant, _)| *merchant).collect();
    merchants.sort_unstable();
    merchants.dedup();
    merchants
}

/// Whether a test credential could be the first thing this person has here: with a confirmed address, on neither side
/// yet, where the tenant lets test early.
pub(super) async fn is_newcomer(services: &Services, actor: &Actor) -> Result<bool> {
    let Some(person) = actor.person() else { return Ok(false) };
    if !person.staff.is_empty() || !person.members.is_empty() {
        return Ok(false);
    }
    let confirmed = persons::known(&services.db, person.id).await?.is_some_and(|known| known.confirmed);
    Ok(confirmed && tenants::by_id(&services.db, actor.tenant()).await?.policy.test_credentials)
}

/// The credentials of every merchant of the actor's.
pub async fn mine(services: &Services, actor: &Actor) -> Result<Mine> {
    let mine = places(actor, Act::ViewOwnCredentials);
    if mine.is_empty() {
        let nothing = Mine { places: vec![], credentials: vec![], newcomer: true };
        return if is_newcomer(services, actor).await? { Ok(nothing) } else { Err(ServiceError::NotFound) };
    }
    let early = tenants::by_id(&services.db, actor.tenant()).await?.policy.test_credentials;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut places = Vec::new();
    for merchant in merchants::list(&mut tx, &mine).await? {
        let manages = actor.may_at(merchant.id, Act::ManageOwnCredentials);
        let test = manages && (early || merchants::is_aboard(&mut tx, merchant.id).await?);
        let live = manages && rights::kind(&mut tx, merchant.id).await? == Some(RightKind::Open);
        places.push(Place { merchant, test, live });
    }
    let credentials = credentials::of_merchants(&mut tx, &mine).await?;
    Ok(Mine { places, credentials, newcomer: false })
}

/// A page of every merchant's credentials, and the id before which the next page goes on.
pub async fn all(
    services: &Services,
    actor: &Actor,
    filter: &Filter,
) -> Result<(Vec<Credential>, Option<CredentialId>)> {
    authorise(actor, Act::ManageAllCredentials)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = credentials::all(&mut tx, filter, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|credential| credential.id);
    Ok((found, next))
}

/// One that the actor may change from this side.
pub async fn one(services: &Services, actor: &Actor, id: CredentialId, side: Side) -> Result<Credential> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if side.allows(actor, &credential) { Ok(credential) } else { Err(ServiceError::NotFound) }
}
