//! A document is one file that was asked for; its versions are what came. What is written by the life of a version
//! is written by [`save`] alone.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{
    AnswerId, ApplicationId, DocumentId, PersonId, VersionId,
    documents::{Media, Remark, Version, life::Fault},
};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// What stands in a paper's place where the file is a channel's answer.
pub const ANSWER_PAPER: &str = "channel_answer";

/// A version as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: VersionId,
    /// Of which document.
    pub document: DocumentId,
    /// Of which application.
    pub application: ApplicationId,
    /// The paper's code.
    pub paper: String,
    /// Where it stands in its life.
    pub version: Version,
    /// Its kind.
    pub media: Option<Media>,
    /// The bytes of the file as it came.
    pub size: i64,
    /// SHA-256 over them.
    pub sha256: [u8; 32],
    /// Where the sealed bytes are; none once they are gone.
    pub blob_key: Option<String>,
    /// Pictures of pages that are kept beside it.
    pub pictures: u16,
    /// What a reviewer is told beside the pictures.
    pub remarks: Vec<Remark>,
    /// Who sent it.
    pub uploaded_by: PersonId,
    /// When it had come.
    pub uploaded_at: OffsetDateTime,
    /// The channel's answer it belongs to; then it is the desk's, and the merchant's side has no such file.
    pub answer: Option<AnswerId>,
    name_sealed: Option<Vec<u8>>,
}

/// A version whose bytes have come.
#[derive(Clone, Debug)]
pub struct NewVersion<'a> {
    /// Its id.
    pub id: VersionId,
    /// Of which document.
    pub document: DocumentId,
    /// Of which application.
    pub application: ApplicationId,
    /// Where it stands in its life.
    pub version: &'a Version,
    /// Its kind.
    pub media: Media,
    /// Its bytes as they came.
    pub size: i64,
    /// SHA-256 over them.
    pub sha256: &'a [u8; 32],
    /// Where the sealed bytes are.
    pub blob_key: &'a str,
    /// The name it came with.
    pub name: &'a str,
    /// Who sent it.
    pub by: PersonId,
}

struct Row {
    id: uuid::Uuid,
    document_id: uuid::Uuid,
    application_id: uuid::Uuid,
    paper: String,
    state: String,
    state_data: serde_json::Value,
    media: Option<String>,
    size: i64,
    sha256: Vec<u8>,
    blob_key: Option<String>,
    preview_pages: Option<i32>,
    remarks: Vec<String>,
    name_sealed: Option<Vec<u8>>,
    uploaded_by: uuid::Uuid,
    uploaded_at: OffsetDateTime,
    answer_id: Option<uuid::Uuid>,
}

impl TryFrom<Row> for Stored {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let media =
            row.media.map(|mime| Media::from_mime(&mime).ok_or(StoreError::Corrupt("media"))).transpose()?;
        let remarks = row.remarks.iter().map(|word| Remark::from_word(word)).collect::<Option<_>>();
        Ok(Self {
            id: VersionId(row.id),
            document: DocumentId(row.document_id),
            application: ApplicationId(row.application_id),
            paper: row.paper,
            version: opened(&row.state, row.state_data)?,
            media,
            size: row.size,
            sha256: row.sha256.try_into().map_err(|_| StoreError::Corrupt("hash of a file"))?,
            blob_key: row.blob_key,
            pictures: u16::try_from(row.preview_pages.unwrap_or_default())
                .map_err(|_| StoreError::Corrupt("pictures"))?,
            remarks: remarks.ok_or(StoreError::Corrupt("remark"))?,
            uploaded_by: PersonId(row.uploaded_by),
            uploaded_at: row.uploaded_at,
            answer: row.answer_id.map(AnswerId),
            name_sealed: row.name_sealed,
        })
    }
}

/// Makes a document of a paper, without a version yet.
pub async fn create(
    tx: &mut TenantTx,
    id: DocumentId,
    application: ApplicationId,
    paper: &str,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into documents (tenant_id, id, application_id, paper, created_at) values ($1, $2, $3, $4, $5)",
        tenant,
        id.0,
        application.0,
        paper,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Makes the document of a channel's answer: the desk's, in the application's dossier.
pub async fn create_for_answer(
    tx: &mut TenantTx,
    id: DocumentId,
    application: ApplicationId,
    answer: AnswerId,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into documents (tenant_id, id, application_id, paper, created_at, answer_id)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        id.0,
        application.0,
        ANSWER_PAPER,
        now,
        answer.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every version of the files of these answers, newest first.
pub async fn of_answers(tx: &mut TenantTx, answers: &[AnswerId]) -> Result<Vec<Stored>> {
    let (tenant, ids) = (tx.tenant().0, answers.iter().map(|id| id.0).collect::<Vec<_>>());
    let rows = sqlx::query_as!(
        Row,
        "select v.id, v.document_id, v.application_id, d.paper, v.state, v.state_data, v.media, v.size, v.sha256,
                v.blob_key, v.preview_pages, v.remarks, v.name_sealed, v.uploaded_by, v.uploaded_at,
                d.answer_id
         from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         where v.tenant_id = $1 and d.answer_id = any($2) and d.removed_at is null
         order by v.uploaded_at desc, v.id desc",
        tenant,
        &ids,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// Adds a version whose bytes have come; its name is sealed under the application's key.
pub async fn insert(tx: &mut TenantTx, key: &DossierKey, new: &NewVersion<'_>) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let name = key.seal(&*tx.random(), "document_versions", new.id.0, "name", 0, new.name.as_bytes())?;
    sqlx::query!(
        "insert into document_versions (tenant_id, id, document_id, application_id, state, state_data, media, size,
             sha256, blob_key, name_sealed, uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        tenant,
        new.id.0,
        new.document.0,
        new.application.0,
        new.version.word(),
        stored(new.version)?,
        new.media.mime(),
        new.size,
        new.sha256,
        new.blob_key,
        name,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes what the life of a version has changed.
pub async fn save(tx: &mut TenantTx, version: &Stored) -> Result<()> {
    let tenant = tx.tenant().0;
    let remarks: Vec<String> = version.remarks.iter().map(|remark| remark.word().to_owned()).collect();
    let refusal = match &version.version {
        Version::Rejected { fault: Fault::File(refusal) } => Some(refusal.word()),
        _ => None,
    };
    let pages = version.version.pages().and_then(|pages| i32::try_from(pages).ok());
    let done = sqlx::query!(
        "update document_versions set state = $3, state_data = $4, refusal = $5, blob_key = $6,
             name_sealed = $7, pages = coalesce($8, pages), preview_pages = $9, remarks = $10,
             reading_sealed = case when $6::text is null then null else reading_sealed end
         where tenant_id = $1 and id = $2",
        tenant,
        version.id.0,
        version.version.word(),
        stored(&version.version)?,
        refusal,
        version.blob_key,
        version.name_sealed,
        pages,
        i32::from(version.pictures),
        &remarks,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

impl Stored {
    /// Forgets what is not kept of a file that was refused or erased: all but its hash, its size and the reason.
    pub fn forget(&mut self) {
        self.blob_key = None;
        self.name_sealed = None;
        self.pictures = 0;
        self.remarks.clear();
    }
}

/// The name a version came with, opened.
pub fn name_of(key: &DossierKey, version: &Stored) -> Result<Option<String>> {
    let Some(sealed) = &version.name_sealed else { return Ok(None) };
    let name = key.open("document_versions", version.id.0, "name", 0, sealed)?;
    String::from_utf8(name).map(Some).map_err(|_| StoreError::Corrupt("name of a file"))
}

/// The version, for looking; not found where its document was removed.
pub async fn load(tx: &mut TenantTx, id: VersionId) -> Result<Stored> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select v.id, v.document_id, v.application_id, d.paper, v.state, v.state_data, v.media, v.size, v.sha256,
                v.blob_key, v.preview_pages, v.remarks, v.name_sealed, v.uploaded_by, v.uploaded_at,
                d.answer_id
         from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         where v.tenant_id = $1 and v.id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// The version, for changing: whoever else wants to change it waits.
pub async fn lock(tx: &mut TenantTx, id: VersionId) -> Result<Stored> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from document_versions where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    load(tx, id).await
}

/// Every version of the application's documents that weren't removed, newest first.
pub async fn of_application(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Stored>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select v.id, v.document_id, v.application_id, d.paper, v.state, v.state_data, v.media, v.size, v.sha256,
                v.blob_key, v.preview_pages, v.remarks, v.name_sealed, v.uploaded_by, v.uploaded_at,
                d.answer_id
         from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         where v.tenant_id = $1 and v.application_id = $2 and d.removed_at is null and d.answer_id is null
         order by v.uploaded_at desc, v.id desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// Every version of the application whose bytes or name are kept, of answers' files and of documents that were removed as
/// well: what a purge has to go over.
pub async fn kept_of(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<VersionId>> {
    let tenant = tx.tenant().0;
    let ids = sqlx::query_scalar!(
        "select id from document_versions where tenant_id = $1 and application_id = $2 and state <> 'purged' order by id",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// Every version of one document, newest first; empty where it was removed or isn't there.
pub async fn of_document(tx: &mut TenantTx, document: DocumentId) -> Result<Vec<Stored>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select v.id, v.document_id, v.application_id, d.paper, v.state, v.state_data, v.media, v.size, v.sha256,
                v.blob_key, v.preview_pages, v.remarks, v.name_sealed, v.uploaded_by, v.uploaded_at,
                d.answer_id
         from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         where v.tenant_id = $1 and v.document_id = $2 and d.removed_at is null
         order by v.uploaded_at desc, v.id desc",
        tenant,
        document.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// Of versions newest first, the one of each document that counts: the newest that wasn't refused by our machines
/// or erased, or the newest refusal where there is nothing else. In the order in which the documents came.
pub fn current(versions: &[Stored]) -> Vec<&Stored> {
    let mut chosen: BTreeMap<DocumentId, &Stored> = BTreeMap::new();
    for version in versions.iter().filter(|version| !matches!(version.version, Version::Purged { .. })) {
        chosen
            .entry(version.document)
            .and_modify(|known| {
                if is_refused(known) && !is_refused(version) {
                    *known = version;
                }
            })
            .or_insert(version);
    }
    chosen.into_values().collect()
}

fn is_refused(version: &Stored) -> bool {
    matches!(version.version, Version::Rejected { fault: Fault::File(_) })
}

/// Whether the application holds these very bytes in a version that stands.
pub async fn same_bytes(tx: &mut TenantTx, application: ApplicationId, sha256: &[u8; 32]) -> Result<bool> {
    let tenant = tx.tenant().0;
    let there = sqlx::query_scalar!(
        r#"select exists (
               select 1 from document_versions v
               join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
               where v.tenant_id = $1 and v.application_id = $2 and v.sha256 = $3 and v.blob_key is not null
                 and d.removed_at is null and d.answer_id is null and v.state not in ('superseded', 'purged')
           ) as "there!""#,
        tenant,
        application.0,
        sha256,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(there)
}

/// Takes a document away: it is no longer shown or counted. Its versions are purged by the caller.
pub async fn remove(tx: &mut TenantTx, id: DocumentId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update documents set removed_at = $3 where tenant_id = $1 and id = $2 and removed_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Takes every document of an application away. Their versions are purged by the caller.
pub async fn remove_all(tx: &mut TenantTx, application: ApplicationId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update documents set removed_at = $3
         where tenant_id = $1 and application_id = $2 and removed_at is null",
        tenant,
        application.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn stored(version: &Version) -> Result<serde_json::Value> {
    serde_json::to_value(version).map_err(|_| StoreError::Corrupt("state that has no JSON form"))
}

/// The state as stored: its data must say the same as the column that is filtered by.
fn opened(word: &str, data: serde_json::Value) -> Result<Version> {
    let version: Version = serde_json::from_value(data).map_err(|_| StoreError::Corrupt("state data"))?;
    if version.word() == word { Ok(version) } else { Err(StoreError::Corrupt("state and its data differ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::documents::Refusal;
    use uuid::Uuid;

    fn version(document: u128, id: u128, version: Version) -> Stored {
        Stored {
            id: VersionId(Uuid::from_u128(id)),
            document: DocumentId(Uuid::from_u128(document)),
            application: ApplicationId(Uuid::nil()),
            paper: "business_licence".into(),
            version,
            media: Some(Media::Pdf),
            size: 1,
            sha256: [0; 32],
            blob_key: None,
            pictures: 0,
            remarks: Vec::new(),
            uploaded_by: PersonId(Uuid::nil()),
            uploaded_at: OffsetDateTime::UNIX_EPOCH,
            answer: None,
            name_sealed: None,
        }
    }

    fn chosen(newest_first: &[Stored]) -> Vec<u128> {
        current(newest_first).iter().map(|version| version.id.0.as_u128()).collect()
    }

    const SCANNED: Version = Version::Scanned { pages: 1 };
    const REFUSED: Version = Version::Rejected { fault: Fault::File(Refusal::Broken) };

    #[test]
    fn the_newest_version_counts() {
        let replaced = Version::Superseded { by: VersionId(Uuid::from_u128(2)) };
        assert_eq!(chosen(&[version(1, 2, SCANNED), version(1, 1, replaced)]), [2]);
    }

    #[test]
    fn a_refused_replacement_leaves_the_old_one_standing() {
        assert_eq!(chosen(&[version(1, 2, REFUSED), version(1, 1, SCANNED)]), [1]);
        assert_eq!(
            chosen(&[version(1, 3, REFUSED), version(1, 2, REFUSED)]),
            [3],
            "the newest refusal, if nothing else"
        );
    }

    #[test]
    fn each_document_has_one_and_erased_ones_none() {
        let purged = Version::Purged { since: OffsetDateTime::UNIX_EPOCH };
        let all = [version(2, 5, SCANNED), version(1, 4, SCANNED), version(3, 3, purged)];
        assert_eq!(chosen(&all), [4, 5]);
    }

    #[test]
    fn a_row_that_contradicts_itself_is_corrupt() {
        let data = stored(&SCANNED).unwrap();
        assert_eq!(opened("scanned", data.clone()).unwrap(), SCANNED);
        assert!(matches!(opened("accepted", data), Err(StoreError::Corrupt(_))));
    }
}
