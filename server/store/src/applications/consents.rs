//! Who agreed to which text, when and from where.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, PersonId};

/// Keeps a consent by the person at this instant, from this client address.
pub async fn give(
    tx: &mut TenantTx,
    application: ApplicationId,
    by: PersonId,
    (kind, text_version): (&str, &str),
    address: &str,
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into consents (tenant_id, id, application_id, kind, text_version, given_by, given_at, address)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        id,
        application.0,
        kind,
        text_version,
        by.0,
        now,
        address,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes that standing consents of this kind were taken back.
pub async fn withdraw(tx: &mut TenantTx, application: ApplicationId, kind: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update consents set withdrawn_at = $4
         where tenant_id = $1 and application_id = $2 and kind = $3 and withdrawn_at is null",
        tenant,
        application.0,
        kind,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
