//! How much a tenant keeps, and how much has been promised to uploads under way.

use crate::{TenantTx, error::Result};

/// A tenant's room, in bytes. Whoever has read it holds it until the transaction ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// What may be kept in all.
    pub limit: i64,
    /// What is kept.
    pub kept: i64,
    /// Of it, what no check has seen yet.
    pub unchecked: i64,
    /// What uploads under way have been promised.
    pub promised: i64,
}

/// Reads the tenant's room and holds it: two uploads can't be promised the same bytes.
pub async fn hold(tx: &mut TenantTx) -> Result<Room> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into storage_use (tenant_id, bytes) values ($1, 0) on conflict (tenant_id) do nothing",
        tenant,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query_scalar!("select bytes from storage_use where tenant_id = $1 for update", tenant)
        .fetch_one(tx.conn())
        .await?;
    let row = sqlx::query!(
        r#"select t.storage_limit, s.bytes as kept,
                  (select coalesce(sum(v.size), 0)::bigint from document_versions v
                   where v.tenant_id = $1 and v.state = 'quarantined') as "unchecked!",
                  (select coalesce(sum(u.reserved), 0)::bigint from uploads u
                   where u.tenant_id = $1 and u.state = 'open') as "promised!"
           from tenants t join storage_use s on s.tenant_id = t.id where t.id = $1"#,
        tenant,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Room { limit: row.storage_limit, kept: row.kept, unchecked: row.unchecked, promised: row.promised })
}
