//! A tenant's lists and their files, entries sealed under the tenant's key. Files are only ever added.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    ListFileId, ListId, PersonId,
    screening::lists::{Entry, Meaning, Source},
};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its id.
    pub id: ListId,
    /// Whose it is.
    pub source: Source,
    /// What the tenant calls it, where it is its own.
    pub name: String,
    /// What a hit means.
    pub meaning: Meaning,
    /// The file that counts.
    pub current: Option<Current>,
}

/// The file that counts of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Current {
    /// Its id.
    pub file: ListFileId,
    /// The day its publisher gave it.
    pub dated: Date,
    /// How many entries it has.
    pub entries: u32,
}

/// A file of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: ListFileId,
    /// Of which list.
    pub list: ListId,
    /// The day its publisher gave it.
    pub dated: Date,
    /// How many entries it has.
    pub entries: u32,
    /// The address of whoever imported it.
    pub imported_by: String,
    /// When.
    pub imported_at: OffsetDateTime,
    /// Since when it counts, or counted.
    pub confirmed_at: Option<OffsetDateTime>,
    /// When it was dropped unconfirmed.
    pub dropped_at: Option<OffsetDateTime>,
}

/// A new file.
#[derive(Debug)]
pub struct New<'a> {
    /// Of which list.
    pub list: ListId,
    /// The day its publisher gave it.
    pub dated: Date,
    /// SHA-256 over it as it came.
    pub sha256: &'a [u8; 32],
    /// What stands in it.
    pub entries: &'a [Entry],
    /// Who imports it.
    pub by: PersonId,
}

const TABLE: &str = "screening_files";
const FIELD: &str = "content";

fn count(entries: i32) -> Result<u32> {
    u32::try_from(entries).map_err(|_| StoreError::Corrupt("entries"))
}

/// Every list, those of publishers first.
pub async fn all(tx: &mut TenantTx) -> Result<Vec<List>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select l.id, l.source, l.name, l.meaning, f.id as "file?", f.dated as "dated?", f.entries as "entries?"
           from screening_lists l
           left join lateral (
               select f.id, f.dated, f.entries from screening_files f
               where f.tenant_id = l.tenant_id and f.list_id = l.id and f.confirmed_at is not null
               order by f.confirmed_at desc, f.id desc limit 1
           ) f on true
           where l.tenant_id = $1 order by l.source = 'own', l.source, l.name"#,
        tenant,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let current = match (row.file, row.dated, row.entries) {
                (Some(file), Some(dated), Some(entries)) => {
                    Some(Current { file: ListFileId(file), dated, entries: count(entries)? })
                }
                _ => None,
            };
            Ok(List {
                id: ListId(row.id),
                source: Source::from_word(&row.source).ok_or(StoreError::Corrupt("source"))?,
                name: row.name,
                meaning: Meaning::from_word(&row.meaning).ok_or(StoreError::Corrupt("meaning"))?,
                current,
            })
        })
        .collect()
}

/// Begins a list.
pub async fn begin(
    tx: &mut TenantTx,
    (source, name): (Source, &str),
    meaning: Meaning,
    by: PersonId,
) -> Result<ListId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into screening_lists (tenant_id, id, source, name, meaning, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        source.word(),
        name,
        meaning.word(),
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(ListId(id))
}

/// Says what a hit on a list means from now on.
pub async fn mean(tx: &mut TenantTx, list: ListId, meaning: Meaning) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update screening_lists set meaning = $3 where tenant_id = $1 and id = $2",
        tenant,
        list.0,
        meaning.word(),
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Keeps a file that is to be looked at.
pub async fn keep(tx: &mut TenantTx, new: &New<'_>) -> Result<ListFileId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let bytes = serde_json::to_vec(new.entries).map_err(|_| StoreError::Corrupt("entries"))?;
    let sealed = tx.keys().await?.seal_own(&*tx.random(), (TABLE, id, FIELD), &bytes)?;
    let entries = i32::try_from(new.entries.len()).map_err(|_| StoreError::Corrupt("entries"))?;
    sqlx::query!(
        "insert into screening_files (tenant_id, id, list_id, dated, entries, sha256, content_sealed, imported_by,
             imported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id,
        new.list.0,
        new.dated,
        entries,
        new.sha256.as_slice(),
        sealed,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(ListFileId(id))
}

/// The files, the newest first; of all lists.
pub async fn files(tx: &mut TenantTx, limit: i64) -> Result<Vec<File>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select f.id, f.list_id, f.dated, f.entries, p.email, f.imported_at, f.confirmed_at, f.dropped_at
         from screening_files f join persons p on p.id = f.imported_by
         where f.tenant_id = $1 order by f.imported_at desc, f.id desc limit $2",
        tenant,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(File::try_from).collect()
}

/// One file.
pub async fn file(tx: &mut TenantTx, id: ListFileId) -> Result<File> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        "select f.id, f.list_id, f.dated, f.entries, p.email, f.imported_at, f.confirmed_at, f.dropped_at
         from screening_files f join persons p on p.id = f.imported_by
         where f.tenant_id = $1 and f.id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    File::try_from(row)
}

/// What stands in a file.
pub async fn entries(tx: &mut TenantTx, id: ListFileId) -> Result<Vec<Entry>> {
    let tenant = tx.tenant().0;
    let sealed = sqlx::query_scalar!(
        "select content_sealed from screening_files where tenant_id = $1 and id = $2",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    let bytes = tx.keys().await?.open_own((TABLE, id.0, FIELD), &sealed)?;
    serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("entries"))
}

/// From now on the file counts.
///
/// # Errors
/// [`StoreError::Conflict`] where it was confirmed or dropped already.
pub async fn confirm(tx: &mut TenantTx, id: ListFileId, by: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update screening_files set confirmed_by = $3, confirmed_at = $4
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

/// The file will never count.
///
/// # Errors
/// [`StoreError::Conflict`] where it was confirmed or dropped already.
pub async fn drop_unconfirmed(tx: &mut TenantTx, id: ListFileId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update screening_files set dropped_at = $3
         where tenant_id = $1 and id = $2 and confirmed_at is null and dropped_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

struct Row {
    id: Uuid,
    list_id: Uuid,
    dated: Date,
    entries: i32,
    email: String,
    imported_at: OffsetDateTime,
    confirmed_at: Option<OffsetDateTime>,
    dropped_at: Option<OffsetDateTime>,
}

impl TryFrom<Row> for File {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: ListFileId(row.id),
            list: ListId(row.list_id),
            dated: row.dated,
            entries: count(row.entries)?,
            imported_by: row.email,
            imported_at: row.imported_at,
            confirmed_at: row.confirmed_at,
            dropped_at: row.dropped_at,
        })
    }
}
