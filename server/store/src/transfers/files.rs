//! Files of what came in at the bank, sealed under the tenant's key. Files are only ever added, and a line is taken in
//! once however often it comes.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    AccountProofId, BankFileId, PersonId,
    transfers::{Credit, Outcome},
};
use std::collections::BTreeSet;
use time::OffsetDateTime;
use uuid::Uuid;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: BankFileId,
    /// How many lines it has.
    pub lines: u32,
    /// The address of whoever imported it.
    pub imported_by: String,
    /// When.
    pub imported_at: OffsetDateTime,
    /// When it was taken in.
    pub confirmed_at: Option<OffsetDateTime>,
    /// When it was left aside.
    pub dropped_at: Option<OffsetDateTime>,
}

/// A line that is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// Which line.
    pub line: u64,
    /// By what it is known again.
    pub mark: &'a str,
    /// What became of it.
    pub outcome: Outcome,
    /// The proof it names.
    pub proof: Option<AccountProofId>,
}

const TABLE: &str = "bank_files";
const FIELD: &str = "content";
/// The kind of a line's digest.
const MARK: &str = "bank_line";

/// Keeps a file that is to be looked at.
pub async fn keep(
    tx: &mut TenantTx,
    credits: &[Credit],
    sha256: &[u8; 32],
    by: PersonId,
) -> Result<BankFileId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let bytes = serde_json::to_vec(credits).map_err(|_| StoreError::Corrupt("credits"))?;
    let sealed = tx.keys().await?.seal_own(&*tx.random(), (TABLE, id, FIELD), &bytes)?;
    let lines = i32::try_from(credits.len()).map_err(|_| StoreError::Corrupt("credits"))?;
    sqlx::query!(
        "insert into bank_files (tenant_id, id, lines, sha256, content_sealed, imported_by, imported_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        lines,
        sha256.as_slice(),
        sealed,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(BankFileId(id))
}

/// The files, the newest first.
pub async fn all(tx: &mut TenantTx, limit: i64) -> Result<Vec<File>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select f.id, f.lines, p.email, f.imported_at, f.confirmed_at, f.dropped_at
         from bank_files f join persons p on p.id = f.imported_by
         where f.tenant_id = $1 order by f.imported_at desc, f.id desc limit $2",
        tenant,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(File::try_from).collect()
}

/// One file.
pub async fn file(tx: &mut TenantTx, id: BankFileId) -> Result<File> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        "select f.id, f.lines, p.email, f.imported_at, f.confirmed_at, f.dropped_at
         from bank_files f join persons p on p.id = f.imported_by
         where f.tenant_id = $1 and f.id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    File::try_from(row)
}

/// What stands in a file.
pub async fn credits(tx: &mut TenantTx, id: BankFileId) -> Result<Vec<Credit>> {
    let tenant = tx.tenant().0;
    let sealed = sqlx::query_scalar!(
        "select content_sealed from bank_files where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    let bytes = tx.keys().await?.open_own((TABLE, id.0, FIELD), &sealed)?;
    serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("credits"))
}

/// Which of these marks came with another file already.
pub async fn known(tx: &mut TenantTx, marks: &[String], but: BankFileId) -> Result<BTreeSet<String>> {
    let (tenant, keys) = (tx.tenant().0, tx.keys().await?);
    let digests: Vec<Vec<u8>> = marks.iter().map(|mark| keys.fingerprint(MARK, mark).to_vec()).collect();
    let found: BTreeSet<Vec<u8>> = sqlx::query_scalar!(
        "select mark from bank_lines where tenant_id = $1 and mark = any ($2) and file_id <> $3",
        tenant,
        digests.as_slice(),
        but.0,
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .collect();
    let known = marks.iter().zip(&digests).filter(|(_, digest)| found.contains(*digest));
    Ok(known.map(|(mark, _)| mark.clone()).collect())
}

/// What became of the lines that were taken in with a file, by their lines.
pub async fn outcomes(
    tx: &mut TenantTx,
    id: BankFileId,
) -> Result<Vec<(u64, Outcome, Option<AccountProofId>)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select line, outcome, proof_id from bank_lines where tenant_id = $1 and file_id = $2 order by line",
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let line = u64::try_from(row.line).map_err(|_| StoreError::Corrupt("a line"))?;
            let outcome = Outcome::from_word(&row.outcome).ok_or(StoreError::Corrupt("an outcome"))?;
            Ok((line, outcome, row.proof_id.map(AccountProofId)))
        })
        .collect()
}

/// Takes a line in; false where it came before.
pub async fn take(tx: &mut TenantTx, file: BankFileId, taken: &Taken<'_>) -> Result<bool> {
    let (tenant, keys) = (tx.tenant().0, tx.keys().await?);
    let line = i32::try_from(taken.line).map_err(|_| StoreError::Corrupt("a line"))?;
    let mark = keys.fingerprint(MARK, taken.mark);
    let done = sqlx::query!(
        "insert into bank_lines (tenant_id, file_id, line, mark, outcome, proof_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, mark) do nothing",
        tenant,
        file.0,
        line,
        mark.as_slice(),
        taken.outcome.word(),
        taken.proof.map(|proof| proof.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The file is taken in.
///
/// # Errors
/// [`StoreError::Conflict`] where it was taken in or left aside already.
pub async fn confirm(tx: &mut TenantTx, id: BankFileId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update bank_files set confirmed_by = $3, confirmed_at = $4
         where tenant_id = $1 and id = $2 and confirmed_at is null and dropped_at is null",
        tenant,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The file is left aside.
///
/// # Errors
/// [`StoreError::Conflict`] where it was taken in or left aside already.
pub async fn drop_unconfirmed(tx: &mut TenantTx, id: BankFileId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update bank_files set dropped_at = $3
         where tenant_id = $1 and id = $2 and confirmed_at is null and dropped_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Writes a file anew without payer, account and words of one line, whose application is purged. The line's place, day
/// and amount stay.
pub(crate) async fn forget_line(tx: &mut TenantTx, id: BankFileId, line: i32) -> Result<()> {
    let tenant = tx.tenant().0;
    // Two purges at once may both have a line in it.
    sqlx::query_scalar!(
        "select id from bank_files where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    let mut all = credits(tx, id).await?;
    for credit in all.iter_mut().filter(|credit| u64::try_from(line) == Ok(credit.line)) {
        credit.payer.clear();
        credit.account.clear();
        credit.reference.clear();
    }
    let bytes = serde_json::to_vec(&all).map_err(|_| StoreError::Corrupt("credits"))?;
    let sealed = tx.keys().await?.seal_own(&*tx.random(), (TABLE, id.0, FIELD), &bytes)?;
    let done = sqlx::query!(
        "update bank_files set content_sealed = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        sealed,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

struct Row {
    id: Uuid,
    lines: i32,
    email: String,
    imported_at: OffsetDateTime,
    confirmed_at: Option<OffsetDateTime>,
    dropped_at: Option<OffsetDateTime>,
}

impl TryFrom<Row> for File {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: BankFileId(row.id),
            lines: u32::try_from(row.lines).map_err(|_| StoreError::Corrupt("lines"))?,
            imported_by: row.email,
            imported_at: row.imported_at,
            confirmed_at: row.confirmed_at,
            dropped_at: row.dropped_at,
        })
    }
}
