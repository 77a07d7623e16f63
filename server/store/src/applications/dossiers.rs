//! The key of an application's fields and files.

use crate::{TenantTx, error::Result, keys::DossierKey};
use domain::ApplicationId;

/// Draws the key of a new application and keeps it, wrapped.
pub async fn create(tx: &mut TenantTx, application: ApplicationId) -> Result<DossierKey> {
    let (keys, random) = (tx.keys().await?, tx.random());
    let (key, wrapped) = keys.draw_dossier(&*random, application.0)?;
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into dossier_keys (tenant_id, id, wrapped_key) values ($1, $2, $3)",
        tenant,
        application.0,
        wrapped,
    )
    .execute(tx.conn())
    .await?;
    Ok(key)
}

/// The key of an application; not found once it has been erased.
pub async fn open(tx: &mut TenantTx, application: ApplicationId) -> Result<DossierKey> {
    if let Some(known) = &tx.known(application).key {
        return Ok(known.clone());
    }
    let tenant = tx.tenant().0;
    let wrapped = sqlx::query_scalar!(
        "select wrapped_key from dossier_keys where tenant_id = $1 and id = $2",
        tenant,
        application.0,
    )
    .fetch_one(tx.conn())
    .await?;
    let key = tx.keys().await?.open_dossier(application.0, &wrapped)?;
    tx.known(application).key = Some(key.clone());
    Ok(key)
}
