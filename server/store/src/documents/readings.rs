//! What papers say by themselves: read when they were opened, sealed under the application's key, gone with the file.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{ApplicationId, VersionId, documents::Reading};
use std::collections::BTreeMap;

const TABLE: &str = "document_versions";

/// Keeps what was read of a version.
pub async fn keep_reading(
    tx: &mut TenantTx,
    key: &DossierKey,
    version: VersionId,
    reading: &Reading,
) -> Result<()> {
    let tenant = tx.tenant().0;
    let bytes = serde_json::to_vec(reading).map_err(|_| StoreError::Corrupt("reading"))?;
    let sealed = key.seal(&*tx.random(), TABLE, version.0, "reading", 0, &bytes)?;
    let done = sqlx::query!(
        "update document_versions set reading_sealed = $3 where tenant_id = $1 and id = $2",
        tenant,
        version.0,
        sealed,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// What was read of the application's versions, as far as it was.
pub async fn readings(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
) -> Result<BTreeMap<VersionId, Reading>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select v.id, v.reading_sealed as "sealed!"
           from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
           where v.tenant_id = $1 and v.application_id = $2 and v.reading_sealed is not null
             and v.state <> 'superseded' and d.removed_at is null and d.answer_id is null"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let open = |(id, sealed): (uuid::Uuid, Vec<u8>)| {
        let bytes = key.open(TABLE, id, "reading", 0, &sealed)?;
        let reading = serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("reading"))?;
        Ok((VersionId(id), reading))
    };
    rows.into_iter().map(|row| open((row.id, row.sealed))).collect()
}
