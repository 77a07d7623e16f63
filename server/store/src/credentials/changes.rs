//! What is done to a credential: made, drawn once, fenced in, replaced, revoked.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    CredentialId, MerchantId,
    credentials::{Environment, Network},
};
use time::OffsetDateTime;

/// A credential to be made.
#[derive(Clone, Debug)]
pub struct NewCredential<'a> {
    /// Whose.
    pub merchant: MerchantId,
    /// Where it speaks.
    pub environment: Environment,
    /// What it is called.
    pub label: &'a str,
    /// When it stops of itself, if it does.
    pub expires: Option<OffsetDateTime>,
    /// Where it may be used from.
    pub networks: &'a [Network],
    /// Which one it takes the place of.
    pub replaces: Option<CredentialId>,
}

/// Who ends a credential, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The reason's word, where one was given.
    pub reason: Option<&'static str>,
}

/// Takes the merchant's row, so that credentials of one merchant are made one after another, and counts those
/// that have not ended.
pub async fn lock_and_count(tx: &mut TenantTx, merchant: MerchantId) -> Result<i64> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query_scalar!(
        "select id from merchants where tenant_id = $1 and id = $2 for no key update",
        tenant,
        merchant.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from credentials
           where tenant_id = $1 and merchant_id = $2 and revoked_at is null
             and coalesce(least(expires_at, rotating_until) > $3, true)"#,
        tenant,
        merchant.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Makes one, still without a secret.
///
/// # Errors
/// [`StoreError::NoRight`] where it is a live one and its merchant has no right to it.
pub async fn insert(tx: &mut TenantTx, new: &NewCredential<'_>) -> Result<CredentialId> {
    let (tenant, now, id) = (tx.tenant().0, tx.now(), tx.new_id());
    let by = tx.actor().person().ok_or(StoreError::Corrupt("credentials are made by persons"))?.id.0;
    sqlx::query!(
        "insert into credentials (tenant_id, id, merchant_id, environment, label, created_by, created_at, expires_at,
             networks, replaces)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        tenant,
        id,
        new.merchant.0,
        new.environment.word(),
        new.label,
        by,
        now,
        new.expires,
        &words(new.networks),
        new.replaces.map(|id| id.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(CredentialId(id))
}

fn words(networks: &[Network]) -> Vec<String> {
    networks.iter().map(ToString::to_string).collect()
}

/// Keeps the hash of the secret just drawn. The second try is a conflict, whoever comes second.
pub async fn draw(tx: &mut TenantTx, id: CredentialId, hash: &[u8; 32], tail: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let by = tx.actor().person().ok_or(StoreError::Corrupt("credentials are drawn by persons"))?.id.0;
    let done = sqlx::query!(
        "update credentials set secret_hash = $3, tail = $4, drawn_by = $5, drawn_at = $6
         where tenant_id = $1 and id = $2 and drawn_at is null and revoked_at is null",
        tenant,
        id.0,
        hash.as_slice(),
        tail,
        by,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Says where it may be used from.
pub async fn fence(tx: &mut TenantTx, id: CredentialId, networks: &[Network]) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update credentials set networks = $3 where tenant_id = $1 and id = $2 and revoked_at is null",
        tenant,
        id.0,
        &words(networks),
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Lets it speak until then, beside the one that takes its place. The second try is a conflict.
pub async fn rotate(tx: &mut TenantTx, id: CredentialId, until: OffsetDateTime) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update credentials set rotating_until = $3
         where tenant_id = $1 and id = $2 and drawn_at is not null and rotating_until is null and revoked_at is null",
        tenant,
        id.0,
        until,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Ends one, once.
pub async fn revoke(tx: &mut TenantTx, id: CredentialId, ending: Ending) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let by = tx.actor().person().map(|person| person.id.0);
    let done = sqlx::query!(
        "update credentials set revoked_at = $3, revoked_by = $4, revoked_reason = $5
         where tenant_id = $1 and id = $2 and revoked_at is null and expired_at is null",
        tenant,
        id.0,
        now,
        by,
        ending.reason,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
