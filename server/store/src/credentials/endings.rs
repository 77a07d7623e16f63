//! Terms and overlaps that are over, and terms that soon will be.

use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::CredentialId;
use time::OffsetDateTime;

/// Credentials whose term or overlap is over and that nobody has noted yet.
pub async fn over(tx: &mut TenantTx) -> Result<Vec<CredentialId>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let ids = sqlx::query_scalar!(
        "select id from credentials
         where tenant_id = $1 and revoked_at is null and expired_at is null
           and least(expires_at, rotating_until) <= $2
         order by id limit 500",
        tenant,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(CredentialId).collect())
}

/// Notes that it has stopped, once.
pub async fn expire(tx: &mut TenantTx, id: CredentialId, at: OffsetDateTime) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update credentials set expired_at = $3
         where tenant_id = $1 and id = $2 and revoked_at is null and expired_at is null",
        tenant,
        id.0,
        at,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Drawn credentials whose term ends before `until` and whose merchants haven't been reminded of it.
pub async fn due_reminders(tx: &mut TenantTx, until: OffsetDateTime) -> Result<Vec<CredentialId>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let ids = sqlx::query_scalar!(
        "select id from credentials
         where tenant_id = $1 and revoked_at is null and expired_at is null and reminded_at is null
           and drawn_at is not null and rotating_until is null and expires_at > $2 and expires_at <= $3
         order by id limit 500",
        tenant,
        now,
        until,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(CredentialId).collect())
}

/// Notes that its merchant was reminded, once.
pub async fn reminded(tx: &mut TenantTx, id: CredentialId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update credentials set reminded_at = $3 where tenant_id = $1 and id = $2 and reminded_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
