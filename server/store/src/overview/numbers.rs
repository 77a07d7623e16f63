//! The numbers. Those over everything there ever was come from rollup rows; those over what is open walk an index.

use super::Line;
use crate::{StoreError, TenantTx, error::Result};
use domain::{
    ApplicationId, PersonId,
    applications::{Ball, StateKind},
    overview::Step,
};
use time::{Date, OffsetDateTime};

/// What somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// How many.
    pub count: i64,
    /// Since when the one in the middle, half of them longer.
    pub median: Option<OffsetDateTime>,
    /// Since when the one that waits longest.
    pub longest: Option<OffsetDateTime>,
}

/// How many applications stand in which state; states without one aren't named.
pub async fn states(tx: &mut TenantTx) -> Result<Vec<(StateKind, i64)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select state, count from application_counts where tenant_id = $1 and count > 0",
        tenant,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let state = StateKind::from_word(&row.state).ok_or(StoreError::Corrupt("a counted state"))?;
            Ok((state, row.count))
        })
        .collect()
}

/// What merchants, we and banks hold, and since when.
pub async fn held(tx: &mut TenantTx) -> Result<Vec<(Ball, Held)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select ball as "ball!", count(*) as "count!",
                  percentile_disc(0.5) within group (order by ball_since) as median, min(ball_since) as longest
           from applications where tenant_id = $1 and ball is not null group by ball"#,
        tenant,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let ball = Ball::from_word(&row.ball).ok_or(StoreError::Corrupt("a counted ball"))?;
            Ok((ball, Held { count: row.count, median: row.median, longest: row.longest }))
        })
        .collect()
}

/// Approved applications of merchants that wait for a channel to open, and since when.
pub async fn channels(tx: &mut TenantTx) -> Result<Held> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select count(*) as "count!", percentile_disc(0.5) within group (order by w.since) as median,
                  min(w.since) as longest
           from (
               select a.id, min(c.since) as since
               from capabilities c
               join applications a
                   on a.tenant_id = c.tenant_id and a.merchant_id = c.merchant_id and a.state = 'approved'
               where c.tenant_id = $1 and c.environment = 'live' and c.state in ('requested', 'verified', 'suspended')
               group by a.id
           ) w"#,
        tenant,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Held { count: row.count, median: row.median, longest: row.longest })
}

/// How many drafts stop where; nothing for those that were never looked at.
pub async fn drafts(tx: &mut TenantTx) -> Result<Vec<(Option<Step>, i64)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select draft_step, count(*) as "count!" from applications
           where tenant_id = $1 and state = 'draft' group by draft_step order by 2 desc, 1"#,
        tenant,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.draft_step.as_deref().and_then(Step::from_word), row.count)).collect())
}

/// What was decided from this day on, by day in the tenant's zone: approved, and turned down.
pub async fn decisions(tx: &mut TenantTx, from: Date) -> Result<Vec<(Date, i64, i64)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select day, coalesce(sum(count) filter (where outcome = 'approved'), 0)::bigint as "approved!",
                  coalesce(sum(count) filter (where outcome = 'rejected'), 0)::bigint as "rejected!"
           from decision_days where tenant_id = $1 and day >= $2 group by day order by day"#,
        tenant,
        from,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.day, row.approved, row.rejected)).collect())
}

/// What has been waiting with us the longest; nothing on whose side the reader ever stood.
pub async fn oldest_with_us(tx: &mut TenantTx, reader: PersonId, limit: i64) -> Result<Vec<Line>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select a.id, a.case_number, a.name, a.country, a.kind, a.state, a.ball_since as "since!"
           from applications a
           where a.tenant_id = $1 and a.ball = 'us'
             and a.created_by <> $2 and a.submitted_by is distinct from $2
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $2)
           order by a.ball_since, a.id limit $3"#,
        tenant,
        reader.0,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Line {
                id: ApplicationId(row.id),
                case_number: row.case_number,
                name: row.name,
                kind: format!("{}-{}", row.country, row.kind).to_lowercase(),
                state: StateKind::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?,
                at: row.since,
                key: row.id,
            })
        })
        .collect()
}
