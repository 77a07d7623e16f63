//! What an approval gives: the merchant's number, and its capabilities as asked for.

use crate::{StoreError, TenantTx, error::Result};
use domain::MerchantId;

/// An environment a capability is for.
pub const ENVIRONMENTS: [&str; 2] = ["test", "live"];

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

/// Notes the channels as asked for, in both environments; what was asked for before stays as it is.
pub async fn request(tx: &mut TenantTx, merchant: MerchantId, channels: &[String]) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let environments: Vec<String> = ENVIRONMENTS.iter().map(|&environment| environment.to_owned()).collect();
    sqlx::query!(
        "insert into capabilities (tenant_id, merchant_id, channel, environment, requested_at)
         select $1, $2, channel, environment, $5
         from unnest($3::text[]) as channel cross join unnest($4::text[]) as environment
         on conflict do nothing",
        tenant,
        merchant.0,
        channels,
        &environments,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Closes a merchant's capabilities: they stay asked for, and nothing is verified or effective any more.
pub async fn close(tx: &mut TenantTx, merchant: MerchantId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "update capabilities set verified_at = null, effective_at = null where tenant_id = $1 and merchant_id = $2",
        tenant,
        merchant.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
