//! Who a presented secret speaks for.

use crate::{Result, ServiceError, Services};
use domain::{
    Actor, CredentialId, TenantId,
    credentials::{Environment, Life, Token, network},
};
use std::net::IpAddr;
use store::{TenantTx, channels, credentials, tenants};
use time::OffsetDateTime;

/// What a credential may know of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The tenant's part of the address.
    pub tenant: String,
    /// The merchant's number; none before its approval.
    pub merchant_number: Option<String>,
    /// The merchant's name; none where none was declared.
    pub merchant_name: Option<String>,
    /// Where it speaks.
    pub environment: Environment,
    /// The channels in force there.
    pub channels: Vec<String>,
    /// The credential's id.
    pub credential: CredentialId,
    /// Its label.
    pub label: String,
    /// When it stops speaking, if that is known: the end of its term or of its overlap.
    pub until: Option<OffsetDateTime>,
}

/// Whoever presents this secret may ask, on its merchant's behalf.
///
/// # Errors
/// Those of [`me`].
pub async fn speaks(services: &Services, presented: &str, address: IpAddr) -> Result<()> {
    identify(services, presented, address).await.map(drop)
}

/// Who presents this secret.
///
/// # Errors
/// [`ServiceError::SignedOut`] where it opens nothing; [`ServiceError::Forbidden`] where it is good, but not from this
/// address: whoever holds the secret learns no more than that.
pub async fn me(services: &Services, presented: &str, address: IpAddr) -> Result<Me> {
    let (mut tx, found) = identify(services, presented, address).await?;
    let channels = channels::effective(&mut tx, found.merchant, found.environment).await?;
    let until = match found.life(tx.now()) {
        Life::Active { until, .. } => until,
        Life::Rotating { until, .. } => Some(until),
        _ => None,
    };
    let tenant = tx.tenant();
    drop(tx);
    Ok(Me {
        tenant: tenants::by_id(&services.db, tenant).await?.slug,
        merchant_number: found.merchant_number,
        merchant_name: Some(found.merchant_name).filter(|name| !name.is_empty()),
        environment: found.environment,
        channels,
        credential: found.id,
        label: found.label,
        until,
    })
}

/// Reads a secret as presented: form and checksum first, without touching the database; then by its hash; then,
/// in its tenant, whether it still may. Whatever is wrong, the answer is one.
async fn identify(
    services: &Services,
    presented: &str,
    address: IpAddr,
) -> Result<(TenantTx, credentials::Credential)> {
    let secret = presented.parse::<Token>().map_err(|_| ServiceError::SignedOut)?;
    let hash = secret.hash();
    let (tenant, id) = credentials::lookup(&services.db, &hash).await?.ok_or(ServiceError::SignedOut)?;
    let mut tx = TenantTx::read(&services.db, &Actor::Visitor { tenant }).await?;
    let found = credentials::presented(&mut tx, id, &hash).await?.ok_or(ServiceError::SignedOut)?;
    if !network::allows(&found.networks, address) {
        return Err(ServiceError::Forbidden);
    }
    if found.is_use_due(tx.now()) {
        note_use(services, tenant, id);
    }
    Ok((tx, found))
}

/// Notes the use beside the answer: what goes wrong with it is nobody's who asked.
fn note_use(services: &Services, tenant: TenantId, id: CredentialId) {
    let db = services.db.clone();
    tokio::spawn(async move {
        let noted = async {
            let mut tx = TenantTx::read(&db, &Actor::Visitor { tenant }).await?;
            credentials::used(&mut tx, id).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(credential = %id, error = &error as &dyn std::error::Error, "a use was not noted");
        }
    });
}
