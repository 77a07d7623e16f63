//! Merchants whose papers run out: who is to be looked at, and which words they got.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, DocumentId};
use std::collections::BTreeMap;
use time::Date;

/// Applications of merchants that are aboard and to be looked at by this day, after this one by their ids; those that
/// nobody has looked at among them.
pub async fn due(
    tx: &mut TenantTx,
    today: Date,
    after: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<ApplicationId>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_scalar!(
        r#"select a.id from applications a
           left join renewals r on r.tenant_id = a.tenant_id and r.application_id = a.id
           where a.tenant_id = $1
             and a.state in ('approved', 'changes_requested', 'in_review', 'resubmitted', 'second_review')
             and (a.state = 'approved' or a.state_data -> 'aboard' is not null)
             and (r.application_id is null or r.next_on <= $2)
             and ($3::uuid is null or a.id > $3)
           order by a.id limit $4"#,
        tenant,
        today,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(ApplicationId).collect())
}

/// Keeps when it is to be looked at next; never where nothing of it runs out.
pub async fn plan(tx: &mut TenantTx, id: ApplicationId, next: Option<Date>) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into renewals (tenant_id, application_id, next_on) values ($1, $2, $3)
         on conflict (tenant_id, application_id) do update set next_on = excluded.next_on",
        tenant,
        id.0,
        next,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets the plan: papers or answers are others than they were.
pub async fn forget(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!("delete from renewals where tenant_id = $1 and application_id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The last word that was said of each document on each of its last days.
pub async fn told(tx: &mut TenantTx, id: ApplicationId) -> Result<BTreeMap<(DocumentId, Date), u16>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select document_id, last_on, min(days) as "days!" from renewal_words
           where tenant_id = $1 and application_id = $2 group by document_id, last_on"#,
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let word = |days: i16| u16::try_from(days).unwrap_or_default();
    Ok(rows.into_iter().map(|row| ((DocumentId(row.document_id), row.last_on), word(row.days))).collect())
}

/// Keeps that a word was said.
pub async fn tell(
    tx: &mut TenantTx,
    id: ApplicationId,
    (document, last): (DocumentId, Date),
    days: u16,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into renewal_words (tenant_id, application_id, document_id, last_on, days, told_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        tenant,
        id.0,
        document.0,
        last,
        i16::try_from(days).unwrap_or(i16::MAX),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether everything that was asked for in a round was papers that run out.
pub async fn were_all(tx: &mut TenantTx, id: ApplicationId, round: u16) -> Result<bool> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(
        r#"select coalesce(bool_and(reason = 'expires_soon'), false) as "all!" from requested_items
           where tenant_id = $1 and application_id = $2 and round = $3"#,
        tenant,
        id.0,
        i32::from(round),
    )
    .fetch_one(tx.conn())
    .await?)
}
