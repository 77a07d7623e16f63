//! What our machines found each time they looked at everything handed in. Results are sealed under the application's
//! key.

use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{ApplicationId, review::Screened};
use time::OffsetDateTime;

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    /// After the how many-eth handing in.
    pub round: u16,
    /// What was found.
    pub results: Vec<Screened>,
    /// When.
    pub at: OffsetDateTime,
}

const TABLE: &str = "screenings";

/// Keeps a look.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    (application, round): (ApplicationId, u16),
    rules_version: &str,
    results: &[Screened],
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let bytes = serde_json::to_vec(results).map_err(|_| StoreError::Corrupt("results"))?;
    let sealed = key.seal(&*tx.random(), TABLE, id, "results", 0, &bytes)?;
    sqlx::query!(
        "insert into screenings (tenant_id, id, application_id, round, rules_version, results_sealed, screened_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        application.0,
        i32::from(round),
        rules_version,
        sealed,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// At which handing in an application was looked at last, if it ever was.
pub async fn last_round(tx: &mut TenantTx, application: ApplicationId) -> Result<Option<u16>> {
    let tenant = tx.tenant().0;
    let round = sqlx::query_scalar!(
        "select max(round) from screenings where tenant_id = $1 and application_id = $2",
        tenant,
        application.0,
    )
    .fetch_one(tx.conn())
    .await?;
    round.map(|round| u16::try_from(round).map_err(|_| StoreError::Corrupt("round"))).transpose()
}

/// The look at an application that counts, if there was one: the latest at what was handed in last.
pub async fn latest(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
) -> Result<Option<Screening>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select id, round, results_sealed, screened_at from screenings
         where tenant_id = $1 and application_id = $2 order by round desc, screened_at desc, id desc limit 1",
        tenant,
        application.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        let bytes = key.open(TABLE, row.id, "results", 0, &row.results_sealed)?;
        Ok(Screening {
            round: u16::try_from(row.round).map_err(|_| StoreError::Corrupt("round"))?,
            results: serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("results"))?,
            at: row.screened_at,
        })
    })
    .transpose()
}
