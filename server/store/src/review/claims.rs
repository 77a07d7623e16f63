//! Who works on a case. A claim isn't a change of the application: its version stays, so that what somebody has on
//! their screen stays true.

use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::{ApplicationId, PersonId};

/// Takes a waiting case.
///
/// # Errors
/// [`crate::StoreError::Conflict`] where it isn't waiting (any more), [`crate::StoreError::BothSides`] where the
/// person stands on its side.
pub async fn claim(tx: &mut TenantTx, application: ApplicationId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update applications set case_state = 'claimed', claimed_by = $3, claimed_at = $4
         where tenant_id = $1 and id = $2 and case_state = 'waiting' and claimed_by is null",
        tenant,
        application.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Puts a case back that this person holds.
///
/// # Errors
/// [`crate::StoreError::Conflict`] where they don't hold it (any more).
pub async fn release(tx: &mut TenantTx, application: ApplicationId, by: PersonId) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update applications set case_state = 'waiting', claimed_by = null, claimed_at = null
         where tenant_id = $1 and id = $2 and case_state = 'claimed' and claimed_by = $3",
        tenant,
        application.0,
        by.0,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
