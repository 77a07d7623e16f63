//! Files that were refused: nothing of them is kept but a hash and a word, so that the same bytes are recognised.

use crate::{StoreError, TenantTx, error::Result};
use domain::{ApplicationId, documents::Refusal};

/// Remembers that these bytes were refused.
pub async fn refuse_bytes(
    tx: &mut TenantTx,
    application: ApplicationId,
    sha256: &[u8; 32],
    reason: Refusal,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into refused_files (tenant_id, application_id, sha256, reason, refused_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing",
        tenant,
        application.0,
        sha256,
        reason.word(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Why these bytes were refused before, if they were. Each application has a memory of its own: what another
/// merchant sent is nobody's business.
pub async fn refused_before(
    tx: &mut TenantTx,
    application: ApplicationId,
    sha256: &[u8; 32],
) -> Result<Option<Refusal>> {
    let tenant = tx.tenant().0;
    let word = sqlx::query_scalar!(
        "select reason from refused_files where tenant_id = $1 and application_id = $2 and sha256 = $3",
        tenant,
        application.0,
        sha256,
    )
    .fetch_optional(tx.conn())
    .await?;
    word.map(|word| Refusal::from_word(&word).ok_or(StoreError::Corrupt("refusal"))).transpose()
}
