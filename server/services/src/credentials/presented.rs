//! Who a presented secret speaks for.

use crate::{Result, ServiceError, Services};
use domain::{Actor, CredentialId, credentials::Token};
use store::{TenantTx, credentials, tenants};

/// What a credential may know of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The tenant's part of the address.
    pub tenant: String,
    /// The merchant's number.
    pub merchant_number: String,
    /// The merchant's name; none where none was declared.
    pub merchant_name: Option<String>,
    /// `test` or `live`.
    pub environment: String,
    /// The credential's id.
    pub credential: CredentialId,
    /// Its label.
    pub label: String,
}

/// Reads a secret as presented: form and checksum first, without touching the database; then by its hash; then,
/// in its tenant, whether it still may. Whatever is wrong, the answer is one.
pub async fn me(services: &Services, presented: &str) -> Result<Me> {
    let secret = presented.parse::<Token>().map_err(|_| ServiceError::SignedOut)?;
    let hash = secret.hash();
    let (tenant, id) = credentials::lookup(&services.db, &hash).await?.ok_or(ServiceError::SignedOut)?;
    let mut tx = TenantTx::read(&services.db, &Actor::Visitor { tenant }).await?;
    let found = credentials::presented(&mut tx, id, &hash).await?.ok_or(ServiceError::SignedOut)?;
    drop(tx);
    Ok(Me {
        tenant: tenants::by_id(&services.db, tenant).await?.slug,
        merchant_number: found.merchant_number.ok_or(ServiceError::SignedOut)?,
        merchant_name: Some(found.merchant_name).filter(|name| !name.is_empty()),
        environment: found.environment,
        credential: found.id,
        label: found.label,
    })
}
