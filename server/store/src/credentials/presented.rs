//! A secret that somebody presents.

use super::{Credential, find};
use crate::{Db, TenantTx, error::Result};
use domain::{CredentialId, TenantId};
use subtle::ConstantTimeEq;
use time::{Duration, OffsetDateTime};

/// How coarsely its last use is kept.
const COARSE: Duration = Duration::MINUTE;

impl Credential {
    /// Whether a use now is to be noted: none was within the last minute.
    pub fn is_use_due(&self, now: OffsetDateTime) -> bool {
        self.last_used_at.is_none_or(|at| at <= now - COARSE)
    }
}

/// For whom a presented secret's hash speaks, if for anyone. Whether it still may, [`presented`] judges.
pub async fn lookup(db: &Db, hash: &[u8; 32]) -> Result<Option<(TenantId, CredentialId)>> {
    let row = sqlx::query!(
        r#"select tenant_id as "tenant_id!", credential_id as "credential_id!" from lookup_credential($1)"#,
        hash.as_slice(),
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(|row| (TenantId(row.tenant_id), CredentialId(row.credential_id))))
}

/// The credential a presented secret opens: of a tenant that is not suspended, not ended at this instant, a live one
/// only while its merchant has the right to it; its hash compared once more in constant time.
pub async fn presented(tx: &mut TenantTx, id: CredentialId, hash: &[u8; 32]) -> Result<Option<Credential>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let stored = sqlx::query_scalar!(
        r#"select c.secret_hash as "hash!" from credentials c join tenants t on t.id = c.tenant_id
           where c.tenant_id = $1 and c.id = $2 and c.secret_hash is not null and t.state = 'active'
             and (c.environment = 'test' or exists (
                 select 1 from live_rights r
                 where r.tenant_id = c.tenant_id and r.merchant_id = c.merchant_id
                   and r.opened_at is not null and r.ended_at is null
             ))"#,
        tenant,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    match stored {
        Some(stored) if bool::from(stored.as_slice().ct_eq(hash.as_slice())) => {
            Ok(Some(find(tx, id).await?).filter(|credential| credential.life(now).speaks(now)))
        }
        _ => Ok(None),
    }
}

/// Notes that it was used, unless that was noted within the last minute.
pub async fn used(tx: &mut TenantTx, id: CredentialId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update credentials set last_used_at = $3
         where tenant_id = $1 and id = $2 and (last_used_at is null or last_used_at <= $4)",
        tenant,
        id.0,
        now,
        now - COARSE,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
