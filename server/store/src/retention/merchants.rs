//! What is left of a merchant when its last application is purged.

use super::erasures::Removed;
use crate::{TenantTx, error::Result};
use domain::{MerchantId, PersonId};

/// Gives a merchant the name that its newest application declares which isn't set aside; none where there is none.
pub async fn name_after(tx: &mut TenantTx, merchant: MerchantId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "update merchants m set version = m.version + 1, name = coalesce((
             select a.name from applications a
             where a.tenant_id = m.tenant_id and a.merchant_id = m.id and not a.set_aside
             order by a.id desc limit 1
         ), '')
         where m.tenant_id = $1 and m.id = $2",
        tenant,
        merchant.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Where every application of a merchant is purged, blanks what the merchant itself had, ends its members' roles, and
/// says who they were; nothing where something of it is left.
pub async fn forget_merchant(
    tx: &mut TenantTx,
    merchant: MerchantId,
    removed: &mut Removed,
) -> Result<Vec<PersonId>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let left = sqlx::query_scalar!(
        r#"select exists (
               select 1 from applications where tenant_id = $1 and merchant_id = $2 and purged_at is null
           ) as "left!""#,
        tenant,
        merchant.0,
    )
    .fetch_one(tx.conn())
    .await?;
    if left {
        return Ok(Vec::new());
    }
    let done = sqlx::query!(
        "update invitations set email = 'gone:' || id, email_key = 'gone:' || id, token_hash = null,
             withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, $3) else withdrawn_at end
         where tenant_id = $1 and merchant_id = $2",
        tenant,
        merchant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("invitations".into(), done.rows_affected());
    let done = sqlx::query!(
        "update credentials set label = '-', networks = '{}' where tenant_id = $1 and merchant_id = $2",
        tenant,
        merchant.0,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("credentials".into(), done.rows_affected());
    let done = sqlx::query!(
        "update offers set accepted_address = '-'
         where tenant_id = $1 and merchant_id = $2 and accepted_address is not null",
        tenant,
        merchant.0,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("offers".into(), done.rows_affected());
    let done = sqlx::query!(
        "delete from stored_mixes where tenant_id = $1 and merchant_id = $2",
        tenant,
        merchant.0,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("mixes".into(), done.rows_affected());
    removed.retain(|_, count| *count > 0);
    let members = sqlx::query_scalar!(
        "update merchant_members set ended_at = coalesce(ended_at, $3)
         where tenant_id = $1 and merchant_id = $2 returning person_id",
        tenant,
        merchant.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut members: Vec<PersonId> = members.into_iter().map(PersonId).collect();
    members.sort_unstable();
    members.dedup();
    Ok(members)
}
