//! In whose hands a case is. That isn't a change of the application: its version stays, so that what somebody has on
//! their screen stays true.

use crate::{
    TenantTx,
    applications::Application,
    error::{Result, one},
};
use domain::{Actor, ApplicationId, MerchantId, PersonId, audit::Event};
use std::collections::BTreeSet;
use time::OffsetDateTime;
use uuid::Uuid;

/// Writes where the rules have put a case that this transaction holds ([`crate::applications::lock`]).
///
/// # Errors
/// [`crate::StoreError::BothSides`] where whoever holds it now stands on its side.
pub async fn keep(tx: &mut TenantTx, application: &Application) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update applications set case_state = $3, claimed_by = $4, claimed_at = $5, touched_at = $6,
             snoozed_until = $7, escalated_at = $8
         where tenant_id = $1 and id = $2",
        tenant,
        application.id.0,
        application.desk.kind().word(),
        application.desk.holder().map(|person| person.0),
        application.claimed_at,
        application.touched_at,
        application.desk.until(),
        application.escalated_at,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The cases in a person's hands, all or those of one merchant, held until the transaction ends.
pub async fn held_by(
    tx: &mut TenantTx,
    holder: PersonId,
    of: Option<MerchantId>,
) -> Result<Vec<ApplicationId>> {
    let tenant = tx.tenant().0;
    let ids = sqlx::query_scalar!(
        "select id from applications
         where tenant_id = $1 and claimed_by = $2 and ($3::uuid is null or merchant_id = $3) order by id for update",
        tenant,
        holder.0,
        of.map(|merchant| merchant.0) as Option<Uuid>,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Cases that were put off until now or earlier, and cases of which the desk's answer is owed that their holder
/// hasn't touched since `limit`; at most so many.
pub async fn to_come_back(
    tx: &mut TenantTx,
    limit: OffsetDateTime,
    at_most: i64,
) -> Result<Vec<ApplicationId>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let ids = sqlx::query_scalar!(
        r#"select id as "id!" from applications
           where tenant_id = $1 and case_state = 'snoozed' and snoozed_until <= $2
           union all
           select id from applications
           where tenant_id = $1 and claimed_by is not null and touched_at <= $3 and due_at is not null
             and case_state in ('claimed', 'escalated')
           order by 1 limit $4"#,
        tenant,
        now,
        limit,
        at_most,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Notes that whoever acts did something with cases they hold: each event about one says so.
pub(crate) async fn touch(tx: &mut TenantTx, events: &[Event]) -> Result<()> {
    let Actor::Person(person) = tx.actor() else { return Ok(()) };
    let (holder, at_desk) = (person.id.0, !person.staff.is_empty());
    let about: BTreeSet<Uuid> = events.iter().filter_map(|event| event.application).collect();
    if !at_desk || about.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update applications set touched_at = $4 where tenant_id = $1 and id = any($2) and claimed_by = $3",
        tenant,
        &about.into_iter().collect::<Vec<_>>(),
        holder,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
