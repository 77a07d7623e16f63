//! What was handed up to the seniors and why, and what they answered. The texts are sealed under the application's key.

use super::grounds;
use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{ApplicationId, PersonId};
use time::OffsetDateTime;

/// One handing up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// The address of whoever handed it up.
    pub raised_by: String,
    /// When.
    pub raised_at: OffsetDateTime,
    /// Why.
    pub reason: String,
    /// The address of whoever handed it back; nobody where it ended by itself, or hasn't.
    pub ended_by: Option<String>,
    /// When it ended.
    pub ended_at: Option<OffsetDateTime>,
    /// What they said.
    pub answer: Option<String>,
}

const TABLE: &str = "escalations";

/// Keeps that somebody handed a case up.
pub async fn raise(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    (by, reason): (PersonId, &str),
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let reason = grounds::seal(tx, key, (TABLE, id, "reason"), Some(reason))?;
    sqlx::query!(
        "insert into escalations (tenant_id, id, application_id, raised_by, raised_at, reason_sealed)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        id,
        application.0,
        by.0,
        now,
        reason,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Keeps what a senior answered as they handed the case back.
///
/// # Errors
/// [`StoreError::NotFound`] where nothing is handed up.
pub async fn answer(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    (by, answer): (PersonId, &str),
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let id = sqlx::query_scalar!(
        "select id from escalations where tenant_id = $1 and application_id = $2 and ended_at is null",
        tenant,
        application.0,
    )
    .fetch_one(tx.conn())
    .await?;
    let answer = grounds::seal(tx, key, (TABLE, id, "answer"), Some(answer))?;
    let done = sqlx::query!(
        "update escalations set ended_by = $3, ended_at = $4, answer_sealed = $5 where tenant_id = $1 and id = $2",
        tenant,
        id,
        by.0,
        now,
        answer,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// What is handed up ends by itself: the case was judged, sent back or closed.
pub async fn settle(tx: &mut TenantTx, application: ApplicationId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update escalations set ended_at = $3 where tenant_id = $1 and application_id = $2 and ended_at is null",
        tenant,
        application.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every handing up of an application, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Escalation>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select e.id, p.email as raised_by, e.raised_at, e.reason_sealed, q.email as "ended_by?", e.ended_at,
                  e.answer_sealed
           from escalations e join persons p on p.id = e.raised_by left join persons q on q.id = e.ended_by
           where e.tenant_id = $1 and e.application_id = $2 order by e.raised_at desc, e.id desc"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let reason = grounds::open(key, (TABLE, row.id, "reason"), Some(&row.reason_sealed))?;
            Ok(Escalation {
                raised_by: row.raised_by,
                raised_at: row.raised_at,
                reason: reason.ok_or(StoreError::Corrupt("reason"))?,
                ended_by: row.ended_by,
                ended_at: row.ended_at,
                answer: grounds::open(key, (TABLE, row.id, "answer"), row.answer_sealed.as_deref())?,
            })
        })
        .collect()
}
