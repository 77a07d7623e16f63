//! Where a draft stops, kept at the draft so that nobody has to open every draft's answers to count.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, overview::Step};

/// Keeps where this draft stops. It is no change of the draft: its version and its last touch stay.
pub async fn note(tx: &mut TenantTx, id: ApplicationId, step: &Step) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "update applications set draft_step = $3
         where tenant_id = $1 and id = $2 and state = 'draft' and draft_step is distinct from $3",
        tenant,
        id.0,
        step.word(),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
