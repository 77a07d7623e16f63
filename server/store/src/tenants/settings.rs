//! Terms and switches of a tenant's road, and the working time its desk gives itself.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::applications::Policy;

/// Writes them, unless the row has moved on.
pub async fn save(tx: &mut TenantTx, version: i32, policy: &Policy, sla_hours: i32) -> Result<()> {
    let tenant = tx.tenant().0;
    let policy =
        serde_json::to_value(policy).map_err(|_| StoreError::Corrupt("a policy without JSON form"))?;
    let done = sqlx::query!(
        "update tenants set policy = $3, sla_hours = $4, version = version + 1 where id = $1 and version = $2",
        tenant,
        version,
        policy,
        sla_hours,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
