//! Looks that the desk takes at files on which a person or an account stands.

use crate::{TenantTx, error::Result};
use domain::{PersonId, VersionId, review::reveal::ONE_LOOK};
use uuid::Uuid;

/// Notes that this person looks at a file's version. Whether it is a look of its own: another page of the file that
/// belongs to the same page-load, soon after the first, is none.
pub async fn begins(tx: &mut TenantTx, version: VersionId, by: PersonId, look: Uuid) -> Result<bool> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "insert into paper_looks (tenant_id, version_id, person_id, look, began_at) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, version_id, person_id) do update
         set look = excluded.look, began_at = excluded.began_at
         where paper_looks.look <> excluded.look or paper_looks.began_at <= $6",
        tenant,
        version.0,
        by.0,
        look,
        now,
        now - ONE_LOOK,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
