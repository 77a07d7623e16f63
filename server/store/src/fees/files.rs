//! The contract behind a claim, sealed under the tenant's key. Put there while its claim waits, and never changed.

use crate::{StoreError, TenantTx, error::Result};
use domain::{FeeClaimId, PersonId};

const TABLE: &str = "fee_claim_files";
const FIELD: &str = "sealed";

/// A file, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// `pdf`, `jpeg` or `png`.
    pub kind: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Keeps the file of a claim that waits.
///
/// # Errors
/// [`StoreError::Taken`] where it has one.
pub async fn keep(
    tx: &mut TenantTx,
    claim: FeeClaimId,
    file: &File,
    sha256: &[u8; 32],
    by: PersonId,
) -> Result<()> {
    let keys = tx.keys().await?;
    let sealed = keys.seal_own(&*tx.random(), (TABLE, claim.0, FIELD), &file.bytes)?;
    let (tenant, now) = (tx.tenant().0, tx.now());
    let size =
        i32::try_from(file.bytes.len()).map_err(|_| StoreError::Corrupt("a file beyond its bounds"))?;
    sqlx::query!(
        "insert into fee_claim_files (tenant_id, claim_id, kind, size, sha256, sealed, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        claim.0,
        file.kind,
        size,
        sha256.as_slice(),
        sealed,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The file of a claim.
pub async fn open(tx: &mut TenantTx, claim: FeeClaimId) -> Result<File> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select kind, sealed from fee_claim_files where tenant_id = $1 and claim_id = $2",
        tenant,
        claim.0
    )
    .fetch_one(tx.conn())
    .await?;
    let bytes = tx.keys().await?.open_own((TABLE, claim.0, FIELD), &row.sealed)?;
    Ok(File { kind: row.kind, bytes })
}
