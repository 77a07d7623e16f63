//! Legal holds: placed with a reason, lifted once, never taken away.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{ApplicationId, HoldId, PersonId};
use time::OffsetDateTime;

const TABLE: &str = "retention_holds";
const FIELD: &str = "reason";

/// A hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// Why it lies there; nothing once its application was purged.
    pub reason: Option<String>,
    /// The address of whoever placed it.
    pub placed_by: String,
    /// When.
    pub placed_at: OffsetDateTime,
    /// The address of whoever lifted it.
    pub lifted_by: Option<String>,
    /// When.
    pub lifted_at: Option<OffsetDateTime>,
}

/// Places one.
///
/// # Errors
/// [`StoreError::BothSides`] where whoever places it stands on the application's side.
pub async fn place(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    (by, reason): (PersonId, &str),
) -> Result<HoldId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let sealed = key.seal(&*tx.random(), TABLE, id, FIELD, 0, reason.as_bytes())?;
    sqlx::query!(
        "insert into retention_holds (tenant_id, id, application_id, reason_sealed, placed_by, placed_at)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        id,
        application.0,
        sealed,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(HoldId(id))
}

/// Lifts one of an application.
///
/// # Errors
/// [`StoreError::NotFound`] where there is no such hold, [`StoreError::Conflict`] where it was lifted already.
pub async fn lift(tx: &mut TenantTx, application: ApplicationId, id: HoldId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query_scalar!(
        "select id from retention_holds where tenant_id = $1 and application_id = $2 and id = $3",
        tenant,
        application.0,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    let done = sqlx::query!(
        "update retention_holds set lifted_by = $3, lifted_at = $4
         where tenant_id = $1 and id = $2 and lifted_at is null",
        tenant,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The holds of an application, the oldest first; without the key, which is gone with a purge, without their reasons.
pub async fn of(
    tx: &mut TenantTx,
    key: Option<&DossierKey>,
    application: ApplicationId,
) -> Result<Vec<Hold>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select h.id, h.reason_sealed, p.email as placed_by, h.placed_at, l.email as "lifted_by?", h.lifted_at
           from retention_holds h
           join persons p on p.id = h.placed_by
           left join persons l on l.id = h.lifted_by
           where h.tenant_id = $1 and h.application_id = $2 order by h.placed_at, h.id"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let reason = key.map(|key| key.open(TABLE, row.id, FIELD, 0, &row.reason_sealed)).transpose()?;
            let reason = reason.map(String::from_utf8).transpose();
            Ok(Hold {
                id: HoldId(row.id),
                reason: reason.map_err(|_| StoreError::Corrupt("reason of a hold"))?,
                placed_by: row.placed_by,
                placed_at: row.placed_at,
                lifted_by: row.lifted_by,
                lifted_at: row.lifted_at,
            })
        })
        .collect()
}
