//! Applications whose end is near, and what their merchants were told of it.

use super::opened;
use crate::{StoreError, TenantTx, error::Result};
use domain::{
    ApplicationId,
    applications::{State, StateKind, expiry::Told},
};
use time::OffsetDateTime;

/// An application whose end may be near.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Which.
    pub id: ApplicationId,
    /// Where it stands.
    pub state: State,
    /// When it was last touched.
    pub touched: OffsetDateTime,
    /// What was last told of its end.
    pub told: Option<Told>,
}

/// Drafts untouched since `untouched`, and whatever else ends by `soon`, after this one by their ids.
pub async fn near(
    tx: &mut TenantTx,
    untouched: OffsetDateTime,
    soon: OffsetDateTime,
    after: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<Ending>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select a.id, a.state, a.state_data, a.updated_at, n.state as "told_in?", n.told_at as "told_at?",
                  n.ends_at as "ends_at?"
           from applications a
           left join end_notices n on n.tenant_id = a.tenant_id and n.application_id = a.id
           where a.tenant_id = $1 and ((a.state = 'draft' and a.updated_at <= $2) or a.runs_out_at <= $3)
             and ($4::uuid is null or a.id > $4)
           order by a.id limit $5"#,
        tenant,
        untouched,
        soon,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Ending {
                id: ApplicationId(row.id),
                state: opened(&row.state, row.state_data)?,
                touched: row.updated_at,
                told: told_of(row.told_in, row.told_at, row.ends_at)?,
            })
        })
        .collect()
}

/// What was last told of an application's end.
pub async fn told(tx: &mut TenantTx, id: ApplicationId) -> Result<Option<Told>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select state, told_at, ends_at from end_notices where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    match row {
        Some(row) => told_of(Some(row.state), Some(row.told_at), Some(row.ends_at)),
        None => Ok(None),
    }
}

fn told_of(
    state: Option<String>,
    at: Option<OffsetDateTime>,
    ends: Option<OffsetDateTime>,
) -> Result<Option<Told>> {
    let (Some(state), Some(at), Some(ends)) = (state, at, ends) else { return Ok(None) };
    let state = StateKind::from_word(&state).ok_or(StoreError::Corrupt("a notice's state"))?;
    Ok(Some(Told { state, at, ends }))
}

/// Keeps what is told now, in place of what was told before.
pub async fn tell(tx: &mut TenantTx, id: ApplicationId, told: &Told) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into end_notices (tenant_id, application_id, state, told_at, ends_at) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, application_id) do update
         set state = excluded.state, told_at = excluded.told_at, ends_at = excluded.ends_at",
        tenant,
        id.0,
        told.state.word(),
        told.at,
        told.ends,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets all that was told: a tenant was shut, and nobody could do what they were asked to.
pub async fn forget(tx: &mut TenantTx) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!("delete from end_notices where tenant_id = $1", tenant).execute(tx.conn()).await?;
    Ok(())
}
