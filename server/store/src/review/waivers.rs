//! Requirements that aren't asked of a merchant after all. The database refuses an answer by whoever proposed it, and
//! a second one.

use super::grounds;
use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{ApplicationId, PersonId, WaiverId, applications::Fault, review::Waiver};
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// A waiver as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// Its id.
    pub id: WaiverId,
    /// Of what.
    pub what: Fault,
    /// Where it stands.
    pub waiver: Waiver,
    /// Why it was proposed.
    pub reason: String,
    /// The address of whoever proposed it.
    pub proposed_email: String,
    /// When.
    pub proposed_at: OffsetDateTime,
    /// The address of whoever answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
}

const TABLE: &str = "waivers";

/// Keeps a proposal.
///
/// # Errors
/// [`StoreError::Conflict`] where one waits or holds already; [`StoreError::BothSides`] where whoever proposes stands
/// on the application's side.
pub async fn propose(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    (what, reason): (&Fault, &str),
    by: PersonId,
) -> Result<WaiverId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let reason = grounds::seal(tx, key, (TABLE, id, "reason"), Some(reason))?;
    sqlx::query!(
        "insert into waivers (tenant_id, id, application_id, what, reason_sealed, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        application.0,
        what.token(),
        reason,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await
    .map_err(|error| match StoreError::from(error) {
        StoreError::Taken(_) => StoreError::Conflict,
        other => other,
    })?;
    Ok(WaiverId(id))
}

/// Writes the answer of the second person.
///
/// # Errors
/// [`StoreError::BothSides`] where it is the one who proposed it or stands on the application's side;
/// [`StoreError::Conflict`] where it was answered already.
pub async fn answer(tx: &mut TenantTx, id: WaiverId, waiver: Waiver) -> Result<()> {
    let (outcome, by) = match waiver {
        Waiver::Proposed { .. } => return Err(StoreError::Corrupt("an answer that is none")),
        Waiver::Confirmed { by, .. } => ("confirmed", by),
        Waiver::Declined { by, .. } => ("declined", by),
    };
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update waivers set outcome = $3, answered_by = $4, answered_at = $5
         where tenant_id = $1 and id = $2 and outcome is null",
        tenant,
        id.0,
        outcome,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The waivers of an application, newest first.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Waived>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select w.id, w.what, w.reason_sealed, w.proposed_by, p.email, w.proposed_at, w.outcome, w.answered_by,
                  a.email as "answered_email?", w.answered_at
           from waivers w
           join persons p on p.id = w.proposed_by
           left join persons a on a.id = w.answered_by
           where w.tenant_id = $1 and w.application_id = $2 order by w.proposed_at desc, w.id desc"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let proposed_by = PersonId(row.proposed_by);
            let waiver = match (row.outcome.as_deref(), row.answered_by.map(PersonId)) {
                (None, None) => Waiver::Proposed { by: proposed_by },
                (Some("confirmed"), Some(by)) => Waiver::Confirmed { proposed_by, by },
                (Some("declined"), Some(by)) => Waiver::Declined { proposed_by, by },
                _ => return Err(StoreError::Corrupt("waiver")),
            };
            Ok(Waived {
                id: WaiverId(row.id),
                what: Fault::from_token(&row.what).ok_or(StoreError::Corrupt("item"))?,
                waiver,
                reason: grounds::open(key, (TABLE, row.id, "reason"), Some(&row.reason_sealed))?
                    .unwrap_or_default(),
                proposed_email: row.email,
                proposed_at: row.proposed_at,
                answered: row.answered_email.zip(row.answered_at),
            })
        })
        .collect()
}

/// What two people have waived of an application.
pub async fn holding(tx: &mut TenantTx, application: ApplicationId) -> Result<BTreeSet<Fault>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_scalar!(
        "select what from waivers where tenant_id = $1 and application_id = $2 and outcome = 'confirmed'",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.iter().map(|what| Fault::from_token(what).ok_or(StoreError::Corrupt("item"))).collect()
}
