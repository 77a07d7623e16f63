//! What was asked or due, and what came of it: the proof that something is gone, or the law that kept it.

use crate::{StoreError, TenantTx, error::Result};
use domain::{
    ApplicationId, ErasureId, PersonId,
    retention::{Cause, Ground, Outcome},
};
use std::collections::BTreeMap;
use time::{Date, OffsetDateTime};

/// How many of what went, by the names of what they were.
pub type Removed = BTreeMap<String, u64>;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// Everything is gone: how many of what, and a keyed digest over all of it.
    Erased(Removed, [u8; 32]),
    /// Something keeps it; of a law, whose.
    Restricted(Ground, String),
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Its id.
    pub id: ErasureId,
    /// Of which application.
    pub application: ApplicationId,
    /// What people call that.
    pub case_number: String,
    /// Why it came to it.
    pub cause: Cause,
    /// What came of it.
    pub outcome: Outcome,
    /// What forbade it, where something did.
    pub ground: Option<Ground>,
    /// Whose law.
    pub country: Option<String>,
    /// How many of what went.
    pub removed: Removed,
    /// The digest over it, as hexadecimal digits.
    pub digest: Option<String>,
    /// The address of whoever entered the request.
    pub entered_by: Option<String>,
    /// When.
    pub entered_at: OffsetDateTime,
}

/// Keeps an entry.
pub async fn keep(
    tx: &mut TenantTx,
    application: ApplicationId,
    by: Option<PersonId>,
    result: &Came,
) -> Result<ErasureId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let cause = if by.is_some() { Cause::Asked } else { Cause::Term };
    let (outcome, ground, country, until, removed, digest): Columns<'_> = match result {
        Came::Erased(removed, digest) => {
            let removed = serde_json::to_value(removed).map_err(|_| StoreError::Corrupt("an erasure"))?;
            (Outcome::Erased, None, None, None, Some(removed), Some(digest.as_slice()))
        }
        Came::Restricted(Ground::Hold, _) => (Outcome::Restricted, Some("hold"), None, None, None, None),
        Came::Restricted(Ground::Law { until }, country) => {
            (Outcome::Restricted, Some("law"), Some(country), Some(*until), None, None)
        }
    };
    sqlx::query!(
        "insert into erasures (tenant_id, id, application_id, cause, outcome, ground, country, kept_until, removed,
             digest, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        tenant,
        id,
        application.0,
        cause.word(),
        outcome.word(),
        ground,
        country,
        until,
        removed,
        digest,
        by.map(|by| by.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(ErasureId(id))
}

type Columns<'a> = (
    Outcome,
    Option<&'static str>,
    Option<&'a str>,
    Option<Date>,
    Option<serde_json::Value>,
    Option<&'a [u8]>,
);

/// The newest first, of one application or of all.
pub async fn list(tx: &mut TenantTx, application: Option<ApplicationId>, limit: i64) -> Result<Vec<Erasure>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select e.id, e.application_id, a.case_number, e.cause, e.outcome, e.ground, e.country, e.kept_until,
                  e.removed, e.digest, p.email as "entered_by?", e.entered_at
           from erasures e
           join applications a on a.tenant_id = e.tenant_id and a.id = e.application_id
           left join persons p on p.id = e.entered_by
           where e.tenant_id = $1 and ($2::uuid is null or e.application_id = $2)
           order by e.id desc limit $3"#,
        tenant,
        application.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let ground = match (row.ground.as_deref(), row.kept_until) {
                (None, None) => None,
                (Some("hold"), None) => Some(Ground::Hold),
                (Some("law"), Some(until)) => Some(Ground::Law { until }),
                _ => return Err(StoreError::Corrupt("ground of an erasure")),
            };
            let removed = row.removed.map(serde_json::from_value).transpose();
            Ok(Erasure {
                id: ErasureId(row.id),
                application: ApplicationId(row.application_id),
                case_number: row.case_number,
                cause: Cause::from_word(&row.cause).ok_or(StoreError::Corrupt("cause of an erasure"))?,
                outcome: Outcome::from_word(&row.outcome)
                    .ok_or(StoreError::Corrupt("outcome of an erasure"))?,
                ground,
                country: row.country,
                removed: removed
                    .map_err(|_| StoreError::Corrupt("counts of an erasure"))?
                    .unwrap_or_default(),
                digest: row.digest.map(hex::encode),
                entered_by: row.entered_by,
                entered_at: row.entered_at,
            })
        })
        .collect()
}
