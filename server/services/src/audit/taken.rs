//! Lists that leave as files.

use crate::{Result, Services};
use domain::{Actor, audit::Event};
use store::TenantTx;

/// Notes that somebody takes a list of people's with them. Whether they may see it was asked before.
pub async fn list_taken(services: &Services, actor: &Actor, list: &'static str) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let tenant = tx.tenant();
    tx.record(Event::new("list.taken", "tenant", tenant.0).with("list", list));
    Ok(tx.commit().await?)
}
