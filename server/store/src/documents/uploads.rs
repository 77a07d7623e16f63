//! Uploads under way. A row is committed before the first byte comes, so that nothing in the blob store is unknown.

use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::{ApplicationId, DocumentId, PersonId, UploadId, VersionId};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// An upload to be begun.
#[derive(Clone, Debug)]
pub struct NewUpload<'a> {
    /// Its id.
    pub id: UploadId,
    /// To which application.
    pub application: ApplicationId,
    /// To which document; a new one where nothing is replaced.
    pub document: DocumentId,
    /// The version it is to become.
    pub version: VersionId,
    /// The paper's code.
    pub paper: &'a str,
    /// Where its sealed bytes go.
    pub blob_key: &'a str,
    /// How many bytes it is promised.
    pub reserved: i64,
    /// Who sends it.
    pub by: PersonId,
    /// When it is given up.
    pub expires_at: OffsetDateTime,
}

/// An upload whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its id.
    pub id: UploadId,
    /// Where its bytes were going.
    pub blob_key: String,
    /// What the blob store calls it, once it has been told.
    pub s3_upload_id: Option<String>,
}

/// Notes an upload before anything of it is stored.
pub async fn begin(tx: &mut TenantTx, new: &NewUpload<'_>) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into uploads (tenant_id, id, application_id, document_id, version_id, paper, blob_key, reserved, state,
             created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, $11)",
        tenant,
        new.id.0,
        new.application.0,
        new.document.0,
        new.version.0,
        new.paper,
        new.blob_key,
        new.reserved,
        new.by.0,
        now,
        new.expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes what the blob store calls it.
pub async fn named(tx: &mut TenantTx, id: UploadId, s3_upload_id: &str) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update uploads set s3_upload_id = $3 where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        id.0,
        s3_upload_id,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Ends an open upload, its version's row being written in the same transaction; a conflict where it was given up.
pub async fn finish(tx: &mut TenantTx, id: UploadId) -> Result<()> {
    close(tx, id, "done").await
}

/// Ends an open upload of which nothing is kept; a conflict where it has ended already.
pub async fn abort(tx: &mut TenantTx, id: UploadId) -> Result<()> {
    close(tx, id, "aborted").await
}

async fn close(tx: &mut TenantTx, id: UploadId, state: &str) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update uploads set state = $3, reserved = 0 where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        id.0,
        state,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The open uploads whose time is over.
pub async fn stale(tx: &mut TenantTx) -> Result<Vec<Stale>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let rows = sqlx::query!(
        "select id, blob_key, s3_upload_id from uploads
         where tenant_id = $1 and state = 'open' and expires_at < $2 order by expires_at, id",
        tenant,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Stale { id: UploadId(row.id), blob_key: row.blob_key, s3_upload_id: row.s3_upload_id })
        .collect())
}

/// How many open uploads the application has.
pub async fn open_of(tx: &mut TenantTx, application: ApplicationId) -> Result<usize> {
    let tenant = tx.tenant().0;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from uploads where tenant_id = $1 and application_id = $2 and state = 'open'"#,
        tenant,
        application.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// What the rows say of an object: which version's it is, and how large the file was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Whose it is.
    pub version: VersionId,
    /// The bytes of the file before sealing.
    pub size: i64,
    /// Pictures that stand beside it.
    pub pictures: u16,
}

/// Which of these places in the blob store belong to a version whose bytes are kept.
pub async fn expected(tx: &mut TenantTx, blob_keys: &[String]) -> Result<BTreeMap<String, Expected>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select blob_key as "blob_key!", id, size, preview_pages from document_versions
           where tenant_id = $1 and blob_key = any($2)"#,
        tenant,
        blob_keys,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| expect(row.blob_key, row.id, row.size, row.preview_pages)).collect())
}

/// Which of these places in the blob store belong to an open upload.
pub async fn open_at(tx: &mut TenantTx, blob_keys: &[String]) -> Result<Vec<String>> {
    let tenant = tx.tenant().0;
    let keys = sqlx::query_scalar!(
        "select blob_key from uploads where tenant_id = $1 and state = 'open' and blob_key = any($2)",
        tenant,
        blob_keys,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(keys)
}

/// The places of versions whose bytes are kept and came before `old`: those after one key, up to another or to the
/// end.
pub async fn kept_between(
    tx: &mut TenantTx,
    after: &str,
    until: Option<&str>,
    old: OffsetDateTime,
) -> Result<Vec<(String, Expected)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select blob_key as "blob_key!", id, size, preview_pages from document_versions
           where tenant_id = $1 and blob_key > $2 and ($3::text is null or blob_key <= $3) and uploaded_at < $4
           order by blob_key"#,
        tenant,
        after,
        until,
        old,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| expect(row.blob_key, row.id, row.size, row.preview_pages)).collect())
}

fn expect(key: String, id: uuid::Uuid, size: i64, pictures: Option<i32>) -> (String, Expected) {
    let pictures = u16::try_from(pictures.unwrap_or_default()).unwrap_or_default();
    (key, Expected { version: VersionId(id), size, pictures })
}
