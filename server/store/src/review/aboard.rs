//! What an approval gives at once: the merchant's number.

use crate::{StoreError, TenantTx, error::Result};
use domain::MerchantId;

/// Gives a merchant its number, unless it has one already.
///
/// # Errors
/// [`StoreError::Taken`] where another merchant of the tenant has this number: draw another.
pub async fn number(tx: &mut TenantTx, merchant: MerchantId, number: &str) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update merchants set number = coalesce(number, $3), version = version + 1
         where tenant_id = $1 and id = $2",
        tenant,
        merchant.0,
        number,
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotFound) }
}

/// Whether a merchant of the tenant has this number.
pub async fn number_is_taken(tx: &mut TenantTx, number: &str) -> Result<bool> {
    let tenant = tx.tenant().0;
    let taken = sqlx::query_scalar!(
        r#"select exists (select 1 from merchants where tenant_id = $1 and number = $2) as "taken!""#,
        tenant,
        number,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(taken)
}
