//! Which credentials there are; never their secrets.

use super::Side;
use crate::{Result, ServiceError, Services, tenants::authorise};
use domain::{Actor, CredentialId, MerchantId, permissions::Act};
use store::{
    TenantTx,
    applications::merchants::{self, Merchant},
    credentials::{self, Credential},
};

/// Credentials on one page of the admin's list.
const PAGE: usize = 50;

/// A merchant side's view.
#[derive(Clone, Debug)]
pub struct Mine {
    /// The reader's merchants, those without a number too.
    pub merchants: Vec<Merchant>,
    /// Their credentials, the newest first.
    pub credentials: Vec<Credential>,
}

/// The merchants at which the actor may do this.
fn places(actor: &Actor, act: Act) -> Vec<MerchantId> {
    let members = actor.person().map(|person| person.members.as_slice()).unwrap_or_default();
    let mut merchants: Vec<MerchantId> =
        members.iter().filter(|(_, role)| role.may(act)).map(|(merchant, _)| *merchant).collect();
    merchants.sort_unstable();
    merchants.dedup();
    merchants
}

/// The credentials of every merchant of the actor's.
pub async fn mine(services: &Services, actor: &Actor) -> Result<Mine> {
    let places = places(actor, Act::ViewOwnCredentials);
    if places.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(Mine {
        merchants: merchants::list(&mut tx, &places).await?,
        credentials: credentials::of_merchants(&mut tx, &places).await?,
    })
}

/// A page of every merchant's credentials, and the id before which the next page goes on.
pub async fn all(
    services: &Services,
    actor: &Actor,
    before: Option<CredentialId>,
) -> Result<(Vec<Credential>, Option<CredentialId>)> {
    authorise(actor, Act::ManageAllCredentials)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = credentials::all(&mut tx, before, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|credential| credential.id);
    Ok((found, next))
}

/// One that the actor may revoke from this side.
pub async fn one(services: &Services, actor: &Actor, id: CredentialId, side: Side) -> Result<Credential> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if side.allows(actor, &credential) { Ok(credential) } else { Err(ServiceError::NotFound) }
}
