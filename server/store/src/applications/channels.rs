//! How far a merchant's channels are.

use crate::{TenantTx, error::Result};
use domain::{MerchantId, applications::road::Opened};

/// How many channels of the merchant's have opened for real payments, and how many haven't yet.
pub async fn opened(tx: &mut TenantTx, merchant: MerchantId) -> Result<Opened> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select count(*) filter (where state in ('requested', 'verified', 'suspended')) as "waiting!",
                  count(*) filter (where state = 'effective') as "open!"
           from capabilities where tenant_id = $1 and merchant_id = $2 and environment = 'live'"#,
        tenant,
        merchant.0,
    )
    .fetch_one(tx.conn())
    .await?;
    let count = |count: i64| usize::try_from(count).unwrap_or_default();
    Ok(Opened { waiting: count(row.waiting), open: count(row.open) })
}
