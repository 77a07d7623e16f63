//! What waits: proofs under way, those whose order is to go out, those whose transfer is to come in.

use super::proofs::{Row, Stored};
use crate::{StoreError, TenantTx, error::Result};
use domain::{AccountProofId, ApplicationId, transfers::ProofKind};
use time::OffsetDateTime;
use uuid::Uuid;

/// A proof under way, as the desk lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: AccountProofId,
    /// Of which application.
    pub application: ApplicationId,
    /// What people call that: `GW-…`.
    pub case_number: String,
    /// The business's name as declared.
    pub name: String,
    /// Where it stands.
    pub state: ProofKind,
    /// What stands with the transfer.
    pub reference: String,
    /// Since when.
    pub begun_at: OffsetDateTime,
    /// When the application runs out.
    pub until: Option<OffsetDateTime>,
}

/// Everything under way, the oldest first.
pub async fn all(tx: &mut TenantTx, limit: i64) -> Result<Vec<Line>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select p.id, p.application_id, a.case_number, a.name, p.state, p.reference, p.begun_at, a.runs_out_at
         from account_proofs p join applications a on a.tenant_id = p.tenant_id and a.id = p.application_id
         where p.tenant_id = $1 and p.state in ('choosing', 'ordered', 'sent', 'awaited')
         order by p.id limit $2",
        tenant,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Line {
                id: AccountProofId(row.id),
                application: ApplicationId(row.application_id),
                case_number: row.case_number,
                name: row.name,
                state: ProofKind::from_word(&row.state).ok_or(StoreError::Corrupt("a proof's state"))?,
                reference: row.reference,
                begun_at: row.begun_at,
                until: row.runs_out_at,
            })
        })
        .collect()
}

/// Every proof in this state.
pub async fn of_kind(tx: &mut TenantTx, kind: ProofKind) -> Result<Vec<Stored>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select id, application_id, state, state_data, reference, currency, misfit, batch_id, begun_at, account_sealed,
                amount_sealed, version
         from account_proofs where tenant_id = $1 and state = $2 order by id",
        tenant,
        kind.word(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// What went to the bank with one file, in the order it was begun.
pub async fn of_batch(tx: &mut TenantTx, batch: Uuid) -> Result<Vec<Stored>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select id, application_id, state, state_data, reference, currency, misfit, batch_id, begun_at, account_sealed,
                amount_sealed, version
         from account_proofs where tenant_id = $1 and batch_id = $2 order by id",
        tenant,
        batch,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The files of orders and how many stand in each, the newest first.
pub async fn batches(tx: &mut TenantTx, limit: i64) -> Result<Vec<(Uuid, i64)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select batch_id as "batch!", count(*) as "count!" from account_proofs
           where tenant_id = $1 and batch_id is not null group by batch_id order by batch_id desc limit $2"#,
        tenant,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.batch, row.count)).collect())
}
