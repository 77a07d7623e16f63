//! Cases whose holder may no longer work on them.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, PersonId};

/// Gives everything a person holds back to the queue: what they had put off waits again, what was escalated stays
/// with the seniors.
pub async fn return_all(tx: &mut TenantTx, holder: PersonId) -> Result<Vec<ApplicationId>> {
    let tenant = tx.tenant().0;
    let returned = sqlx::query_scalar!(
        "update applications
         set claimed_by = null, claimed_at = null,
             case_state = case when case_state in ('claimed', 'snoozed') then 'waiting' else case_state end
         where tenant_id = $1 and claimed_by = $2
         returning id",
        tenant,
        holder.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(returned.into_iter().map(ApplicationId).collect())
}
